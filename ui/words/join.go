package words

// How sentences, lists and names with their values are put together is the
// language's affair. No other place does it.

// Sentence gives a title, which has none, its full stop.
func (w *Words) Sentence(title string) string {
	return w.Say("join.sentence", Values{"Title": title})
}

// Paragraph puts whole sentences behind one another. Empty ones are left out.
func (w *Words) Paragraph(sentences ...string) string { return w.join("join.paragraph", sentences) }

// List puts names or short phrases behind one another.
func (w *Words) List(items ...string) string { return w.join("join.list", items) }

// LongList puts phrases behind one another that may have commas in them.
func (w *Words) LongList(items ...string) string { return w.join("join.long_list", items) }

// Named puts a name before what it names: "Step 3 of 7: Assign assets".
func (w *Words) Named(name, value string) string {
	return w.Say("join.named", Values{"Name": name, "Value": value})
}

func (w *Words) join(id string, parts []string) string {
	joined := ""
	for _, part := range parts {
		switch {
		case part == "":
		case joined == "":
			joined = part
		default:
			joined = w.Say(id, Values{"First": joined, "Then": part})
		}
	}
	return joined
}

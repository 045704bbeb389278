package words

import "strings"

// How sentences, lists and names with their values are put together is the
// language's affair. No other place does it.

// Sentence gives a title its full stop. What ends like a sentence stays as it
// is.
func (w *Words) Sentence(text string) string {
	if text == "" || endsASentence(text) {
		return text
	}
	return w.Say("join.sentence", Values{"Title": text})
}

// Paragraph puts sentences behind one another, and titles as sentences. The
// last of them may end with a command, so it gets no full stop.
func (w *Words) Paragraph(sentences ...string) string {
	parts := make([]string, len(sentences))
	for i, sentence := range sentences {
		if parts[i] = sentence; i < len(sentences)-1 {
			parts[i] = w.Sentence(sentence)
		}
	}
	return w.join("join.paragraph", parts)
}

// List puts names or short phrases behind one another.
func (w *Words) List(items ...string) string { return w.join("join.list", items) }

// Quoted lists names, each in the language's quotation marks.
func (w *Words) Quoted(names ...string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = w.Say("join.quoted", Values{"Name": name})
	}
	return w.List(quoted...)
}

// LongList puts phrases behind one another that may have commas in them.
func (w *Words) LongList(items ...string) string { return w.join("join.long_list", items) }

// Named puts a name before what it names: "Step 3 of 7: Assign assets". What is
// named may follow elsewhere, and be empty here.
func (w *Words) Named(name, value string) string {
	return w.Say("join.named", Values{"Name": name, "Value": value})
}

// Hinted puts a hint behind what it is about: "App ID (in App settings)".
func (w *Words) Hinted(name, hint string) string {
	return w.Say("join.hinted", Values{"Name": name, "Hint": hint})
}

// Fact puts a fact behind its name, where several stand in one line: "Status
// CONNECTED".
func (w *Words) Fact(name, value string) string {
	return w.Say("join.fact", Values{"Name": name, "Value": value})
}

// Steps returns what a fix says to do, one step after another: they are the
// lines of its text. Say puts them into one paragraph.
func (w *Words) Steps(fix string, values ...Values) []string {
	text, ok := w.say(fix, values...)
	if !ok {
		return nil
	}
	return strings.Split(text, "\n")
}

// join leaves empty parts out.
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

// endsASentence is also true of a colon: what follows it is no new sentence.
func endsASentence(text string) bool {
	letters := []rune(strings.TrimRight(text, "*"))
	return len(letters) > 0 && strings.ContainsRune(".!?:…।。！？", letters[len(letters)-1])
}

package support

import (
	"strconv"
	"strings"

	"latchkey/assets/marks"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// The ids of ready texts that need no report.
const (
	// FirstAnswer goes to a customer who says that it does not work: do not
	// send the token, send the report.
	FirstAnswer = "message.first_answer"
	// TokenInChat goes to a customer who has sent the token all the same.
	TokenInChat = "message.token_in_chat"
	// TokenInChatDesk says to support staff what to do about it.
	TokenInChatDesk = "message.token_in_chat_desk"
)

// Message is a text to a customer, ready to be copied.
type Message struct {
	About check.ID // the row; "" where it is about the token as a whole
	Text  string
}

// Messages writes a message that the token works, where it does, then one for each row that
// has to be put right, and for each that deserves a look, the gravest first. Of rows that come to
// the same, such as a token that is refused and its date that is past, the first is told of.
func Messages(from Report, words Words, pages site.Site) []Message {
	var messages []Message
	told := map[string]bool{}
	if verdict, _ := from.Judgement(); verdict.Status == check.Ready || verdict.Status == check.Attention {
		messages = append(messages, Message{Text: from.goodNews(words)})
	}
	for _, status := range []check.Status{check.Fail, check.Unknown, check.Warn} {
		for _, one := range from.Checks {
			if title := one.Text(words, from.CheckedAt).Title; one.Status == status && !told[title] {
				told[title] = true
				messages = append(messages, Message{About: one.ID, Text: from.message(one, words, pages)})
			}
		}
	}
	return messages
}

// message is the text to a customer about a row: what is wrong, why, the steps
// one by one, and the page.
func (r Report) message(about report.Check, words Words, pages site.Site) string {
	text := about.Text(words, r.CheckedAt)
	parts := []string{words.Say("message.hello"), words.Paragraph(text.Title, words.Sentence(text.Detail))}
	if steps := numbered(text.Steps); len(steps) > 0 {
		parts = append(parts, words.Say("message.steps."+string(fixer(about.Row)))+"\n"+strings.Join(steps, "\n"))
	}
	if address := r.address(about, pages); address != "" {
		parts = append(parts, words.Say("message.page")+"\n"+address)
	}
	return letter(append(parts, words.Say("message.end")))
}

// goodNews is the text to a customer whose token works: until when, and what was checked.
func (r Report) goodNews(words Words) string {
	var fine []string
	for _, one := range r.Checks {
		if one.Status == check.Pass && check.GroupOf(one.ID) != check.GroupWay { // which is the way from our desk
			fine = append(fine, "– "+one.Text(words, r.CheckedAt).Title)
		}
	}
	when := map[string]string{"When": words.Date(r.CheckedAt, r.CheckedAt)}
	return letter([]string{
		words.Say("message.hello"), words.Paragraph(words.Say("message.works", when), r.Summary(words)),
		words.Say("message.checked") + "\n" + strings.Join(fine, "\n"), words.Say("message.works_end"),
	})
}

// letter puts the parts of a message below one another, as plain text.
func letter(parts []string) string {
	for i := range parts {
		parts[i] = strings.TrimSpace(marks.Plain(parts[i]))
	}
	return strings.Join(parts, "\n\n")
}

// fixer is who can mend what the row is about.
func fixer(row check.Row) trouble.Fixer {
	if row.Reason.Borrowed() && row.Graph != nil && row.Graph.Error != nil {
		return row.Graph.Trouble().Fixer
	}
	return trouble.FixerOwner
}

// address is the page where the row is mended; "" where there is none. It is
// made here, not taken from the file.
func (r Report) address(about report.Check, pages site.Site) string {
	return pages.Address(about.Page, r.PageIDs())
}

// numbered puts numbers before the steps of a fix where there are several.
func numbered(steps []string) []string {
	if len(steps) < 2 {
		return steps
	}
	lines := make([]string, len(steps))
	for i, step := range steps {
		lines[i] = strconv.Itoa(i+1) + ". " + step
	}
	return lines
}

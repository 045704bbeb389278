package screen

import (
	"strconv"
	"strings"
	"time"

	"latchkey/ui/words"
	"latchkey/wizard/check"
)

// Signs stand before the word of a status, as in the window.
var Signs = map[check.Status]string{
	check.Pass: "✓", check.Warn: "!", check.Fail: "✕", check.Unknown: "?", check.Skipped: "–",
}

// colours are the codes of ECMA-48 for the signs: never the only difference.
var colours = map[check.Status]string{
	check.Pass: "32", check.Warn: "33", check.Fail: "31", check.Unknown: "35", check.Skipped: "2",
}

// Row prints a status by sign and word, the first text beside it and the others
// below that one. Empty texts are left out.
func (s Screen) Row(spoken *words.Words, status check.Status, texts ...string) {
	mark := Signs[status] + " " + spoken.Say("status."+string(status))
	column := statusWidth(spoken)
	front := Pad(mark, column)
	if s.colours {
		front = "\x1b[" + colours[status] + "m" + mark + "\x1b[0m" + strings.Repeat(" ", max(0, column-Length(mark)))
	}
	for i, text := range texts {
		switch lines := wrap(text, s.Width-column); {
		case i == 0:
			s.Exactly(front + strings.Join(lines, "\n"+strings.Repeat(" ", column)))
		case text != "":
			s.Indented(column, text)
		}
	}
}

// statusWidth is the width of the column of statuses in this language.
func statusWidth(spoken *words.Words) int {
	width := 0
	for status, sign := range Signs {
		width = max(width, Length(sign+" "+spoken.Say("status."+string(status))))
	}
	return width + 2
}

// CheckRow prints one row of a check made at a time; address is where a problem
// is fixed, and more what stands below it.
func (s Screen) CheckRow(spoken *words.Words, row check.Row, at time.Time, address, more string) {
	text := spoken.Row(row, at)
	if !row.Problem() {
		address = ""
	}
	s.Row(spoken, row.Status, text.Title, text.Detail, text.Fix, address, more)
}

// Details are what Meta's support asks for.
func Details(spoken *words.Words, row check.Row) string {
	values := words.Values{"Check": string(row.ID)}
	if answer := row.Graph; answer != nil {
		if answer.HTTP != 0 {
			values["HTTP"] = strconv.Itoa(answer.HTTP)
		}
		if answer.Error != nil {
			values["Code"], values["Trace"] = answer.Error.CodeText(), answer.Error.TraceID
		}
	}
	return spoken.Say("terminal.details", values)
}

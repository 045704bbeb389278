package terminal

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"latchkey/graph"
	"latchkey/ui/words"
	"latchkey/wizard/check"
)

// signs stand before the word of a status, as in the window.
var signs = map[check.Status]string{
	check.Pass: "✓", check.Warn: "!", check.Fail: "✕", check.Unknown: "?", check.Skipped: "–",
}

var colours = map[check.Status]string{
	check.Pass: "32", check.Warn: "33", check.Fail: "31", check.Unknown: "35", check.Skipped: "2",
}

// printRows prints a report for people: the verdict first.
func (t *Terminal) printRows(result check.Report) {
	verdict := t.Words.Verdict(result)
	t.print(verdict.Summary)
	t.print("")
	ids := graph.PageIDs{App: result.Token.AppID}
	for _, row := range result.Rows {
		text := t.Words.Row(row, result.CheckedAt)
		mark := t.paint(row.Status, signs[row.Status]+" "+text.Status)
		t.print(fmt.Sprintf("%s%s %s", mark, pad(signs[row.Status]+" "+text.Status), text.Title))
		for _, line := range []string{text.Detail, text.Fix} {
			if line != "" {
				t.print("                    " + line)
			}
		}
		if address := graph.Meta.Address(row.Page, ids); address != "" && row.Problem() {
			t.print("                    " + address)
		}
		if row.Problem() && row.Graph != nil && row.Graph.Error != nil {
			err := row.Graph.Error
			t.print("                    " + t.Words.Say("terminal.graph_code", words.Values{"Code": err.CodeText(), "Trace": err.TraceID}))
		}
	}
}

// pad fills the column of statuses.
func pad(text string) string {
	const width = 19
	return strings.Repeat(" ", max(0, width-len([]rune(text))))
}

// paint colours a text on a terminal that wants colours.
func (t *Terminal) paint(status check.Status, text string) string {
	file, ok := t.Out.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || !term.IsTerminal(int(file.Fd())) {
		return text
	}
	return "\x1b[" + colours[status] + "m" + text + "\x1b[0m"
}

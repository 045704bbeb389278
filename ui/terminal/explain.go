package terminal

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/words"
)

func (t *Terminal) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use: "explain [CODE[/SUBCODE] | -]", Short: t.Words.Say("terminal.explain"), Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return exit{ExitUsage, t.Words.Say("terminal.explain_what")}
			}
			text := arguments[0]
			if text == "-" {
				read, err := io.ReadAll(io.LimitReader(t.In, mostInput))
				if err != nil {
					return exit{ExitUsage, t.Words.Say("terminal.unreadable")}
				}
				text = string(read)
			}
			return t.explain(text)
		},
	}
}

// explain prints what each error found in a text means and what mends it.
func (t *Terminal) explain(text string) error {
	found := graph.FindErrors(text)
	if len(found) == 0 {
		return exit{ExitUsage, t.Words.Say("terminal.explain_none")}
	}
	for i, one := range found {
		if i > 0 {
			t.print("")
		}
		t.print(strings.Join(t.explained(one.Error), "\n"))
	}
	return nil
}

// explained are the lines that explain one error: what it is, why, who mends
// it, how, and where.
func (t *Terminal) explained(err *graph.Error) []string {
	trouble := err.Trouble()
	id := "trouble." + trouble.ID
	values := words.Values{"Code": err.CodeText(), "Message": err.Message, "Trace": err.TraceID}
	lines := []string{
		err.CodeText() + "  " + t.Words.Say(id+".title", values),
		t.Words.Say(id+".cause", values),
		t.Words.Say("fixer."+string(trouble.Fixer)) + " " + t.Words.Say(id+".fix", values),
	}
	if address := graph.Meta.Address(trouble.Page, graph.PageIDs{}); address != "" {
		lines = append(lines, address)
	}
	if err.TraceID != "" {
		lines = append(lines, "fbtrace_id "+err.TraceID)
	}
	return lines
}

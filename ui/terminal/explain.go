package terminal

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
)

// explanation is one error explained, as JSON.
type explanation struct {
	Code    int    `json:"code"`
	Subcode int    `json:"subcode"`
	Title   string `json:"title"`
	Cause   string `json:"cause"`
	Fixer   string `json:"fixer"` // owner, developer, support or meta
	Fix     string `json:"fix"`
	URL     string `json:"url"`
	Message string `json:"message"` // Meta's own words; "" where only a code was given
	TraceID string `json:"fbtrace_id"`
	err     *trouble.Error
}

// guess is what a text without an error of Meta's lets one suppose, as JSON.
type guess struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Cause string `json:"cause"`
	Fixer string `json:"fixer"`
	Fix   string `json:"fix"`
	URL   string `json:"url"`
}

func (t *Terminal) explainCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use: "explain [--json] [CODE[/SUBCODE] | WORDS | -]", Short: t.Words.Say("terminal.explain"), Long: t.Words.Say("terminal.explain_long"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				arguments = []string{"-"}
			}
			return t.explain(command.Context(), strings.Join(arguments, " "), asJSON)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, t.Words.Say("terminal.flag_json"))
	return command
}

// explain prints what each error found in a text means and what mends it, or
// the known errors that its words are about; "-" stands for the text on standard
// input.
func (t *Terminal) explain(ctx context.Context, text string, asJSON bool) error {
	if text == "-" {
		read, err := t.readAll(ctx)
		if err != nil {
			return t.inputExit(err, ExitUsage)
		}
		text = read
	}
	explanations, guesses := []explanation{}, []guess{}
	found, supposed := t.Words.Explain(text)
	for _, one := range found {
		explanations = append(explanations, t.explained(one))
	}
	for _, one := range supposed {
		guesses = append(guesses, t.supposed(one))
	}
	if len(explanations)+len(guesses) == 0 {
		return usage(t.Words.Say("terminal.explain_none"))
	}
	if asJSON {
		return t.printJSON(struct {
			Schema  string        `json:"schema"`
			Errors  []explanation `json:"errors"`
			Guesses []guess       `json:"guesses,omitempty"`
		}{"latchkey.explain/1", explanations, guesses})
	}
	out := screen.Of(t.Out)
	for i, one := range explanations {
		if i > 0 {
			out.Line("")
		}
		t.printExplanation(out, one)
	}
	t.printGuesses(out, supposed)
	return nil
}

func (t *Terminal) supposed(one trouble.Guess) guess {
	in := func(part string) string {
		return words.Plain(t.Words.Say("trouble.guess."+one.ID+part, one.Values()))
	}
	return guess{
		ID: one.ID, Title: in(".title"), Cause: in(".cause"), Fix: in(".fix"),
		Fixer: string(one.Fixer), URL: site.Meta.Address(one.Page, site.PageIDs{}),
	}
}

// printGuesses prints what may be wrong where no error of Meta's stands, and says
// that it is a guess.
func (t *Terminal) printGuesses(out screen.Screen, guesses []trouble.Guess) {
	for i, one := range guesses {
		if i > 0 {
			out.Line("")
		}
		id := "trouble.guess." + one.ID
		out.Line(t.Words.Say("trouble.guess"))
		out.Line(screen.Bold(t.Words.Say(id+".title", one.Values())))
		out.Line(t.Words.Say(id+".cause", one.Values()))
		out.Line(t.Words.Paragraph(t.Words.Say("fixer."+string(one.Fixer)), t.Words.Say(id+".fix", one.Values())))
		if url := site.Meta.Address(one.Page, site.PageIDs{}); url != "" {
			out.Line(url)
		}
	}
}

func (t *Terminal) explained(err *trouble.Error) explanation {
	trouble := err.Trouble()
	id := "trouble." + trouble.ID
	values := err.Values()
	in := func(part string) string { return words.Plain(t.Words.Say(id+part, values)) }
	said := ""
	if !err.FromCatalogue {
		said = err.InWords()
	}
	return explanation{
		Code: err.Code, Subcode: err.Subcode, Message: said, TraceID: err.TraceID,
		Title: in(".title"), Cause: in(".cause"), Fix: in(".fix"),
		Fixer: string(trouble.Fixer), URL: site.Meta.Address(trouble.Page, site.PageIDs{}),
		err: err,
	}
}

// printExplanation prints what an error is, why, who mends it, how, and where.
func (t *Terminal) printExplanation(out screen.Screen, one explanation) {
	trouble := "trouble." + one.err.Trouble().ID
	out.Line(screen.Bold(t.Words.Named(one.err.CodeText(), one.Title)))
	out.Line(one.Cause)
	out.Line(t.Words.Paragraph(t.Words.Say("fixer."+one.Fixer), t.Words.Say(trouble+".fix", one.err.Values())))
	if words.QuotesMeta(one.err, one.Cause) {
		out.Line(t.Words.Say("trouble.said", one.err.Values()))
	}
	if one.URL != "" {
		out.Line(one.URL)
	}
	if one.TraceID != "" {
		out.Line("fbtrace_id " + one.TraceID)
	}
}

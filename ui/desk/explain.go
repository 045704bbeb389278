package desk

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/support"
)

// explainPage explains errors.
type explainPage struct {
	shell.Simple
	shell   *shell.Shell
	text    *widgets.TextEntry
	trouble *fyne.Container // what is wrong with the text
	results *fyne.Container
	stop    func() // ends the search before; nil before there was one
}

// showExplain shows the page that explains errors: of a pasted answer or log,
// a bare code, or found by a word.
func showExplain(s *shell.Shell) {
	e := &explainPage{shell: s, text: widgets.NewTextArea("", 6), trouble: widgets.NewColumn(0), results: widgets.NewColumn(theme.SmallGap)}
	e.text.SetPlaceHolder(s.Say("explain.placeholder"))
	e.results.Add(e.frequent())
	s.Show(e)
}

// Draw implements shell.Page.
func (e *explainPage) Draw() shell.View {
	s := e.shell
	back := func() { Show(s) }
	return shell.View{
		Title: s.Say("explain.title"),
		Content: widgets.NewPage(
			widgets.NewHead(s.Say("explain.title"), widgets.NewQuietText(s.Say("explain.lead")), e.trouble),
			widgets.NewColumn(theme.Gap, e.text, e.results)),
		Footer: s.Footer(back, s.MainButton(s.Say("explain.main"), e.explain)),
		Enter:  e.explain,
		Escape: back,
		Focus:  e.text,
	}
}

// frequent are errors that many people meet, to be looked at with a press.
func (e *explainPage) frequent() fyne.CanvasObject {
	s, row := e.shell, widgets.NewFlowRow(18, 4)
	for _, code := range []string{"190/463", "200", "131030"} {
		found, _ := s.Words.Explain(code)
		for _, one := range found {
			row.Add(widgets.NewButton(widgets.SmallLink, s.Words.Named(code, s.Say("trouble."+one.Trouble().ID+".title", one.Values())), func() {
				e.text.SetText(code)
				e.explain()
			}))
		}
	}
	return row
}

// explain looks for errors in the text. A whole log takes a while, so it is read
// in the background; a second press looks at what stands there by then.
func (e *explainPage) explain() {
	s := e.shell
	if e.stop != nil {
		e.stop()
	}
	var life shell.Life
	life, e.stop = s.OnPage().Until()
	text := e.text.Text
	if strings.TrimSpace(text) == "" {
		s.Fill(e.results)
		parts.OnTop(s, e.trouble, parts.Wrong(s, s.Say("explain.empty"), e.text))
		return
	}
	s.Fill(e.trouble)
	s.Fill(e.results, widgets.NewSmallText(s.Say("explain.looking")))
	words := s.Words
	shell.Background(life, func(context.Context) explained {
		spoken, err := support.ReadCode(text)
		if err == nil {
			return explained{code: &spoken, errors: spoken.Errors()}
		}
		found, guesses := words.Explain(text)
		return explained{errors: found, guesses: guesses, misheard: errors.Is(err, support.ErrMisheard)}
	}, func(found explained) {
		e.results.RemoveAll()
		switch {
		case found.code != nil:
			e.results.Add(codeCard(s, *found.code))
		case len(found.errors)+len(found.guesses) > 0:
		case found.misheard:
			e.results.Add(widgets.NewText(s.Words.Paragraph("**"+s.Say("report.code.misheard.title")+"**", s.Say("report.code.misheard.fix"))))
		default:
			e.results.Add(widgets.NewText(s.Say("explain.nothing")))
		}
		for _, guess := range found.guesses {
			e.results.Add(guessCard(s, guess))
		}
		e.more(found.errors)
	})
}

// explained is what a text holds.
type explained struct {
	code     *support.Spoken // of a report; nil for none
	misheard bool            // it is like such a code, and is none
	errors   []*trouble.Error
	guesses  []trouble.Guess
}

// more explains the next errors, and has a button for those after them: a log
// may hold hundreds.
func (e *explainPage) more(found []*trouble.Error) {
	s := e.shell
	next := min(parts.CardsAtOnce, len(found))
	for _, one := range found[:next] {
		e.results.Add(errorCard(s, one))
	}
	rest := found[next:]
	parts.AddMore(s, e.results, len(rest), func() { e.more(rest) })
	s.Relayout()
}

// errorCard is a card that says what an error means, who mends it, how, and on
// which page.
func errorCard(s *shell.Shell, err *trouble.Error) fyne.CanvasObject {
	trouble := err.Trouble()
	id := "trouble." + trouble.ID
	values := err.Values()
	lines := widgets.NewColumn(8,
		beside(widgets.NewSmallText(err.CodeText()), copyExplained(s, id, values, trouble.Page)),
		widgets.NewCardTitle(s.Say(id+".title", values)),
		widgets.NewQuietText(s.Say(id+".cause", values)),
		widgets.NewText(s.Words.Paragraph("**"+s.Say("fixer."+string(trouble.Fixer))+"**", s.Say(id+".fix", values))))
	if words.QuotesMeta(err, s.Say(id+".cause", values)) {
		lines.Add(widgets.NewQuietText(s.Say("trouble.said", values)))
	}
	if err.TraceID != "" {
		lines.Add(widgets.NewSmallText("fbtrace_id " + err.TraceID)) // what Meta's support asks for
	}
	addPage(s, lines, trouble.Page)
	return widgets.NewCard(lines)
}

// beside puts a button at the end of a line.
func beside(text *widgets.Text, button *widgets.Button) fyne.CanvasObject {
	return widgets.Row{Gap: 12, Stretch: text}.New(text, button)
}

// copyExplained copies what an error means and how it is mended, for a customer.
func copyExplained(s *shell.Shell, id string, values words.Values, page site.Page) *widgets.Button {
	told := []string{s.Say(id+".title", values), s.Say(id+".cause", values), s.Say(id+".fix", values)}
	if page != site.PageNone {
		told = append(told, s.Env().Page(page, site.PageIDs{}))
	}
	return parts.CopyButton(s, words.Plain(strings.Join(told, "\n")))
}

// guessCard is a card that says what may be wrong, that it is a guess, and what
// it rests on.
func guessCard(s *shell.Shell, guess trouble.Guess) fyne.CanvasObject {
	id := "trouble.guess." + guess.ID
	lines := widgets.NewColumn(8,
		beside(widgets.NewSmallText(s.Say("trouble.guess")), copyExplained(s, id, guess.Values(), guess.Page)),
		widgets.NewCardTitle(s.Say(id+".title", guess.Values())),
		widgets.NewQuietText(s.Say(id+".cause", guess.Values())),
		widgets.NewText(s.Words.Paragraph("**"+s.Say("fixer."+string(guess.Fixer))+"**", s.Say(id+".fix", guess.Values()))))
	addPage(s, lines, guess.Page)
	return widgets.NewCard(lines)
}

// addPage names the page of Meta's where an error is mended, where there is one.
func addPage(s *shell.Shell, lines *fyne.Container, page site.Page) {
	if page != site.PageNone {
		lines.Add(parts.CustomersPage(s, page, func() site.PageIDs { return site.PageIDs{} }))
	}
}

// codeCard is what a report comes down to whose code was read out on the phone.
func codeCard(s *shell.Shell, spoken support.Spoken) fyne.CanvasObject {
	return widgets.NewCard(widgets.NewColumn(8,
		widgets.NewSmallText(s.Say("report.code", words.Values{"Code": spoken.String()})),
		widgets.NewCardTitle(s.Words.Spoken(spoken))))
}

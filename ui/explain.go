package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// explainPage explains errors.
type explainPage struct {
	*Window
	text    *widgets.TextEntry
	results *fyne.Container
	stop    func() // ends the search before; nil before there was one
}

// ShowExplain shows the page that explains errors: of a pasted answer or log,
// a bare code, or found by a word.
func (w *Window) ShowExplain() {
	w.leave()
	e := &explainPage{Window: w, text: widgets.NewTextArea("", 6), results: widgets.NewColumn(theme.SmallGap)}
	e.text.SetPlaceHolder(w.say("explain.placeholder"))
	w.show(page{
		title: w.say("explain.title"),
		content: widgets.NewPage(
			widgets.NewColumn(1, widgets.NewTitle(w.say("explain.title")),
				widgets.NewStyledText(w.say("explain.lead"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 640})),
			widgets.NewColumn(theme.Gap, e.text, e.results)),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, w.say("button.back"), w.ShowCheckToken)},
			[]fyne.CanvasObject{widgets.NewButton(widgets.Primary, w.say("explain.main"), e.explain)}),
		enter:  e.explain,
		escape: w.ShowCheckToken,
		focus:  e.text,
	})
}

// explain looks for errors in the text. A whole log takes a while, so it is read
// in the background; a second press looks at what stands there by then.
func (e *explainPage) explain() {
	if e.stop != nil {
		e.stop()
	}
	var ctx context.Context
	ctx, e.stop = context.WithCancel(e.here)
	text := e.text.Text
	if strings.TrimSpace(text) == "" {
		e.fill(e.results, widgets.NewText(e.say("explain.empty")))
		return
	}
	e.fill(e.results, widgets.NewSmallText(e.say("explain.looking")))
	var found []*trouble.Error
	e.backgroundIn(ctx, func(context.Context) { found = e.Words.FindErrors(text) }, func() {
		e.results.RemoveAll()
		if len(found) == 0 {
			e.results.Add(widgets.NewText(e.say("explain.nothing")))
		}
		e.more(found)
	})
}

// more explains the next errors, and has a button for those after them: a log
// may hold hundreds.
func (e *explainPage) more(found []*trouble.Error) {
	next := min(cardsAtOnce, len(found))
	for _, one := range found[:next] {
		e.results.Add(e.explained(one))
	}
	rest := found[next:]
	e.addMore(e.results, len(rest), func() { e.more(rest) })
	e.relayout()
}

// explained is a card that says what an error means, who mends it, how, and on
// which page.
func (w *Window) explained(err *trouble.Error) fyne.CanvasObject {
	trouble := err.Trouble()
	id := "trouble." + trouble.ID
	values := words.TroubleValues(err)
	lines := widgets.NewColumn(8,
		widgets.NewSmallText(err.CodeText()),
		widgets.NewCardTitle(w.say(id+".title", values)),
		widgets.NewQuietText(w.say(id+".cause", values)),
		widgets.NewText(w.Words.Paragraph("**"+w.say("fixer."+string(trouble.Fixer))+"**", w.say(id+".fix", values))))
	if trouble.Page != site.PageNone {
		lines.Add(w.opener(w.say("page."+string(trouble.Page)), widgets.Secondary,
			func() string { return w.env().Page(trouble.Page, site.PageIDs{}) }, nil))
	}
	return widgets.NewCard(lines)
}

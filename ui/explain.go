package ui

import (
	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// ShowExplain shows the page that explains errors: of a pasted answer or log,
// a bare code, or found by a word.
func (w *Window) ShowExplain() {
	w.leave()
	text := widgets.NewTextArea("", 6)
	text.SetPlaceHolder(w.say("explain.placeholder"))
	results := widgets.NewColumn(theme.SmallGap)
	explain := func() {
		found := graph.FindErrors(text.Text)
		cards := make([]fyne.CanvasObject, 0, len(found))
		for _, one := range found {
			cards = append(cards, w.explained(one.Error))
		}
		if len(cards) == 0 {
			for _, entry := range w.Words.Troubles(text.Text) {
				cards = append(cards, w.explained(&graph.Error{Code: entry.Code, Subcode: entry.Subcode, Message: entry.Says}))
			}
		}
		if len(cards) == 0 {
			cards = append(cards, widgets.NewText(w.say("explain.nothing")))
		}
		w.fill(results, cards...)
	}
	w.show(page{
		title: w.say("explain.title"),
		content: widgets.NewPage(
			widgets.NewColumn(1, widgets.NewTitle(w.say("explain.title")),
				widgets.NewStyledText(w.say("explain.lead"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 640})),
			widgets.NewColumn(theme.Gap, text, results)),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, w.say("button.back"), w.ShowCheckToken)},
			[]fyne.CanvasObject{widgets.NewButton(widgets.Primary, w.say("explain.main"), explain)}),
		enter:  explain,
		escape: w.ShowCheckToken,
		focus:  text,
	})
}

// explained is a card that says what an error means, who mends it, how, and on
// which page.
func (w *Window) explained(err *graph.Error) fyne.CanvasObject {
	trouble := err.Trouble()
	id := "trouble." + trouble.ID
	values := words.Values{"Code": err.CodeText(), "Message": err.Message, "TraceID": err.TraceID}
	lines := widgets.NewColumn(8,
		widgets.NewSmallText(err.CodeText()),
		widgets.NewCardTitle(w.say(id+".title", values)),
		widgets.NewQuietText(w.say(id+".cause", values)),
		widgets.NewText("**"+w.say("fixer."+string(trouble.Fixer))+"** "+w.say(id+".fix", values)))
	if trouble.Page != graph.PageNone {
		lines.Add(w.opener(w.say("page."+string(trouble.Page)), widgets.Secondary,
			func() string { return w.world().Page(trouble.Page, graph.PageIDs{}) }, nil))
	}
	return widgets.NewCard(lines)
}

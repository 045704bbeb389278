package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/practice"
)

// showTraining lists the prepared troubles: customers' stories, each with a
// token to check and something to put right on the pretend pages.
func (w *Window) showTraining() {
	w.leave()
	list := widgets.NewColumn(theme.SmallGap)
	for _, scenario := range w.practice.Training() {
		list.Add(widgets.NewChoiceCard(w.say("training."+scenario.Name+".title"), w.say("training."+scenario.Name+".story"),
			func() { w.showStory(scenario) }))
	}
	w.show(page{
		title: w.say("training.title"),
		content: widgets.NewPage(widgets.NewColumn(1, widgets.NewTitle(w.say("training.title")),
			widgets.NewStyledText(w.say("training.lead"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 640})), list),
		footer: widgets.NewFooter([]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, w.say("button.back"), w.ShowHome)}, nil),
		escape: w.ShowHome,
	})
}

// storyPage is one prepared trouble while it is worked on.
type storyPage struct {
	*Window
	scenario practice.Scenario
	entry    *widgets.SecretEntry
	outcome  *fyne.Container
	results  *fyne.Container
	stop     func() // ends the check before, so that two do not share a place
}

// showStory tells the story, checks the customer's token, opens the pretend
// pages, and says when the trouble is put right.
func (w *Window) showStory(scenario practice.Scenario) {
	w.leave()
	w.left = func() { w.practice.Show("") }
	w.practice.Show(scenario.Name)
	s := &storyPage{
		Window: w, scenario: scenario, entry: w.secretEntry(),
		outcome: widgets.NewColumn(0), results: widgets.NewColumn(theme.SmallGap),
	}
	s.entry.SetValue(scenario.Token.Reveal())
	s.entry.OnSubmitted = func(string) { s.check() }
	w.returned = s.look
	pages := w.opener(w.say("training.open"), widgets.Secondary, func() string { return w.practice.Address() }, nil)
	w.show(page{
		title: w.say("training." + scenario.Name + ".title"),
		content: widgets.NewPage(
			widgets.NewColumn(1, widgets.NewTitle(w.say("training."+scenario.Name+".title")),
				widgets.NewStyledText(w.say("training."+scenario.Name+".story"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 700})),
			widgets.NewColumn(theme.Gap, s.outcome,
				widgets.NewColumn(4, widgets.NewSmallText(w.say("training.token")), s.entry), pages, s.results)),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, w.say("button.back"), w.showTraining)},
			[]fyne.CanvasObject{
				widgets.NewButton(widgets.Link, w.say("training.look"), s.look),
				widgets.NewButton(widgets.Primary, w.say("desk.main"), s.check),
			}),
		enter:  s.check,
		escape: w.showTraining,
	})
}

// look says whether the trouble is put right.
func (s *storyPage) look() {
	if s.practice.Solved(s.scenario.Name) {
		s.fill(s.outcome, widgets.NewCard(widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Fine, s.say("status.pass")),
			widgets.NewText(s.say("training."+s.scenario.Name+".solved")))))
	} else {
		s.fill(s.outcome, widgets.NewCard(widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Advice, s.say("status.warn")),
			widgets.NewText(s.say("training.not_yet")))))
	}
	widgets.Reveal(s.outcome)
}

func (s *storyPage) check() {
	paste := check.ReadPaste(s.entry.Value())
	if !paste.Usable() {
		summary := widgets.NewTroubleSummary(s.say("trouble.summary"),
			widgets.Trouble{Text: words.Plain(s.pasteTrouble(paste)), Field: s.entry.Field()})
		s.fill(s.outcome, summary)
		s.window.Canvas().Focus(summary)
		return
	}
	if s.stop != nil {
		s.stop()
	}
	var ctx context.Context
	ctx, s.stop = context.WithCancel(s.here)
	s.checkInto(ctx, s.results, paste, check.Expectation{})
}

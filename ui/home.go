package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard"
	"latchkey/wizard/vault"
)

// ShowHome shows the saved tokens, read from the index, and the three ways to
// go. The keychain is not asked.
func (w *Window) ShowHome() {
	w.leave()
	world := w.world()
	var entries []vault.Entry
	var err error
	var resumable bool
	w.putHome(nil, nil, false)
	w.background(func(ctx context.Context) {
		entries, err = world.Vault.List(ctx)
		resumable = wizard.Resumable(ctx, world)
	}, func() {
		if w.left == nil {
			w.putHome(entries, err, resumable)
		}
	})
}

func (w *Window) putHome(entries []vault.Entry, err error, resumable bool) {
	space := widgets.NewSpacer()
	header := widgets.Row{Gap: 14, Stretch: space}.New(widgets.NewAppMark(w.say("app.name")), space,
		widgets.NewButton(widgets.QuietLink, w.say("settings.title"), w.showSettings),
		widgets.NewButton(widgets.QuietLink, w.say("button.help"), w.showHelp))
	head := widgets.NewColumn(28, header)
	body := widgets.NewColumn(26)
	if err != nil {
		body.Add(widgets.NewFixCard(widgets.Fix{Word: w.say("status.fail"), Title: w.say("files.title"), Text: w.fileTrouble(err)}))
	}
	if len(entries) > 0 {
		head.Add(widgets.NewTitle(w.say("home.saved")))
		cards := widgets.NewColumn(theme.SmallGap)
		for _, entry := range entries {
			cards.Add(w.savedCard(entry))
		}
		body.Add(cards)
	} else {
		head.Add(widgets.NewColumn(2, widgets.NewTitle(w.say("home.title")), widgets.NewQuietText(w.say("home.lead"))))
	}
	body.Add(w.homeChoices(len(entries) == 0, resumable))
	body.Add(widgets.NewFlowRow(6, 4, widgets.NewSmallText(w.say("home.helping")),
		widgets.NewButton(widgets.SmallLink, w.say("home.training"), w.practiseTroubles)))
	if len(entries) == 0 {
		body.Add(w.notes("home.note"))
	}
	title := w.say("home.title")
	if len(entries) > 0 {
		title = w.say("home.saved")
	}
	w.show(page{title: title, content: widgets.NewPadded(28, -2, 28, 0, widgets.NewPage(head, body))})
}

// homeChoices are the three ways to go. With nothing saved the first of them
// is the main one.
func (w *Window) homeChoices(empty, resumable bool) fyne.CanvasObject {
	setup, detail := w.say("home.setup"), w.say("home.setup_detail")
	if resumable {
		setup, detail = w.say("home.resume"), w.say("home.resume_detail")
	}
	newCard := widgets.NewChoiceCard
	if empty {
		newCard = widgets.NewMainChoiceCard
	}
	return widgets.NewGrid(3, theme.Gap, 200,
		newCard(setup, detail, w.ShowSetup),
		widgets.NewChoiceCard(w.say("home.check"), w.say("home.check_detail"), w.ShowCheckToken),
		widgets.NewChoiceCard(w.say("home.practise"), w.say("home.practise_detail"), w.practiseSetup))
}

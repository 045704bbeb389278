package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/partner"
	"latchkey/wizard/saved"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

var conditionBadges = map[saved.Condition]widgets.Status{
	saved.Works: widgets.Fine, saved.WithAdvice: widgets.Advice, saved.EndsSoon: widgets.Advice,
	saved.Ended: widgets.ToFix, saved.Broken: widgets.ToFix, saved.Unchecked: widgets.Quiet,
}

// savedNote shows a saved token anew where something was done with it, with a
// note that says what came of it.
type savedNote func(entry vault.Entry, note fyne.CanvasObject)

// onCard shows notes on the card in a place.
func (w *Window) onCard(place *fyne.Container) savedNote {
	return func(entry vault.Entry, note fyne.CanvasObject) { w.fillSavedCard(place, entry, note) }
}

// noteIn shows notes alone, in a place that takes no room before.
func (w *Window) noteIn(place *fyne.Container) savedNote {
	place.Hide()
	return func(_ vault.Entry, note fyne.CanvasObject) {
		place.Show()
		w.fill(place, note)
	}
}

// fillSavedCard draws a saved token's card. note, where there is one, stands
// below the buttons, which stay where they were pressed: what was just done. While the token is being fetched
// again the card says so, and nothing else can be done with it.
func (w *Window) fillSavedCard(place *fyne.Container, entry vault.Entry, note fyne.CanvasObject) {
	fetching := w.fetching[entry.Name]
	if fetching != nil {
		note = fetching.note
	}
	condition := saved.ConditionOf(entry, w.now())
	title := widgets.NewColumn(0, widgets.NewCardTitle(entry.Name), widgets.NewSmallText(w.savedDetail(entry)))
	content := widgets.NewColumn(10,
		widgets.Row{Gap: 16, Align: widgets.AlignTop, Stretch: title}.New(title,
			widgets.NewBadge(conditionBadges[condition], w.say("condition."+string(condition)))),
		widgets.NewSpans(widgets.TextStyle{},
			widgets.Span{Text: w.savedSentence(entry, condition) + " "},
			widgets.Span{Text: w.savedChecked(entry), Color: theme.ColorNameQuietText}))
	if fetching == nil {
		content.Add(w.savedButtons(place, entry, condition))
	}
	if note != nil {
		content.Add(note)
	}
	place.Objects = []fyne.CanvasObject{widgets.NewPaddedCard(20, 18, content)}
	place.Refresh()
}

func (w *Window) savedButtons(place *fyne.Container, entry vault.Entry, condition saved.Condition) fyne.CanvasObject {
	button := func(id string, importance widgets.Importance, act func()) fyne.CanvasObject {
		return widgets.NewButton(importance, w.say(id), act)
	}
	buttons := []fyne.CanvasObject{
		button("saved.check", widgets.Secondary, func() { w.checkSaved(place, entry) }),
		button("saved.copy", widgets.Secondary, func() { w.copySaved(place, entry) }),
		button("saved.hand_over", widgets.Secondary, func() { w.showHandOver(entry, w.ShowHome) }),
		button("saved.more", widgets.Link, func() { w.showSaved(entry) }),
	}
	if condition == saved.EndsSoon || condition == saved.Ended || condition == saved.Broken {
		renew := button("saved.renew", widgets.Primary, func() { w.renew(entry, w.onCard(place)) })
		buttons = append([]fyne.CanvasObject{renew}, buttons...)
	}
	return widgets.NewFlowRow(10, 10, buttons...)
}

func (w *Window) savedDetail(entry vault.Entry) string {
	return w.say("saved.detail", words.Values{
		"Number": saved.NumberOf(entry), "App": entry.AppName, "Last4": entry.Last4,
	})
}

func (w *Window) savedSentence(entry vault.Entry, condition saved.Condition) string {
	end := saved.EndOf(entry)
	values := words.Values{}
	if !end.IsZero() {
		values["When"], values["Left"] = w.Words.When(end, w.now()), w.Words.Left(end, w.now())
	}
	if entry.NeverExpires {
		values["Never"] = "yes"
	}
	return w.say("saved."+string(condition), values)
}

func (w *Window) savedChecked(entry vault.Entry) string {
	if entry.LastCheckedAt.IsZero() {
		return ""
	}
	return w.say("saved.checked", words.Values{"When": w.Words.When(entry.LastCheckedAt, w.now())})
}

// checkSaved checks a saved token and shows what came of it on its card.
func (w *Window) checkSaved(place *fyne.Container, entry vault.Entry) {
	w.fillSavedCard(place, entry, widgets.NewSmallText(w.say("saved.checking")))
	env := w.env()
	var outcome environment.SavedCheck
	w.background(func(ctx context.Context) { outcome = env.CheckEntry(ctx, entry) },
		func() { w.showOutcome(place, outcome) })
}

func (w *Window) showOutcome(place *fyne.Container, outcome environment.SavedCheck) {
	if outcome.Err != nil {
		w.fillSavedCard(place, outcome.Entry, w.savedTrouble(outcome.Entry, outcome.Err, w.onCard(place)))
		return
	}
	summary := w.Words.Verdict(outcome.Report).Summary
	if outcome.Report.Verdict.Status != check.Undecided { // that says so itself
		summary = w.Words.Paragraph(w.say("saved.just_checked"), summary)
	}
	var note fyne.CanvasObject = widgets.NewSmallText(summary)
	if row := outcome.Report.Verdict.About; row.Problem() {
		note = widgets.NewColumn(4, note, widgets.NewSmallText(w.Words.Row(row, w.now()).Fix))
	}
	w.fillSavedCard(place, outcome.Entry, note)
}

// savedTrouble says why a saved token could not be read, with a way out where
// the keychain no longer holds it. show is where what comes of that is told.
func (w *Window) savedTrouble(entry vault.Entry, err error, show savedNote) fyne.CanvasObject {
	id, values := keychainTrouble(err)
	text := widgets.NewColumn(4, widgets.NewText("**"+w.say(id+".title")+"**"), widgets.NewSmallText(w.Words.Paragraph(w.say(id+".cause"), w.say(id+".fix", values))))
	if id == "keychain."+string(vault.NotFound) {
		text.Add(widgets.NewFlowRow(14, 0,
			widgets.NewButton(widgets.SmallLink, w.say("saved.renew"), func() { w.renew(entry, show) }),
			widgets.NewButton(widgets.SmallLink, w.say("saved.forget"), func() { w.forget(entry) })))
	}
	return text
}

// forget takes a name off the list whose token is no longer there.
func (w *Window) forget(entry vault.Entry) {
	env := w.env()
	var err error
	w.background(func(ctx context.Context) { err = env.Vault.Forget(ctx, entry.Name) }, func() {
		w.ShowHome()
		if err != nil {
			w.tell(w.say("files.title"), w.fileTrouble(err))
		}
	})
}

// renew walks to another token in the place of a saved one. One of a
// Multi-Partner Solution is simply fetched again, where the partner's own token
// is saved too; show is where that is told.
func (w *Window) renew(entry vault.Entry, show savedNote) {
	if partner.Refetchable(entry) && entry.Partner != "" {
		w.refetch(entry, show)
		return
	}
	w.leave()
	pages := &setupPages{Window: w, setup: setup.Renew(w.env(), entry)}
	pages.showStep()
}

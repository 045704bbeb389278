package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// showSaved shows everything that is known about one saved token, and what can
// be done with it.
func (w *Window) showSaved(entry vault.Entry) {
	w.leave()
	place := widgets.NewColumn(0)
	w.fillSavedDetails(place, entry)
	button := func(id string, importance widgets.Importance, act func()) fyne.CanvasObject {
		return widgets.NewButton(importance, w.say(id), act)
	}
	w.show(page{
		title: entry.Name,
		content: widgets.NewPage(widgets.NewColumn(1, widgets.NewTitle(entry.Name),
			widgets.NewQuietText(w.savedSentence(entry, wizard.ConditionOf(entry, w.now()))+" "+w.savedChecked(entry))), place),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{button("button.back", widgets.Secondary, w.ShowHome)},
			[]fyne.CanvasObject{
				button("saved.remove", widgets.Link, func() { w.askRemove(entry) }),
				button("saved.rename", widgets.Link, func() { w.askRename(entry) }),
				button("calendar.button", widgets.Link, func() { w.saveCalendar(entry) }),
				button("saved.renew", widgets.Secondary, func() { w.renew(entry) }),
				button("saved.hand_over", widgets.Primary, func() { w.showHandOver(entry) }),
			}),
		enter:  func() { w.showHandOver(entry) },
		escape: w.ShowHome,
	})
	w.askKeychain(place, entry)
}

func (w *Window) fillSavedDetails(place *fyne.Container, entry vault.Entry) {
	row := func(id, value string) widgets.SummaryRow {
		return widgets.SummaryRow{Name: w.say("keep." + id), Value: value}
	}
	rows := []widgets.SummaryRow{
		row("works_as", w.worksAs(check.TokenFacts{Kind: check.Kind(entry.Kind), UserName: entry.UserName, AppName: entry.AppName})),
	}
	for _, account := range entry.Accounts {
		rows = append(rows, row("account", account.Name+" ("+account.ID+")"))
		for _, phone := range account.Phones {
			rows = append(rows, row("number", phone.Display+", “"+phone.Name+"” ("+phone.ID+")"))
		}
	}
	rows = append(rows,
		row("may", strings.Join(entry.Permissions, ", ")),
		row("expires", w.expires(check.TokenFacts{NeverExpires: entry.NeverExpires, ExpiresAt: entry.ExpiresAt})),
		row("kept_in", w.say("keep.place", words.Values{"Place": w.say("place." + string(entry.Place)), "Service": w.service()})),
		row("saved_at", w.Words.Date(entry.SavedAt, w.now())))
	place.Objects = []fyne.CanvasObject{widgets.NewSummaryList(rows...)}
}

// askKeychain looks whether the keychain still holds what the index says, and
// shows it for what it is where it does not.
func (w *Window) askKeychain(place *fyne.Container, entry vault.Entry) {
	world := w.world()
	var state vault.State
	var err error
	w.background(func(ctx context.Context) { state, err = world.Vault.State(ctx, entry.Name) }, func() {
		switch {
		case err != nil:
			w.fill(place, append([]fyne.CanvasObject{w.savedTrouble(entry, err)}, place.Objects...)...)
		case state == vault.Missing:
			missing := &vault.Error{Reason: vault.NotFound}
			w.fill(place, append([]fyne.CanvasObject{w.savedTrouble(entry, missing)}, place.Objects...)...)
		case state == vault.Different:
			w.fill(place, append([]fyne.CanvasObject{widgets.NewFixCard(widgets.Fix{
				Word: w.say("status.warn"), Title: w.say("state.different.title"), Text: w.say("state.different.fix"),
			})}, place.Objects...)...)
		}
	})
}

// askRemove removes a saved token, once confirmed, and says that it is gone.
func (w *Window) askRemove(entry vault.Entry) {
	world := w.world()
	var dialog *widgets.Dialog
	keep := widgets.NewButton(widgets.Secondary, w.say("remove.keep"), func() { dialog.Hide() })
	remove := widgets.NewButton(widgets.Primary, w.say("remove.do"), func() {
		var err error
		w.background(func(ctx context.Context) { err = world.Vault.Remove(ctx, entry.Name) }, func() {
			dialog.Hide()
			if err != nil {
				w.tell(w.say(keychainTrouble(err)+".title"), w.say(keychainTrouble(err)+".fix"))
				return
			}
			w.ShowHome()
			w.tell(w.say("remove.gone", words.Values{"Name": entry.Name}), w.say("remove.gone_text"))
		})
	})
	dialog = w.dialog(w.say("remove.title", words.Values{"Name": entry.Name}), widgets.NewText(w.say("remove.text")), keep, remove)
}

// askRename keeps a saved token under another name.
func (w *Window) askRename(entry vault.Entry) {
	world := w.world()
	w.askName(entry.Name,
		func(ctx context.Context, name string) error { return world.Vault.Rename(ctx, entry.Name, name) },
		func(name string) {
			entry.Name = name
			w.showSaved(entry)
		})
}

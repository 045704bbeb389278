package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// savedPage is the page of one saved token while it is shown.
type savedPage struct {
	*Window
	entry          vault.Entry // as it was last read
	sentence       *widgets.Text
	notes, details *fyne.Container
}

// showSaved shows everything that is known about one saved token, and what can
// be done with it.
func (w *Window) showSaved(entry vault.Entry) {
	w.leave()
	s := &savedPage{Window: w, sentence: widgets.NewQuietText(""), notes: widgets.NewColumn(0), details: widgets.NewColumn(0)}
	button := func(id string, importance widgets.Importance, act func()) fyne.CanvasObject {
		return widgets.NewButton(importance, w.say(id), act)
	}
	w.show(page{
		title: entry.Name,
		content: widgets.NewPage(widgets.NewColumn(1, widgets.NewTitle(entry.Name), s.sentence),
			widgets.NewColumn(theme.SmallGap, s.notes, s.details)),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{button("button.back", widgets.Secondary, w.ShowHome)},
			[]fyne.CanvasObject{
				button("saved.remove", widgets.Link, func() { w.askRemove(s.entry) }),
				button("saved.rename", widgets.Link, func() { w.askRename(s.entry) }),
				button("calendar.button", widgets.Link, func() { w.saveCalendar(s.entry) }),
				button("saved.renew", widgets.Secondary, func() { w.renew(s.entry, s.tellOf) }),
				button("saved.hand_over", widgets.Primary, func() { w.showHandOver(s.entry, func() { w.showSaved(s.entry) }) }),
			}),
		enter:  func() { w.showHandOver(s.entry, func() { w.showSaved(s.entry) }) },
		escape: w.ShowHome,
	})
	s.tellOf(entry, nil)
	s.askKeychain(entry)
}

// tellOf fills the page in with what is listed now, and with what was just done.
func (s *savedPage) tellOf(entry vault.Entry, note fyne.CanvasObject) {
	s.entry = entry
	s.sentence.SetText(s.Words.Paragraph(s.savedSentence(entry, saved.ConditionOf(entry, s.now())), s.savedChecked(entry)))
	s.details.Objects = []fyne.CanvasObject{widgets.NewSummaryList(s.savedDetails(entry)...)}
	s.notes.RemoveAll()
	if note != nil {
		s.notes.Add(note)
	}
	s.relayout()
}

func (w *Window) savedDetails(entry vault.Entry) []widgets.SummaryRow {
	var rows []widgets.SummaryRow
	add := func(id, value string) {
		rows = append(rows, widgets.SummaryRow{Name: w.say("keep." + id), Value: value})
	}
	add("works_as", w.worksAs(check.TokenFacts{Kind: check.Kind(entry.Kind), UserName: entry.UserName, AppName: entry.AppName}))
	if entry.ClientBusinessID != "" {
		add("customer", entry.ClientBusinessID)
	}
	if entry.SolutionID != "" {
		add("solution", entry.SolutionID)
		add("fetched_with", w.say("keep.fetched_with_text", words.Values{"Name": entry.Partner}))
	}
	for _, account := range entry.Accounts {
		add("account", account.Name+" ("+account.ID+")")
		for _, phone := range account.Phones {
			add("number", phone.Display+", “"+phone.Name+"” ("+phone.ID+")")
		}
	}
	if entry.Kind != "" { // it was checked once
		add("may", w.mayDo(entry.Permissions))
		add("expires", w.expires(check.TokenFacts{NeverExpires: entry.NeverExpires, ExpiresAt: entry.ExpiresAt}))
	}
	add("kept_in", w.say("keep.place", words.Values{"Place": w.say("place." + string(entry.Place)), "Service": w.service()}))
	add("saved_at", w.Words.Date(entry.SavedAt, w.now()))
	return rows
}

// askKeychain looks whether the keychain still holds what the index says, and
// shows it for what it is where it does not.
func (s *savedPage) askKeychain(entry vault.Entry) {
	env := s.env()
	var state vault.State
	var err error
	s.onPage(func(ctx context.Context) { state, err = env.Vault.State(ctx, entry.Name) }, func() {
		if s.fetching[entry.Name] != nil {
			return // another token is on its way
		}
		switch {
		case err != nil:
			s.tellOf(entry, s.savedTrouble(entry, err, s.tellOf))
		case state == vault.Missing:
			s.tellOf(entry, s.savedTrouble(entry, &vault.Error{Reason: vault.NotFound}, s.tellOf))
		case state == vault.Different:
			s.tellOf(entry, widgets.NewFixCard(widgets.Fix{
				Word: s.say("status.warn"), Title: s.say("state.different.title"), Text: s.say("state.different.fix"),
			}))
		}
	})
}

// stopFetching ends fetching a token again, so that a new one does not come in
// under a name that is being removed or changed.
func (w *Window) stopFetching(name string) {
	if fetching := w.fetching[name]; fetching != nil {
		fetching.stop()
	}
}

// askRemove removes a saved token, once confirmed, and says that it is gone.
func (w *Window) askRemove(entry vault.Entry) {
	w.stopFetching(entry.Name)
	env := w.env()
	var dialog *widgets.Dialog
	keep := widgets.NewButton(widgets.Secondary, w.say("remove.keep"), func() { dialog.Hide() })
	remove := widgets.NewButton(widgets.Primary, w.say("remove.do"), func() {
		var err error
		w.background(func(ctx context.Context) { err = env.Vault.Remove(ctx, entry.Name) }, func() {
			dialog.Hide()
			if err != nil {
				id, values := keychainTrouble(err)
				w.tell(w.say(id+".title"), w.say(id+".fix", values))
				return
			}
			w.ShowHome()
			w.tell(w.say("remove.gone", words.Values{"Name": entry.Name}), w.say("remove.gone_text"))
		})
	})
	dialog = w.dialog(w.say("remove.title", words.Values{"Name": entry.Name}), widgets.NewText(w.say("remove.text"+revoker(entry))), keep, remove)
}

// revoker is what the ids of the words about revoking end in: a business token is
// the customer's to take back.
func revoker(entry vault.Entry) string {
	if entry.ClientBusinessID != "" {
		return "_customer"
	}
	return ""
}

// askRename keeps a saved token under another name.
func (w *Window) askRename(entry vault.Entry) {
	w.stopFetching(entry.Name)
	env := w.env()
	w.askName(entry.Name,
		func(ctx context.Context, name string) error { return env.Vault.Rename(ctx, entry.Name, name) },
		func(name string) {
			entry.Name = name
			w.showSaved(entry)
		})
}

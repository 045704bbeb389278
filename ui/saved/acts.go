package saved

import (
	"slices"

	"fyne.io/fyne/v2"

	"latchkey/ui/repair"
	"latchkey/ui/widgets"
	wizard "latchkey/wizard/repair"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// act is something that can be done with a saved token.
type act struct {
	id   string // of its label
	hint string // the id of what the label is too short for
	do   func()
	ends bool // it takes the token away for good, here or everywhere
}

// acts are all that can be done with a saved token, in the order in which its menu lists
// them.
func (t *Tokens) acts(entry vault.Entry, at where) []act {
	s := t.shell
	back := func(bool) { at.back() }
	acts := []act{
		{checkNow, "hint.check", func() { t.check(entry, at) }, false},
		{"saved.copy", "hint.copy", func() { t.Copy(entry, at.note) }, false},
		{handOver, "hint.hand_over", func() { s.Rooms.HandOver(entry, at.back) }, false},
	}
	if !at.page {
		acts = append(acts, act{details, "hint.details", func() { Show(s, entry) }, false})
	}
	acts = append(acts, act{renew, "hint.renew", func() { t.renew(entry, at) }, false})
	if wizard.Extendable(entry, s.Now()) {
		acts = append(acts, act{extend, "hint.extend", func() { repair.Extend(s, entry, back) }, false})
	}
	return append(acts,
		act{"fix.revoke.button", "hint.revoke", func() { repair.Revoke(s, entry, back) }, true},
		act{"saved.rename", "hint.rename", func() { t.askRename(entry, at) }, false},
		act{calendar, "hint.calendar", func() { SaveCalendar(s, entry) }, false},
		act{"saved.remove", "hint.remove", func() { t.askRemove(entry) }, true},
	)
}

// The ids of what is more than one of many.
const (
	checkNow = "saved.check"
	handOver = "saved.hand_over"
	details  = "saved.details"
	renew    = "saved.renew"
	extend   = "fix.extend.button"
	calendar = "calendar.button"
)

// needed is what a saved token needs next; "" where it is fine as it is.
func (t *Tokens) needed(entry vault.Entry) string {
	switch saved.ConditionOf(entry, t.shell.Now()) {
	case saved.Ended:
		return renew
	case saved.Broken:
		if t.found[entry.Name].about.NeedsNewToken() {
			return renew
		}
		return checkNow
	case saved.EndsSoon:
		if wizard.Extendable(entry, t.shell.Now()) {
			return extend
		}
		return renew
	case saved.Unchecked:
		return checkNow
	}
	return ""
}

// buttons are the few acts on a card, what the token needs first.
func (t *Tokens) buttons(entry vault.Entry, at where) fyne.CanvasObject {
	needed, row := t.needed(entry), widgets.NewFlowRow(8, 8)
	acts := t.acts(entry, at)
	add := func(act act) {
		button := t.button(act, widgets.Secondary)
		if act.id == needed && saved.ConditionOf(entry, t.shell.Now()) != saved.Unchecked { // with which nothing is wrong
			t.needy[entry.Name] = needy{entry, button}
		}
		row.Add(button)
	}
	few := acts[:indexOf(acts, details)]
	if at := indexOf(acts, needed); at >= len(few) {
		add(acts[at])
	}
	for _, act := range few {
		add(act)
	}
	row.Add(t.button(acts[indexOf(acts, details)], widgets.Link))
	return row
}

// button is that of an act.
func (t *Tokens) button(act act, importance widgets.Importance) *widgets.Button {
	button := widgets.NewButton(importance, t.shell.Say(act.id), act.do)
	button.SetHint(t.shell.Say(act.hint), t.shell.After)
	return button
}

func indexOf(acts []act, id string) int {
	return slices.IndexFunc(acts, func(one act) bool { return one.id == id })
}

// menu are all acts, as the right mouse button shows them.
func (t *Tokens) menu(entry vault.Entry, at where) []*fyne.MenuItem {
	if t.fetching[entry.Name] != nil {
		return nil // until it has come, nothing else can be done
	}
	var items []*fyne.MenuItem
	for _, act := range t.acts(entry, at) {
		items = append(items, fyne.NewMenuItem(t.shell.Say(act.id), act.do))
	}
	return items
}

// dated tells whether a saved token has an end that a calendar can hold.
func (t *Tokens) dated(entry vault.Entry) bool { return saved.WithoutDate(entry, t.shell.Now()) == "" }

// withCalendar puts what adds a token's end to a calendar beside the words that tell of it.
func (t *Tokens) withCalendar(entry vault.Entry, text fyne.CanvasObject) fyne.CanvasObject {
	add := CalendarLink(t.shell, entry)
	if add == nil {
		return text
	}
	return widgets.Row{Gap: 16, Align: widgets.AlignTop, Stretch: text}.New(text, add)
}

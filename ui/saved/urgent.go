package saved

import (
	"latchkey/ui/widgets"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// needy is a saved token that needs something, with the button on its card that does it.
type needy struct {
	entry  vault.Entry
	button *widgets.Button
}

// markUrgent has the one act that is the most urgent of those on the page stand out, now that the
// card of a token was drawn. There may be thousands of them, so only that one is compared with
// what was the most urgent before.
func (t *Tokens) markUrgent(drawn string) {
	before := t.first
	if before == drawn { // it may need less by now
		t.first = ""
		for name := range t.needy {
			t.first = t.moreUrgent(t.first, name)
		}
	} else {
		t.first = t.moreUrgent(before, drawn)
	}
	if former, there := t.needy[before]; there && before != t.first {
		former.button.SetImportance(widgets.Secondary)
	}
	first, there := t.needy[t.first]
	if there {
		first.button.SetImportance(widgets.Primary)
	}
	if t.Urgent != nil {
		t.Urgent(there)
	}
}

// PressUrgent does the act that stands out, and tells whether one does.
func (t *Tokens) PressUrgent() bool {
	first, there := t.needy[t.first]
	if there {
		first.button.OnTapped()
	}
	return there
}

// moreUrgent is that of two names whose token needs something sooner; "" where neither does.
func (t *Tokens) moreUrgent(one, other string) string {
	a, first := t.needy[one]
	b, second := t.needy[other]
	switch {
	case first && second:
		return saved.Sorted([]vault.Entry{a.entry, b.entry}, t.shell.Now())[0].Name
	case second:
		return other
	case first:
		return one
	}
	return ""
}

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

// markUrgent has the one act that is the most urgent of those on the page stand out.
func (t *Tokens) markUrgent() {
	var entries []vault.Entry
	for _, one := range t.needy {
		entries = append(entries, one.entry)
	}
	for i, entry := range saved.Sorted(entries, t.shell.Now()) {
		importance := widgets.Secondary
		if i == 0 {
			importance = widgets.Primary
		}
		t.needy[entry.Name].button.SetImportance(importance)
	}
	if t.Urgent != nil {
		t.Urgent(len(entries) > 0)
	}
}

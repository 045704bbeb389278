package ui

import (
	"context"

	"latchkey/ui/widgets"
	"latchkey/wizard/vault"
)

// askName asks for a token's name. keep takes one that can be used and may
// wait; its error is said beside the field, and without one the dialog closes
// and then is called.
func (w *Window) askName(current string, keep func(ctx context.Context, name string) error, then func(name string)) {
	entry := widgets.NewTextEntry(current)
	trouble := widgets.NewColumn(6)
	refuse := func(err error) {
		w.fill(trouble, widgets.NewFlowRow(0, 0, widgets.NewBadge(widgets.ToFix, w.say("status.fail"))), widgets.NewText(w.keychainRefusal(err)))
	}
	var dialog *widgets.Dialog
	done := widgets.NewButton(widgets.Primary, w.say("button.use_name"), func() {
		name, err := vault.CleanName(entry.Text)
		if err != nil {
			refuse(err)
			return
		}
		if name == current {
			dialog.Hide()
			return
		}
		w.background(func(ctx context.Context) { err = keep(ctx, name) }, func() {
			if err != nil {
				refuse(err)
				return
			}
			dialog.Hide()
			then(name)
		})
	})
	cancel := widgets.NewButton(widgets.Secondary, w.say("button.cancel"), func() { dialog.Hide() })
	dialog = w.dialog(w.say("keep.change_name"), widgets.NewColumn(10, widgets.NewText(w.say("keep.name_hint")), entry, trouble), cancel, done)
	w.window.Canvas().Focus(entry)
}

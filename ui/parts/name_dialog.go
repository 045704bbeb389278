package parts

import (
	"context"

	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// AskName asks for a token's name. keep takes one that can be used and may
// wait; its error is said below the field, and without one the dialog closes
// and then is called.
func AskName(s *shell.Shell, current string, keep func(ctx context.Context, name string) error, then func(name string)) {
	entry := widgets.NewTextEntry(current)
	refuse := func(err error) {
		widgets.MarkTrouble(entry, words.Plain(KeychainRefusal(s, err)))
		s.Focus(entry)
	}
	var dialog *widgets.Dialog
	done := widgets.NewButton(widgets.Primary, s.Say("button.use_name"), func() {
		name, err := vault.CleanName(entry.Text)
		if err != nil {
			refuse(err)
			return
		}
		if name == current {
			dialog.Hide()
			return
		}
		shell.Background(s.WhileOpen(), func(ctx context.Context) error { return keep(ctx, name) }, func(err error) {
			if err != nil {
				refuse(err)
				return
			}
			dialog.Hide()
			then(name)
		})
	})
	cancel := widgets.NewButton(widgets.Secondary, s.Say("button.cancel"), func() { dialog.Hide() })
	dialog = s.Dialog(s.Say("keep.change_name"), widgets.NewColumn(10, widgets.NewText(s.Say("keep.name_hint")), entry), cancel, done)
	s.Focus(entry)
}

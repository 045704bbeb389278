package saved

import (
	"context"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// askRemove removes a saved token, once confirmed, and says that it is gone.
func (t *Tokens) askRemove(entry vault.Entry) {
	s := t.shell
	t.stopFetching(entry.Name)
	env := s.Env()
	var dialog *widgets.Dialog
	keep := widgets.NewButton(widgets.Primary, s.Say("remove.keep"), func() { dialog.Hide() })
	remove := widgets.NewButton(widgets.Danger, s.Say("remove.do"), func() {
		shell.Background(s.WhileOpen(), func(ctx context.Context) error { return env.Vault.Remove(ctx, entry.Name) }, func(err error) {
			dialog.Hide()
			if err != nil {
				id, values := parts.KeychainTrouble(err)
				s.Tell(s.Say(id+".title"), s.Say(id+".fix", values))
				return
			}
			s.Rooms.Home()
			s.Tell(s.Say("remove.gone", words.Values{"Name": entry.Name}), s.Say("remove.gone_text"))
		})
	})
	dialog = s.Dialog(s.Say("remove.title", words.Values{"Name": entry.Name}), widgets.NewText(s.Say("remove.text"+Revoker(entry))), remove, keep)
}

// Revoker is what the ids of the words about revoking end in: a business token is
// the customer's to take back.
func Revoker(entry vault.Entry) string {
	if entry.ClientBusinessID != "" {
		return "_customer"
	}
	return ""
}

// askRename keeps a saved token under another name.
func (t *Tokens) askRename(entry vault.Entry, at where) {
	s := t.shell
	t.stopFetching(entry.Name)
	env := s.Env()
	parts.AskName(s, entry.Name,
		func(ctx context.Context, name string) error { return env.Vault.Rename(ctx, entry.Name, name) },
		func(name string) {
			if entry.Name = name; at.page {
				Show(s, entry)
				return
			}
			at.back()
		})
}

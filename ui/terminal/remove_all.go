package terminal

import (
	"context"

	"latchkey/ui/instance"
	"latchkey/wizard"
	"latchkey/wizard/vault"
)

// RemoveAll takes everything that Latchkey keeps off this computer, practice
// included. What keeps an open window the only one stays until it is closed.
func (t *Terminal) RemoveAll(ctx context.Context) (wizard.Removed, error) {
	practice := vault.Open(vault.Options{Service: vault.PracticeService, Folder: t.Folder, Keychain: t.Keychain})
	return wizard.RemoveEverything(ctx, t.Folder, instance.Files(), t.Vault, practice)
}

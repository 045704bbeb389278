package terminal

import (
	"context"

	"latchkey/wizard"
	"latchkey/wizard/vault"
)

// RemoveAll takes everything that Latchkey keeps off this computer, practice
// included.
func (t *Terminal) RemoveAll(ctx context.Context) (wizard.Removed, error) {
	practice := vault.Open(vault.Options{Service: vault.PracticeService, Folder: t.Folder, Keychain: t.Keychain})
	return wizard.RemoveEverything(ctx, t.Folder, t.Vault, practice)
}

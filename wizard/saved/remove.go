package saved

import (
	"context"
	"errors"
	"fmt"

	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// Removed is what came of removing everything.
type Removed struct {
	Names []string // saved tokens that are gone from the keychain, each looked for again
	Left  []string // names that could not be removed
}

// RemoveEverything takes all that Latchkey keeps off this computer: every saved
// token of the vaults, looked for again after deleting, and then what lies in the
// folder, such as the index and the progress. All of that stays when a token
// does, since the index is what knows the token's name. inUse are files that an
// open window needs until it is closed: they stay, and the folder with them.
// Errors are the vault's, and *files.Error for the folder.
func RemoveAll(ctx context.Context, folder *files.Folder, inUse []string, vaults ...*vault.Vault) (Removed, error) {
	var removed Removed
	var trouble error
	for _, from := range vaults {
		entries, err := from.List(ctx)
		if err != nil {
			return removed, fmt.Errorf("listing the saved tokens: %w", err)
		}
		for _, entry := range entries {
			if err := from.Remove(ctx, entry.Name); err != nil {
				removed.Left = append(removed.Left, entry.Name)
				trouble = errors.Join(trouble, fmt.Errorf("removing a saved token: %w", err))
				continue
			}
			removed.Names = append(removed.Names, entry.Name)
		}
	}
	if trouble != nil {
		return removed, trouble
	}
	if err := folder.Clear(inUse...); err != nil {
		return removed, fmt.Errorf("removing the files: %w", err)
	}
	return removed, nil
}

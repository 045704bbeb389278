package saved

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// Removed is what came of removing everything.
type Removed struct {
	Names []string // saved tokens that are gone from the keychain, each looked for again
	Left  []string // names that could not be removed
}

// RemoveAll takes all that Latchkey keeps off this computer: every saved token of
// the vaults, looked for again after deleting, and then what lies in the folder,
// such as the index and the progress. All of that stays when a token does, since
// the index is what knows the token's name. inUse are files that an open window
// needs until it is closed: they stay, and the folder with them. Errors are the
// vault's, and *files.Error for the folder.
func RemoveAll(ctx context.Context, folder *files.Folder, inUse []string, vaults ...*vault.Vault) (Removed, error) {
	var removed Removed
	for {
		if err := removed.removeTokens(ctx, vaults); err != nil {
			return removed, err
		}
		var locks []string
		cleared, err := clearWhileEmpty(ctx, folder, inUse, &locks, vaults)
		if err != nil {
			return removed, fmt.Errorf("removing the files: %w", err)
		}
		if cleared {
			folder.DropLocks(locks...)
			return removed, nil
		}
	}
}

func (r *Removed) removeTokens(ctx context.Context, vaults []*vault.Vault) error {
	var trouble error
	for _, from := range vaults {
		entries, err := from.List(ctx)
		if err != nil {
			return fmt.Errorf("listing the saved tokens: %w", err)
		}
		for _, entry := range entries {
			if err := from.Remove(ctx, entry.Name); err != nil {
				r.Left = append(r.Left, entry.Name)
				trouble = errors.Join(trouble, fmt.Errorf("removing a saved token: %w", err))
				continue
			}
			r.Names = append(r.Names, entry.Name)
		}
	}
	return trouble
}

// clearWhileEmpty clears the folder while no vault lists a token, so that none which
// another program saves meanwhile is taken off its list, and adds the locks that
// kept the others out. It reports false when one is listed by now.
func clearWhileEmpty(ctx context.Context, folder *files.Folder, inUse []string, locks *[]string, vaults []*vault.Vault) (bool, error) {
	if len(vaults) == 0 {
		keep := slices.Clone(inUse)
		for _, lock := range *locks {
			keep = append(keep, files.LockName(lock))
		}
		return true, folder.Clear(keep...)
	}
	return vaults[0].WhileEmpty(ctx, func(lock string) (bool, error) {
		*locks = append(*locks, lock)
		return clearWhileEmpty(ctx, folder, inUse, locks, vaults[1:])
	})
}

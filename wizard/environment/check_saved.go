package environment

import (
	"context"

	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// SavedCheck is what came of checking a saved token.
type SavedCheck struct {
	Before vault.Entry // as it was listed
	Entry  vault.Entry // as it is listed after the check
	Report check.Report
	Err    error // why there is no report, or why it could not be noted
}

// CheckName checks the token saved under a name.
type CheckName func(ctx context.Context, name string) (check.Report, error)

// CheckEntry is CheckSaved, with the entry as it is listed afterwards.
func (e Environment) CheckEntry(ctx context.Context, entry vault.Entry) SavedCheck {
	return e.checkEntry(ctx, entry, e.checkName)
}

// CheckAllSaved checks saved tokens one after the other, since they share one
// app's hourly allowance more often than not. One that cannot be read does not
// stop the others. ask checks one; nil for CheckSaved. onEach hears of each as
// it is done, on the goroutine that called CheckAllSaved. When ctx ends, the
// check under way is not told of, and the error is the context's.
func (e Environment) CheckAllSaved(ctx context.Context, entries []vault.Entry, ask CheckName, onEach func(SavedCheck)) error {
	if ask == nil {
		ask = e.checkName
	}
	for _, entry := range entries {
		done := e.checkEntry(ctx, entry, ask)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		onEach(done)
	}
	return nil
}

func (e Environment) checkName(ctx context.Context, name string) (check.Report, error) {
	return e.CheckSaved(ctx, name, nil)
}

func (e Environment) checkEntry(ctx context.Context, entry vault.Entry, ask CheckName) SavedCheck {
	checked := SavedCheck{Before: entry, Entry: entry}
	checked.Report, checked.Err = ask(ctx, entry.Name)
	if fresh, err := e.Vault.Entry(ctx, entry.Name); err == nil {
		checked.Entry = fresh
	}
	return checked
}

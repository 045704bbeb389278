package environment

import (
	"context"
	"slices"
	"time"

	"latchkey/wizard/files"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// damagedIsNew is how long a file that was put aside is told of: it stays in
// the folder, and telling of it for ever would only teach people not to read.
const damagedIsNew = 24 * time.Hour

// EarlierRuns is what a start has to tell of earlier runs.
type EarlierRuns struct {
	Settled []vault.Recovered // changes that did not get to their end, as they ended
	Damaged []files.Damaged   // files of its own that could not be read and were put aside not long ago
	// Leftovers are files with a token that were left beside .env files.
	Leftovers []handover.Leftover
	// Unlisted: an index was put aside, however long ago, so the keychain may
	// hold tokens that are not listed.
	Unlisted bool
}

// SettleEarlierRuns settles what earlier runs left half-way, and tells what is new. The
// keychain is asked only if something was left open. Trials of the keychain are
// settled without a word, for nothing of the person's hangs on them.
func (e Environment) SettleEarlierRuns(ctx context.Context) EarlierRuns {
	// What could not be settled now stays noted, and the next start tells of it.
	settled, _ := e.Vault.Recover(ctx)
	leftovers, _ := handover.ClearLeftovers(ctx, e.Folder)
	indexes, _ := e.Vault.Damaged()
	damaged, _ := e.Folder.Damaged()
	earlier := EarlierRuns{Settled: settled, Leftovers: leftovers, Unlisted: len(indexes) > 0}
	earlier.Settled = slices.DeleteFunc(earlier.Settled, func(one vault.Recovered) bool { return one.Doing == vault.Proving })
	now := e.Now()
	earlier.Damaged = slices.DeleteFunc(damaged, func(file files.Damaged) bool {
		return !file.At.After(now.Add(-damagedIsNew)) || file.At.After(now.Add(damagedIsNew))
	})
	return earlier
}

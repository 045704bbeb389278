package environment

import (
	"context"
	"slices"
	"time"

	"latchkey/wizard/files"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// damagedIsNews is how long a file that was put aside is told of: it stays in
// the folder, and telling of it for ever would only teach people not to read.
const damagedIsNews = 24 * time.Hour

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

// SettleEarlierRuns settles what earlier runs left half-way, and tells what is news. The
// keychain is asked only if something was left open. Trials of the keychain are
// settled without a word, for nothing of the person's hangs on them.
func (w Environment) SettleEarlierRuns(ctx context.Context) EarlierRuns {
	// What could not be settled now stays noted, and the next start tells of it.
	settled, _ := w.Vault.Recover(ctx)
	leftovers, _ := handover.ClearLeftovers(ctx, w.Folder)
	indexes, _ := w.Vault.Damaged()
	damaged, _ := w.Folder.Damaged()
	news := EarlierRuns{Settled: settled, Leftovers: leftovers, Unlisted: len(indexes) > 0}
	news.Settled = slices.DeleteFunc(news.Settled, func(one vault.Recovered) bool { return one.Doing == vault.Proving })
	now := w.Now()
	news.Damaged = slices.DeleteFunc(damaged, func(file files.Damaged) bool {
		return !file.At.After(now.Add(-damagedIsNews)) || file.At.After(now.Add(damagedIsNews))
	})
	return news
}

package terminal

import (
	"context"

	"latchkey/ui/words"
)

// settleEarlierRuns says on standard error what earlier runs left half-way, and what
// became of it.
func (t *Terminal) settleEarlierRuns(ctx context.Context) {
	runs := t.Environment().SettleEarlierRuns(ctx)
	for _, one := range runs.Settled {
		t.tell(t.Words.Say("found."+string(one.Doing)+"."+string(one.Result), words.Values{"Name": one.Name, "To": one.To}))
	}
	for _, file := range runs.Damaged {
		t.tell(t.Words.Say("found.damaged", words.Values{"Name": file.Name, "Path": file.Path}))
	}
	for _, left := range runs.Leftovers {
		if left.Err != nil {
			t.tell(t.Words.Say("found.leftover.left", words.Values{"EnvFile": left.EnvFile, "Path": left.Path}))
		} else {
			t.tell(t.Words.Say("found.leftover.removed", words.Values{"EnvFile": left.EnvFile}))
		}
	}
}

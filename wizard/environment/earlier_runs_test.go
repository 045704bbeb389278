package environment_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestADamagedFileIsNewsForADay: after that it is not told of again, though the
// keychain may still hold what it listed.
func TestADamagedFileIsNewsForADay(t *testing.T) {
	p := newPlace(t)
	if runs := p.env.SettleEarlierRuns(t.Context()); len(runs.Settled)+len(runs.Damaged) > 0 || runs.Unlisted {
		t.Errorf("something was found before anything was done: %+v", runs)
	}
	must(t, os.MkdirAll(p.folder.Path(), 0o700))
	must(t, os.WriteFile(filepath.Join(p.folder.Path(), "index.json"), []byte("{cut"), 0o600))
	if runs := p.env.SettleEarlierRuns(t.Context()); len(runs.Damaged) != 1 || runs.Damaged[0].Name != "index.json" || !runs.Unlisted {
		t.Errorf("at once: %+v", runs)
	}
	p.env.Now = func() time.Time { return time.Now().Add(25 * time.Hour) }
	if runs := p.env.SettleEarlierRuns(t.Context()); len(runs.Damaged) != 0 || !runs.Unlisted {
		t.Errorf("a day later: %+v", runs)
	}
}

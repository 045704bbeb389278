package environment_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"latchkey/wizard/vault"
)

// TestADamagedFileIsNewsForADay: after that it is not told of again, though the
// keychain may still hold what it listed.
func TestADamagedFileIsNewsForADay(t *testing.T) {
	p := newPlace(t)
	if earlier := p.env.SettleEarlierRuns(t.Context()); len(earlier.Settled)+len(earlier.Damaged) > 0 || earlier.Unlisted {
		t.Errorf("earlier before anything was done: %+v", earlier)
	}
	must(t, os.MkdirAll(p.folder.Path(), 0o700))
	must(t, os.WriteFile(filepath.Join(p.folder.Path(), "index.json"), []byte("{cut"), 0o600))
	if earlier := p.env.SettleEarlierRuns(t.Context()); len(earlier.Damaged) != 1 || earlier.Damaged[0].Name != "index.json" || !earlier.Unlisted {
		t.Errorf("at once: %+v", earlier)
	}
	must(t, os.WriteFile(filepath.Join(p.folder.Path(), "digest-key.json"), []byte("{cut"), 0o600))
	_, err := p.env.Vault.Save(t.Context(), vault.Entry{Name: "Shop"}, tokenOf(t, "ready"))
	must(t, err)
	if news := p.env.SettleEarlierRuns(t.Context()); len(news.Damaged) != 2 {
		t.Errorf("with another file: %+v", news)
	}
	p.env.Now = func() time.Time { return time.Now().Add(-48 * time.Hour) }
	if news := p.env.SettleEarlierRuns(t.Context()); len(news.Damaged) != 0 {
		t.Errorf("dated in the future: %+v", news)
	}
	p.env.Now = func() time.Time { return time.Now().Add(25 * time.Hour) }
	if earlier := p.env.SettleEarlierRuns(t.Context()); len(earlier.Damaged) != 0 || !earlier.Unlisted {
		t.Errorf("a day later: %+v", earlier)
	}
}

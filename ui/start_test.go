package ui_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/files"
)

func TestAFileThatWasPutAsideIsToldOfAtTheStart(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	person.Must(t, os.MkdirAll(p.Folder.Path(), 0o700))
	person.Must(t, os.WriteFile(filepath.Join(p.Folder.Path(), "index.json"), []byte("{cut"), 0o600))
	p.Window.SettleEarlierRuns()
	p.Settle()
	damaged, err := files.Open(p.Folder.Path(), nil).Damaged()
	person.Must(t, err)
	told := p.Words.Say("found.damaged", words.Values{"Name": "index.json", "Path": damaged[0].Path})
	p.MustSee(p.Say("home.found"), told, p.Say("home.adopt"))

	p.Ahead.Store(int64(25 * time.Hour))
	p.Open(person.Habits{})
	p.Window.SettleEarlierRuns()
	p.Settle()
	if p.Sees(told) {
		t.Error("a day later it is still told of")
	}
	p.MustSee(p.Say("home.adopt")) // the keychain may still hold tokens that are not listed
}

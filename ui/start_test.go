package ui_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"latchkey/ui/words"
	"latchkey/wizard/files"
)

func TestAFileThatWasPutAsideIsToldOfAtTheStart(t *testing.T) {
	p := sit(t, habits{})
	must(t, os.MkdirAll(p.folder.Path(), 0o700))
	must(t, os.WriteFile(filepath.Join(p.folder.Path(), "index.json"), []byte("{cut"), 0o600))
	p.window.SettleEarlierRuns()
	p.settle()
	damaged, err := files.Open(p.folder.Path(), nil).Damaged()
	must(t, err)
	told := p.words.Say("found.damaged", words.Values{"Name": "index.json", "Path": damaged[0].Path})
	p.mustSee(p.say("home.found"), told, p.say("home.adopt"))

	p.ahead.Store(int64(25 * time.Hour))
	p.open(habits{})
	p.window.SettleEarlierRuns()
	p.settle()
	if p.sees(told) {
		t.Error("a day later it is still told of")
	}
	p.mustSee(p.say("home.adopt")) // the keychain may still hold tokens that are not listed
}

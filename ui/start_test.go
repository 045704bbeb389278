package ui_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/files"
)

func TestAFileThatWasPutAsideIsToldOfAtTheStart(t *testing.T) {
	for name, index := range map[string]string{
		"cut off": "{cut",
		"a name longer than the keychain takes": `{"schema":"latchkey.index","version":1,"content":{"entries":[` +
			`{"name":"Good shop"},{"name":"` + strings.Repeat("Shop ", 19) + `it"}]}}`,
	} {
		t.Run(name, func(t *testing.T) {
			p := person.Sit(t, person.Habits{})
			person.Must(t, os.MkdirAll(p.Folder.Path(), 0o700))
			person.Must(t, os.WriteFile(filepath.Join(p.Folder.Path(), "index.json"), []byte(index), 0o600))
			p.Window.SettleEarlierRuns()
			p.Settle()
			damaged, err := files.Open(p.Folder.Path(), nil).Damaged()
			person.Must(t, err)
			told := p.Words.Say("found.damaged", words.Values{"Name": "index.json", "Path": damaged[0].Path})
			p.MustSee(p.Say("home.found"), told, p.Say("home.adopt"))
			p.Press(p.Say("home.adopt"))
			if strings.Contains(p.Text(), "[") {
				t.Errorf("an id is shown:\n%s", p.Text())
			}
			p.Key(fyne.KeyEscape)

			p.Ahead.Store(int64(25 * time.Hour))
			p.Open(person.Habits{})
			p.Window.SettleEarlierRuns()
			p.Settle()
			if p.Sees(told) {
				t.Error("a day later it is still told of")
			}
			p.MustSee(p.Say("home.adopt")) // the keychain may still hold tokens that are not listed
		})
	}
}

// TestWhatANewerVersionWroteIsLeftAlone, and told in words, with the way to the newer
// version: no setup is begun whose token could not be kept.
func TestWhatANewerVersionWroteIsLeftAlone(t *testing.T) {
	for name, text := range map[string]string{
		"index.json":    `{"schema":"latchkey.index","version":99,"content":{"tokens":"otherwise"}}`,
		"progress.json": `{"schema":"latchkey.progress","version":99,"content":["otherwise"]}`,
	} {
		t.Run(name, func(t *testing.T) {
			p := person.Sit(t, person.Habits{})
			path := filepath.Join(p.Folder.Path(), name)
			person.Must(t, os.MkdirAll(p.Folder.Path(), 0o700))
			person.Must(t, os.WriteFile(path, []byte(text), 0o600))
			p.Open(person.Habits{})
			p.Window.SettleEarlierRuns()
			p.Settle()
			told := []string{"A newer version of Latchkey wrote it", "Install the newest version", path}
			if name == "index.json" {
				p.MustSee(told...)
			}
			p.Press(p.Say("home.setup"))
			p.Settle()
			if name == "index.json" { // the keychain's own page says the rest
				p.Press(p.Say("keychain.what_to_do"))
			}
			p.MustSee(told...)
			p.Look()
			p.Key(fyne.KeyReturn)
			p.Settle()
			if p.Sees(p.Say("step.system_user.title")) {
				t.Error("the setup goes on, and its token could not be kept")
			}
			if held, err := os.ReadFile(path); err != nil || string(held) != text {
				t.Errorf("the file holds %s, %v", held, err)
			}
		})
	}
}

// TestHardlyAnythingIsMadeBeforeAStart: what a package makes when the program begins, every start
// waits for, the terminal's too. Patterns compile when they are needed.
func TestHardlyAnythingIsMadeBeforeAStart(t *testing.T) {
	const most = 500_000 // bytes
	program := exec.Command(os.Args[0], "-test.run=^$")
	program.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	traced, err := program.CombinedOutput()
	person.Must(t, err)
	made := regexp.MustCompile(`init (latchkey/\S+) @.* (\d+) bytes, \d+ allocs`).FindAllStringSubmatch(string(traced), -1)
	if len(made) < 5 {
		t.Fatalf("what packages made cannot be read: %s", traced)
	}
	for _, one := range made {
		if bytes, err := strconv.Atoi(one[2]); err != nil || bytes > most {
			t.Errorf("%s makes %s bytes before there is anything to do", one[1], one[2])
		}
	}
}

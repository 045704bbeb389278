package tour

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// nothingOf fails where a text holds a piece of the token longer than the four
// characters that may be shown.
func nothingOf(t *testing.T, token, what, text string) {
	t.Helper()
	const piece = 8
	for start := 0; start+piece <= len(token); start++ {
		if strings.Contains(text, token[start:start+piece]) {
			t.Errorf("a piece of the token is in %s", what)
			return
		}
	}
}

// nothingOfInFiles looks into every file below a folder, the encrypted keyring
// included.
func nothingOfInFiles(t *testing.T, token, folder string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		nothingOf(t, token, path, string(content))
		nothingOf(t, token, "the name of "+path, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// surroundings are the arguments and the environment of the running program, as
// every other program of the same person can read them.
func (w *window) surroundings() string {
	w.t.Helper()
	var all strings.Builder
	for _, name := range []string{"cmdline", "environ"} {
		content, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", w.command.Process.Pid, name))
		if errors.Is(err, fs.ErrPermission) {
			continue // closed to them
		}
		if err != nil {
			w.t.Fatal(err)
		}
		all.Write(content)
	}
	return all.String()
}

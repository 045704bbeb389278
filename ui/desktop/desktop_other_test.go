//go:build !windows

package desktop_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"latchkey/ui/desktop"
)

// install puts a stand-in for a program on an otherwise empty path: it notes its
// arguments, a line each, and ends with a code. read waits for them.
func install(t *testing.T, name string, code string) (read func() []string) {
	t.Helper()
	folder := t.TempDir()
	noted := filepath.Join(folder, "noted")
	script := "#!/bin/sh\nprintf '%s\\n' \"$@\" >'" + noted + ".new'; mv '" + noted + ".new' '" + noted + "'; exit " + code + "\n"
	if err := os.WriteFile(filepath.Join(folder, name), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, tool := range []string{"sh", "mv"} {
		if err := os.Symlink(filepath.Join("/bin", tool), filepath.Join(folder, tool)); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder)
	return func() []string {
		text, err := os.ReadFile(noted)
		for deadline := time.Now().Add(time.Minute); err != nil; text, err = os.ReadFile(noted) {
			if time.Now().After(deadline) {
				t.Fatalf("%s was not started: %v", name, err)
			}
			time.Sleep(time.Millisecond)
		}
		return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	}
}

var question = desktop.Box{Title: "Latchkey", Text: "It can’t be drawn.", Question: "Go on?", Yes: "Yes", No: "No"}

// TestTheBoxAsks with whichever program the desktop has.
func TestTheBoxAsks(t *testing.T) {
	for name, wanted := range map[string][]string{
		"zenity":   {"--text", "It can’t be drawn.", "", "Go on?", "--ok-label", "Yes", "--cancel-label", "No"},
		"kdialog":  {"It can’t be drawn.", "", "Go on?", "--yes-label", "Yes", "--no-label", "No"},
		"xmessage": {"Yes:0,No:1", "It can't be drawn.", "", "Go on?"}, // which has no other letters
	} {
		for code, yes := range map[string]bool{"0": true, "1": false} {
			read := install(t, name, code)
			if got := (desktop.System{}).Ask(question); got != yes {
				t.Errorf("%s ends with %s: %v", name, code, got)
			}
			said := read()
			for _, line := range wanted {
				if !slices.Contains(said, line) {
					t.Errorf("%s is not told %q: %q", name, line, said)
				}
			}
		}
		install(t, name, "0")
		if (desktop.System{}).Ask(desktop.Box{Text: "It can’t be drawn.", No: "Close"}) {
			t.Errorf("%s: a yes to no question", name)
		}
	}
	t.Setenv("PATH", "")
	if (desktop.System{}).Ask(question) {
		t.Error("a yes that nobody gave")
	}
}

func TestLongLinesAreBrokenForAnOldBox(t *testing.T) {
	read := install(t, "xmessage", "0")
	long := question
	long.Text = strings.TrimSpace(strings.Repeat("One sentence follows another. ", 20))
	(desktop.System{}).Ask(long)
	for _, line := range read() {
		if len(line) > 72 {
			t.Errorf("a line of %d: %s", len(line), line)
		}
	}
	if !strings.Contains(strings.Join(read(), " "), long.Text) {
		t.Error("words are lost")
	}
}

// TestTheConsoleRunsThisProgram.
func TestTheConsoleRunsThisProgram(t *testing.T) {
	t.Setenv("PATH", "")
	system := desktop.System{}
	if system.HasConsole() || system.Console("setup") == nil {
		t.Error("there is a console where no program makes one")
	}
	read := install(t, "x-terminal-emulator", "0")
	if !system.HasConsole() {
		t.Fatal("x-terminal-emulator is not seen")
	}
	if err := system.Console("setup"); err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	said := read()
	if !slices.Equal(said[:2], []string{"-e", "sh"}) || !slices.Equal(said[len(said)-2:], []string{program, "setup"}) {
		t.Errorf("in the console runs %q", said)
	}
}

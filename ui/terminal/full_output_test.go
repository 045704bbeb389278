package terminal_test

import (
	"io"
	"io/fs"
	"strings"
	"syscall"
	"testing"
	"time"

	"latchkey/graph/sandbox"
	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// full is a file on a disk without room.
type full struct{ room int }

func (f *full) Write(text []byte) (int, error) {
	if len(text) <= f.room {
		f.room -= len(text)
		return len(text), nil
	}
	return 0, &fs.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
}

// TestWhatCouldNotBePrintedIsTold, by every command that prints.
func TestWhatCouldNotBePrintedIsTold(t *testing.T) {
	ready, _ := sandbox.FindScenario("ready")
	for line, input := range map[string]string{
		"version": "", "--help": "", "check --help": "", "saved": "", "saved --json": "", "doctor": "", "doctor --json": "",
		"check": token(t, "ready"), "check --json": token(t, "ready"), "check --details": token(t, "ready"), "check --saved Shop": "", "check --saved-all": "",
		"check --batch -": token(t, "ready"), "check --batch - --csv": token(t, "ready"), "check --batch - --json": token(t, "ready"),
		"report": token(t, "ready"), "report answer": "", "explain 190/463": "", "explain 190 --json": "", "calendar": "", "practise --list": "", "pipe --list": "",
	} {
		t.Run(line, func(t *testing.T) {
			for _, room := range []int{0, 10} {
				b := newBench(t)
				if _, err := b.Vault.Save(t.Context(), vault.Entry{Name: "Shop", ExpiresAt: time.Now().Add(30 * 24 * time.Hour)}, ready.Token); err != nil {
					t.Fatal(err)
				}
				b.Out = &full{room}
				if code := b.run(input, strings.Fields(line)...); code == terminal.ExitReady || code == terminal.ExitUsage {
					t.Errorf("it ends with %d", code)
				}
				says(t, b.err.String(), "Not everything could be printed: "+syscall.ENOSPC.Error()+".")
				if told := strings.Count(b.err.String(), syscall.ENOSPC.Error()); told != 1 {
					t.Errorf("it is told %d times:\n%s", told, b.err)
				}
			}
		})
	}
	b := newBench(t)
	b.Out = io.Discard
	if code := b.run("", "version"); code != terminal.ExitReady || b.err.String() != "" {
		t.Errorf("with room it ends with %d: %s", code, b.err)
	}
}

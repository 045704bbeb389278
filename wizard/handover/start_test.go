package handover_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"latchkey/wizard/handover"
)

// quickEnd spares each child the second that a race-detecting program sleeps
// before it ends.
const quickEnd = "GORACE=atexit_sleep_ms=0"

// part is the test binary in one of its parts.
func part(t *testing.T, words ...string) *exec.Cmd {
	t.Helper()
	process := exec.CommandContext(t.Context(), os.Args[0], words...)
	process.Env = append(os.Environ(), quickEnd)
	return process
}

// tells runs the software by a hand-over and returns what it told of itself.
func tells(t *testing.T, process *exec.Cmd) told {
	t.Helper()
	var output, trouble bytes.Buffer
	process.Stdout, process.Stderr = &output, &trouble
	if err := process.Run(); err != nil {
		t.Fatalf("%v\n%s", err, trouble.String())
	}
	if strings.Contains(trouble.String(), canary.Reveal()) {
		t.Error("the token is in the error output")
	}
	var result told
	if err := json.Unmarshal(output.Bytes(), &result); err != nil {
		t.Fatalf("%v in %q", err, output.String())
	}
	for where, text := range map[string]string{
		"the arguments": strings.Join(result.Arguments, " ") + result.CommandLine, "the parent": result.Parents,
	} {
		if strings.Contains(text, canary.Reveal()) {
			t.Errorf("the token is in %s", where)
		}
	}
	return result
}

func TestOnlyTheCommandGetsTheToken(t *testing.T) {
	process := part(t, asExec, os.Args[0], asSoftware, "tell", "an argument")
	process.Env = append(process.Env, "UNTOUCHED=as it was", "WHATSAPP_TOKEN=another", "WHATSAPP_TOKEN_EXPIRES_AT=long ago")
	process.Stdin = strings.NewReader("what was typed")
	got := tells(t, process)
	for _, wanted := range []string{
		"WHATSAPP_TOKEN=" + canary.Reveal(), "WHATSAPP_TOKEN_EXPIRES_AT=2026-11-27T14:00:00Z",
		"WHATSAPP_PHONE_NUMBER_ID=106540352242922", "WHATSAPP_BUSINESS_ACCOUNT_ID=102290129340398", "UNTOUCHED=as it was",
	} {
		name, _, _ := strings.Cut(wanted, "=")
		of := slices.DeleteFunc(slices.Clone(got.Environment), func(line string) bool { return !strings.HasPrefix(line, name+"=") })
		if len(of) != 1 || of[0] != wanted {
			t.Errorf("%s is there %d times, and not as %q", name, len(of), wanted)
		}
	}
	if got.Input != "what was typed" {
		t.Errorf("standard input became %q", got.Input)
	}
	if got.Arguments[len(got.Arguments)-1] != "an argument" {
		t.Errorf("the arguments became %q", got.Arguments)
	}
}

func TestPipeGivesTheTokenAndNothingElse(t *testing.T) {
	for newline, wanted := range map[string]string{"plain": canary.Reveal(), "newline": canary.Reveal() + "\n"} {
		got := tells(t, part(t, asPipe, newline, os.Args[0], asSoftware, "tell"))
		if got.Input != wanted {
			t.Errorf("%s: the input is %d bytes and not the token's %d", newline, len(got.Input), len(wanted))
		}
		if strings.Contains(strings.Join(got.Environment, "\n"), canary.Reveal()) {
			t.Errorf("%s: the token is in the environment too", newline)
		}
	}
}

func TestCommandThatReadsNothingStillEnds(t *testing.T) {
	if err := part(t, asPipe, "plain", os.Args[0], asSoftware, "deaf").Run(); err != nil {
		t.Error(err)
	}
}

func TestExitCodes(t *testing.T) {
	folder := t.TempDir()
	plainFile := filepath.Join(folder, "plain")
	if err := os.WriteFile(plainFile, []byte("no program"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, each := range map[string]struct {
		code  int
		words []string
	}{
		"success":           {0, []string{os.Args[0], asSoftware, "end", "0"}},
		"failure":           {1, []string{os.Args[0], asSoftware, "end", "1"}},
		"another":           {42, []string{os.Args[0], asSoftware, "end", "42"}},
		"highest":           {255, []string{os.Args[0], asSoftware, "end", "255"}},
		"no such command":   {handover.ExitNotFound, []string{"latchkey-has-no-such-command"}},
		"no such path":      {handover.ExitNotFound, []string{filepath.Join(folder, "missing")}},
		"not executable":    {handover.ExitCannotRun, []string{plainFile}},
		"a folder":          {handover.ExitCannotRun, []string{folder}},
		"nothing but space": {handover.ExitNotFound, []string{" "}},
	} {
		if runtime.GOOS == "windows" && each.code == handover.ExitCannotRun {
			continue // there a file is no program by its name
		}
		for _, way := range [][]string{{asExec}, {asPipe, "plain"}} {
			process := part(t, append(way, each.words...)...)
			err := process.Run()
			if got := process.ProcessState.ExitCode(); got != each.code {
				t.Errorf("%s: %s ends with %d, not %d (%v)", name, way[0], got, each.code, err)
			}
		}
	}
}

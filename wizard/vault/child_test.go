package vault_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

const (
	childVariable    = "VAULT_TEST_CHILD"
	deadlineVariable = "VAULT_TEST_DEADLINE"

	// quickEnd spares each child the second a race-detecting program sleeps
	// before it ends.
	quickEnd = "GORACE=atexit_sleep_ms=0"
)

// told is what a child process says of what it did.
type told struct {
	Reason  vault.Reason
	Outcome vault.Outcome
	Place   vault.Place
	Same    bool // the token read is the one given on standard input
	Text    string
}

// runChild does one thing with the system's keychain and tells of it. The
// token comes on standard input.
func runChild(command string) int {
	if command == dyingCommand {
		return runDyingChild()
	}
	ctx := context.Background()
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		return 2
	}
	token := graph.NewToken(string(text))
	deadline, _ := time.ParseDuration(os.Getenv(deadlineVariable))
	path, err := files.DefaultPath()
	if err != nil {
		return 2
	}
	keep := vault.Open(vault.Options{Folder: files.Open(path, nil), Deadline: deadline})
	result := told{Place: keep.Where(ctx)}
	verb, name, _ := strings.Cut(command, " ")
	switch verb {
	case "prove":
		err = keep.Prove(ctx)
	case "save":
		result.Outcome, err = keep.Replace(ctx, vault.Entry{Name: name}, token)
	case "token":
		var kept graph.Token
		kept, err = keep.Token(ctx, name)
		result.Same = kept.Equal(token)
	case "remove":
		err = keep.Remove(ctx, name)
	default:
		return 2
	}
	var failure *vault.Error
	if errors.As(err, &failure) {
		result.Reason = failure.Reason
	}
	if err != nil {
		result.Text = err.Error()
	}
	if json.NewEncoder(os.Stdout).Encode(result) != nil {
		return 2
	}
	return 0
}

// child runs command in a process with the given environment.
func child(t *testing.T, env []string, command string, token graph.Token, deadline time.Duration) told {
	t.Helper()
	var output, trouble bytes.Buffer
	process := exec.Command(os.Args[0])
	process.Env = append(append([]string{}, env...), quickEnd, childVariable+"="+command, deadlineVariable+"="+deadline.String())
	process.Stdin = strings.NewReader(token.Reveal())
	process.Stdout, process.Stderr = &output, &trouble
	if err := process.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", command, err, trouble.String())
	}
	for name, text := range map[string]string{"output": output.String(), "error output": trouble.String()} {
		if !token.IsZero() && strings.Contains(text, token.Reveal()) {
			t.Errorf("the token stands in the %s of %s", name, command)
		}
	}
	var result told
	if err := json.Unmarshal(output.Bytes(), &result); err != nil {
		t.Fatalf("%s: %v in %q", command, err, output.String())
	}
	return result
}

// mustNotHold fails when the secret stands in any file under folder.
func mustNotHold(t *testing.T, folder, secret string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, file os.DirEntry, err error) error {
		if err != nil || !file.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(path)
		if err == nil && bytes.Contains(text, []byte(secret)) {
			err = fmt.Errorf("the token stands in %s", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

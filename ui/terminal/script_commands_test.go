package terminal_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"latchkey/graph/sandbox"
	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// typedFile holds what a person types to the next command.
const typedFile = ".typed"

// exitsCommand runs a program that must end with this code, and holds it to what
// goes for every command: no secret is printed or lies in a file of Latchkey's, all
// is in words, with --json standard output is one document, and after wrong usage
// it is empty.
//
//	exits CODE PROGRAM [ARGUMENT...]
func exitsCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARGUMENT...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	var ended *exec.ExitError
	code := 0
	if errors.As(err, &ended) {
		code = ended.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("it ends with %d, not %s", code, args[0])
	}
	sessionOf(ts).keepSecrets(ts)
	if found := unsaid.FindString(ts.ReadFile("stdout") + ts.ReadFile("stderr")); found != "" {
		ts.Fatalf("%q is no words for people", found)
	}
	switch printed := ts.ReadFile("stdout"); {
	case printed == "":
	case code == terminal.ExitUsage:
		ts.Fatalf("what was typed is wrong, and yet something is printed")
	case slices.Contains(args, "--json"):
		document(ts)
	}
}

// unsaid are an id without words, the marks of bold words, Cobra's English, and what
// steers a terminal.
var unsaid = regexp.MustCompile(`\[\w+(\.[\w-]+)+\]|\*\*|\[flags\]|arg\(s\)|\x1b`)

// shown is how much of a secret may be shown.
const shown = 7

// keepSecrets fails when a secret, or more than a few characters of it, was
// printed or lies among Latchkey's files, the temporary ones too, or when the
// keychain holds one that is no token.
func (s *session) keepSecrets(ts *testscript.TestScript) {
	work := ts.Getenv("WORK")
	written := filesIn(ts, s.folder.Path(), filepath.Join(work, ".tmp"))
	written["standard output"], written["standard error"] = ts.ReadFile("stdout"), ts.ReadFile("stderr")
	kept := filesIn(ts, filepath.Join(work, "keychain"))
	for where, text := range written {
		holdsNone(ts, where, text, slices.Concat(s.tokens, s.passing, slices.Collect(maps.Values(kept))))
	}
	for where, text := range kept {
		written[where] = text
		holdsNone(ts, where, text, s.passing)
	}
	for where, text := range written {
		if strings.Contains(text, scriptPIN) {
			ts.Fatalf("a PIN stands in %s", where)
		}
	}
}

// scriptPIN is the PIN that scripts type or pipe: it is kept and shown nowhere.
const scriptPIN = "246810"

func holdsNone(ts *testscript.TestScript, where, text string, secrets []string) {
	for _, secret := range secrets {
		for i := range max(0, len(secret)-shown) {
			if piece := secret[i : i+shown+1]; strings.Contains(text, piece) {
				ts.Fatalf("a secret stands in %s: %s", where, piece)
			}
		}
	}
}

// filesIn reads all files in folders, by their paths.
func filesIn(ts *testscript.TestScript, folders ...string) map[string]string {
	texts := map[string]string{}
	for _, folder := range folders {
		ts.Check(filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() {
				texts[path] = ts.ReadFile(path)
			}
			return nil // a folder that is not there holds nothing
		}))
	}
	return texts
}

// saysCommand holds a text to what must, or must not, stand in it word by word;
// how it was wrapped does not matter.
//
//	[!] says stdout|stderr|FILE TEXT...
func saysCommand(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: says stdout|stderr|FILE TEXT...")
	}
	text := unwrapped(ts.ReadFile(args[0]))
	for _, each := range args[1:] {
		switch said := strings.Contains(text, unwrapped(each)); {
		case said && neg:
			ts.Fatalf("%q is said", each)
		case !said && !neg:
			ts.Fatalf("%q is not said", each)
		}
	}
}

// jsonCommand holds a field of the JSON document on standard output to its
// value. A path leads there, with the place, id or name of what is in a list; the
// value of "/list/length" is how many there are. Other values than texts, numbers
// and the like are compared as JSON.
//
//	[!] json PATH VALUE
func jsonCommand(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: json PATH VALUE")
	}
	at := document(ts)
	for step := range strings.SplitSeq(strings.TrimPrefix(args[0], "/"), "/") {
		next, found := below(at, step)
		if !found {
			ts.Fatalf("%s: there is no %s", args[0], step)
		}
		at = next
	}
	value, isText := at.(string)
	if !isText {
		plain, err := json.Marshal(at)
		ts.Check(err)
		value = string(plain)
	}
	if (value == args[1]) == neg {
		ts.Fatalf("%s is %s", args[0], value)
	}
}

// document reads standard output as exactly one JSON document.
func document(ts *testscript.TestScript) any {
	decoder := json.NewDecoder(strings.NewReader(ts.ReadFile("stdout")))
	var read any
	if err := decoder.Decode(&read); err != nil {
		ts.Fatalf("standard output is no JSON document: %v", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		ts.Fatalf("standard output is more than one JSON document")
	}
	return read
}

func below(at any, step string) (any, bool) {
	switch at := at.(type) {
	case map[string]any:
		value, found := at[step]
		return value, found
	case []any:
		if step == "length" {
			return float64(len(at)), true
		}
		for i, item := range at {
			fields, _ := item.(map[string]any)
			if fields["id"] == step || fields["name"] == step || strconv.Itoa(i) == step {
				return item, true
			}
		}
	}
	return nil, false
}

// typesCommand has a person at the keyboard type these lines to the next command;
// nothing is typed after them.
//
//	types [LINE...]
func typesCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("usage: types [LINE...]")
	}
	var lines strings.Builder
	for _, line := range args {
		lines.WriteString(line + "\n")
	}
	ts.Check(os.WriteFile(ts.MkAbs(typedFile), []byte(lines.String()), 0o600))
}

// saveCommand puts a scenario's token under a name into keychain and list, as the
// setup does: with its app, account and number, or "bare" of them, or with when
// it expires.
//
//	save NAME SCENARIO [bare|never|RFC3339]
func saveCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: save NAME SCENARIO [bare|never|RFC3339]")
	}
	scenario, found := sandbox.FindScenario(args[1])
	if !found {
		ts.Fatalf("there is no scenario %q", args[1])
	}
	entry := vault.Entry{Name: args[0], AppID: scenario.AppID, AccountID: scenario.AccountID, PhoneID: scenario.PhoneID}
	switch {
	case len(args) == 2:
	case args[2] == "bare":
		entry = vault.Entry{Name: args[0], Kind: "system_user"}
	case args[2] == "never":
		entry.NeverExpires = true
	default:
		ends, err := time.Parse(time.RFC3339, args[2])
		ts.Check(err)
		entry.ExpiresAt = ends
	}
	keeper := vault.Open(vault.Options{
		Folder: sessionOf(ts).folder, Keychain: folderKeychain(ts.Getenv("KEYCHAIN")), Now: clock(ts.Getenv("NOW")),
	})
	_, err := keeper.Save(context.Background(), entry, scenario.Token)
	ts.Check(err)
}

// faultCommand has the pretend Meta's answers go wrong, until it is told "none".
//
//	fault NAME|none
func faultCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 || args[0] != "none" && !slices.Contains(sandbox.Faults(), sandbox.Fault(args[0])) {
		ts.Fatalf("usage: fault %s|none", fmt.Sprint(sandbox.Faults()))
	}
	sessionOf(ts).server.SetFault(sandbox.Fault(strings.TrimPrefix(args[0], "none")), 0)
}

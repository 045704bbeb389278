package terminal

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/value/spelling"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/doctor"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// leakTest runs made-up tokens through every command, against a pretend Meta that
// gives its worst answers, in a folder and a keychain of its own, and then looks
// where a token has got to.
type leakTest struct {
	t       *Terminal
	server  *sandbox.Server
	search  *doctor.LeakSearch
	folder  string // its own, below the system's for temporary files
	began   time.Time
	outputs int
}

// leakReport is the result as JSON.
type leakReport struct {
	Schema    string      `json:"schema"`
	Runs      int         `json:"runs"`
	Spellings int         `json:"spellings"`
	Places    []leakPlace `json:"places"`
}

type leakPlace struct {
	ID       string   `json:"id"`
	Status   string   `json:"status"`
	Searched int      `json:"searched"`
	Found    []string `json:"found"`
}

func (t *Terminal) leaks(ctx context.Context, asJSON bool) error {
	test := &leakTest{t: t, began: time.Now().Add(-time.Second)}
	results, err := test.run(ctx)
	switch {
	case ctx.Err() != nil:
		return exit{code: ExitInterrupted}
	case err != nil:
		return exit{code: ExitUnknown, says: t.Words.Say("leaks.not_run", words.Values{"Cause": graph.Clean(err.Error())})}
	}
	report := leakReport{Schema: "latchkey.leaks/1", Runs: test.outputs, Spellings: len(spelling.Names())}
	leaked := false
	for _, one := range results {
		place := leakPlace{ID: string(one.Place), Status: string(check.Pass), Searched: one.Texts, Found: []string{}}
		for _, leak := range one.Found {
			leaked = true
			place.Status = string(check.Fail)
			place.Found = append(place.Found, leak.Where+" ("+leak.Spelling+")")
		}
		report.Places = append(report.Places, place)
	}
	if asJSON {
		err = t.printJSON(report)
	} else {
		t.printLeaks(report)
	}
	if err == nil && leaked {
		err = exit{code: ExitFailed}
	}
	return err
}

func (t *Terminal) printLeaks(report leakReport) {
	out := screen.Of(t.Out)
	out.Line(t.Words.Say("leaks.done", words.Counted(report.Runs), words.Values{"Spellings": t.Words.Number(report.Spellings)}))
	out.Line("")
	for _, place := range report.Places {
		detail := t.Words.Say("leaks.clean", words.Counted(place.Searched))
		if len(place.Found) > 0 {
			detail = t.Words.Say("leaks.found", words.Values{"Where": t.Words.List(place.Found...)})
		}
		out.Row(t.Words, check.Status(place.Status), t.Words.Say("leaks.place."+place.ID), detail)
	}
}

// run makes the tokens, and runs them through everything.
func (l *leakTest) run(ctx context.Context) ([]doctor.Searched, error) {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		return nil, err
	}
	defer func() { _ = server.Close() }()
	if l.folder, err = os.MkdirTemp("", "latchkey-leaks-*"); err != nil {
		return nil, fmt.Errorf("making a folder: %w", err)
	}
	defer func() { _ = os.RemoveAll(l.folder) }()
	l.server = server
	tokens := []graph.Token{madeUp("EAA"), madeUp("mXd-q_")}
	appSecret := madeUpSecret()
	l.search = doctor.NewLeakSearch(append(tokens, appSecret)...)
	for i, token := range tokens {
		for _, fault := range leakFaults() {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			server.SetFault(fault, 0)
			l.everyCommand(ctx, token, appSecret, filepath.Join(l.folder, strconv.Itoa(i)+string(fault)))
		}
	}
	l.search.Folder(doctor.LeakTemporary, os.TempDir(), l.began, l.folder)
	for _, argument := range os.Args {
		l.search.Text(doctor.LeakArguments, "argv", argument)
	}
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		l.search.Text(doctor.LeakEnvironment, name, variable)
	}
	return l.search.Results(), nil
}

// madeUp is a token of no one, new each time.
func madeUp(start string) graph.Token {
	return graph.NewToken(start + rand.Text() + rand.Text() + rand.Text())
}

// madeUpSecret is an app's secret of no one, new each time.
func madeUpSecret() graph.Token {
	noise := make([]byte, 16)
	_, _ = rand.Read(noise) // never fails, says its documentation
	return graph.NewToken(hex.EncodeToString(noise))
}

// leakFaults are the answers to run through: the right ones, those that repeat the
// token, and those that are none of Graph's. Others end nothing but time.
func leakFaults() []sandbox.Fault {
	return []sandbox.Fault{
		"", sandbox.FaultEcho, sandbox.FaultEchoAnswer, sandbox.FaultEchoRefusal, sandbox.FaultRedirect, sandbox.FaultGarbage, sandbox.FaultWebPage,
	}
}

// everyCommand runs the commands with a token and an app secret in a folder of their own.
func (l *leakTest) everyCommand(ctx context.Context, token, appSecret graph.Token, folder string) {
	settings, written := filepath.Join(folder, "latchkey"), filepath.Join(folder, "files")
	_ = os.MkdirAll(written, 0o700)
	keychain := vault.InMemory()
	own := *l.t
	own.Folder, own.Keychain, own.Prompt, own.OpenWindow = files.Open(settings, l.t.Now), keychain, nil, nil
	own.Vault = vault.Open(vault.Options{Service: vault.Service, Folder: own.Folder, Keychain: keychain, Now: l.t.Now})
	own.Graph = graph.Options{BaseURL: l.server.GraphURL(), Tries: 1, Attempt: leakTime, Pause: time.Millisecond, Limit: &graph.Limit{Wait: noWait}}
	own.Browser = noBrowser{}
	_ = keychain.Set(vault.Service, leakName, token.Reveal())
	_ = keychain.Set(vault.PracticeService, leakName, token.Reveal())
	environmentFile := filepath.Join(written, ".env")
	for _, run := range leakRuns(token.Reveal(), appSecret.Reveal(), l.server.GraphURL(), written, environmentFile) {
		var out, err strings.Builder
		own.In, own.Out, own.Err = strings.NewReader(run.input), &out, &err
		bounded, cancel := context.WithTimeout(ctx, leakTime)
		own.Run(bounded, run.arguments)
		cancel()
		l.outputs++
		where := "latchkey " + strings.Join(run.arguments[:min(2, len(run.arguments))], " ")
		l.search.Text(doctor.LeakOutputs, where+", stdout", out.String())
		l.search.Text(doctor.LeakOutputs, where+", stderr", err.String())
		l.search.Folder(doctor.LeakSettings, settings, time.Time{})
	}
	// The one file that is there to hold it.
	l.search.Folder(doctor.LeakFiles, written, time.Time{}, environmentFile)
}

const (
	leakName = "leak test"
	leakTime = 2 * time.Second
)

// leakRun is a command and what is typed or piped into it.
type leakRun struct {
	input     string
	arguments []string
}

// leakRuns are runs of every command: the ways in which each is handed its secrets,
// and in which each writes.
func leakRuns(token, secret, graphURL, folder, environmentFile string) []leakRun {
	run := func(input string, arguments ...string) leakRun { return leakRun{input + "\n", arguments} }
	inFolder := func(ending string) string { return filepath.Join(folder, "written."+ending) }
	quoted := `curl -H "Authorization: Bearer ` + token + `" gives {"error":{"message":"Malformed ` + token + `","code":190}}`
	list := "name,token\nShop " + token + "," + token + "\n," + token
	return []leakRun{
		run("", "saved", "add", leakName),
		run(token, "check"), run(token, "check", "--details"), run(token, "check", "--json"),
		run(token, "check", "--app", token), run("", "check", token), run("", "check", "--saved", leakName),
		run("", "check", "--saved-all", "--json"),
		run(list, "check", "--batch", "-"), run(list, "check", "--batch", "-", "--csv"), run(list, "check", "--batch", "-", "--json"),
		run(token, "report"), run(token, "report", "--json", "--show-names", "--show-ids", "--show-numbers"),
		run(token, "report", "--output", inFolder("html"), "--show-names", "--show-ids", "--show-numbers"),
		run(token, "report", "--output", inFolder("json")), run(token, "report", "--output", inFolder("txt")),
		run("", "report", "open", inFolder("html")),
		run(quoted, "explain", "-"), run(quoted, "explain", "--json", "-"), run("", "explain", token),
		run("", "saved"), run("", "saved", "--json"), run("", "saved", "remove", token),
		run("", "exec", "--saved", leakName, "--", "latchkey-no-such-program"), run("", "pipe", "--saved", leakName, "--", "latchkey-no-such-program"), run("", "pipe", "--list"),
		run(token, "store", "--saved", leakName, "--address", graphURL, "--path", "whatsapp", "--replace"),
		run("", "env-file", "--saved", leakName, "--file", environmentFile, "--yes"),
		run("", "send-test", "--saved", leakName, "--to", "+15550100", "--yes"),
		run(token, "fix", "subscribe", "--waba", "123456789012345", "--yes"), run("", "fix", "unsubscribe", "--saved", leakName, "--waba", "123456789012345", "--yes"),
		run(token+"\n246810", "fix", "register", "--phone", "123456789012345", "--yes"), run(token+"\n"+token, "fix", "register", "--phone", "123456789012345", "--yes"),
		run("", "fix", "register", "--saved", leakName, token), run("246810\n246810", "fix", "register", "--saved", leakName, "--code", "sms", "--phone", "123456789012345", "--yes"),
		run("", "calendar"), run("", "calendar", "--output", inFolder("ics")),
		run(secret+"\n"+token, "exchange-code", "--app", "123456789012345", "--graph-url", graphURL),
		run(token, "solution-token", "--solution", "123456789012345", "--business", "543210987654321", "--graph-url", graphURL),
		run(token, "renew", "--saved", leakName, "--yes"),
		run(token+"\n"+secret, "check"), run(token+"\n"+secret, "check", "--json"), run(secret, "check", "--saved", leakName),
		run(secret, "renew", "--extend", "--saved", leakName, "--app", "123456789012345", "--yes"), run(secret, "fix", "extend", "--saved", leakName, "--yes"),
		run(token+"\n"+secret, "fix", "revoke", "--app", "123456789012345", "--yes"), run("", "fix", "revoke", "--saved", secret),
		run(token, "setup"), run("1\n\n\n\n\n\n\n"+token+"\nd\n\n", "setup"),
		run("", "practise", "--scenario", token), run("", "practise", "--list"),
		run("", "doctor"), run("", "doctor", "--json"), run("", "version"), run("", "help", token), run("", token), run("", "--"+token),
		run("", "saved", "remove", leakName),
	}
}

// noWait is how long the test waits out a limit that Graph names.
func noWait(context.Context, time.Duration) error { return context.DeadlineExceeded }

// noBrowser opens nothing.
type noBrowser struct{}

func (noBrowser) Open(context.Context, string) error { return os.ErrNotExist }

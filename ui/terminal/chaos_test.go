package terminal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/graph/sandbox"
	"latchkey/ui/words"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// How long the chaos is. It is counted, so that it is the same everywhere.
const (
	chaosVariable = "CHAOS"      // how many runs
	seedVariable  = "CHAOS_SEED" // of the first run; the next ones count on
	fewRuns       = 12
	steps         = 50 // of each run
	lastOnes      = 12 // lines of its history that are told when it fails
)

// TestChaos does what people do with tokens, in whatever order, while programs are
// killed, the keychain dies, hangs or answers falsely, the disk is full, another
// program does something at the same moment, and Meta's answers are hostile. After
// each step the program starts again, and what is then kept must be what was told.
func TestChaos(t *testing.T) {
	runs, seed := countOf(t, chaosVariable, fewRuns), countOf(t, seedVariable, 1)
	t.Logf("%s=%d %s=%d", chaosVariable, runs, seedVariable, seed)
	for i := range runs {
		t.Run(fmt.Sprintf("seed %d", seed+i), func(t *testing.T) {
			t.Parallel()
			chaos := newChaos(t, uint64(seed+i))
			for range steps {
				if chaos.step(); t.Failed() {
					t.Logf("Again: %s=1 %s=%d. What was done:\n%s", chaosVariable, seedVariable, seed+i, strings.Join(chaos.history[max(0, len(chaos.history)-lastOnes):], "\n"))
					return
				}
			}
		})
	}
}

func countOf(t *testing.T, variable string, otherwise int) int {
	t.Helper()
	text := os.Getenv(variable)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("%s=%q is no count", variable, text)
	}
	return n
}

// chaos is one run: a home, a keychain and a pretend Meta, and what must be there.
type chaos struct {
	t       *testing.T
	random  *rand.Rand
	words   *words.Words
	home    string
	address string // of the pretend Meta
	meta    *sandbox.Server
	tokens  []chaosToken
	pieces  map[string]bool // of the tokens, as long as must not be shown
	state   state
	ids     [len(shops)]bool // which names have them in the list
	env     map[string]bool  // what the .env file may hold
	history []string
}

func newChaos(t *testing.T, seed uint64) *chaos {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 0))
	english, err := words.New(time.UTC, "en")
	if err != nil {
		t.Fatal(err)
	}
	c := &chaos{t: t, random: random, words: english, home: t.TempDir(), tokens: chaosTokens(random), pieces: map[string]bool{}, env: map[string]bool{"": true}}
	for _, token := range c.tokens {
		for i := range len(token.secret) - shown {
			c.pieces[token.secret[i:i+shown+1]] = true
		}
	}
	c.address, c.meta = startMeta(t, c.tokens)
	for _, folder := range []string{"work", "tmp", filepath.Join("keychain", vault.Service)} {
		if err := os.MkdirAll(filepath.Join(c.home, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// oneIn is true once in n times.
func (c *chaos) oneIn(n int) bool { return c.random.IntN(n) == 0 }

// drawn is an operation, at random, and mostly one that there is something to do
// for.
func (c *chaos) drawn() operation {
	o := c.anyOperation()
	for _, possible := o.apply(c.state); !possible && !c.oneIn(8); _, possible = o.apply(c.state) {
		o = c.anyOperation()
	}
	return o
}

func (c *chaos) anyOperation() operation {
	o := operation{kind: operations[c.random.IntN(len(operations))], name: c.random.IntN(len(shops)), token: 1 + c.random.IntN(howManyTokens)}
	o.to = (o.name + 1 + c.random.IntN(len(shops)-1)) % len(shops)
	if o.kind == opRemoveAll && !c.oneIn(3) {
		o.kind = opRemove
	}
	return o
}

// trouble is what befalls a program, at random: every second one is killed. Most
// calls of the keychain are among the first ten.
func (c *chaos) trouble() trouble {
	befalls := trouble{Kind: troubles[c.random.IntN(len(troubles))], Call: 1 + c.random.IntN(10), Room: c.random.IntN(4000)}
	if c.oneIn(2) {
		befalls.Kind = killed
	}
	switch {
	case befalls.Kind != killed:
	case c.oneIn(4):
		befalls.Call, befalls.After = 0, time.Duration(c.random.IntN(8000))*time.Microsecond
	case c.oneIn(2):
		befalls.After = time.Duration(c.random.IntN(3000)) * time.Microsecond
	}
	return befalls
}

// hostile are answers of Meta's that a program gets over in a moment.
var hostile = []sandbox.Fault{
	sandbox.FaultServerError, sandbox.FaultUnavailable, sandbox.FaultCut, sandbox.FaultEmpty, sandbox.FaultWebPage,
	sandbox.FaultRedirect, sandbox.FaultGarbage, sandbox.FaultEcho,
}

// step does one or two things at once, starts the program again and looks what is
// kept.
func (c *chaos) step() {
	attempts := []*attempt{{call: call{operation: c.drawn()}}}
	if !c.oneIn(3) {
		befalls := c.trouble()
		attempts[0].befalls, attempts[0].troubled = &befalls, true
	}
	// No keychain keeps two programs from writing into the same place at once.
	if other := c.drawn(); c.oneIn(4) && other.kind != opIntrude && attempts[0].kind != opIntrude {
		attempts = append(attempts, &attempt{call: call{operation: other, troubled: true, racing: true}})
		attempts[0].troubled, attempts[0].racing = true, true
	}
	if c.oneIn(4) {
		fault := hostile[c.random.IntN(len(hostile))]
		c.meta.SetFault(fault, 1+c.random.IntN(6))
		for _, each := range attempts {
			each.fault, each.troubled = fault, true
		}
	}
	var under sync.WaitGroup
	for _, each := range attempts {
		under.Go(func() { c.try(each) })
	}
	under.Wait()
	c.meta.SetFault("", 0)
	for _, each := range attempts {
		c.judge(each)
		c.history = append(c.history, each.String())
	}
	c.restart(attempts)
}

// attempt is a call with what befell it and what came of it.
type attempt struct {
	call
	befalls *trouble
	fault   sandbox.Fault
	code    int // -1 of one that was killed
	out     string
	err     string
}

func (a *attempt) String() string {
	text := fmt.Sprintf("%s %q", a.kind, shops[a.name])
	if a.kind == opRename {
		text += fmt.Sprintf(" to %q", shops[a.to])
	}
	if a.befalls != nil {
		text += fmt.Sprintf(" %+v", *a.befalls)
	}
	const enough = 400
	printed := unwrapped(a.out + " " + a.err)
	return fmt.Sprintf("%s %s token %d: %d, %s: %s", text, a.fault, a.token, a.code, a.result, printed[:min(len(printed), enough)])
}

// try runs the program that does the operation.
func (c *chaos) try(a *attempt) {
	name, of := shops[a.name], c.tokens[a.token-1]
	switch a.kind {
	case opSave, opReplace:
		c.run(a, of.secret, "window", a.kind, name, of.phone, of.account)
	case opRename:
		c.run(a, "", "window", a.kind, name, shops[a.to])
	case opRenew:
		c.run(a, of.secret, "latchkey", "renew", "--saved", name, "--yes")
	case opRemove:
		c.run(a, "", "latchkey", "saved", "remove", "--yes", name)
	case opRemoveAll:
		c.run(a, "", "latchkey", "saved", "remove", "--all", "--yes")
	case opAdopt:
		c.run(a, "", "latchkey", "saved", "add", name)
	case opCheck:
		c.run(a, "", "latchkey", "check", "--json", "--saved", name)
	case opCheckAll:
		c.run(a, "", "latchkey", "check", "--json", "--saved-all")
	case opEnvFile:
		c.run(a, "", "latchkey", "env-file", "--yes", "--saved", name, "--file", ".env")
	case opList:
		c.run(a, "token\n"+strings.Join(shops[:], "\n")+"\n", "latchkey", "check", "--json", "--batch", "-")
	case opIntrude:
		a.befalls = nil
		if err := folderKeychain(filepath.Join(c.home, "keychain")).Set(vault.Service, name, of.secret); err != nil {
			c.t.Error(err)
		}
	}
}

// run runs a program to its end, and remembers what it printed.
func (c *chaos) run(a *attempt, input, program string, arguments ...string) {
	process := exec.CommandContext(c.t.Context(), program, arguments...)
	process.Dir = filepath.Join(c.home, "work")
	process.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + c.home, "XDG_CONFIG_HOME=" + filepath.Join(c.home, "config"), "AppData=" + filepath.Join(c.home, "config"),
		"TMPDIR=" + filepath.Join(c.home, "tmp"), "KEYCHAIN=" + filepath.Join(c.home, "keychain"), "META=" + c.address,
		"GORACE=atexit_sleep_ms=0", "GOTRACEBACK=all", "LANG=en",
		namesVariable + "=KEYCHAIN META",
	}
	if a.befalls != nil {
		text, err := json.Marshal(a.befalls)
		if err != nil {
			c.t.Error(err)
		}
		process.Env = append(process.Env, troubleVariable+"="+string(text))
	}
	var out, errs bytes.Buffer
	process.Stdin, process.Stdout, process.Stderr = strings.NewReader(input), &out, &errs
	err := process.Run()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		c.t.Errorf("%s: %v", program, err)
		return
	}
	a.code, a.out, a.err = process.ProcessState.ExitCode(), out.String(), errs.String()
}

// folder is the settings folder of the run.
func (c *chaos) folder() *files.Folder {
	return files.Open(filepath.Join(c.home, "config", "latchkey"), nil)
}

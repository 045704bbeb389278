package terminal_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"latchkey/graph"
	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// troubleVariable holds the trouble that a program gets into, as JSON.
const troubleVariable = "CHAOS_TROUBLE"

// trouble is what befalls a program: one of troubles, at which of its keychain
// calls, and how much after that.
type trouble struct {
	Kind  string
	Call  int           // counted from 1
	After time.Duration // of a killed program
	Room  int           // of a full disk, in bytes for each file
}

// The troubles there are.
const (
	killed  = "killed"  // as by kill -9, before the call and After
	dies    = "dies"    // the keychain answers no more
	hangs   = "hangs"   // the call gets no answer
	late    = "late"    // the call gets one when it was given up
	fails   = "fails"   // the call fails, once
	ignores = "ignores" // the call is said to be done, and is not
	garbles = "garbles" // another secret is kept
	fills   = "fills"   // the disk, so that a file takes no more than Room
)

var troubles = []string{killed, dies, hangs, late, fails, ignores, garbles, fills}

// strike has the trouble of the environment befall this program.
func strike(chain vault.Keychain) (vault.Keychain, time.Duration) {
	text := os.Getenv(troubleVariable)
	if text == "" {
		return chain, 0
	}
	_ = os.Unsetenv(troubleVariable)
	troubled := &troubledKeychain{Keychain: chain}
	if err := json.Unmarshal([]byte(text), &troubled.trouble); err != nil {
		panic(err)
	}
	switch troubled.Kind {
	case fills:
		limitFiles(troubled.Room)
	case killed:
		if troubled.Call == 0 {
			go die(troubled.After)
		}
	case hangs, late:
		return troubled, patience
	}
	return troubled, 0
}

// patience is how long a call that hangs is waited for.
const patience = 300 * time.Millisecond

func die(after time.Duration) {
	time.Sleep(after)
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Kill()
	}
	if err != nil {
		panic(err)
	}
	select {} // until the signal arrives
}

// troubledKeychain has a trouble befall its callers.
type troubledKeychain struct {
	vault.Keychain
	trouble
	calls atomic.Int32
}

var errDied = errors.New("dbus: connection closed by user")

// call makes the call, or what becomes of it.
func (k *troubledKeychain) call(do func() error) error {
	now := int(k.calls.Add(1))
	if now > k.Call && k.Call > 0 && k.Kind == dies {
		return errDied
	}
	if now != k.Call {
		return do()
	}
	switch k.Kind {
	case killed:
		if k.After == 0 {
			die(0)
		}
		go die(k.After)
	case dies, fails:
		return errDied
	case hangs:
		select {}
	case late:
		time.Sleep(patience * 3 / 2)
	}
	return do()
}

func (k *troubledKeychain) at() bool { return int(k.calls.Load()) == k.Call }

func (k *troubledKeychain) Set(service, name, secret string) error {
	return k.call(func() error {
		switch {
		case k.at() && k.Kind == ignores:
			return nil
		case k.at() && k.Kind == garbles:
			secret = secret[:len(secret)-8]
		}
		return k.Keychain.Set(service, name, secret)
	})
}

func (k *troubledKeychain) Get(service, name string) (secret string, err error) {
	err = k.call(func() error {
		secret, err = k.Keychain.Get(service, name)
		return err
	})
	return secret, err
}

func (k *troubledKeychain) Delete(service, name string) error {
	return k.call(func() error {
		if k.at() && k.Kind == ignores {
			return nil
		}
		return k.Keychain.Delete(service, name)
	})
}

// told is what a window would tell of an operation.
type told struct {
	Settled   []vault.Recovered
	Damaged   int
	Leftovers int
	Outcome   vault.Outcome
	Error     string
}

// window is a program that does with a vault what only the window does: it starts,
// and then saves, replaces or renames.
//
//	window start | save NAME NUMBER ACCOUNT | replace NAME NUMBER ACCOUNT | rename NAME TO
func window() {
	ctx, t, args := context.Background(), standIn(), os.Args[1:]
	earlier := t.Environment().SettleEarlierRuns(ctx)
	says := told{Settled: earlier.Settled, Damaged: len(earlier.Damaged), Leftovers: len(earlier.Leftovers)}
	var err error
	switch args[0] {
	case "save", "replace":
		var secret []byte
		secret, err = io.ReadAll(os.Stdin)
		if err != nil {
			break
		}
		keep := t.Vault.Save
		if args[0] == "replace" {
			keep = t.Vault.Replace
		}
		entry := vault.Entry{Name: args[1], Kind: "system_user", PhoneID: args[2], AccountID: args[3]}
		says.Outcome, err = keep(ctx, entry, graph.NewToken(strings.TrimSpace(string(secret))))
	case "rename":
		err = t.Vault.Rename(ctx, args[1], args[2])
	}
	code := terminal.ExitReady
	if err != nil {
		says.Error, code = err.Error(), terminal.ExitNoKeychain
	}
	text, err := json.Marshal(says)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
	os.Exit(code)
}

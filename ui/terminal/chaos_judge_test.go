package terminal_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"latchkey/graph"
	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// crash is how a Go program tells of what must never happen.
var crash = regexp.MustCompile(`panic:|goroutine \d|fatal error|DATA RACE|runtime error`)

// judge holds an attempt to what must never be printed, and reads what it told.
func (c *chaos) judge(a *attempt) {
	printed := a.out + a.err
	if found := crash.FindString(printed); found != "" {
		c.t.Errorf("%s is printed", found)
	}
	c.holdsNoToken("what is printed", printed)
	if a.befalls == nil && a.code < 0 {
		c.t.Error("it ended by itself")
	}
	switch {
	case a.code == terminal.ExitReady:
		a.result = done
	case a.code < 0:
		a.result = open
	default:
		a.result = c.refusal(a)
	}
	c.judgeEnvFile(a)
	if !a.troubled && a.kind == opList && a.code <= terminal.ExitNoToken {
		var read struct{ Rows []struct{} }
		if err := json.Unmarshal([]byte(a.out), &read); err != nil || len(read.Rows) != len(shops) {
			c.t.Errorf("%d rows of %d, %v", len(read.Rows), len(shops), err)
		}
	}
}

// refusal is what was told of an operation that did not come to its end.
func (c *chaos) refusal(a *attempt) result {
	switch a.kind {
	case opSave, opReplace:
		var says told
		if err := json.Unmarshal([]byte(a.out), &says); err != nil {
			c.t.Errorf("%v: %s%s", err, a.out, a.err)
		}
		if says.Outcome == vault.NotSaved || says.Outcome == vault.OldKept {
			return refused
		}
		return open
	case opRenew:
		for _, outcome := range []vault.Outcome{vault.Unsettled, vault.NotListed, vault.Replaced, vault.AlreadyThere} {
			if text := c.words.Maybe("outcome." + string(outcome)); text != "" && strings.Contains(unwrapped(a.err), unwrapped(text)) {
				return open
			}
		}
		return refused
	}
	if a.troubled && a.changes() {
		return open
	}
	return refused
}

// judgeEnvFile holds what may stand in the .env file to what was told of it.
func (c *chaos) judgeEnvFile(a *attempt) {
	if a.kind != opEnvFile {
		return
	}
	possible := map[string]bool{}
	for _, text := range c.envTexts(a) {
		possible[text] = true
	}
	switch a.result {
	case done:
		c.env = possible
	case open:
		for text := range possible {
			c.env[text] = true
		}
	}
}

// envTexts are what a .env file of the name may hold: its token, with the ids that
// are listed for it, and while something else is done, any token with its own.
func (c *chaos) envTexts(a *attempt) []string {
	here := c.state[a.name]
	var texts []string
	for i, token := range c.tokens {
		if i+1 != here.holds && !a.racing {
			continue
		}
		alone := "WHATSAPP_TOKEN=" + token.secret + "\n"
		withIDs := here.lists == here.holds && c.ids[a.name]
		if withIDs || a.racing {
			texts = append(texts, alone+"WHATSAPP_PHONE_NUMBER_ID="+token.phone+"\nWHATSAPP_BUSINESS_ACCOUNT_ID="+token.account+"\n")
		}
		if !withIDs || a.racing {
			texts = append(texts, alone)
		}
	}
	return texts
}

// restart starts the program again, which tells what became of what was left open,
// and holds what is kept to all that was told. Sometimes the start is in trouble
// too, and there is another one.
func (c *chaos) restart(attempts []*attempt) {
	calls := make([]call, len(attempts))
	for i, each := range attempts {
		calls[i] = each.call
	}
	if c.oneIn(3) && slices.ContainsFunc(calls, func(one call) bool { return one.result == open }) {
		befalls := c.trouble()
		befalls.Call = min(befalls.Call, 1+c.random.IntN(5))
		c.start(calls, &befalls)
	}
	c.start(calls, nil)
	now := c.kept()
	if next := follow(c.state, calls); !slices.Contains(next, now) {
		c.t.Errorf("kept is %v, before it was %v, and %v can follow", now, c.state, next)
	}
	c.state = now
	c.lookAround()
}

// start starts the program and takes what it tells.
func (c *chaos) start(calls []call, befalls *trouble) {
	a := &attempt{befalls: befalls}
	c.run(a, "", "window", "start")
	c.judge(a)
	if befalls != nil && a.code < 0 {
		c.history = append(c.history, fmt.Sprintf("    start: %+v, killed", *befalls))
		return
	}
	var says told
	if err := json.Unmarshal([]byte(a.out), &says); err != nil {
		c.t.Errorf("the start says %s%s", a.out, a.err)
		return
	}
	if befalls != nil || len(says.Settled) > 0 {
		c.history = append(c.history, fmt.Sprintf("    start: %+v, %v", befalls, says.Settled))
	}
	if says.Damaged > 0 {
		c.t.Error("a file is damaged")
	}
	for _, one := range says.Settled {
		c.settle(calls, one)
	}
}

// settle takes what the start tells of an interrupted change to be what was told
// of it.
func (c *chaos) settle(calls []call, one vault.Recovered) {
	kinds := map[vault.Doing][]string{vault.Saving: {opSave, opReplace}, vault.Replacing: {opReplace, opRenew}, vault.Removing: {opRemove, opRemoveAll}, vault.Renaming: {opRename}}
	result := map[vault.Result]result{vault.ChangeDone: done, vault.ChangeUndone: refused}[one.Result]
	if result == "" {
		c.t.Errorf("%s %s is told to be %s", one.Doing, one.Name, one.Result)
	}
	for i := range calls {
		if calls[i].kind == opRemoveAll || !slices.Contains(kinds[one.Doing], calls[i].kind) || shops[calls[i].name] != one.Name {
			continue
		}
		switch calls[i].result {
		case open, result:
			calls[i].result, calls[i].troubled = result, true
		default:
			c.t.Errorf("%s %s was told to be %s, and then to be %s", one.Doing, one.Name, calls[i].result, result)
		}
		return
	}
}

// kept looks what keychain and list hold.
func (c *chaos) kept() state {
	var now state
	chain := folderKeychain(filepath.Join(c.home, "keychain"))
	keeper := vault.Open(vault.Options{Folder: c.folder(), Keychain: chain})
	entries, err := keeper.List(c.t.Context())
	if err != nil {
		c.t.Error(err)
	}
	for _, entry := range entries {
		place := slices.Index(shops[:], entry.Name)
		if place < 0 {
			c.t.Errorf("%q is listed", entry.Name)
			continue
		}
		now[place].lists, c.ids[place] = c.tokenOf(keeper, entry), entry.PhoneID != ""
	}
	for i, name := range shops {
		secret, err := chain.Get(vault.Service, name)
		if err != nil {
			continue
		}
		if now[i].holds = 1 + slices.IndexFunc(c.tokens, func(token chaosToken) bool { return token.secret == secret }); now[i].holds == 0 {
			c.t.Errorf("the keychain holds no token under %q", name)
		}
	}
	return now
}

// tokenOf is the token that an entry tells of. It tells of no other one's ids.
func (c *chaos) tokenOf(keeper *vault.Vault, entry vault.Entry) int {
	found := 0
	text, err := json.Marshal(entry)
	if err != nil {
		c.t.Error(err)
	}
	for i, token := range c.tokens {
		lists, err := keeper.Lists(c.t.Context(), entry, graph.NewToken(token.secret))
		switch {
		case err != nil:
			c.t.Error(err)
		case lists && found != 0:
			c.t.Errorf("%q is of two tokens", entry.Name)
		case lists:
			found = i + 1
		case strings.Contains(string(text), token.phone) || strings.Contains(string(text), token.account):
			c.t.Errorf("%q has the ids of token %d", entry.Name, i+1)
		}
	}
	if found == 0 {
		c.t.Errorf("%q is of no token", entry.Name)
	}
	return found
}

// ours are the files that Latchkey has, each with its lock and, after a kill, the
// one that was to take its place.
var ours = regexp.MustCompile(`^(index|practice-index|digest-key|batch|env-files)\.json(\.new|(\.change)?\.lock)?$|^env-file\.lock$`)

// lookAround looks for what was left behind: tokens in files, files nobody knows,
// changes that are still noted.
func (c *chaos) lookAround() {
	for _, folder := range []string{c.folder().Path(), filepath.Join(c.home, "keychain", vault.Service), filepath.Join(c.home, "keychain", vault.PracticeService), filepath.Join(c.home, "work"), filepath.Join(c.home, "tmp")} {
		_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || path == folder {
				return nil
			}
			c.know(folder, path, entry)
			return nil
		})
	}
	text, err := os.ReadFile(filepath.Join(c.home, "work", ".env"))
	if err == nil && !c.env[string(text)] || err != nil && !c.env[""] {
		c.t.Error("the .env file holds something else than was told")
	}
	c.env = map[string]bool{string(text): true}
}

func (c *chaos) know(folder, path string, entry fs.DirEntry) {
	name := entry.Name()
	switch filepath.Base(folder) {
	case vault.Service:
		if !slices.Contains(shops[:], strings.TrimSuffix(name, unfinished)) && !strings.HasSuffix(name, unfinished) {
			c.t.Errorf("%q is left in the keychain", name)
		}
		return
	case "work":
		if name != ".env" {
			c.t.Errorf("%s is left behind", path)
		}
		return
	case "latchkey":
		if ours.MatchString(name) {
			break
		}
		fallthrough
	default:
		c.t.Errorf("%s is left behind", path)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		c.t.Error(err)
	}
	c.holdsNoToken(path, string(text))
	if name == "index.json" && strings.Contains(string(text), `"changes"`) {
		c.t.Error("a change is still noted")
	}
}

func (c *chaos) holdsNoToken(where, text string) {
	for i := range max(0, len(text)-shown) {
		if c.pieces[text[i:i+shown+1]] {
			c.t.Errorf("a token stands in %s", where)
			return
		}
	}
}

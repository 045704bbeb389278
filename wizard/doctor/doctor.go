package doctor

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// ID names an examination. Ids are relied on by other programs: they stay.
type ID string

// The examinations, in their order.
const (
	Keychain ID = "keychain"
	Browser  ID = "browser"
	Network  ID = "network"
	Clock    ID = "clock"
	Proxy    ID = "proxy"
	Folder   ID = "folder"
	Version  ID = "version"
)

// AllIDs lists the examinations in their order.
func AllIDs() []ID {
	return []ID{Keychain, Browser, Network, Clock, Proxy, Folder, Version}
}

// Finding is what one examination found. Reason is the id of its words, Values
// are what goes into them.
type Finding struct {
	ID     ID
	Status check.Status
	Reason string
	Values map[string]string
}

// Computer is the computer to look at.
type Computer struct {
	Vault   *vault.Vault
	Folder  *files.Folder
	Graph   graph.Options // whom to ask; the zero value is Meta's Graph
	Version string        // the program's own
	// LookPath finds a program by its name; nil is exec.LookPath.
	LookPath func(name string) (string, error)
}

// Examine makes every examination and returns the findings in their order. One
// that fails never stops the others. It waits for network and keychain, side by
// side, until ctx ends.
func Examine(ctx context.Context, computer Computer) []Finding {
	network := make(chan []Finding, 1)
	go func() { network <- computer.network(ctx) }()
	// Proving the keychain writes to the folder, and writing makes it private
	// again: it is looked at as it was found.
	folder := computer.folder()
	findings := []Finding{computer.keychain(ctx), computer.browser()}
	findings = append(findings, <-network...)
	return append(findings, folder, found(Version, check.Pass, "is", "Version", computer.Version))
}

// found is a finding whose words hang below its own id. values are names and
// values by turns.
func found(id ID, status check.Status, reason string, values ...string) Finding {
	finding := Finding{ID: id, Status: status, Reason: "doctor." + string(id) + "." + reason, Values: map[string]string{}}
	for i := 0; i+1 < len(values); i += 2 {
		finding.Values[values[i]] = values[i+1]
	}
	return finding
}

// keychain writes, reads, compares and deletes a trial secret. Trouble with the
// folder's index says nothing about the keychain.
func (c Computer) keychain(ctx context.Context) Finding {
	err := c.Vault.Prove(ctx)
	var file *files.Error
	var keychain *vault.Error
	switch {
	case err == nil:
		return found(Keychain, check.Pass, "works", "Place", string(c.Vault.Where(ctx)))
	case errors.As(err, &keychain):
		return Finding{ID: Keychain, Status: check.Fail, Reason: "keychain." + string(keychain.Reason)}
	case errors.As(err, &file):
		return Finding{
			ID: Keychain, Status: check.Unknown, Reason: "files." + string(file.Reason),
			Values: map[string]string{"Path": file.Path, "Variable": file.Variable},
		}
	}
	return Finding{ID: Keychain, Status: check.Fail, Reason: "keychain." + string(vault.Other)}
}

// openers are the programs that open-golang opens an address with.
var openers = map[string]string{"windows": "rundll32", "darwin": "open"}

// browser looks for the program that opens addresses. Without it the addresses
// can still be copied.
func (c Computer) browser() Finding {
	opener, ok := openers[runtime.GOOS]
	if !ok {
		opener = "xdg-open"
	}
	lookPath := c.LookPath
	if lookPath == nil {
		lookPath = exec.LookPath
	}
	if _, err := lookPath(opener); err != nil {
		return found(Browser, check.Warn, "missing", "Opener", opener)
	}
	return found(Browser, check.Pass, "present", "Opener", opener)
}

// folder sees whether the settings folder can be written and is private.
func (c Computer) folder() Finding {
	if refused, ok := c.refused(); ok {
		return refused
	}
	path := c.Folder.Path()
	trial, err := os.CreateTemp(existing(path), ".latchkey-trial-*")
	if err != nil {
		return found(Folder, check.Fail, "not_writable", "Path", path)
	}
	// On a full disk a file can still be made, and nothing be put into it.
	_, err = trial.WriteString("trial")
	err = errors.Join(err, trial.Sync(), trial.Close())
	_ = os.Remove(trial.Name())
	if err != nil {
		return found(Folder, check.Fail, "no_room", "Path", path)
	}
	info, err := os.Stat(path)
	// Windows keeps a profile's folders private by access lists, which a mode
	// does not show.
	if err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return found(Folder, check.Warn, "not_private", "Path", path)
	}
	return found(Folder, check.Pass, "fine", "Path", path)
}

// refused tells of a folder that is not used at all.
func (c Computer) refused() (Finding, bool) {
	var trouble *files.Error
	if !errors.As(c.Folder.Check(), &trouble) {
		return Finding{}, false
	}
	switch trouble.Reason {
	case files.NoHome:
		return found(Folder, check.Fail, "no_home", "Variable", trouble.Variable), true
	case files.Linked:
		return found(Folder, check.Fail, "linked", "Path", trouble.Path), true
	case files.Foreign:
		return found(Folder, check.Fail, "foreign", "Path", trouble.Path), true
	case files.Shared:
		return found(Folder, check.Fail, "shared", "Path", trouble.Path), true
	}
	return Finding{}, false
}

// existing is the folder itself, or the nearest one above it that is there:
// the folder is made when first needed.
func existing(path string) string {
	for {
		if _, err := os.Stat(path); err == nil || path == filepath.Dir(path) {
			return path
		}
		path = filepath.Dir(path)
	}
}

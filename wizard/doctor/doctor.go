// Package doctor looks at this computer: could a token be kept here, could a
// page be opened, would Graph answer. It knows no token.
package doctor

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

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

// Finding is what one examination found. Reason is the id of its words.
type Finding struct {
	ID     ID
	Status check.Status
	Reason string
	Values map[string]string
}

// Patient is the computer to look at.
type Patient struct {
	Vault   *vault.Vault
	Folder  *files.Folder
	Graph   graph.Options
	Version string
	Now     func() time.Time
}

// Examine makes every examination and returns the findings in their order. One
// that fails never stops the others.
func Examine(ctx context.Context, patient Patient) []Finding {
	reach := make(chan []Finding, 1)
	go func() { reach <- patient.network(ctx) }()
	keychain := patient.keychain(ctx)
	network := <-reach
	findings := []Finding{keychain, browser()}
	findings = append(findings, network...)
	return append(findings, patient.folder(), found(Version, check.Pass, "is", "Version", patient.Version))
}

func found(id ID, status check.Status, reason string, values ...string) Finding {
	finding := Finding{ID: id, Status: status, Reason: "doctor." + string(id) + "." + reason, Values: map[string]string{}}
	for i := 0; i+1 < len(values); i += 2 {
		finding.Values[values[i]] = values[i+1]
	}
	return finding
}

// keychain writes, reads, compares and deletes a trial secret.
func (p Patient) keychain(ctx context.Context) Finding {
	err := p.Vault.Prove(ctx)
	if err == nil {
		return found(Keychain, check.Pass, "works", "Place", string(p.Vault.Where(ctx)))
	}
	reason := string(vault.Other)
	var trouble *vault.Error
	if errors.As(err, &trouble) {
		reason = string(trouble.Reason)
	}
	return Finding{ID: Keychain, Status: check.Fail, Reason: "keychain." + reason}
}

// openers are the programs that open an address, as open-golang calls them.
var openers = map[string]string{"windows": "rundll32", "darwin": "open"}

func browser() Finding {
	opener, ok := openers[runtime.GOOS]
	if !ok {
		opener = "xdg-open"
	}
	if _, err := exec.LookPath(opener); err != nil {
		return found(Browser, check.Warn, "missing", "Opener", opener)
	}
	return found(Browser, check.Pass, "present", "Opener", opener)
}

// network asks Graph without a token: its refusal is the answer wanted. What
// the answer's headers tell of clock and proxy comes along.
func (p Patient) network(ctx context.Context) []Finding {
	client, err := graph.New(p.Graph, graph.Token{})
	if err != nil {
		return []Finding{found(Network, check.Fail, "address")}
	}
	defer client.Close()
	_, err = client.Me(ctx)
	way := client.Connection()
	return []Finding{reach(err, way), clock(way), proxy(err, way)}
}

func reach(err error, way graph.Connection) Finding {
	if trouble := graph.AsNetworkError(err); trouble != nil {
		return Finding{
			ID: Network, Status: check.Fail, Reason: "network." + string(trouble.Kind),
			Values: map[string]string{"Host": trouble.Host, "Issuer": trouble.Issuer, "Proxy": trouble.Proxy},
		}
	}
	if way.Inspected {
		return found(Network, check.Warn, "inspected", "Issuer", way.Issuer)
	}
	return found(Network, check.Pass, "answers")
}

func clock(way graph.Connection) Finding {
	skew, known := way.Skew()
	minutes := fmt.Sprintf("%.0f", skew.Abs().Minutes())
	switch {
	case !known:
		return found(Clock, check.Unknown, "not_told")
	case skew.Abs() > 5*time.Minute:
		return found(Clock, check.Fail, "wrong", "Minutes", minutes)
	}
	return found(Clock, check.Pass, "right")
}

func proxy(err error, way graph.Connection) Finding {
	address := way.Proxy
	if trouble := graph.AsNetworkError(err); trouble != nil && address == "" {
		address = trouble.Proxy
	}
	if address == "" {
		return found(Proxy, check.Pass, "none")
	}
	return found(Proxy, check.Pass, "used", "Proxy", address)
}

// folder sees whether the settings folder can be written and is private.
func (p Patient) folder() Finding {
	path := p.Folder.Path()
	trial, err := os.CreateTemp(existing(path), ".latchkey-trial-*")
	if err != nil {
		return found(Folder, check.Fail, "not_writable", "Path", path)
	}
	_ = trial.Close()
	_ = os.Remove(trial.Name())
	info, err := os.Stat(path)
	if err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return found(Folder, check.Warn, "not_private", "Path", path)
	}
	return found(Folder, check.Pass, "fine", "Path", path)
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

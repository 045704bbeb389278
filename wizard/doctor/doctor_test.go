package doctor_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/zalando/go-keyring"
	"go.uber.org/goleak"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/wizard/check"
	"latchkey/wizard/doctor"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// healthy is a computer where all is well.
func healthy(t *testing.T) (doctor.Computer, *vaulttest.Memory) {
	t.Helper()
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	folder := files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)
	keychain := &vaulttest.Memory{}
	return doctor.Computer{
		Vault:    vault.Open(vault.Options{Folder: folder, Keychain: keychain, Deadline: 5 * time.Second}),
		Folder:   folder,
		Graph:    graph.Options{BaseURL: server.GraphURL(), Pause: time.Millisecond},
		Version:  "1.2.3",
		LookPath: func(name string) (string, error) { return "/usr/bin/" + name, nil },
	}, keychain
}

// examine returns the findings by id, and holds them to their order.
func examine(t *testing.T, computer doctor.Computer) map[doctor.ID]doctor.Finding {
	t.Helper()
	wanted := []doctor.ID{doctor.Keychain, doctor.Browser, doctor.Network, doctor.Clock, doctor.Proxy, doctor.Folder, doctor.Version}
	if !slices.Equal(doctor.AllIDs(), wanted) {
		t.Errorf("the examinations are %v", doctor.AllIDs())
	}
	findings := doctor.Examine(t.Context(), computer)
	if len(findings) != len(wanted) {
		t.Fatalf("%d findings: %v", len(findings), findings)
	}
	found := map[doctor.ID]doctor.Finding{}
	for i, finding := range findings {
		if finding.ID != wanted[i] {
			t.Errorf("finding %d is about %s, not %s", i, finding.ID, wanted[i])
		}
		found[finding.ID] = finding
	}
	return found
}

func TestHealthyComputer(t *testing.T) {
	computer, keychain := healthy(t)
	for id, finding := range examine(t, computer) {
		if finding.Status != check.Pass {
			t.Errorf("%s: %+v", id, finding)
		}
	}
	if len(keychain.All()) != 0 {
		t.Errorf("the trial secret was left behind: %v", keychain.All())
	}
}

// TestOneFailureStopsNoOther breaks one thing at a time: its own row says so,
// and every other row stays as it was.
func TestOneFailureStopsNoOther(t *testing.T) {
	unused, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = unused.Close()
	closed := "http://" + unused.Addr().String()
	for name, each := range map[string]struct {
		harm    func(*doctor.Computer, *vaulttest.Memory)
		reasons map[doctor.ID]string
		status  check.Status
	}{
		"the keychain answers with an error": {
			func(_ *doctor.Computer, keychain *vaulttest.Memory) { keychain.FailWith(errors.New("odd")) },
			map[doctor.ID]string{doctor.Keychain: "keychain.other"},
			check.Fail,
		},
		"there is no keychain": {
			func(_ *doctor.Computer, keychain *vaulttest.Memory) {
				keychain.FailWith(keyring.ErrUnsupportedPlatform)
			},
			map[doctor.ID]string{doctor.Keychain: "keychain.unsupported"},
			check.Fail,
		},
		"nothing opens pages": {
			func(computer *doctor.Computer, _ *vaulttest.Memory) {
				computer.LookPath = func(string) (string, error) { return "", errors.New("not found") }
			},
			map[doctor.ID]string{doctor.Browser: "doctor.browser.missing"},
			check.Warn,
		},
		"the network is down": {
			func(computer *doctor.Computer, _ *vaulttest.Memory) { computer.Graph.BaseURL = closed },
			map[doctor.ID]string{doctor.Network: "network.refused", doctor.Clock: "doctor.clock.unknown"},
			check.Fail,
		},
		"the address is not Graph's": {
			func(computer *doctor.Computer, _ *vaulttest.Memory) { computer.Graph.BaseURL = "https://example.com" },
			map[doctor.ID]string{doctor.Network: "doctor.network.address", doctor.Clock: "doctor.clock.unknown"},
			check.Fail,
		},
	} {
		t.Run(name, func(t *testing.T) {
			computer, keychain := healthy(t)
			each.harm(&computer, keychain)
			for id, finding := range examine(t, computer) {
				reason, harmed := each.reasons[id]
				switch {
				case harmed && finding.Reason != reason:
					t.Errorf("%s says %s, not %s", id, finding.Reason, reason)
				case harmed && id != doctor.Clock && finding.Status != each.status:
					t.Errorf("%s is %s", id, finding.Status)
				case !harmed && finding.Status != check.Pass:
					t.Errorf("%s has suffered too: %+v", id, finding)
				}
			}
		})
	}
}

// The minutes are rounded up, as a check of a token tells them.
func TestWrongClock(t *testing.T) {
	behind := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Date", time.Now().Add(90*time.Minute).UTC().Format(http.TimeFormat))
		w.WriteHeader(http.StatusBadRequest)
		_, _ = w.Write([]byte(`{"error":{"message":"no token","type":"OAuthException","code":2500}}`))
	}))
	defer behind.Close()
	computer, _ := healthy(t)
	computer.Graph.BaseURL = behind.URL
	found := examine(t, computer)
	if clock := found[doctor.Clock]; clock.Status != check.Fail || clock.Reason != "doctor.clock.wrong" || clock.Values["Minutes"] != "90" {
		t.Errorf("%+v", clock)
	}
	if found[doctor.Network].Status != check.Pass {
		t.Errorf("Graph's refusal counts as no answer: %+v", found[doctor.Network])
	}
}

func TestFolder(t *testing.T) {
	t.Run("a file stands in its place", func(t *testing.T) {
		computer, _ := healthy(t)
		if err := os.WriteFile(computer.Folder.Path(), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		found := examine(t, computer)
		if folder := found[doctor.Folder]; folder.Status != check.Fail || folder.Values["Path"] != computer.Folder.Path() {
			t.Errorf("%+v", folder)
		}
		if keychain := found[doctor.Keychain]; keychain.Status != check.Unknown {
			t.Errorf("the folder's trouble is told of the keychain: %+v", keychain)
		}
	})
	t.Run("others can look into it", func(t *testing.T) {
		computer, _ := healthy(t)
		if err := os.Mkdir(computer.Folder.Path(), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(computer.Folder.Path(), 0o755); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(computer.Folder.Path()); err != nil || info.Mode().Perm() != 0o755 {
			t.Skip("this system keeps no such modes")
		}
		found := examine(t, computer)
		if folder := found[doctor.Folder]; folder.Status != check.Warn || folder.Reason != "doctor.folder.not_private" {
			t.Errorf("%+v", folder)
		}
	})
}

// TestKeychainThatNeverAnswers: the others are told all the same, in time.
func TestKeychainThatNeverAnswers(t *testing.T) {
	computer, _ := healthy(t)
	answer := make(chan struct{})
	defer close(answer)
	computer.Vault = vault.Open(vault.Options{Folder: computer.Folder, Keychain: silent{answer}, Deadline: 50 * time.Millisecond})
	found := examine(t, computer)
	if keychain := found[doctor.Keychain]; keychain.Status != check.Fail || keychain.Reason != "keychain.timeout" {
		t.Errorf("%+v", keychain)
	}
	if found[doctor.Network].Status != check.Pass {
		t.Errorf("%+v", found[doctor.Network])
	}
}

type silent struct{ answer chan struct{} }

func (s silent) Set(string, string, string) error { <-s.answer; return keyring.ErrNotFound }

func (s silent) Get(string, string) (string, error) { <-s.answer; return "", keyring.ErrNotFound }

func (s silent) Delete(string, string) error { <-s.answer; return keyring.ErrNotFound }

func TestStopsWhenNobodyWaits(t *testing.T) {
	computer, _ := healthy(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if findings := doctor.Examine(ctx, computer); len(findings) != 7 {
		t.Errorf("%d findings", len(findings))
	}
}

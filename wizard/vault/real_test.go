package vault_test

import (
	"path/filepath"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

// long is a deadline that only a hanging call reaches.
const long = 20 * time.Second

func TestRealKeychainKeepsTheVeryToken(t *testing.T) {
	for place, start := range map[vault.Place]func(*vaulttest.Session){
		vault.GNOMEKeyring: (*vaulttest.Session).StartKeyring,
		vault.KeePassXC:    (*vaulttest.Session).StartKeePassXC,
	} {
		t.Run(string(place), func(t *testing.T) {
			session := vaulttest.Start(t)
			start(session)
			token := madeUpToken("kept")
			if got := child(t, session.Env, "prove", graph.Token{}, long); got.Reason != "" || got.Place != place {
				t.Fatalf("prove: %+v", got)
			}
			if got := child(t, session.Env, "save Café “Zur Post”", token, long); got.Outcome != vault.Added {
				t.Fatalf("save: %+v", got)
			}
			if found := session.Lookup("Latchkey", "Café “Zur Post”"); found != token.Reveal() {
				t.Errorf("secret-tool does not find the token that was saved")
			}
			if got := child(t, session.Env, "token Café “Zur Post”", token, long); !got.Same {
				t.Errorf("token: %+v", got)
			}
			mustNotHold(t, filepath.Join(session.Home, "config"), token.Reveal())
			if got := child(t, session.Env, "remove Café “Zur Post”", graph.Token{}, long); got.Reason != "" {
				t.Errorf("remove: %+v", got)
			}
			if found := session.Lookup("Latchkey", "Café “Zur Post”"); found != "" {
				t.Errorf("secret-tool still finds a removed token")
			}
		})
	}
}

func TestRealKeychainReplacesAToken(t *testing.T) {
	session := vaulttest.Start(t)
	session.StartKeyring()
	first, second := madeUpToken("first"), madeUpToken("second")
	if got := child(t, session.Env, "save Shop", first, long); got.Outcome != vault.Added {
		t.Fatalf("save: %+v", got)
	}
	if got := child(t, session.Env, "save Shop", second, long); got.Outcome != vault.Replaced {
		t.Errorf("replace: %+v", got)
	}
	if found := session.Lookup("Latchkey", "Shop"); found != second.Reveal() {
		t.Errorf("secret-tool does not find the token that replaced it")
	}
	mustNotHold(t, filepath.Join(session.Home, "config"), second.Reveal())
}

// Whatever its settings say, KeePassXC shows a dialog before it lets anybody
// replace a secret that somebody else has written. Here nobody answers it.
func TestKeePassXCAsksBeforeItReplaces(t *testing.T) {
	session := vaulttest.Start(t)
	session.StartKeePassXC()
	token := madeUpToken("first")
	if got := child(t, session.Env, "save Shop", token, long); got.Outcome != vault.Added {
		t.Fatalf("save: %+v", got)
	}
	if got := child(t, session.Env, "save Shop", madeUpToken("second"), 2*time.Second); got.Reason != vault.Timeout {
		t.Errorf("replace: %+v", got)
	}
	if found := session.Lookup("Latchkey", "Shop"); found != token.Reveal() {
		t.Errorf("the token that was there is lost")
	}
}

func TestRealKeychainsThatCannotKeep(t *testing.T) {
	cases := map[string]struct {
		prepare  func(*vaulttest.Session)
		deadline time.Duration
		want     vault.Reason
	}{
		"nothing keeps secrets": {func(*vaulttest.Session) {}, long, vault.NoService},
		"no session bus": {func(s *vaulttest.Session) {
			s.Env = append(s.Env, "DBUS_SESSION_BUS_ADDRESS=unix:path="+filepath.Join(s.Home, "none"))
		}, long, vault.NoService},
		"no keyring was ever made": {func(s *vaulttest.Session) {
			s.StartKeyringWithoutCollection()
		}, long, vault.NoCollection},
		"locked, and no one can be asked": {func(s *vaulttest.Session) {
			s.StartKeyring()
			s.Lock()
		}, long, vault.Locked},
		"prompt dismissed": {func(s *vaulttest.Session) {
			s.StartKeyring()
			s.Lock()
			s.DismissPrompts()
		}, long, vault.Refused},
		"prompt never answered": {func(s *vaulttest.Session) {
			s.StartKeyring()
			s.Lock()
			s.LeavePrompts()
		}, 300 * time.Millisecond, vault.Timeout},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			session := vaulttest.Start(t)
			c.prepare(session)
			token := madeUpToken("kept")
			for _, command := range []string{"prove", "save Shop", "token Shop"} {
				if got := child(t, session.Env, command, token, c.deadline); got.Reason != c.want {
					t.Errorf("%s: %+v, want %s", command, got, c.want)
				}
			}
			mustNotHold(t, filepath.Join(session.Home, "config"), token.Reveal())
		})
	}
}

func TestRealKeychainDiesWhileItAsks(t *testing.T) {
	session := vaulttest.Start(t)
	session.StartKeyring()
	session.Lock()
	shown := session.LeavePrompts()
	died := make(chan struct{})
	go func() {
		defer close(died)
		<-shown
		session.KillKeyring()
	}()
	token := madeUpToken("kept")
	got := child(t, session.Env, "save Shop", token, 2*time.Second)
	<-died
	if got.Reason != vault.Timeout && got.Reason != vault.NoService {
		t.Errorf("killed while it asks: %+v", got)
	}

	session.StartKeyring()
	if got := child(t, session.Env, "save Shop", token, long); got.Outcome != vault.Added {
		t.Errorf("after it came back: %+v", got)
	}
	if found := session.Lookup("Latchkey", "Shop"); found != token.Reveal() {
		t.Errorf("secret-tool does not find the token")
	}
}

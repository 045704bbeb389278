package repair_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/partner"
	"latchkey/wizard/repair"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

// office is a computer with saved tokens, and a Graph behind a desk that may answer
// in its place.
type office struct {
	t        *testing.T
	keychain *vaulttest.Memory
	folder   *files.Folder
	env      environment.Environment

	mutex   sync.Mutex
	asked   []string // method and path of each call
	instead http.HandlerFunc
}

func newOffice(t *testing.T) *office {
	t.Helper()
	meta, err := sandbox.Start(sandbox.Options{})
	must(t, err)
	address, err := url.Parse(meta.GraphURL())
	must(t, err)
	transport := &http.Transport{}
	forward := &httputil.ReverseProxy{Transport: transport, Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(address) }}
	o := &office{t: t, keychain: &vaulttest.Memory{}, folder: files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)}
	desk := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o.mutex.Lock()
		o.asked = append(o.asked, r.Method+" "+strings.TrimPrefix(r.URL.Path, "/v25.0"))
		instead := o.instead
		o.mutex.Unlock()
		if strings.Contains(r.URL.RawQuery, "secret=") {
			t.Error("a secret is in the address")
		}
		taken := &answered{ResponseWriter: w}
		if instead != nil {
			if instead(taken, r); taken.done {
				return
			}
		}
		forward.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		desk.Close()
		transport.CloseIdleConnections()
		must(t, meta.Close())
	})
	o.env = environment.Environment{
		Graph:  graph.Options{BaseURL: desk.URL, Tries: 1, Pause: time.Millisecond},
		Vault:  vault.Open(vault.Options{Folder: o.folder, Keychain: o.keychain, Deadline: 5 * time.Second}),
		Folder: o.folder, Now: time.Now,
	}
	return o
}

// answered notes whether the desk has answered by itself.
type answered struct {
	http.ResponseWriter
	done bool
}

func (a *answered) Write(text []byte) (int, error) {
	a.done = true
	return a.ResponseWriter.Write(text)
}

func (a *answered) WriteHeader(status int) {
	a.done = true
	a.ResponseWriter.WriteHeader(status)
}

// answer has calls that a path ends in answered by the desk.
func (o *office) answer(path string, status int, body string) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.instead = func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, path) {
			w.WriteHeader(status)
			_, _ = io.WriteString(w, body)
		}
	}
}

// posts are the calls that change something.
func (o *office) posts() []string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return slices.DeleteFunc(slices.Clone(o.asked), func(call string) bool { return strings.HasPrefix(call, "GET ") })
}

func scenario(t *testing.T, name string) sandbox.Scenario {
	t.Helper()
	found, ok := sandbox.FindScenario(name)
	if !ok {
		t.Fatalf("there is no scenario %q", name)
	}
	return found
}

// save keeps a scenario's token under its name, as a check describes it.
func (o *office) save(name string) sandbox.Scenario {
	o.t.Helper()
	of := scenario(o.t, name)
	report, err := o.env.Check(o.t.Context(), of.Token, environment.CheckOptions{AppSecret: of.AppSecret})
	must(o.t, err)
	entry := vault.Entry{Name: name, AppID: of.AppID}
	saved.Note(&entry, report)
	_, err = o.env.Vault.Save(o.t.Context(), entry, of.Token)
	must(o.t, err)
	return of
}

func (o *office) kept(name string) string { return o.keychain.Holds(vault.Service, name) }

func (o *office) works(token string) bool {
	client, err := graph.New(o.env.Graph, graph.NewToken(token))
	must(o.t, err)
	defer client.Close()
	_, err = client.Me(o.t.Context())
	return err == nil
}

// mustKeepNothing fails when a secret stands in a file, in the keychain or in an
// error.
func (o *office) mustKeepNothing(secret graph.Token, errs ...error) {
	o.t.Helper()
	var texts []string
	for _, kept := range o.keychain.All() {
		texts = append(texts, kept)
	}
	for _, err := range errs {
		if err != nil {
			texts = append(texts, err.Error())
		}
	}
	must(o.t, filepath.WalkDir(o.folder.Path(), func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			text, readErr := os.ReadFile(path)
			texts, err = append(texts, string(text)), readErr
		}
		return err
	}))
	for _, text := range texts {
		if strings.Contains(text, secret.Reveal()) {
			o.t.Errorf("the app secret is kept in %s", graph.Redact(text, secret))
		}
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestATokenGetsSixtyMoreDays(t *testing.T) {
	ctx, o := t.Context(), newOffice(t)
	of := o.save("sixty-days")
	old := o.kept("sixty-days")
	extension, err := repair.LookAtExtension(ctx, o.env, "sixty-days", "", of.AppSecret)
	must(t, err)
	if entry := extension.Entry; entry.AppID != of.AppID || entry.UserName == "" || entry.ExpiresAt.IsZero() || len(o.posts()) > 0 {
		t.Errorf("looking found %+v and posted %v", entry, o.posts())
	}
	extended, err := extension.Extend(ctx)
	must(t, err)
	left := time.Until(extended.Entry.ExpiresAt)
	if extended.Outcome != vault.Replaced || left < 59*24*time.Hour || left > 61*24*time.Hour || extended.Entry.Verdict == "" {
		t.Errorf("%s, %+v", extended.Outcome, extended.Entry)
	}
	now := o.kept("sixty-days")
	if now == old || !o.works(now) || !o.works(old) {
		t.Error("both tokens should work, and the new one be kept")
	}
	if got := o.posts(); len(got) != 1 || got[0] != "POST /oauth/access_token" {
		t.Errorf("posted %v", got)
	}
	o.mustKeepNothing(of.AppSecret)
	if _, err := extension.Extend(ctx); err == nil {
		t.Error("the secret was still there")
	}
}

// TestTheOldTokenStaysUntilTheNewOneIsProved, whatever goes wrong.
func TestTheOldTokenStaysUntilTheNewOneIsProved(t *testing.T) {
	other, _ := sandbox.FindScenario("extension-refused")
	same, _ := sandbox.FindScenario("sixty-days")
	issued := func(token graph.Token) string {
		return `{"access_token":"` + token.Reveal() + `","token_type":"bearer","expires_in":5184000}`
	}
	for name, test := range map[string]struct {
		scenario, id string
		app          graph.ID
		secret       graph.Token
		before       func(*office)
		posts        int
	}{
		"never ends":          {scenario: "ready", id: "fix.extend.never_ends"},
		"has ended":           {scenario: "expired", id: "fix.extend.ended"},
		"was revoked":         {scenario: "revoked", id: "trouble.token_revoked"},
		"a person's":          {scenario: "temporary", id: "fix.extend.kind"},
		"app may not":         {scenario: "extension-refused", id: "fix.not_allowed", posts: 1},
		"another app's":       {scenario: "sixty-days", id: "trouble.app_secret_proof_wrong", secret: other.AppSecret},
		"another app":         {scenario: "sixty-days", id: "trouble.app_secret_wrong", app: graph.ID(other.AppID), posts: 1},
		"Meta is down":        {scenario: "sixty-days", id: "network.outage", posts: 1, before: func(o *office) { o.answer("access_token", 503, "") }},
		"no answer of Meta's": {scenario: "sixty-days", id: "network.empty", posts: 1, before: func(o *office) { o.answer("access_token", 200, "") }},
		"another's token":     {scenario: "sixty-days", id: "fix.extend.another", posts: 1, before: func(o *office) { o.answer("access_token", 200, issued(other.Token)) }},
		"the same token":      {scenario: "sixty-days", id: "fix.extend.not_longer", posts: 1, before: func(o *office) { o.answer("access_token", 200, issued(same.Token)) }},
		"a dead token":        {scenario: "sixty-days", id: "fix.extend.not_proved", posts: 1, before: func(o *office) { o.answer("access_token", 200, issued(graph.NewToken("EAArubbishOfNobody012"))) }},
		"not checked":         {scenario: "sixty-days", id: "fix.extend.not_proved", posts: 1, before: func(o *office) { o.answer("permissions", 503, ""); o.failAfterExchange() }},
		"keychain is locked":  {scenario: "sixty-days", id: "keychain.other", before: func(o *office) { o.keychain.Refuse = func(string) error { return errors.New("nobody knows why") } }},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			of := o.save(test.scenario)
			old := o.kept(test.scenario)
			if test.before != nil {
				test.before(o)
			}
			if test.secret.IsZero() {
				test.secret = of.AppSecret
			}
			extension, err := repair.LookAtExtension(t.Context(), o.env, test.scenario, test.app, test.secret)
			if err == nil {
				var extended repair.Extended
				extended, err = extension.Extend(t.Context())
				if extended.Outcome != vault.OldKept {
					t.Errorf("the outcome is %s", extended.Outcome)
				}
			}
			if reason := repair.ExtensionReason(err); err == nil || reason.ID != test.id {
				t.Errorf("%v: %+v", err, reason)
			}
			if o.kept(test.scenario) != old || len(o.posts()) != test.posts {
				t.Errorf("the old token gave way, or posted %v", o.posts())
			}
			o.mustKeepNothing(test.secret, err)
		})
	}
}

// failAfterExchange takes Meta away as soon as the new token was made.
func (o *office) failAfterExchange() {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	made := false
	o.instead = func(w http.ResponseWriter, r *http.Request) {
		if made {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
		made = made || strings.HasSuffix(r.URL.Path, "access_token")
	}
}

// TestAKeychainThatKeepsNoNewTokenKeepsTheOldOne, and a token that somebody else
// saved meanwhile stays too.
func TestAKeychainThatKeepsNoNewTokenKeepsTheOldOne(t *testing.T) {
	o := newOffice(t)
	of := o.save("sixty-days")
	extension, err := repair.LookAtExtension(t.Context(), o.env, "sixty-days", "", of.AppSecret)
	must(t, err)
	o.keychain.Refuse = func(account string) error {
		if strings.Contains(account, "new-") {
			return errors.New("full")
		}
		return nil
	}
	extended, err := extension.Extend(t.Context())
	if err == nil || extended.Outcome != vault.OldKept || o.kept("sixty-days") != of.Token.Reveal() {
		t.Errorf("%s, %v", extended.Outcome, err)
	}
	o.keychain.Refuse = nil
	extension, err = repair.LookAtExtension(t.Context(), o.env, "sixty-days", "", of.AppSecret)
	must(t, err)
	_, err = o.env.Vault.Replace(t.Context(), vault.Entry{Name: "sixty-days"}, scenario(t, "ready").Token)
	must(t, err)
	if _, err := extension.Extend(t.Context()); !errors.Is(err, repair.ErrChanged) || o.kept("sixty-days") != scenario(t, "ready").Token.Reveal() {
		t.Errorf("somebody else's token: %v", err)
	}
}

func TestWhatIsListedSaysWhetherATokenCanBeExtended(t *testing.T) {
	now := time.Now()
	later, before := now.Add(time.Hour), now.Add(-time.Hour)
	for want, entry := range map[repair.Refusal]vault.Entry{
		repair.NoRefusal: {Kind: "system_user", ExpiresAt: later},
		repair.NeverEnds: {Kind: "system_user", NeverExpires: true},
		repair.HasEnded:  {Kind: "system_user", ExpiresAt: before},
		repair.OtherKind: {Kind: "user", ExpiresAt: later},
		repair.OfPartner: {Kind: "business_integration", ExpiresAt: later, SolutionID: "1", ClientBusinessID: "2"},
	} {
		if got := repair.RefusesExtension(entry, now); got != want || repair.Extendable(entry, now) != (want == repair.NoRefusal) {
			t.Errorf("%+v: %q, want %q", entry, got, want)
		}
	}
	unchecked := vault.Entry{}
	if repair.RefusesExtension(unchecked, now) != repair.NoRefusal || repair.Extendable(unchecked, now) {
		t.Error("of a token that was never checked nothing is known")
	}
}

func TestOneTokenIsRevokedAndProvedDead(t *testing.T) {
	ctx, o := t.Context(), newOffice(t)
	of := o.save("sixty-days")
	o.save("ready")
	revocation, err := repair.LookAtRevocation(ctx, o.env, of.Token, "", of.AppSecret)
	must(t, err)
	if !slices.Equal(revocation.SavedAs, []string{"sixty-days"}) || revocation.Entry.UserName == "" || len(o.posts()) > 0 {
		t.Errorf("looking found %+v and posted %v", revocation, o.posts())
	}
	must(t, revocation.Revoke(ctx))
	entry, err := o.env.Vault.Entry(ctx, "sixty-days")
	must(t, err)
	if o.works(of.Token.Reveal()) || !o.works(scenario(t, "ready").Token.Reveal()) || saved.ConditionOf(entry, time.Now()) != saved.Broken {
		t.Errorf("revoked, and the list says %+v", entry)
	}
	must(t, revocation.Remove(ctx))
	if o.kept("sixty-days") != "" || o.kept("ready") == "" {
		t.Error("the wrong token was removed")
	}
	_, err = repair.LookAtRevocation(ctx, o.env, of.Token, "", of.AppSecret)
	if !errors.Is(err, repair.ErrEnded) {
		t.Errorf("once more: %v", err)
	}
	o.mustKeepNothing(of.AppSecret)
}

// TestATokenIsNotSaidToBeDeadUnlessGraphRefusesIt.
func TestATokenIsNotSaidToBeDeadUnlessGraphRefusesIt(t *testing.T) {
	refused, _ := sandbox.FindScenario("ready")
	for name, test := range map[string]struct {
		id      string
		app     graph.ID
		secret  graph.Token
		kind    partner.Kind
		instead func(*office)
	}{
		"wrong secret":    {id: "trouble.app_secret_proof_wrong", secret: refused.AppSecret, kind: partner.KindRefused},
		"another app":     {id: "trouble.app_secret_wrong", app: graph.ID(refused.AppID), kind: partner.KindRefused},
		"still alive":     {id: "fix.revoke.alive", kind: partner.KindRefused, instead: func(o *office) { o.answer("revoke", 200, `{"success":true}`) }},
		"says no success": {id: "fix.revoke.alive", kind: partner.KindRefused, instead: func(o *office) { o.answer("revoke", 200, `{"success":false}`) }},
		"takes no POST": {id: "fix.revoke.not_this_way", kind: partner.KindRefused, instead: func(o *office) {
			o.answer("revoke", 400, `{"error":{"message":"Unsupported post request. Object with ID 'oauth' does not exist, cannot be loaded due to missing permissions","code":100,"error_subcode":33}}`)
		}},
		"nobody knows":    {id: "fix.revoke.not_known", kind: partner.KindUndecided, instead: (*office).failAfterRevoke},
		"nobody is there": {id: "network.outage", kind: partner.KindUndecided, instead: func(o *office) { o.answer("/me", 503, "") }},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			of := o.save("sixty-days")
			if test.instead != nil {
				test.instead(o)
			}
			if test.secret.IsZero() {
				test.secret = of.AppSecret
			}
			revocation, err := repair.LookAtRevocation(t.Context(), o.env, of.Token, test.app, test.secret)
			if err == nil {
				err = revocation.Revoke(t.Context())
			}
			if reason := repair.RevocationReason(err); err == nil || reason.ID != test.id || reason.Kind != test.kind {
				t.Errorf("%v: %+v", err, reason)
			}
			entry, _ := o.env.Vault.Entry(t.Context(), "sixty-days")
			if o.kept("sixty-days") == "" || entry.Verdict == string(check.NotReady) {
				t.Errorf("the list says %+v", entry)
			}
			o.mustKeepNothing(test.secret, err)
		})
	}
}

// failAfterRevoke ends the token and takes Meta away.
func (o *office) failAfterRevoke() {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	gone := false
	o.instead = func(w http.ResponseWriter, r *http.Request) {
		if gone {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
		gone = gone || strings.HasSuffix(r.URL.Path, "revoke")
	}
}

// TestAnAnswerThatGotLostIsNoReasonToDoubt: what counts is what Graph says of the
// token afterwards.
func TestAnAnswerThatGotLostIsNoReasonToDoubt(t *testing.T) {
	o := newOffice(t)
	of := o.save("sixty-days")
	revocation, err := repair.LookAtRevocation(t.Context(), o.env, of.Token, "", of.AppSecret)
	must(t, err)
	client, err := graph.New(o.env.Graph, of.Token)
	must(t, err)
	defer client.Close()
	must(t, client.RevokeToken(t.Context(), graph.ID(of.AppID), of.AppSecret))
	o.answer("revoke", http.StatusBadGateway, "")
	must(t, revocation.Revoke(t.Context()))
}

// TestAnAppThatDemandsAProofIsNoObstacle, since its secret is at hand.
func TestAnAppThatDemandsAProofIsNoObstacle(t *testing.T) {
	o := newOffice(t)
	of := o.save("app-secret-proof")
	revocation, err := repair.LookAtRevocation(t.Context(), o.env, of.Token, "", of.AppSecret)
	must(t, err)
	if revocation.Entry.AppID != of.AppID {
		t.Errorf("the app is %q", revocation.Entry.AppID)
	}
	must(t, revocation.Revoke(t.Context()))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := repair.LookAtRevocation(ctx, o.env, of.Token, "", of.AppSecret); repair.RevocationReason(err).Kind != partner.KindCanceled {
		t.Errorf("stopped: %v", err)
	}
	unread := scenario(t, "self-inspection-refused")
	if _, err := repair.LookAtRevocation(t.Context(), o.env, unread.Token, "", unread.AppSecret); !errors.Is(err, repair.ErrNoApp) {
		t.Errorf("an app that nobody names: %v", err)
	}
}

package repair_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/wizard/repair"
	"latchkey/wizard/vault"
)

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

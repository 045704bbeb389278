package repair_test

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/wizard/check"
	"latchkey/wizard/partner"
	"latchkey/wizard/repair"
	"latchkey/wizard/saved"
)

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

package sandbox

import (
	"net/url"
	"testing"

	"latchkey/graph"
)

// TestCallsNotPractisedAreMarked, so that a developer does not take the
// rehearsal's limits for Meta's.
func TestCallsNotPractisedAreMarked(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	mark := func(got reply) string { return got.header.Get("X-Practice") }
	for _, path := range []string{"/app", "/" + ready.PhoneID + "/settings", "/me?fields=email", "/?ids=" + ready.AccountID, "/oauth/device"} {
		if got := client.get(ready.Token, "/v25.0"+path); mark(got) != "not-practised" || got.status != 400 {
			t.Errorf("%s: %q, HTTP %d %s", path, mark(got), got.status, got.raw)
		}
	}
	for _, path := range []string{"/" + ready.PhoneID + "/media", "/" + ready.AccountID + "/message_templates"} {
		if got := client.postForm(ready.Token, "/v25.0"+path, url.Values{}); mark(got) != "not-practised" {
			t.Errorf("POST %s is not marked: %s", path, got.raw)
		}
	}
	for _, path := range []string{"/me", "/1234", "/" + scenario(t, "surplus").AccountID} {
		if got := client.get(ready.Token, "/v25.0"+path); mark(got) != "" {
			t.Errorf("%s is marked: %s", path, got.raw)
		}
	}
}

func TestWhatIsAskedWithoutAToken(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	client.get(graph.Token{}, "/v25.0/me").wantError(t, 400, "2500", "")
	client.get(graph.Token{}, "/v25.0/"+ready.AccountID).wantError(t, 400, "104", "")
	query := url.Values{"grant_type": {"client_credentials"}, "client_id": {ready.AppID}, "client_secret": {ready.AppSecret.Reveal()}}
	granted := client.get(graph.Token{}, "/v25.0/oauth/access_token?"+query.Encode()).wantOK(t)
	if granted.text("access_token") != ready.AppID+"|"+ready.AppSecret.Reveal() {
		t.Errorf("got %s", granted.raw)
	}
}

package sandbox

import (
	"strings"
	"testing"

	"latchkey/graph"
)

func (c *graphClient) inspect(token graph.Token) reply {
	c.t.Helper()
	return c.get(token, "/v25.0/debug_token?input_token="+token.Reveal())
}

func TestATokenInspectsItself(t *testing.T) {
	client := start(t, Options{})
	got := client.inspect(scenario(t, "ready").Token).wantOK(t)
	for path, want := range map[string]string{
		"data.type": "SYSTEM_USER", "data.application": "Corner Bakery Bot", "data.expires_at": "0",
		"data.data_access_expires_at": "0", "data.app_id": scenario(t, "ready").AppID,
		"data.granular_scopes.1.scope": scopeManagement,
	} {
		if got.text(path) != want {
			t.Errorf("%s is %q, want %q", path, got.text(path), want)
		}
	}
	if got.at("data.granular_scopes.1.target_ids") != nil {
		t.Error("a token that reaches everything carries target_ids")
	}
}

func TestInspectionOfADeadTokenIsAnsweredWith200(t *testing.T) {
	client := start(t, Options{})
	for name, subcode := range map[string]string{
		"expired": "463", "revoked": "466", "password-changed": "460", "checkpoint": "490", "rubbish": "",
	} {
		token := scenario(t, name).Token
		got := client.inspect(token).wantOK(t)
		if got.at("data.is_valid") != false || got.text("data.error.code") != "190" || got.text("data.error.subcode") != subcode {
			t.Errorf("%s: %s", name, got.raw)
		}
		client.get(token, "/v25.0/me").wantError(t, 401, "190", subcode)
	}
}

func TestUnreadableTokensAreRefusedInGraphsOwnWords(t *testing.T) {
	client := start(t, Options{})
	rubbish := scenario(t, "rubbish").Token
	miscopied := graph.NewToken(strings.TrimSuffix(scenario(t, "ready").Token.Reveal(), scenario(t, "ready").Token.Last4()) + "zzzz")
	for token, want := range map[graph.Token]string{
		rubbish:                            "Malformed access token " + rubbish.Reveal(),
		miscopied:                          "The access token could not be decrypted",
		graph.NewToken("hello"):            "Invalid OAuth access token - Cannot parse access token",
		graph.NewToken("123|not-that-one"): "Invalid OAuth access token signature.",
	} {
		if got := client.inspect(token).wantOK(t).text("data.error.message"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if header := client.get(rubbish, "/v25.0/me").header.Get("WWW-Authenticate"); !strings.Contains(header, rubbish.Reveal()) {
		t.Error("live Graph repeats the token in WWW-Authenticate, the sandbox does not")
	}
}

func TestInspectionRefused(t *testing.T) {
	client := start(t, Options{})
	refused := scenario(t, "self-inspection-refused")
	client.inspect(refused.Token).wantError(t, 400, "100", "")
	client.get(refused.Token, "/v25.0/me").wantOK(t)
	client.get(refused.Token, "/v25.0/"+refused.AccountID).wantOK(t)
}

func TestInspectionOfAnotherAppsToken(t *testing.T) {
	client := start(t, Options{})
	got := client.get(scenario(t, "ready").Token, "/v25.0/debug_token?input_token="+scenario(t, "surplus").Token.Reveal())
	got.wantError(t, 400, "100", "")
}

func TestTargetIDsComeAsTextOrAsNumbers(t *testing.T) {
	client := start(t, Options{})
	text := client.inspect(scenario(t, "business-token").Token).wantOK(t)
	if !strings.Contains(text.raw, `"target_ids":["`+scenario(t, "business-token").AccountID+`"]`) {
		t.Errorf("no ids as text: %s", text.raw)
	}
	numbers := client.inspect(scenario(t, "two-accounts").Token).wantOK(t)
	if !strings.Contains(numbers.raw, `"target_ids":[`+scenario(t, "two-accounts").AccountID+`,9`) {
		t.Errorf("no ids as numbers: %s", numbers.raw)
	}
}

func TestKindsOfToken(t *testing.T) {
	client := start(t, Options{})
	for name, want := range map[string]string{
		"temporary": "USER", "page-token": "PAGE", "app-token": "APP", "business-token": "SYSTEM_USER",
	} {
		if got := client.inspect(scenario(t, name).Token).wantOK(t).text("data.type"); got != want {
			t.Errorf("%s is of type %q, want %q", name, got, want)
		}
	}
	client.get(scenario(t, "app-token").Token, "/v25.0/me").wantError(t, 400, "2500", "")
	business := scenario(t, "business-token")
	me := client.get(business.Token, "/v25.0/me?fields=id,name,client_business_id").wantOK(t)
	if me.text("client_business_id") != business.CustomerID {
		t.Errorf("a business token does not tell its customer: %s", me.raw)
	}
	ready := client.get(scenario(t, "ready").Token, "/v25.0/me?fields=id,name,client_business_id").wantOK(t)
	if ready.at("client_business_id") != nil {
		t.Errorf("a plain system user tells a customer: %s", ready.raw)
	}
}

package sandbox

import (
	"net/url"
	"testing"
	"time"

	"latchkey/graph"
)

func TestACodeOfEmbeddedSignupWorksOnceForHalfAMinute(t *testing.T) {
	now := noon
	client := start(t, Options{Now: func() time.Time { return now }})
	from := scenario(t, "business-token")
	exchange := func(code string, more ...string) reply {
		query := url.Values{"client_id": {from.AppID}, "client_secret": {from.AppSecret.Reveal()}, "code": {code}}
		for i := 0; i < len(more); i += 2 {
			query.Set(more[i], more[i+1])
		}
		return client.get(graph.Token{}, "/v25.0/oauth/access_token?"+query.Encode())
	}
	code := client.server.State().IssueCode(from.AppID, from.CustomerID)
	exchange(code, "redirect_uri", "https://shop.example/").wantError(t, 400, "100", "36008")
	exchange(code, "client_secret", "0123").wantError(t, 400, "1", "")
	granted := exchange(code).wantOK(t)
	token := graph.NewToken(granted.text("access_token"))
	client.get(token, "/v25.0/"+from.AccountID).wantOK(t)
	exchange(code).wantError(t, 400, "100", "36009")

	late := client.server.State().IssueCode(from.AppID, from.CustomerID)
	now = now.Add(31 * time.Second)
	exchange(late).wantError(t, 400, "100", "36007")
}

func TestASixtyDayTokenIsRefreshedAndRevoked(t *testing.T) {
	client := start(t, Options{})
	from := scenario(t, "sixty-days")
	query := url.Values{
		"grant_type": {"fb_exchange_token"}, "client_id": {from.AppID}, "client_secret": {from.AppSecret.Reveal()},
		"fb_exchange_token": {from.Token.Reveal()}, "set_token_expires_in_60_days": {"true"},
	}
	fresh := client.get(graph.Token{}, "/v25.0/oauth/access_token?"+query.Encode()).wantOK(t)
	token := graph.NewToken(fresh.text("access_token"))
	client.get(token, "/v25.0/me").wantOK(t)
	query = url.Values{"client_id": {from.AppID}, "client_secret": {from.AppSecret.Reveal()}, "revoke_token": {token.Reveal()}}
	client.get(graph.Token{}, "/v25.0/oauth/revoke?"+query.Encode()).wantOK(t)
	client.get(token, "/v25.0/me").wantError(t, 401, "190", "466")
}

func TestTheEightAnswersOfASolution(t *testing.T) {
	client := start(t, Options{})
	from := scenario(t, "business-token")
	path := "/v25.0/" + from.SolutionID + "/access_token?business_id="
	granted := client.get(from.Token, path+from.CustomerID).wantOK(t)
	if granted.text("expires_at") == "" {
		t.Errorf("got %s", granted.raw)
	}
	customers := graph.NewToken(granted.text("access_token"))
	client.get(customers, "/v25.0/"+from.AccountID).wantOK(t)
	client.get(from.Token, path+"bakery").wantError(t, 400, "100", "")
	client.get(scenario(t, "expired").Token, path+from.CustomerID).wantError(t, 401, "190", "463")
	client.get(scenario(t, "ready").Token, path+from.CustomerID).wantError(t, 403, "200", "1349174")
	client.get(from.Token, path+"404").wantError(t, 404, "803", "")
	client.get(from.Token, path+scenario(t, "ready").BusinessID).wantError(t, 422, "100", "")
	client.get(scenario(t, "outage").Token, path+from.CustomerID).wantError(t, 500, "2", "")
	client.server.SetFault(FaultTooMany, 1)
	client.get(from.Token, path+from.CustomerID).wantError(t, 429, "4", "2446079")
}

// TestWhatIsNotExtendedOrRevoked, each refused for its own reason.
func TestWhatIsNotExtendedOrRevoked(t *testing.T) {
	client := start(t, Options{})
	ends, other := scenario(t, "sixty-days"), scenario(t, "ready")
	form := func(of Scenario, fields ...string) url.Values {
		form := url.Values{
			"grant_type": {"fb_exchange_token"}, "client_id": {of.AppID}, "client_secret": {of.AppSecret.Reveal()},
			"fb_exchange_token": {of.Token.Reveal()}, "set_token_expires_in_60_days": {"true"}, "revoke_token": {of.Token.Reveal()},
		}
		for i := 0; i < len(fields); i += 2 {
			form.Set(fields[i], fields[i+1])
		}
		return form
	}
	const extend, revoke = "/v25.0/oauth/access_token", "/v25.0/oauth/revoke"
	for name, test := range map[string]struct {
		path, code, subcode string
		form                url.Values
		status              int
	}{
		"wrong secret":       {extend, "1", "", form(ends, "client_secret", other.AppSecret.Reveal()), 400},
		"another app":        {extend, "1", "", form(other, "fb_exchange_token", ends.Token.Reveal()), 400},
		"expired":            {extend, "190", "463", form(scenario(t, "expired")), 401},
		"revoked":            {extend, "190", "466", form(scenario(t, "revoked")), 401},
		"never ends":         {extend, "100", "", form(other), 400},
		"a person's":         {extend, "100", "", form(scenario(t, "temporary")), 400},
		"not the 60 days":    {extend, "100", "", form(ends, "set_token_expires_in_60_days", "false"), 400},
		"not allowed":        {extend, "3", "", form(scenario(t, "extension-refused")), 400},
		"revoke, wrong":      {revoke, "1", "", form(ends, "client_secret", other.AppSecret.Reveal()), 400},
		"revoke another's":   {revoke, "1", "", form(other, "revoke_token", ends.Token.Reveal()), 400},
		"revoke the revoked": {revoke, "190", "466", form(scenario(t, "revoked")), 401},
		"revoke rubbish":     {revoke, "190", "", form(ends, "revoke_token", "EAArubbish"), 401},
	} {
		t.Run(name, func(t *testing.T) {
			client.t = t
			client.postForm(graph.Token{}, test.path, test.form).wantError(t, test.status, test.code, test.subcode)
		})
	}
	client.t = t
	client.get(ends.Token, "/v25.0/me").wantOK(t)
	fresh := client.postForm(graph.Token{}, extend, form(ends)).wantOK(t)
	client.postForm(graph.Token{}, revoke, form(ends)).wantOK(t)
	client.get(ends.Token, "/v25.0/me").wantError(t, 401, "190", "466")
	client.get(graph.NewToken(fresh.text("access_token")), "/v25.0/me").wantOK(t)
}

package sandbox

import (
	"testing"
)

// TestAProofOfTheAppSecret: a wrong one is refused, a right one is not asked
// for, unless the app demands it.
func TestAProofOfTheAppSecret(t *testing.T) {
	client := start(t, Options{})
	refused := func(got reply, message string) {
		t.Helper()
		got.wantError(t, 400, "100", "")
		if got.text("error.message") != message || got.text("error.type") != "GraphMethodException" {
			t.Errorf("got %s", got.raw)
		}
	}
	ready := scenario(t, "ready")
	client.get(ready.Token, "/v25.0/me").wantOK(t)
	right := proofOf(ready.Token.Reveal(), ready.AppSecret.Reveal())
	client.get(ready.Token, "/v25.0/me?appsecret_proof="+right).wantOK(t)
	refused(client.get(ready.Token, "/v25.0/me?appsecret_proof=deadbeef"), "Invalid appsecret_proof provided in the API argument")

	demanding := scenario(t, "app-secret-proof")
	for _, path := range []string{"me", demanding.AccountID, "debug_token?input_token=" + demanding.Token.Reveal()} {
		refused(client.get(demanding.Token, "/v25.0/"+path), "API calls from the server require an appsecret_proof argument")
	}
	right = proofOf(demanding.Token.Reveal(), demanding.AppSecret.Reveal())
	client.get(demanding.Token, "/v25.0/"+demanding.AccountID+"?appsecret_proof="+right).wantOK(t)
}

// TestTheDemandForAProofCanBeSwitchedOff, where Latchkey sends people to do it.
func TestTheDemandForAProofCanBeSwitchedOff(t *testing.T) {
	b := browse(t, scenario(t, "app-secret-proof"))
	advanced := pathDeveloper + "/" + b.scenario.AppID + "/settings/advanced/"
	wantIn(t, b.open(advanced), "Require App Secret", `value="on" checked`)
	page := b.submit(advanced)
	wantIn(t, page, "Settings saved.", "Require App Secret")
	wantNotIn(t, page, `value="on" checked`)
	b.get(b.scenario.Token, "/v25.0/me").wantOK(t)
}

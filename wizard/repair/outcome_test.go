package repair

import (
	"errors"
	"testing"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

// TestWhatCameOfAnAct: a refusal is one, and of anything else counts what is seen.
func TestWhatCameOfAnAct(t *testing.T) {
	refused, cut := &trouble.Error{Code: 133005}, &graph.NetworkError{Kind: graph.NetworkCut}
	for _, test := range []struct {
		name          string
		acted, looked error
		shows         bool
		want          Outcome
		err           error
	}{
		{"done and seen", nil, nil, true, Done, nil},
		{"taken on, not seen", nil, nil, false, NotYet, nil},
		{"taken on, not to be looked at", nil, cut, false, Unseen, nil},
		{"refused", refused, nil, false, "", refused},
		{"refused, and there from before", refused, nil, true, "", refused},
		{"no answer, and seen", cut, nil, true, Done, nil},
		{"no answer, and not seen", cut, nil, false, "", cut},
		{"no answer twice", cut, cut, false, "", cut},
	} {
		outcome, err := outcomeOf(test.acted, test.looked, test.shows)
		if outcome != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s: %q, %v", test.name, outcome, err)
		}
	}
}

// TestWhichNumbersAreRegistered by every word that Meta has for a number's state.
func TestWhichNumbersAreRegistered(t *testing.T) {
	for state, numbers := range map[NumberState][]graph.PhoneNumber{
		NumberReady: {
			{Status: "PENDING", Verification: "VERIFIED"},
			{Status: "DISCONNECTED", Verification: "VERIFIED"},
			{Platform: "NOT_APPLICABLE"},
			{Status: "PENDING", Verification: "NOT_VERIFIED", Mode: "SANDBOX"},
			{},
			{Status: "PENDING", OnBizApp: true, VerifiedName: "Test Number"},
		},
		NumberUnverified: {
			{Status: "PENDING", Verification: "NOT_VERIFIED"}, {Status: "UNVERIFIED", Verification: "UNVERIFIED"}, {Status: "disconnected", Verification: "expired"},
		},
		NumberConnected:  {{Status: "CONNECTED"}, {Status: "CONNECTED", Verification: "EXPIRED"}, {Status: "FLAGGED"}, {Status: "RATE_LIMITED"}, {Status: "LINKED"}},
		NumberShared:     {{Status: "PENDING", OnBizApp: true}, {Status: "CONNECTED", OnBizApp: true, Platform: "CLOUD_API"}, {OnBizApp: true, Verification: "NOT_VERIFIED"}},
		NumberRestricted: {{Status: "BANNED"}, {Status: "RESTRICTED", OnBizApp: true}},
	} {
		for _, number := range numbers {
			if got := judgeNumber(number); got != state {
				t.Errorf("%+v is %s, not %s", number, got, state)
			}
		}
		if refused := state == NumberShared || state == NumberRestricted; state.Refused() != refused {
			t.Errorf("%s: %v", state, state.Refused())
		}
	}
}

// TestWhoListens: the token's own app among others, and one that nobody tells.
func TestWhoListens(t *testing.T) {
	app := func(id, name string) (app graph.SubscribedApp) {
		app.Data.ID, app.Data.Name = graph.ID(id), graph.Text(name)
		return app
	}
	account := graph.WhatsAppAccount{ID: "500", Name: "Corner Bakery"}
	own := graph.Inspection{AppID: "1", Application: "Bot"}
	both := judgeSubscription(own, account, []graph.SubscribedApp{app("2", "Other"), app("1", "Bot"), app("3", "")})
	if !both.Listens || len(both.Others) != 2 || both.Others[0] != "Other" || both.Others[1] != "3" || both.AppName != "Bot" {
		t.Errorf("%+v", both)
	}
	if other := judgeSubscription(own, account, []graph.SubscribedApp{app("2", "Other")}); other.Listens {
		t.Errorf("%+v", other)
	}
	unknown := judgeSubscription(graph.Inspection{}, account, nil)
	joined := judgeSubscription(graph.Inspection{}, account, []graph.SubscribedApp{app("9", "Somebody")})
	if unknown.Listens || joined.Listens || !changedTo(unknown, joined, true) || changedTo(joined, joined, true) || !changedTo(joined, unknown, false) {
		t.Errorf("%+v %+v", unknown, joined)
	}
}

func TestSixDigits(t *testing.T) {
	for typed, reads := range map[string]bool{
		"246810": true, " 246810\n": true, "246 810": true, "24681": false, "2468100": false, "24681a": false, "": false, "٢٤٦٨١٠": false, "246-810": false,
	} {
		if pin, ok := ReadPIN(typed); ok != reads || ok && pin.Reveal() != "246810" {
			t.Errorf("PIN %q: %v", typed, ok)
		}
	}
	for typed, reads := range map[string]bool{"123-456": true, "123 456": true, "123456": true, "12345": false} {
		if code, ok := ReadCode(typed); ok != reads || ok && code.Reveal() != "123456" {
			t.Errorf("code %q: %v", typed, ok)
		}
	}
}

package check

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph"
	"latchkey/graph/sandbox"
)

// pinned are the checks in the order that other programs rely on, each with its
// number in the spoken code of a report, which older reports have too. A new
// check gets the next free number.
var pinned = []struct {
	id     ID
	number int
}{
	{"local.shape", 1},
	{"net.reach", 2},
	{"net.clock", 3},
	{"token.alive", 4},
	{"token.kind", 5},
	{"token.expiry", 6},
	{"app.match", 7},
	{"perm.messaging", 8},
	{"perm.management", 9},
	{"perm.surplus", 10},
	{"waba.reach", 11},
	{"waba.review", 12},
	{"account.payment", 23},
	{"phone.list", 13},
	{"phone.verified", 14},
	{"phone.name", 15},
	{"phone.status", 16},
	{"phone.quality", 17},
	{"phone.test", 18},
	{"templates.read", 19},
	{"send.allowed", 20},
	{"webhook.subscribed", 21},
	{"api.version", 22},
}

func TestChecksAreInTheirOrder(t *testing.T) {
	var want []ID
	for _, one := range pinned {
		want = append(want, one.id)
	}
	if difference := cmp.Diff(want, IDs()); difference != "" {
		t.Errorf("(-pinned +checks):\n%s", difference)
	}
}

func TestSpokenNumbersStay(t *testing.T) {
	for _, want := range pinned {
		check, found := Find(want.id)
		if !found || check.SpokenNumber != want.number {
			t.Errorf("%s has the number %d, not %d", want.id, check.SpokenNumber, want.number)
		}
	}
}

// What the verdict is about when several rows could be it.
func TestOrderOfImportance(t *testing.T) {
	want := []ID{
		LocalShape, TokenAlive, TokenExpiry, TokenKind, AppMatch, PermMessaging, PermManagement, AccountReach,
		PhoneList, AccountReview, PhoneStatus, PhoneVerified, PhoneName, PhoneTest, SendAllowed, TemplatesRead,
		AccountPayment, NetReach, PhoneQuality, PermSurplus, WebhookSubscribed, NetClock, APIVersion,
	}
	var rows []Row
	for _, id := range IDs() {
		rows = append(rows, Row{ID: id})
	}
	for _, id := range want {
		if got := mostImportant(rows).ID; got != id {
			t.Fatalf("%s comes where %s should", got, id)
		}
		rows = slices.DeleteFunc(rows, func(row Row) bool { return row.ID == id })
	}
	if len(rows) > 0 {
		t.Errorf("these have no place: %v", rows)
	}
}

func TestWhatTheOwnerLooksAt(t *testing.T) {
	want := []ID{
		TokenAlive, TokenKind, TokenExpiry, PermMessaging, PermManagement, AccountReach, PhoneList, PhoneStatus, SendAllowed,
	}
	if difference := cmp.Diff(want, Essential); difference != "" {
		t.Errorf("(-want +got):\n%s", difference)
	}
}

func TestWhatANewTokenPutsRight(t *testing.T) {
	want := []ID{TokenAlive, TokenKind, TokenExpiry, AppMatch, PermMessaging, PermManagement}
	var got []ID
	for _, id := range IDs() {
		if (Row{ID: id, Status: Fail}).NeedsNewToken() {
			got = append(got, id)
		}
	}
	if difference := cmp.Diff(want, got); difference != "" {
		t.Errorf("(-want +got):\n%s", difference)
	}
}

// Where Graph refuses every call because of the app, the business or a login that is
// due, another token would be refused alike.
func TestWhereANewTokenDoesNotHelp(t *testing.T) {
	const refusal = `{"error":{"message":%q,"type":"OAuthException","code":%d,"error_subcode":%d}}`
	for _, test := range []struct {
		message       string
		code, subcode int
		helps         bool
	}{
		{"API access blocked.", 200, 0, false},
		{"API access deactivated. To reactivate, go to the app dashboard.", 200, 0, false},
		{"Temporarily blocked for policies violations", 368, 0, false},
		{"The user is enrolled in a blocking, logged-in checkpoint", 190, 490, false},
		{"Unconfirmed", 190, 464, false},
		{"Session has expired", 190, 463, true},
		{"Application has been deleted", 190, 0, true},
		{"Invalid OAuth access token", 190, 0, true},
	} {
		report := check(t, everywhere(400, fmt.Sprintf(refusal, test.message, test.code, test.subcode)), Expectation{})
		about := report.Verdict.About
		if report.Verdict.Status != NotReady || about.ID != TokenAlive || about.NeedsNewToken() != test.helps {
			t.Errorf("%d/%d: want a new token %v, got %v in %s", test.code, test.subcode, test.helps, about.NeedsNewToken(), describe(report))
		}
	}
}

// What every call ends in alike is told once, and leaves the rest unasked.
func TestOneTroubleOfAllCallsIsOneRow(t *testing.T) {
	for _, body := range []string{
		`{"error":{"message":"Something new","type":"OAuthException","code":7777}}`,
		`{"error":{"message":"Invalid parameter","type":"OAuthException","code":100,"error_user_title":"Title","error_user_msg":"Text"}}`,
		`{"error":{"message":"An access token is required to request this resource.","type":"OAuthException","code":104}}`,
		`{"error":{"message":"(#5) Unauthorized source IP address","type":"OAuthException","code":5}}`,
	} {
		report := check(t, everywhere(400, body), Expectation{})
		if open := withStatus(report.Rows, Unknown); len(open) != 1 || open[0].ID != TokenAlive || report.Verdict.Status != Undecided {
			t.Errorf("%s is told so: %s", body, describe(report))
		}
	}
}

// A person's token refuses the first call for its user, and names it in the next
// round.
func TestAPersonIsNamedWhenTheTokenIsSaidToLive(t *testing.T) {
	replies := answering(readyReplies())
	address := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.RawQuery, "client_business_id") {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = w.Write([]byte(`{"error":{"message":"(#100) Tried accessing nonexisting field (client_business_id)","code":100}}`))
			return
		}
		replies(w, r)
	}))
	var told Row
	report, err := Run(t.Context(), Request{
		Token: graph.NewToken(madeUpToken), Graph: graph.Options{BaseURL: address},
		OnRow: func(row Row) {
			if row.ID == TokenAlive {
				told = row
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if told.Values["User"] != "latchkey-whatsapp" {
		t.Errorf("it lives as %v", told.Values)
	}
	if difference := cmp.Diff(told, report.Row(TokenAlive)); difference != "" {
		t.Errorf("it was told otherwise (-told +report):\n%s", difference)
	}
}

func TestACheckIsDescribedInFull(t *testing.T) {
	importance := map[int]ID{}
	for _, check := range checks {
		if !slices.Contains(Groups, check.Group) {
			t.Errorf("%s is in no group", check.ID)
		}
		if other := importance[check.Importance]; other != "" || check.Importance == 0 {
			t.Errorf("%s is as important as %s", check.ID, orNothing(other))
		}
		importance[check.Importance] = check.ID
		if (check.judge == nil) == (check.each == nil) || (check.each == nil) != (check.subject == 0) {
			t.Errorf("%s needs a judge, or one for each of its subject", check.ID)
		}
		if check.ID != LocalShape && len(check.Needs) == 0 {
			t.Errorf("%s needs nothing, not even a token", check.ID)
		}
		for reason, declared := range check.Reasons {
			if len(declared.Statuses) == 0 {
				t.Errorf("%s: %s has no status", check.ID, reason)
			}
		}
	}
}

func orNothing(id ID) ID {
	if id == "" {
		return "nothing"
	}
	return id
}

func TestAReasonThatIsNotDeclaredCannotBeReturned(t *testing.T) {
	check := Check{ID: "made.up", Reasons: map[Reason]Declared{"check.made.up.fine": passes}, Troubles: []Status{Unknown}}
	for name, row := range map[string]Row{
		"of another check":             because(PhoneListNone),
		"with another status":          because("check.made.up.fine").as(Fail),
		"Graph's, with a status":       because("trouble.outage").as(Fail),
		"a check that was passed over": because(SkippedNotAsked),
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it became a row")
				}
			}()
			check.judge = func(Facts) Row { return row }
			check.row(Facts{})
		})
	}
}

// Rows are told once, and the report holds the rows that were told.
func TestEachRowIsJudgedOnce(t *testing.T) {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	for _, scenario := range sandbox.Scenarios() {
		if scenario.Name == "slow" {
			continue // as "ready", but for the waiting
		}
		t.Run(scenario.Name, func(t *testing.T) {
			told := map[ID]Row{}
			report, err := Run(t.Context(), Request{
				Token: scenario.Token, Access: true, Graph: graph.Options{BaseURL: server.GraphURL(), Tries: 1},
				OnRow: func(row Row) {
					if _, twice := told[row.ID]; twice {
						t.Errorf("%s was told twice", row.ID)
					}
					told[row.ID] = row
				},
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range report.Rows {
				if difference := cmp.Diff(told[row.ID], row); difference != "" {
					t.Errorf("%s was told otherwise (-told +report):\n%s", row.ID, difference)
				}
			}
			if len(told) != len(report.Rows) {
				t.Errorf("%d rows were told, of %d", len(told), len(report.Rows))
			}
		})
	}
}

package check

import (
	"errors"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

// noon is the moment of all hand-written facts.
var noon = time.Date(2026, time.November, 21, 12, 0, 0, 0, time.UTC)

// madeUpToken has the shape of a token and was never one.
const madeUpToken = "EAAGnoRealToken0123456789abcdefABCDEF4Q7Z"

func number(value int64) graph.Number { return graph.Number{Value: value, Known: true} }

func answer[T any](value T) Answer[T] { return Answer[T]{Asked: true, Value: value} }

func failure[T any](err error) Answer[T] { return Answer[T]{Asked: true, Err: err} }

func graphError(code, subcode int, message string) error {
	return &trouble.Error{HTTPStatus: 400, Code: code, Subcode: subcode, Message: message}
}

func onTheWay(kind graph.NetworkKind) error {
	return &graph.NetworkError{Kind: kind, Host: "graph.facebook.com"}
}

// readyFacts are those of a token where nothing is wrong.
func readyFacts() Facts {
	return Facts{
		Paste:      Paste{Shape: ShapeToken, Token: graph.NewToken(madeUpToken)},
		Version:    "v25.0",
		Now:        noon,
		Connection: graph.Connection{Answered: true, ServerTime: noon, LocalTime: noon},
		Inspection: answer(graph.Inspection{
			AppID: "700", Application: "Corner Bakery Bot", Type: "SYSTEM_USER", Valid: new(true), UserID: "900",
			ExpiresAt: number(0), DataAccessExpiresAt: number(0),
			Scopes: []graph.Text{ScopeManagement, ScopeMessaging},
		}),
		Me: answer(graph.Me{ID: "900", Name: "latchkey-whatsapp"}),
		Permissions: answer([]graph.Permission{
			{Name: ScopeManagement, Status: "granted"}, {Name: ScopeMessaging, Status: "granted"},
		}),
		Assigned: answer([]graph.AccountRef{{ID: "500", Name: "Corner Bakery"}}),
		Accounts: []AccountFacts{readyAccount("500", readyNumber("600"))},
	}
}

func readyAccount(id graph.ID, numbers ...graph.PhoneNumber) AccountFacts {
	return AccountFacts{
		ID: id,
		Account: answer(graph.WhatsAppAccount{
			ID: id, Name: "Corner Bakery", ReviewStatus: "APPROVED", Currency: "EUR", Country: "DE", Funding: "300", Numbers: numbers, Owner: &graph.Owner{ID: "400"},
		}),
		Templates: answer([]graph.Template{{ID: "1"}}),
		Apps:      answer([]graph.SubscribedApp{subscribed("700", "Corner Bakery Bot")}),
	}
}

func subscribed(id graph.ID, name graph.Text) graph.SubscribedApp {
	app := graph.SubscribedApp{}
	app.Data.ID, app.Data.Name = id, name
	return app
}

func readyNumber(id graph.ID) graph.PhoneNumber {
	return graph.PhoneNumber{
		ID: id, Display: "+49 30 901820", VerifiedName: "Corner Bakery", Quality: "GREEN",
		Verification: "VERIFIED", NameStatus: "APPROVED", Status: "CONNECTED", Mode: "LIVE",
	}
}

// outcome is one line of a judge's table: what is different from the ready
// facts, and the row that this must give.
type outcome struct {
	name   string
	change func(*Facts)
	status Status
	reason Reason
}

func testJudge(t *testing.T, id ID, outcomes []outcome) {
	t.Helper()
	check, _ := Find(id)
	for _, want := range outcomes {
		t.Run(want.name, func(t *testing.T) {
			facts := readyFacts()
			if want.change != nil {
				want.change(&facts)
			}
			row := check.row(facts)
			if row.ID != id || row.Status != want.status || row.Reason != want.reason {
				t.Errorf("got %s %s %s, want %s %s %s", row.ID, row.Status, row.Reason, id, want.status, want.reason)
			}
		})
	}
}

// The judges are held together by nothing but Facts: none may fall over when
// few of them are known.
func TestJudgesBearFactsThatAreNotThere(t *testing.T) {
	usable := Paste{Shape: ShapeToken, Token: graph.NewToken(madeUpToken)}
	account := AccountFacts{ID: "500", Account: Answer[graph.WhatsAppAccount]{Asked: true}}
	for name, facts := range map[string]Facts{
		"nothing":            {},
		"a token only":       {Paste: usable},
		"an odd error":       {Paste: usable, Me: failure[graph.Me](errors.New("odd"))},
		"an account without": {Paste: usable, Me: answer(graph.Me{ID: "1"}), Accounts: []AccountFacts{account}},
	} {
		t.Run(name, func(t *testing.T) {
			rows := judgeAll(facts)
			for i, row := range rows {
				if row.ID != checks[i].ID || row.Status == "" || row.Reason == "" {
					t.Errorf("%s gave an unfinished row: %+v", checks[i].ID, row)
				}
			}
			if report := newReport(facts, rows); report.Verdict.Status == Ready {
				t.Errorf("the verdict is %s", report.Verdict.Status)
			}
		})
	}
}

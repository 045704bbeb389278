package check

import (
	"testing"

	"latchkey/graph"
)

// addAccount adds a second account with a number of its own.
func addAccount(account, number graph.ID, change func(*graph.WhatsAppAccount)) func(*Facts) {
	return func(f *Facts) {
		added := readyAccount(account, readyNumber(number))
		if change != nil {
			change(&added.Account.Value)
		}
		f.Accounts = append(f.Accounts, added)
	}
}

func blocked(n *graph.PhoneNumber) { n.Health = &graph.HealthStatus{CanSend: "BLOCKED"} }

func TestOneNumberDoesNotMakeGoodWhatIsWrongWithAnother(t *testing.T) {
	second := func(change func(*graph.PhoneNumber)) func(*Facts) {
		number := readyNumber("601")
		change(&number)
		return addNumber(number)
	}
	for _, test := range []struct {
		name   string
		change []func(*Facts)
		want   Outcome
		about  ID
		phone  graph.ID
	}{
		{"both fine", []func(*Facts){second(func(*graph.PhoneNumber) {})}, Ready, TokenExpiry, "600"},
		{"one fine, one not registered", []func(*Facts){second(func(n *graph.PhoneNumber) { n.Status = "PENDING" })}, Attention, PhoneStatus, "600"},
		{"the first not registered, the second fine", []func(*Facts){
			change(func(n *graph.PhoneNumber) { n.Status = "PENDING" }), second(func(*graph.PhoneNumber) {}),
		}, Attention, PhoneStatus, "601"},
		{"one blocked, the other not registered", []func(*Facts){
			change(blocked), second(func(n *graph.PhoneNumber) { n.Status = "PENDING" }),
		}, NotReady, SendAllowed, "600"},
		{"one disconnected, the other in an unheard-of state", []func(*Facts){
			change(func(n *graph.PhoneNumber) { n.Status = "DISCONNECTED" }), second(func(n *graph.PhoneNumber) { n.Status = "ASLEEP" }),
		}, Attention, PhoneStatus, "601"},
		{"the better number is on the restricted account", []func(*Facts){
			change(func(n *graph.PhoneNumber) { n.Status = "PENDING" }),
			addAccount("501", "601", func(a *graph.WhatsAppAccount) { a.Status = "RESTRICTED" }),
		}, NotReady, PhoneStatus, "600"},
		{"the test number stands first", []func(*Facts){
			change(lend), addAccount("501", "601", nil),
		}, Ready, TokenExpiry, "601"},
	} {
		t.Run(test.name, func(t *testing.T) {
			facts := readyFacts()
			for _, change := range test.change {
				change(&facts)
			}
			report := newReport(facts, judgeAll(facts))
			if report.Verdict.Status != test.want || report.Verdict.About.ID != test.about {
				t.Errorf("%s about %s\n%s", report.Verdict.Status, report.Verdict.About.ID, describe(report))
			}
			if report.Preferred.Phone != test.phone {
				t.Errorf("the preferred number is %s, want %s", report.Preferred.Phone, test.phone)
			}
		})
	}
}

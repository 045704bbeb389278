package sandbox

import (
	"net/http"
	"strings"
	"testing"

	"latchkey/graph"
)

// sitDownAs lets somebody else practise, as the page People offers it.
func (b *browser) sitDownAs(name string) {
	b.t.Helper()
	before, _, found := strings.Cut(b.open(pathPeople), "Practise as "+name)
	_, id, _ := strings.Cut(before[strings.LastIndex(before, `name="user"`):], `value="`)
	id, _, _ = strings.Cut(id, `"`)
	if !found || !strings.Contains(b.submit(pathPeople+"/practise", "user", id), "You practise as "+name+" now.") {
		b.t.Fatalf("%s cannot sit down", name)
	}
}

// TestWithoutFullControlNothingChanges: the helper of a business is told so,
// and never that something was done.
func TestWithoutFullControlNothingChanges(t *testing.T) {
	b := browse(t, scenario(t, "account-locked-but-green"))
	wantIn(t, b.open(pathSupport), "Request review: Corner Bakery")
	b.sitDownAs("Sam Miller")
	support := b.open(pathSupport)
	wantIn(t, support, "You cannot ask for one: only people with full control of Corner Bakery can.")
	wantNotIn(t, support, "Request review")
	for _, path := range []string{
		pathSupport + "/review", pathSystemUsers + "/add", pathSystemUsers + "/policy", pathSystemUsers + "/assets", pathSystemUsers + "/token",
		pathSystemUsers + "/revoke", pathRequests + "/approve", pathMessaging + "/people",
		pathAccounts + "/people", pathAccounts + "/partner", pathApps + "/add", pathApps + "/people",
		pathNumbers + "/verify", pathNumbers + "/register", pathNumbers + "/name",
	} {
		page := b.submit(path, "account", b.scenario.AccountID, "number", b.scenario.PhoneID, "user", b.scenario.UserID, "app", b.scenario.AppID)
		wantIn(t, page, "You cannot do this", "Only people with full control of Corner Bakery can do this.")
	}
	if b.server.Solved(b.scenario.Name) {
		t.Error("the account is open again")
	}
	b.sitDownAs("Robin Baker")
	wantIn(t, b.submit(pathSupport+"/review", "account", b.scenario.AccountID), "Review done: Corner Bakery is open again.")
}

func TestNobodyPractisesAsSomebodyUnknown(t *testing.T) {
	b := browse(t, scenario(t, "ready"))
	page := b.submit(pathPeople+"/practise", "user", "1")
	wantIn(t, page, "What you chose is not part of the practice")
	wantNotIn(t, page, "You practise as")
}

// TestAnAppIsClosedToWhoHasNoPartInIt: not its secret, nor a token, nor a code.
func TestAnAppIsClosedToWhoHasNoPartInIt(t *testing.T) {
	b := browse(t, scenario(t, "not-an-admin"))
	app := pathDeveloper + "/" + b.scenario.AppID
	wantNotIn(t, b.open(pathDeveloper), "Corner Bakery Bot")
	refused := func(page string) {
		t.Helper()
		wantIn(t, page, "Sam Miller neither manages nor develops Corner Bakery Bot.")
		wantNotIn(t, page, b.scenario.AppSecret.Reveal())
	}
	for _, path := range []string{app + "/", app + "/settings/basic/", app + "/use_cases/customize/wa-dev-console/"} {
		refused(b.open(path))
	}
	for _, path := range []string{app + "/whatsapp", app + "/token", app + "/recipient"} {
		refused(b.submit(path, "number", b.scenario.PhoneID, "recipient", "+49 30 1234567"))
	}
	refused(b.open(pathSignup, "app_id", b.scenario.AppID))
	refused(b.submit(pathSignup+"finish", "app_id", b.scenario.AppID))
	b.sitDownAs("Robin Baker")
	wantIn(t, b.open(app+"/settings/basic/"), b.scenario.AppSecret.Reveal())
}

// TestWhoMakesAnAppManagesIt: it can be opened and added at once.
func TestWhoMakesAnAppManagesIt(t *testing.T) {
	b := browse(t, scenario(t, "not-an-admin"))
	wantIn(t, b.submit(pathDeveloper+"/creation", "name", "Sam's own"), "App created.", "Sam's own")
	wantIn(t, b.open(pathDeveloper), "Sam's own")
}

// TestAPartnerStaysOutOfACustomersPortfolio: its own pages open in their place.
func TestAPartnerStaysOutOfACustomersPortfolio(t *testing.T) {
	b := browse(t, scenario(t, "solution-partner"))
	for _, path := range []string{pathSystemUsers, pathAccounts, pathBusinessInfo} {
		got := b.send(b.request(http.MethodGet, link(path, "business_id", b.scenario.CustomerID), graph.Token{}, nil))
		page := b.page(got)
		if got.status != http.StatusForbidden {
			t.Errorf("%s: HTTP %d", path, got.status)
		}
		wantIn(t, page, "Corner Bakery is a customer, and its portfolio is its own.", "Portfolio: <b>Oven Software</b>")
		wantNotIn(t, page, "+ Add")
	}
}

package sandbox

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
)

var (
	codeInPage     = regexp.MustCompile(`id="code" value="(AQ[0-9A-Z]+)"`)
	customerInPage = regexp.MustCompile(`name="customer" value="(\d+)"`)
)

// TestEmbeddedSignupGivesACode walks the pages as a Tech Provider does, from the
// app's secret to a token of a customer.
func TestEmbeddedSignupGivesACode(t *testing.T) {
	for _, name := range []string{"solution-partner", "business-token"} {
		t.Run(name, func(t *testing.T) {
			from := scenario(t, name)
			b := browse(t, from)
			basics := b.open(pathDeveloper + "/" + from.AppID + "/settings/basic/")
			wantIn(t, basics, from.AppSecret.Reveal())
			wantNotIn(t, b.open(pathDeveloper+"/"+from.AppID+"/"), from.AppSecret.Reveal())

			start := b.page(b.send(b.request(http.MethodGet, pathSignup+"?app_id="+from.AppID, graph.Token{}, nil)))
			customer := customerInPage.FindStringSubmatch(start)[1]
			wantIn(t, b.submit(pathSignup+"finish", "app_id", from.AppID), "Choose whose WhatsApp account it is.")
			page := b.submit(pathSignup+"finish", "app_id", from.AppID, "customer", customer)
			wantIn(t, page, `data-seconds="30"`)
			code := codeInPage.FindStringSubmatch(page)[1]
			wantNotIn(t, b.open(pathSignup, "app_id", from.AppID), code)

			form := url.Values{"client_id": {from.AppID}, "client_secret": {from.AppSecret.Reveal()}, "code": {code}}
			granted := b.postForm(graph.Token{}, "/v25.0/oauth/access_token", form).wantOK(t)
			me := b.get(graph.NewToken(granted.text("access_token")), "/v25.0/me?fields=client_business_id").wantOK(t)
			if me.text("client_business_id") != customer {
				t.Errorf("the token is of %s, want %s", me.raw, customer)
			}
		})
	}
}

func TestTheSignupPageOfNobodysApp(t *testing.T) {
	b := browse(t, scenario(t, "ready"))
	wantIn(t, b.open(pathSignup, "app_id", "1"), "not part of the practice")
	wantIn(t, b.open(pathSignup, "app_id", b.scenario.AppID), "There is no customer here")
	wantIn(t, b.open(pathSignup+"finish", "app_id", b.scenario.AppID), "There is no customer here")
}

func TestAPartnersCustomers(t *testing.T) {
	client := start(t, Options{})
	from := scenario(t, "solution-partner")
	path := "/v25.0/" + from.SolutionID + "/access_token?business_id="
	for _, customer := range from.Customers[:3] {
		granted := client.get(from.Token, path+customer.BusinessID).wantOK(t)
		token := graph.NewToken(granted.text("access_token"))
		account := client.get(token, "/v25.0/"+customer.AccountID+"?fields=name").wantOK(t)
		if account.text("name") != customer.Name {
			t.Errorf("%s has the account %s", customer.Name, account.raw)
		}
		for _, other := range from.Customers {
			if other != customer {
				client.get(token, "/v25.0/"+other.AccountID).wantError(t, 400, "100", "33")
			}
		}
	}
	client.get(from.Token, path+from.Customers[3].BusinessID).wantError(t, 422, "100", "")
}

// A customer's id that is a status gets that status' answer.
func TestTheEightAnswersToOrder(t *testing.T) {
	client := start(t, Options{})
	from := scenario(t, "solution-partner")
	path := "/v25.0/" + from.SolutionID + "/access_token?business_id="
	for id, want := range map[string]struct {
		status        int
		code, subcode string
	}{
		"400": {400, "100", ""},
		"401": {401, "190", "463"},
		"403": {403, "200", "1349174"},
		"404": {404, "803", ""},
		"422": {422, "100", ""},
		"429": {429, "4", "2446079"},
		"500": {500, "2", ""},
	} {
		client.get(from.Token, path+id).wantError(t, want.status, want.code, want.subcode)
	}
	client.get(from.Token, path+from.CustomerID).wantOK(t)
}

func TestACodeEndsWithItsThirtiethSecond(t *testing.T) {
	now := noon
	client := start(t, Options{Now: func() time.Time { return now }})
	from, stranger := scenario(t, "solution-partner"), scenario(t, "business-token")
	exchange := func(of Scenario, code string) reply {
		form := url.Values{"client_id": {of.AppID}, "client_secret": {of.AppSecret.Reveal()}, "code": {code}}
		return client.postForm(graph.Token{}, "/v25.0/oauth/access_token", form)
	}
	early, late := client.server.State().IssueCode(from.AppID, from.CustomerID), client.server.State().IssueCode(from.AppID, from.CustomerID)
	now = now.Add(29 * time.Second)
	exchange(stranger, early).wantError(t, 400, "100", "")
	exchange(from, early).wantOK(t)
	exchange(from, early).wantError(t, 400, "100", "36009")
	now = now.Add(2 * time.Second)
	exchange(from, late).wantError(t, 400, "100", "36007")
}

func TestAssignedUsersNeedBusinessManagement(t *testing.T) {
	client := start(t, Options{})
	from := scenario(t, "business-token")
	got := client.get(from.Token, "/v25.0/"+from.AccountID+"/assigned_users?business="+from.BusinessID)
	got.wantError(t, 403, "200", "1349176")
	if !strings.Contains(got.raw, "business_management") {
		t.Errorf("it does not say what is missing: %s", got.raw)
	}
}

// TestSigningUpAgainSharesTheAccount: the advice on 422 works, on the pages as
// at Meta.
func TestSigningUpAgainSharesTheAccount(t *testing.T) {
	from := scenario(t, "solution-partner")
	b := browse(t, from)
	unshared := from.Customers[len(from.Customers)-1].BusinessID
	path := "/v25.0/" + from.SolutionID + "/access_token?business_id=" + unshared
	b.get(from.Token, path).wantError(t, 422, "100", "")
	b.submit(pathSignup+"finish", "app_id", from.AppID, "customer", unshared)
	b.get(from.Token, path).wantOK(t)
}

// TestThePageOfASolution tells what a partner needs to ask for tokens: its ID,
// the customers', who has shared, and how to order an answer.
func TestThePageOfASolution(t *testing.T) {
	from := scenario(t, "solution-partner")
	b := browse(t, from)
	app := pathDeveloper + "/" + from.AppID
	wantIn(t, b.open(app+"/"), app+"/whatsapp-business/partner-solutions/")
	page := b.open(app + "/whatsapp-business/partner-solutions/")
	wantIn(t, page, from.SolutionID, "Active", "a business portfolio ID that equals an HTTP status gives that answer")
	for _, customer := range from.Customers {
		state := "No account shared"
		if customer.Shared {
			state = "✓ Account shared"
		}
		inOrder(t, page, "<b>"+customer.Name+"</b>", state, customer.BusinessID)
	}
	for _, status := range orderedStatuses {
		if orderedAnswer(status) == nil {
			t.Errorf("%s cannot be ordered", status)
		}
	}
	ready := scenario(t, "ready")
	b = browse(t, ready)
	wantIn(t, b.open(pathDeveloper+"/"+ready.AppID+"/whatsapp-business/partner-solutions/"), "This app is part of none.")
}

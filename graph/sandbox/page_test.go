package sandbox

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
)

// browser walks through the pages as a person without JavaScript would: it
// follows redirects and sends forms from the page's own origin.
type browser struct {
	*graphClient
	scenario Scenario
}

func browse(t *testing.T, from Scenario) *browser {
	t.Helper()
	client := start(t, Options{Now: time.Now})
	client.web.CheckRedirect = nil
	return &browser{graphClient: client, scenario: from}
}

func (b *browser) open(path string, pairs ...string) string {
	b.t.Helper()
	address := link(path, append([]string{"business_id", b.scenario.BusinessID}, pairs...)...)
	got := b.send(b.request(http.MethodGet, address, graph.Token{}, nil))
	return b.page(got)
}

func (b *browser) submit(path string, pairs ...string) string {
	b.t.Helper()
	form := url.Values{"business_id": {b.scenario.BusinessID}}
	for i := 0; i < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	request := b.request(http.MethodPost, path, graph.Token{}, strings.NewReader(form.Encode()))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Origin", b.server.PagesURL())
	return b.page(b.send(request))
}

// page checks what is promised of every page and gives its text.
func (b *browser) page(got reply) string {
	b.t.Helper()
	if got.status >= 500 || !strings.Contains(got.raw, "PRACTICE") {
		b.t.Fatalf("HTTP %d, or not marked as practice: %.300s", got.status, got.raw)
	}
	if !strings.Contains(got.header.Get("Content-Security-Policy"), "default-src 'none'") || got.header.Get("Cache-Control") != "no-store" {
		b.t.Fatalf("the page is not protected: %v", got.header)
	}
	return html.UnescapeString(got.raw)
}

var (
	userInPage  = regexp.MustCompile(`[?&]user=(\d+)`)
	tokenInPage = regexp.MustCompile(`id="token" value="(` + tokenPrefix + `[0-9A-Za-z]+)"`)
)

func (b *browser) addUser(name string, wanted role) string {
	b.t.Helper()
	page := b.submit(pathSystemUsers+"/add", "name", name, "role", string(wanted))
	found := userInPage.FindStringSubmatch(page)
	if found == nil {
		b.t.Fatalf("no system user in the page: %s", page)
	}
	return found[1]
}

func (b *browser) assignApp(user, allowed string) {
	b.submit(pathSystemUsers+"/app", "user", user, "app", b.scenario.AppID, "task", allowed)
}

func (b *browser) assignAccount(user string, allowed ...string) {
	pairs := []string{"user", user, "account", b.scenario.AccountID}
	for _, task := range allowed {
		pairs = append(pairs, "task", task)
	}
	b.submit(pathSystemUsers+"/waba", pairs...)
}

func (b *browser) generate(user, expiry string, scopes ...string) graph.Token {
	b.t.Helper()
	pairs := []string{"user", user, "app", b.scenario.AppID, "expiry", expiry}
	for _, scope := range scopes {
		pairs = append(pairs, "permission", scope)
	}
	page := b.submit(pathSystemUsers+"/token", pairs...)
	found := tokenInPage.FindStringSubmatch(page)
	if found == nil {
		b.t.Fatalf("no token in the page: %s", page)
	}
	return graph.NewToken(found[1])
}

func wantIn(t *testing.T, page string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(page, text) {
			t.Errorf("%q is not in the page: %s", text, page)
		}
	}
}

func wantNotIn(t *testing.T, page, text string) {
	t.Helper()
	if strings.Contains(page, text) {
		t.Errorf("%q is in the page", text)
	}
}

func TestTheWholeJourney(t *testing.T) {
	b := browse(t, Practice())
	wantIn(t, b.open(pathSystemUsers), "No system users yet", "+ Add")
	user := b.addUser("latchkey-whatsapp", admin)
	wantIn(t, b.open(pathSystemUsers, "user", user, "overlay", "token"), "No apps available")

	stale := b.submit(pathSystemUsers+"/app", "user", user, "app", b.scenario.AppID, "task", "MANAGE")
	wantIn(t, stale, "No assets assigned.", "reload this page")
	wantIn(t, b.open(pathSystemUsers, "user", user), "App · Manage app")
	b.assignAccount(user, "FULL_CONTROL")
	wantIn(t, b.open(pathSystemUsers, "user", user), "WhatsApp account · Full access")

	wantIn(t, b.open(pathSystemUsers, "user", user, "overlay", "token"), "Corner Bakery Bot (", "60 days", "Never")
	wantIn(t, b.open(pathSystemUsers, "user", user, "overlay", "token", "app", b.scenario.AppID, "expiry", "never"), scopeMessaging, scopeManagement)
	token := b.generate(user, "never", scopeManagement, scopeMessaging)
	wantNotIn(t, b.open(pathSystemUsers, "user", user), token.Reveal())

	got := b.inspect(token).wantOK(t)
	if got.text("data.expires_at") != "0" || got.text("data.user_id") != user {
		t.Errorf("got %s", got.raw)
	}
	b.get(token, "/v25.0/"+b.scenario.AccountID+"?fields=phone_numbers%7Bid%7D").wantOK(t)
	b.postJSON(token, "/v25.0/"+b.scenario.PhoneID+"/messages", orderReady("4930123456")).wantOK(t)
}

func TestWrongTurns(t *testing.T) {
	for _, test := range []struct {
		name     string
		turn     func(*browser, string) graph.Token
		code     string
		sub      string
		lifetime time.Duration
	}{
		{name: "forget the account", code: "100", sub: "33", turn: func(b *browser, user string) graph.Token {
			b.assignApp(user, "MANAGE")
			return b.generate(user, "never", scopeManagement, scopeMessaging)
		}},
		{name: "forget the management permission", code: "200", sub: "1349176", turn: func(b *browser, user string) graph.Token {
			b.assignApp(user, "MANAGE")
			b.assignAccount(user, "FULL_CONTROL")
			return b.generate(user, "never", scopeMessaging)
		}},
		{name: "choose 60 days", lifetime: sixtyDays, turn: func(b *browser, user string) graph.Token {
			b.assignApp(user, "MANAGE")
			b.assignAccount(user, "FULL_CONTROL")
			return b.generate(user, "60", scopeManagement, scopeMessaging)
		}},
	} {
		for _, chosen := range []role{admin, employee} {
			t.Run(test.name+", "+string(chosen), func(t *testing.T) {
				b := browse(t, Practice())
				token := test.turn(b, b.addUser("latchkey-whatsapp", chosen))
				got := b.get(token, "/v25.0/"+b.scenario.AccountID)
				if got.text("error.code") != test.code || got.text("error.error_subcode") != test.sub {
					t.Errorf("got %s", got.raw)
				}
				expires := b.inspect(token).text("data.expires_at")
				if never := test.lifetime == 0; never != (expires == "0") {
					t.Errorf("it expires at %s", expires)
				}
			})
		}
	}
}

func TestPartialAccessWithoutMessagesCannotSend(t *testing.T) {
	b := browse(t, Practice())
	user := b.addUser("templates", employee)
	b.assignApp(user, "DEVELOP")
	b.assignAccount(user, "MANAGE_TEMPLATES")
	token := b.generate(user, "never", scopeManagement, scopeMessaging)
	b.get(token, "/v25.0/"+b.scenario.AccountID).wantOK(t)
	b.postJSON(token, "/v25.0/"+b.scenario.PhoneID+"/messages", orderReady("4930123456")).wantError(t, 403, "200", "")
}

func TestTrapsOfGeneratingAToken(t *testing.T) {
	b := browse(t, Practice())
	user := b.addUser("latchkey-whatsapp", admin)
	b.assignApp(user, "VIEW_INSIGHTS")
	overlay := []string{"user", user, "overlay", "token", "app", b.scenario.AppID, "expiry", "never"}
	wantIn(t, b.open(pathSystemUsers, overlay...), "No permissions available")
	b.assignApp(user, "MANAGE")
	wantIn(t, b.submit(pathSystemUsers+"/token", "user", user, "app", b.scenario.AppID, "expiry", "never"), "Tick at least one permission.")

	found := b.open(pathSystemUsers, append(overlay, "search", "messaging", "permission", scopeManagement)...)
	wantIn(t, found, scopeMessaging, "Also ticked", scopeManagement)
	wantNotIn(t, found, "ads_read")

	created := b.submit("/apps/creation", "name", "Bare App")
	bare := regexp.MustCompile(`id="app-id" value="(\d+)"`).FindStringSubmatch(created)[1]
	b.submit(pathApps+"/add", "app_id", bare)
	b.submit(pathSystemUsers+"/app", "user", user, "app", bare, "task", "MANAGE")
	overlay = []string{"user", user, "overlay", "token", "app", bare, "expiry", "never"}
	wantNotIn(t, b.open(pathSystemUsers, overlay...), scopeMessaging)
	b.submit("/apps/" + bare + "/whatsapp")
	wantIn(t, b.open(pathSystemUsers, overlay...), scopeMessaging)
}

func TestATemporaryTokenFromAPISetup(t *testing.T) {
	b := browse(t, Practice())
	setup := "/apps/" + b.scenario.AppID + "/use_cases/customize/wa-dev-console/"
	wantIn(t, b.open(setup), "Test number: +1 555", b.scenario.PhoneID, b.scenario.AccountID)
	page := b.submit("/apps/" + b.scenario.AppID + "/token")
	token := graph.NewToken(tokenInPage.FindStringSubmatch(page)[1])
	if got := b.inspect(token).text("data.type"); got != "USER" {
		t.Errorf("it is of type %s", got)
	}
	wantNotIn(t, b.open(setup), token.Reveal())
}

func TestTheDebuggerShowsATokenWithoutRepeatingIt(t *testing.T) {
	b := browse(t, Practice())
	for name, want := range map[string]string{"ready": "Never", "expired": "Session has expired", "rubbish": "Malformed access token …"} {
		token := scenario(t, name).Token
		page := b.submit(pathDebugger, "token", token.Reveal())
		wantIn(t, page, want)
		wantNotIn(t, page, token.Reveal())
	}
}

func TestEveryPageOpens(t *testing.T) {
	b := browse(t, Practice())
	for _, path := range []string{
		"/", "/overview", "/create", pathPeople, pathSystemUsers, "/settings/system-users", pathAccounts, pathApps, pathNumbers,
		pathBusinessInfo, pathSecurity, pathSupport, "/apps", "/apps/", "/apps/creation/", "/apps/" + b.scenario.AppID + "/",
		"/apps/" + b.scenario.AppID + "/settings/basic/", "/apps/" + b.scenario.AppID + "/roles/roles/",
		"/apps/" + b.scenario.AppID + "/whatsapp-business/wa-dev-console/", pathDebugger, "/tools/explorer/", pathSystemUsers + "/add",
		"/apps/creation", "/apps/" + b.scenario.AppID + "/token", "/apps/" + b.scenario.AppID + "/recipient", "/apps/" + b.scenario.AppID + "/settings/advanced/",
		"/apps/" + b.scenario.AppID + "/whatsapp-business/partner-solutions/",
	} {
		if got := b.send(b.request(http.MethodGet, link(path, "business_id", b.scenario.BusinessID), graph.Token{}, nil)); got.status != http.StatusOK {
			t.Errorf("%s: HTTP %d", path, got.status)
		}
		b.open(path)
	}
	wantIn(t, b.open("/latest/settings/pixels"), "not part of the practice")
	wantIn(t, b.open("/apps/1/"), "not part of the practice")
	b.scenario.BusinessID = "1"
	wantIn(t, b.open(pathSystemUsers), "not part of the practice")
}

func TestPagesOpenOnThePortfolioUsedLast(t *testing.T) {
	b := browse(t, scenario(t, "partner-owns-messaging"))
	b.server.Show(b.scenario.Name)
	b.scenario.BusinessID = ""
	wantIn(t, b.open(pathBusinessInfo), scenario(t, "partner-owns-messaging").BusinessID)
	b.scenario.BusinessID = Practice().BusinessID
	b.open(pathSystemUsers)
	b.scenario.BusinessID = ""
	wantIn(t, b.open(pathBusinessInfo), Practice().BusinessID)
}

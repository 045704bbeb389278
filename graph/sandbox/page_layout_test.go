package sandbox

import (
	"net/http"
	"strings"
	"testing"

	"latchkey/graph"
)

// inOrder holds a page to what comes after what.
func inOrder(t *testing.T, page string, texts ...string) {
	t.Helper()
	rest := page
	for _, text := range texts {
		_, after, found := strings.Cut(rest, text)
		if !found {
			t.Errorf("%q is missing, or not in this order: %q", text, texts)
			return
		}
		rest = after
	}
}

// TestTheBandStandsAboveWhatLiesOnTop: the mark of practice, and the news that
// it has ended, share the screen with an overlay in place of covering it.
func TestTheBandStandsAboveWhatLiesOnTop(t *testing.T) {
	b := browse(t, scenario(t, "ready"))
	for _, page := range []string{
		b.open(pathSystemUsers, "overlay", "add"),
		b.open(pathApps, "overlay", "add"),
		b.open(pathAccounts, "account", b.scenario.AccountID, "tab", "access", "overlay", "people"),
	} {
		inOrder(t, page, `class="covered"`, `class="band"`, "PRACTICE", `id="ended"`, `class="page" inert`, "<header", "</footer>", `role="dialog"`)
		wantNotIn(t, page, "Skip to the page") // it would lead to what cannot be used now
	}
	plain := b.open(pathSystemUsers)
	wantIn(t, plain, "Skip to the page")
	wantNotIn(t, plain, " inert")
}

// TestTheFocusIsPutWhereSomethingAppears, also where there is nothing to fill in.
func TestTheFocusIsPutWhereSomethingAppears(t *testing.T) {
	b := browse(t, scenario(t, "app-not-assigned"))
	focused := func(page string) string {
		_, after, _ := strings.Cut(page, "autofocus")
		_, after, _ = strings.Cut(after, ">")
		text, _, _ := strings.Cut(after, "<")
		return text
	}
	overlay := []string{"user", b.scenario.UserID, "overlay", "token"}
	b.server.state.app(b.scenario.AppID).portfolio = ""
	page := b.open(pathSystemUsers, overlay...)
	wantIn(t, page, "No apps<")
	if got := focused(page); got != "Generate new token: latchkey-whatsapp" {
		t.Errorf("without an app the focus is on %q", got)
	}
	b.server.state.app(b.scenario.AppID).portfolio = b.scenario.BusinessID
	b.assignApp(b.scenario.UserID, "TEST")
	page = b.open(pathSystemUsers, append(overlay, "app", b.scenario.AppID, "expiry", "never")...)
	wantIn(t, page, "No permissions available")
	if got := focused(page); got != "Generate new token: latchkey-whatsapp" {
		t.Errorf("without permissions the focus is on %q", got)
	}
	b.assignApp(b.scenario.UserID, "MANAGE")
	b.open(pathSystemUsers, "user", b.scenario.UserID)
	page = b.submit(pathSystemUsers+"/token", "user", b.scenario.UserID, "app", b.scenario.AppID, "expiry", "never", "permission", scopeMessaging)
	if got := focused(page); got != "Token generated" {
		t.Errorf("with the token the focus is on %q", got)
	}
	// Esc presses what leaves an overlay: never away from a token shown once.
	wantNotIn(t, page, "data-leave")
	page = b.submit(pathSystemUsers + "/add")
	if got := focused(page); got != "" || !strings.Contains(page, `tabindex="-1" autofocus><h2>There is a problem`) {
		t.Errorf("with a problem the focus is on %q", got)
	}
}

// TestWhatChangesIsReadOut: that something was copied, that nothing matches a
// search, and that a code has ended; not each second of a countdown.
func TestWhatChangesIsReadOut(t *testing.T) {
	b := browse(t, scenario(t, "solution-partner"))
	page := b.submit(pathSignup+"finish", "app_id", b.scenario.AppID, "customer", b.scenario.CustomerID)
	inOrder(t, page, `data-seconds="30" data-then="code-ended"`, `id="code"`, `role="status"></p>`, "<b data-left>30</b>", `id="code-ended" role="status"`, "Get another code")
	b = browse(t, scenario(t, "ready"))
	page = b.open(pathSystemUsers, "user", b.scenario.UserID, "overlay", "token", "app", b.scenario.AppID, "expiry", "never")
	wantIn(t, page, `role="status" data-nothing hidden>No permission has this in its name.`)
}

// TestPagesAreToldApart by their titles and by what their buttons are called.
func TestPagesAreToldApart(t *testing.T) {
	b := browse(t, scenario(t, "ready"))
	app := pathDeveloper + "/" + b.scenario.AppID
	wantIn(t, b.open(app+"/"), "<title>Corner Bakery Bot – App dashboard – PRACTICE</title>")
	basic := b.open(app + "/settings/basic/")
	wantIn(t, basic, "<title>App settings › Basic: Corner Bakery Bot – App dashboard – PRACTICE</title>", "<h1>App settings › Basic</h1>")
	inOrder(t, basic, "App secret</p>", ">Show<", b.scenario.AppSecret.Reveal())
	wantIn(t, b.open(pathApps), "<title>Apps – Business settings – PRACTICE</title>")
	wantIn(t, b.open(pathDeveloper), "<title>Apps – App dashboard – PRACTICE</title>")
	wantIn(t, basic, `Copy<span class="unseen"> App ID</span>`, `Copy<span class="unseen"> App secret</span>`)
}

// TestAnUnknownAddressInABrowserIsAPracticePage, in place of an error for
// programs; programs still get theirs.
func TestAnUnknownAddressInABrowserIsAPracticePage(t *testing.T) {
	b := browse(t, scenario(t, "ready"))
	visit := func(path string) reply {
		request := b.request(http.MethodGet, path, graph.Token{}, nil)
		request.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
		return b.send(request)
	}
	for _, path := range []string{"/business/help", "/1234567", "/wa/manage/home"} {
		got := visit(path)
		wantIn(t, b.page(got), "This page is not part of the practice")
		if got.status != http.StatusNotFound {
			t.Errorf("%s: HTTP %d", path, got.status)
		}
	}
	visit("/v25.0/me").wantError(t, 400, "2500", "")
	visit("/oauth/access_token").wantError(t, 400, "101", "")
	visit("/me?access_token=" + b.scenario.Token.Reveal()).wantOK(t)
	b.get(b.scenario.Token, "/business/help").wantError(t, 400, "2500", "")
}

// TestAPageIsReadWhenItIsAskedFor: and no other with it, since each takes its share of memory for
// as long as somebody practises.
func TestAPageIsReadWhenItIsAskedFor(t *testing.T) {
	b := browse(t, Practice())
	for range 2 {
		b.open("/overview")
	}
	if read := len(b.server.templates); read != 1 {
		t.Errorf("after one page, %d are read", read)
	}
	files, err := pageFiles.ReadDir("pages")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if name, page := strings.CutSuffix(file.Name(), ".html"); page {
			b.server.template(name)
		}
	}
}

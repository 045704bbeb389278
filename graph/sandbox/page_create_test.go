package sandbox

import (
	"regexp"
	"strings"
	"testing"
)

var (
	portfolioInPage = regexp.MustCompile(`id="business-id" value="(\d+)"`)
	appInPage       = regexp.MustCompile(`id="app-id" value="(\d+)"`)
	accountInPage   = regexp.MustCompile(`name="accounts" value="(\d+)"`)
)

func found(t *testing.T, page string, pattern *regexp.Regexp) string {
	t.Helper()
	match := pattern.FindStringSubmatch(page)
	if match == nil {
		t.Fatalf("%v is not in the page: %s", pattern, page)
	}
	return match[1]
}

// TestWhoHasNothingCanMakeAll: from a new portfolio and a new app to a token that reaches the
// test account which came with them.
func TestWhoHasNothingCanMakeAll(t *testing.T) {
	b := browse(t, Practice())
	wantIn(t, b.open("/overview"), "Corner Bakery", "Create account")
	wantIn(t, b.open("/overview", "overlay", "create"), "Business portfolio name", "Your name", "Business email")
	page := b.submit("/overview/add", "name", "Tea House", "person", "Robin Baker", "email", "tea@example.com")
	wantIn(t, page, "Portfolio created.", "Tea House", "Not verified")
	b.scenario.BusinessID = found(t, page, portfolioInPage)

	b.server.Show(Practice().Name) // what each step does before it opens a page
	made := b.scenario.BusinessID
	b.scenario.BusinessID = ""
	wantIn(t, b.open(pathBusinessInfo), made)
	b.scenario.BusinessID = made
	wantIn(t, b.open(pathSystemUsers), "needs an app first")

	details := []string{"name", "Tea House Messages", "email", "tea@example.com"}
	wantIn(t, b.open("/apps"), "Create app")
	wantIn(t, b.open("/apps/creation/"), "App name", "App contact email")
	wantIn(t, b.open("/apps/creation/", append(details, "step", "use_case")...), "Connect with customers through WhatsApp")
	details = append(details, "use_case", "whatsapp")
	wantIn(t, b.open("/apps/creation/", append(details, "step", "portfolio")...), "Tea House", "Corner Bakery")
	details = append(details, "owner", made)
	wantIn(t, b.open("/apps/creation/", append(details, "step", "overview")...), "Tea House Messages", "Connect with customers through WhatsApp")
	page = b.submit("/apps/creation", details...)
	wantIn(t, page, "App created.", "✓ Added", "<b>Tea House</b>")
	b.scenario.AppID = found(t, page, appInPage)

	user := b.addUser("latchkey-whatsapp", admin)
	b.assignApp(user, "MANAGE")
	b.scenario.AccountID = found(t, b.open(pathSystemUsers, "user", user, "overlay", "assets", "kind", "accounts"), accountInPage)
	b.assignAccount(user, "FULL_CONTROL")
	token := b.generate(user, "never", scopeManagement, scopeMessaging)
	got := b.get(token, "/v25.0/"+b.scenario.AccountID+"?fields=name")
	if got.status != 200 || got.body["name"] != "Test WhatsApp Business Account" {
		t.Errorf("the new token reads the account: HTTP %d, %s", got.status, got.raw)
	}
}

// TestWhatIsMissingIsAskedFor, and what was typed stays.
func TestWhatIsMissingIsAskedFor(t *testing.T) {
	b := browse(t, Practice())
	long := strings.Repeat("a", 101)
	for _, each := range []struct {
		form []string
		want []string
	}{
		{nil, []string{"Enter the name of the business."}},
		{[]string{"name", long}, []string{"Choose a name of at most 100 characters."}},
		{[]string{"name", "Tea House"}, []string{"Enter your name.", `value="Tea House"`}},
		{[]string{"name", "Tea House", "person", "Robin", "email", "tea"}, []string{"Enter an email address", `value="tea"`}},
	} {
		page := b.submit("/overview/add", each.form...)
		wantIn(t, page, append(each.want, "There is a problem")...)
	}
	wantNotIn(t, b.open("/overview"), "Tea House")
	for _, each := range []struct {
		step string
		form []string
		want string
	}{
		{"use_case", nil, "Enter a name for the app."},
		{"use_case", []string{"name", long}, "Choose a name of at most 100 characters."},
		{"portfolio", []string{"name", "Bot"}, "Choose a use case."},
		{"overview", []string{"name", "Bot", "use_case", "whatsapp"}, "Choose a portfolio"},
	} {
		wantIn(t, b.open("/apps/creation/", append(each.form, "step", each.step)...), "There is a problem", each.want)
	}
	wantIn(t, b.submit("/apps/creation", "name", "Bot", "use_case", "whatsapp", "owner", "none"), "App created.", "Portfolio: <b>none.</b>", "✓ Added")
}

// TestWhoMadeAPortfolioControlsIt, and still not the one they only help in.
func TestWhoMadeAPortfolioControlsIt(t *testing.T) {
	b := browse(t, Practice())
	b.sitDownAs("Sam Miller")
	wantIn(t, b.open("/overview"), "No portfolio of yours")
	page := b.submit("/overview/add", "name", "Sam's shop", "person", "Sam Miller", "email", "sam@example.com")
	wantNotIn(t, page, "(basic access)")
	wantIn(t, b.open(pathSystemUsers), "(basic access)")
	wantIn(t, b.submit("/apps/creation", "name", "Theirs", "owner", Practice().BusinessID), "App created.", "Portfolio: <b>none.</b>")
}

// TestAPhoneNumberIsAddedAndVerified: to an account of the portfolio's own, which is made where it
// has none but Meta's test account.
func TestAPhoneNumberIsAddedAndVerified(t *testing.T) {
	b := browse(t, Practice())
	const number, code = "+49 30 234567", PracticeCode
	wantIn(t, b.open(pathNumbers), "Add phone number")
	wantIn(t, b.open(pathNumbers+"/new"), "Name that customers see")
	wantIn(t, b.open(pathNumbers+"/new", "step", "number", "name", "Tea House"), "Your number")
	page := b.submit(pathNumbers+"/add", "name", "Tea House", "number", number)
	wantIn(t, page, "Number added.", "+4930234567", "Not verified", "Tea House · Corner Bakery")
	id := found(t, page, regexp.MustCompile(`name="number" value="(\d+)"`))
	wantIn(t, b.submit(pathNumbers+"/verify", "number", id, "code", code), "✓ Verified")

	made := found(t, b.submit("/overview/add", "name", "Tea House", "person", "Robin Baker", "email", "tea@example.com"), portfolioInPage)
	b.scenario.BusinessID = made
	wantIn(t, b.submit(pathNumbers+"/add", "name", "Tea House", "number", number), "Tea House · Tea House")
}

func TestWhatIsMissingOfANumberIsAskedFor(t *testing.T) {
	b := browse(t, Practice())
	for _, each := range []struct{ name, number, want string }{
		{"", "+49 30 234567", "Enter the name that your customers will see."},
		{strings.Repeat("a", 101), "+49 30 234567", "Choose a name of at most 100 characters."},
		{"Tea House", "12", "Enter the phone number with its country code"},
		{"Tea House", "soon", "Enter the phone number with its country code"},
		{"Tea House", "+49 30 901820", "This number is in the list already."},
	} {
		wantIn(t, b.submit(pathNumbers+"/add", "name", each.name, "number", each.number), "There is a problem", each.want)
	}
	wantIn(t, b.open(pathNumbers+"/new", "step", "number"), "There is a problem", "Enter the name that your customers will see.")
	b.sitDownAs("Sam Miller")
	wantNotIn(t, b.open(pathNumbers), "Add phone number")
}

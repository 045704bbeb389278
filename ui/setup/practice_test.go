package setup_test

import (
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/ui/internal/person"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// TestPracticeShowsOnesOwnBusinessAgain after a look at the way to customers' tokens,
// which opens on a partner's portfolio.
func TestPracticeShowsOnesOwnBusinessAgain(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.practise"))
	p.Press(p.Say("situation.others.title"))
	p.Press(p.Say("situation.tech_provider.title"))
	p.Press(p.Say("step.business.main"))
	p.Press(p.Say("button.back"))
	p.Press(p.Say("situation.own_business.title"))
	p.Press(p.Say("step.business.main"))
	p.Press(p.Say("page.system_users"))
	if page := opened(p); !strings.Contains(page, "Corner Bakery") {
		t.Errorf("the page opens on another portfolio:\n%s", page)
	}
}

// TestThePracticeLeadsFromNothingToASavedToken: portfolio, app and phone number are made on the pages that
// step 1 leads to, and the token that comes of them is ready and kept.
func TestThePracticeLeadsFromNothingToASavedToken(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.practise"))
	p.Press(p.Say("situation.own_business.title"))
	p.Lacks("need.portfolio")
	p.Press(p.Say("page.create_portfolio"))
	portfolio := idIn(t, sends(p, "/overview/add", "name", "Tea House", "person", "Robin Baker", "email", "tea@example.com"), `id="business-id" value="(\d+)"`)
	p.Press(p.Say("need.make_portfolio.main"))

	p.Lacks("need.app")
	p.Press(p.Say("page.create_app"))
	app := idIn(t, sends(p, "/apps/creation", "name", "Tea House Bot", "email", "tea@example.com", "use_case", "whatsapp", "owner", portfolio), `id="app-id" value="(\d+)"`)
	p.Press(p.Say("need.make_app.main"))
	const numbers = "/latest/whatsapp_manager/phone_numbers"
	p.Lacks("need.number")
	p.Press(p.Say("page.phone_numbers"))
	number := idIn(t, sends(p, numbers+"/add", "name", "Tea House", "number", "+49 30 901820"), `name="number" value="(\d+)"`)
	sends(p, numbers+"/verify", "number", number, "code", sandbox.PracticeCode)
	sends(p, numbers+"/register", "number", number, "pin", "123456")
	p.Press(p.Say("need.make_number.main"))
	p.Press(p.Say("step.business.main"))

	p.Press(p.Say("page.system_users"))
	if page := opened(p); !strings.Contains(page, "Tea House") {
		t.Fatalf("the page opens on another portfolio:\n%s", page)
	}
	const users = "/latest/settings/system_users"
	sends(p, users+"/policy")
	user := idIn(t, sends(p, users+"/add", "name", setup.SuggestedUserName, "role", "ADMIN"), `aria-current="true" href="[^"]*;user=(\d+)`)
	p.Press(p.Say("step.system_user.main"))
	account := idIn(t, get(p, users+"?user="+user+"&overlay=assets&kind=accounts"), `name="accounts" value="(\d+)"[^>]*>\s*<span>\s*<b>Tea House`)
	sends(p, users+"/assets", "user", user, "apps", app, "apps_task", "MANAGE", "accounts", account, "accounts_task", "FULL_CONTROL")
	get(p, users+"?user="+user) // what was assigned works once the list was loaded
	p.Press(p.Say("step.assets.main"))
	token := idIn(t, sends(p, users+"/token", "user", user, "app", app, "expiry", "never", "permission", check.ScopeMessaging, "permission", check.ScopeManagement), `id="token" value="([^"]+)"`)
	p.Press(p.Say("step.generate.main"))

	p.Paste(token)
	p.Press(p.Say("step.paste.main"))
	p.Press(p.Say("step.check.main"))
	p.MustSee("+4930901820")
	p.Press(p.Say("step.keep.main"))
	if p.Keychain.Holds(vault.PracticeService, "Tea House") != token {
		t.Errorf("it is not kept:\n%s", p.Text())
	}
}

// opened is the page that was opened last.
func opened(p *person.Person) string {
	p.T.Helper()
	return answered(p)(http.Get(p.Browser.Opened[len(p.Browser.Opened)-1]))
}

// get is a page of the practice, as it is asked for.
func get(p *person.Person, path string) string {
	p.T.Helper()
	return answered(p)(http.Get(root(p) + path))
}

// sends fills in a form of the practice and is the page that answers.
func sends(p *person.Person, path string, pairs ...string) string {
	p.T.Helper()
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	return answered(p)(http.PostForm(root(p)+path, form))
}

// root is where the practice's pages are.
func root(p *person.Person) string {
	p.T.Helper()
	address, err := url.Parse(p.Browser.Opened[len(p.Browser.Opened)-1])
	person.Must(p.T, err)
	return address.Scheme + "://" + address.Host
}

func answered(p *person.Person) func(*http.Response, error) string {
	return func(answer *http.Response, err error) string {
		p.T.Helper()
		person.Must(p.T, err)
		defer func() { _ = answer.Body.Close() }()
		page, err := io.ReadAll(answer.Body)
		person.Must(p.T, err)
		return string(page)
	}
}

func idIn(t *testing.T, page, pattern string) string {
	t.Helper()
	match := regexp.MustCompile(pattern).FindStringSubmatch(page)
	if match == nil {
		t.Fatalf("%s is not in the page:\n%s", pattern, page)
	}
	return match[1]
}

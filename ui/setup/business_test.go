package setup_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// forCustomers goes to step 1 and says what a token of the customers' is for.
func forCustomers(p *person.Person, answer string) {
	p.T.Helper()
	p.Press(p.Say("home.setup"))
	p.Press(p.Say("situation.others.title"))
	p.Press(p.Say(answer + ".title"))
}

func TestATechProviderIsLedToTheCode(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	forCustomers(p, "situation.tech_provider")
	p.Press(p.Say("need.title"))
	p.MustSee(p.Say("need.secret"), p.Say("need.passed_over"))
	p.Press(p.Say("button.close"))
	p.Press(p.Say("step.business.main"))
	if p.Step() != int(setup.StepGenerate) {
		t.Fatalf("it leads to step %d, want 4", p.Step())
	}
	p.MustSee(p.Say("exchange.title"))
	p.Press(p.Say("exchange.main"))
	p.MustSee(p.Say("trouble.summary"), p.Say("partner.app.empty"))
}

// TestWhatTheTokenIsForIsAskedOfThoseWithCustomers, and nothing after it.
func TestWhatTheTokenIsForIsAskedOfThoseWithCustomers(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.setup"))
	p.Press(p.Say("situation.others.title"))
	p.MustSee(p.Say("purpose.question"))
	p.Press(p.Say("step.business.main"))
	p.MustSee(p.Say("missing.purpose"))
	p.Press(p.Say("missing.purpose")) // leads to the question
	p.Key(fyne.KeyUp)
	p.Key(fyne.KeyDown)
	p.Key(fyne.KeyDown)
	p.Press(p.Say("step.business.main"))
	p.MustSee(p.Say("step.system_user.title")) // the third answer was the credit line
	p.Press(p.Say("button.back"))
	p.Press(p.Say("situation.own_business.title"))
	if p.Sees(p.Say("purpose.question")) {
		t.Error("what the token is for is asked of a shop")
	}
}

// TestWhoIsNotSureIsHelpedWithEachQuestionThatIsAsked.
func TestWhoIsNotSureIsHelpedWithEachQuestionThatIsAsked(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.setup"))
	p.Press(p.Say("situation.unsure"))
	if p.Sees(p.Say("purpose.unsure_text")) {
		t.Error("it helps with a question that is not asked")
	}
	p.Press(p.Say("button.close"))
	p.Press(p.Say("situation.others.title"))
	p.Press(p.Say("situation.unsure"))
	p.MustSee(p.Say("situation.unsure_text"), p.Say("purpose.unsure_text"))
}

// TestEachNeedIsARowWithTwoLinks: what shows whether it is there, and what who lacks it can do; and
// what counts as having it.
func TestEachNeedIsARowWithTwoLinks(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.setup"))
	for _, need := range (setup.Progress{}).Needs().List {
		p.MustSee(p.Say(need.ID), p.Say(need.ID+".detail"))
		opened := len(p.Browser.Opened)
		p.PressBeside(need.ID, p.Say(need.ID+".open"))
		if len(p.Browser.Opened) == opened || p.Browser.Opened[opened] != site.Meta.Address(need.Page, site.PageIDs{}) {
			t.Errorf("%s opens %v", need.ID, p.Browser.Opened[opened:])
		}
		p.Lacks(need.ID)
		if need.Make != nil {
			p.MustSee(p.Say(need.Make.ID + ".title"))
			p.Press(p.Say("button.back"))
		} else {
			p.MustSee(p.Say("need.message"))
			p.Press(p.Say("button.close"))
		}
	}
}

// TestWhatIsLackedIsMadeFromTheListToo: who shares a credit line has the list in a dialog, which
// does not stay above the page that it leads to.
func TestWhatIsLackedIsMadeFromTheListToo(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	forCustomers(p, "purpose.credit_line")
	p.Press(p.Say("need.title"))
	p.Lacks("need.number")
	p.Press(p.Say("need.make_number.main"))
	p.MustSee(p.Say("purpose.question"))
	p.Press(p.Say("need.title"))
	p.MustSee(p.Say("need.made"))
}

func TestCustomersOfASolutionAreSavedUnderTheirNames(t *testing.T) {
	partner, ok := sandbox.FindScenario("solution-partner")
	if !ok {
		t.Fatal("there is no scenario of a solution partner")
	}
	p := person.Sit(t, person.Habits{})
	forCustomers(p, "purpose.customers")
	p.Press(p.Say("step.business.main"))
	p.MustSee(p.Say("solution.title"))
	p.Paste(partner.Token.Reveal()) // pressing a button takes the focus away
	p.ToNextTextField()
	p.TypeName(partner.SolutionID)
	p.ToNextTextField()
	var ids []string
	for _, customer := range partner.Customers {
		ids = append(ids, customer.BusinessID)
	}
	p.TypeName(strings.Join(ids, "\n"))
	p.Press(p.Say("solution.main"))
	p.Settle()
	p.MustSee(p.Words.Say("solution.some_failed", map[string]string{"Saved": "3", "Count": "4"})) // one shares nothing
	p.Press(p.Say("solution.home"))
	p.MustSee(p.Say("home.saved"))
}

// TestASavedPartnerTokenFetchesAgainAtOnePress: fetched with the partner's own
// saved token, a customer's token is renewed from Home without typing anything.
func TestASavedPartnerTokenFetchesAgainAtOnePress(t *testing.T) {
	partner, _ := sandbox.FindScenario("solution-partner")
	customer := partner.Customers[0].BusinessID
	p := person.Sit(t, person.Habits{})
	keep := p.Env.Vault
	_, err := keep.Save(t.Context(), vault.Entry{Name: "Our own", Kind: "system_user"}, partner.Token)
	person.Must(t, err)
	forCustomers(p, "purpose.customers")
	p.Press(p.Say("step.business.main"))
	p.Press(p.Say("solution.use_saved"))
	p.Press("Our own")
	p.MustSee(p.Words.Say("solution.from_keychain", words.Values{"Name": "Our own"}))
	p.ToNextTextField()
	p.TypeName(partner.SolutionID)
	p.ToNextTextField()
	p.TypeName(customer + ", First customer")
	p.Press(p.Say("solution.main"))
	p.Press(p.Say("step.check.main"))
	p.MustSee("First customer")
	p.Press(p.Say("step.keep.main"))
	entry, err := keep.Entry(t.Context(), "First customer")
	person.Must(t, err)
	if entry.Partner != "Our own" || entry.SolutionID != partner.SolutionID || entry.ClientBusinessID != customer || entry.ExpiresAt.IsZero() {
		t.Fatalf("saved as %+v", entry)
	}
	before := p.Keychain.Holds(vault.Service, "First customer")
	p.Press(p.Say("button.close"))
	p.Press(p.Say("saved.details")) // of the first card: what ends stands before what does not
	p.Press(p.Say("saved.renew"))
	p.MustSee(p.Words.Say("renew.fetched", words.Values{"Name": "First customer"}))
	if after := p.Keychain.Holds(vault.Service, "First customer"); after == "" || after == before {
		t.Error("it was not fetched again")
	}
}

// TestCustomersComeEitherWay: a Tech Provider may have a solution too, and a
// partner's customer may come with a code.
func TestCustomersComeEitherWay(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	forCustomers(p, "situation.tech_provider")
	p.Press(p.Say("step.business.main"))
	p.Press(p.Say("exchange.from_solution"))
	p.MustSee(p.Say("solution.title"))
	p.Press(p.Say("solution.from_code"))
	p.MustSee(p.Say("exchange.title"))
}

func TestACodeBecomesACheckedBusinessToken(t *testing.T) {
	partner, _ := sandbox.FindScenario("solution-partner")
	p := person.Sit(t, person.Habits{})
	forCustomers(p, "situation.tech_provider")
	p.Press(p.Say("step.business.main"))
	p.Paste(partner.AppSecret.Reveal())
	p.ToNextTextField()
	p.TypeName(" " + partner.AppID + " ") // as it is copied off a page
	p.Press(p.Say("exchange.main"))
	p.MustSee("30 seconds")
	if place := p.Leaks(partner.AppSecret.Reveal()); place != "" {
		t.Errorf("the app secret stands in %s", place)
	}
	p.Ahead.Add(int64(30 * time.Second))
	p.Clock.Pass(time.Second)
	p.MustSee(p.Say("exchange.over"))
	p.Press(p.Say("exchange.again"))
	p.MustSee("30 seconds")

	// The second Paste button is the code's: the secret's field comes first.
	p.App.Clipboard().SetContent(p.Graph.State().IssueCode(partner.AppID, partner.Customers[0].BusinessID))
	p.PressLast(p.Say("button.paste"))
	p.Press(p.Say("exchange.main"))
	p.Settle()
	if p.Step() != int(setup.StepCheck) {
		t.Fatalf("at step %d, want 6:\n%s", p.Step(), p.Text())
	}
	p.Press(p.Say("group.show")) // what is about the token is all fine
	p.MustSee(p.Say("check.token.kind.business_integration.title"))

	p.Press(p.Say("step.check.main"))
	p.Press(p.Say("keep.other_token")) // nothing is pasted on this way
	if p.Step() != int(setup.StepGenerate) {
		t.Fatalf("another token is had at step %d", p.Step())
	}
}

func TestBusinessTokensCanBePractised(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.practise"))
	p.Press(p.Say("situation.others.title"))
	p.Press(p.Say("purpose.customers.title"))
	p.Press(p.Say("step.business.main"))
	p.Press(p.Say("practice.fill_in"))
	p.Press(p.Say("solution.main"))
	p.Settle()
	p.MustSee(p.Words.Say("solution.some_failed", map[string]string{"Saved": "3", "Count": "4"}))
}

// TestWhatIsMissingIsMadeOnItsOwnPage: with pictures, and back to the answers of step 1.
func TestWhatIsMissingIsMadeOnItsOwnPage(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepBusiness, "")
	p.Press(p.Say("situation.own_business.title"))
	lacked := 0
	for _, need := range (setup.Progress{}).Needs().List {
		if need.Make == nil {
			continue
		}
		lacked++
		making, page := need.Make.ID, need.Make.Page
		leave := map[string]func(){
			"its button": func() { p.Press(p.Say(making + ".main")) },
			"Back":       func() { p.Press(p.Say("button.back")) },
			"Esc":        func() { p.Key(fyne.KeyEscape) },
			"Alt+Left":   func() { p.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}) },
		}
		for _, way := range []string{"Back", "Esc", "Alt+Left", "its button"} { // the last says that it is there now
			act := leave[way]
			p.Lacks(need.ID)
			p.MustSee(p.Say(making+".title"), p.Say(making+".lead"), p.Say(making+".do_name"))
			p.Press(p.Say("page." + string(page)))
			if opened := p.Browser.Opened[len(p.Browser.Opened)-1]; opened != site.Meta.Address(page, site.PageIDs{}) {
				t.Errorf("%s opens %s", making, opened)
			}
			p.Press(p.Say("picture.next"))
			p.Press(p.Say("button.something_else"))
			p.MustSee(p.Say(making + ".else"))
			p.Press(p.Say("button.close"))
			p.Key(fyne.KeyF1)
			p.MustSee(p.Say(need.Make.Term + ".text"))
			p.Press(p.Say("button.close"))
			act()
			p.MustSee(p.Say("step.business.title"))
		}
		if left := p.Count(p.Say(need.ID + ".none")); left != 3-lacked {
			t.Errorf("%s is there by now, and %d are asked for", need.ID, left)
		}
	}
	if lacked != 3 {
		t.Errorf("%d things can be made", lacked)
	}
	p.Press(p.Say("step.business.main"))
	p.MustSee(p.Say("step.system_user.title"))
}

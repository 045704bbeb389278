package ui_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph/sandbox"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// chooses goes to step 1 and presses an answer.
func (p *person) chooses(situation setup.Situation) {
	p.t.Helper()
	p.press(p.say("home.setup"))
	p.press(p.say("situation." + string(situation) + ".title"))
}

// toNextTextField moves on by Tab to the next field to type into.
func (p *person) toNextTextField() {
	p.t.Helper()
	const most = 12
	for range most {
		p.screen.Canvas().FocusNext()
		if _, ok := p.screen.Canvas().Focused().(*widgets.TextEntry); ok {
			return
		}
	}
	p.t.Fatal("Tab leads to no further field")
}

func TestATechProviderIsLedToTheCode(t *testing.T) {
	p := sit(t, habits{})
	p.chooses(setup.TechProvider)
	p.mustSee(p.say("need.secret"), p.say("need.passed_over"))
	p.press(p.say("step.business.main"))
	if p.step() != int(setup.StepGenerate) {
		t.Fatalf("it leads to step %d, want 4", p.step())
	}
	p.mustSee(p.say("exchange.title"))
	p.press(p.say("exchange.main"))
	p.mustSee(p.say("trouble.summary"), p.say("partner.app.empty"))
}

func TestASolutionPartnerIsAskedWhatTheTokenIsFor(t *testing.T) {
	p := sit(t, habits{})
	p.chooses(setup.SolutionPartner)
	p.press(p.say("step.business.main"))
	p.mustSee(p.say("missing.purpose"))
	p.press(p.say("missing.purpose")) // leads to the question
	p.key(fyne.KeySpace)
	p.press(p.say("step.business.main"))
	p.mustSee(p.say("step.system_user.title")) // the first answer was the credit line
}

func TestTheUnsureFindTheirSituationByTwoQuestions(t *testing.T) {
	for name, test := range map[string]struct {
		answers []string
		leadsTo string
	}{
		"own":      {[]string{"button.yes"}, "need.title"},
		"partner":  {[]string{"button.no", "button.yes"}, "purpose.question"},
		"provider": {[]string{"button.no", "button.no"}, "need.secret"},
	} {
		t.Run(name, func(t *testing.T) {
			p := sit(t, habits{})
			p.press(p.say("home.setup"))
			p.press(p.say("situation.unsure"))
			for _, answer := range test.answers {
				p.press(p.say(answer))
			}
			p.mustSee(p.say(test.leadsTo))
		})
	}
}

func TestCustomersOfASolutionAreSavedUnderTheirNames(t *testing.T) {
	partner, ok := sandbox.FindScenario("solution-partner")
	if !ok {
		t.Fatal("there is no scenario of a solution partner")
	}
	p := sit(t, habits{})
	p.chooses(setup.SolutionPartner)
	p.press(p.say("purpose.customers.title"))
	p.press(p.say("step.business.main"))
	p.mustSee(p.say("solution.title"))
	p.paste(partner.Token.Reveal()) // pressing a button takes the focus away
	p.toNextTextField()
	p.typeName(partner.SolutionID)
	p.toNextTextField()
	var ids []string
	for _, customer := range partner.Customers {
		ids = append(ids, customer.BusinessID)
	}
	p.typeName(strings.Join(ids, "\n"))
	p.press(p.say("solution.main"))
	p.settle()
	p.mustSee(p.words.Say("solution.some_failed", map[string]string{"Saved": "3", "Count": "4"})) // one shares nothing
	p.press(p.say("solution.home"))
	p.mustSee(p.say("home.saved"))
}

// TestASavedPartnerTokenFetchesAgainAtOnePress: fetched with the partner's own
// saved token, a customer's token is renewed from Home without typing anything.
func TestASavedPartnerTokenFetchesAgainAtOnePress(t *testing.T) {
	partner, _ := sandbox.FindScenario("solution-partner")
	customer := partner.Customers[0].BusinessID
	p := sit(t, habits{})
	keep := p.env.Vault
	_, err := keep.Save(t.Context(), vault.Entry{Name: "Our own", Kind: "system_user"}, partner.Token)
	must(t, err)
	p.chooses(setup.SolutionPartner)
	p.press(p.say("purpose.customers.title"))
	p.press(p.say("step.business.main"))
	p.press(p.say("solution.use_saved"))
	p.press("Our own")
	p.mustSee(p.words.Say("solution.from_keychain", words.Values{"Name": "Our own"}))
	p.toNextTextField()
	p.typeName(partner.SolutionID)
	p.toNextTextField()
	p.typeName(customer + ", First customer")
	p.press(p.say("solution.main"))
	p.press(p.say("step.check.main"))
	p.mustSee("First customer")
	p.press(p.say("step.keep.main"))
	entry, err := keep.Entry(t.Context(), "First customer")
	must(t, err)
	if entry.Partner != "Our own" || entry.SolutionID != partner.SolutionID || entry.ClientBusinessID != customer || entry.ExpiresAt.IsZero() {
		t.Fatalf("saved as %+v", entry)
	}
	before := p.keychain.Holds(vault.Service, "First customer")
	p.press(p.say("button.close"))
	p.press(p.say("saved.more")) // of the first card: what ends stands before what does not
	p.press(p.say("saved.renew"))
	p.mustSee(p.words.Say("renew.fetched", words.Values{"Name": "First customer"}))
	if after := p.keychain.Holds(vault.Service, "First customer"); after == "" || after == before {
		t.Error("it was not fetched again")
	}
}

// TestCustomersComeEitherWay: a Tech Provider may have a solution too, and a
// partner's customer may come with a code.
func TestCustomersComeEitherWay(t *testing.T) {
	p := sit(t, habits{})
	p.chooses(setup.TechProvider)
	p.press(p.say("step.business.main"))
	p.press(p.say("exchange.from_solution"))
	p.mustSee(p.say("solution.title"))
	p.press(p.say("solution.from_code"))
	p.mustSee(p.say("exchange.title"))
}

func TestACodeBecomesACheckedBusinessToken(t *testing.T) {
	partner, _ := sandbox.FindScenario("solution-partner")
	p := sit(t, habits{})
	p.chooses(setup.TechProvider)
	p.press(p.say("step.business.main"))
	p.paste(partner.AppSecret.Reveal())
	p.toNextTextField()
	p.typeName(" " + partner.AppID + " ") // as it is copied off a page
	p.press(p.say("exchange.main"))
	p.mustSee("30 seconds")
	if place := p.leaks(partner.AppSecret.Reveal()); place != "" {
		t.Errorf("the app secret stands in %s", place)
	}
	p.ahead.Store(int64(30 * time.Second))
	p.clock.pass(time.Second)
	p.mustSee(p.say("exchange.over"))
	p.press(p.say("exchange.again"))
	p.mustSee("30 seconds")

	// The second Paste button is the code's: the secret's field comes first.
	p.app.Clipboard().SetContent(p.graph.State().IssueCode(partner.AppID, partner.Customers[0].BusinessID))
	p.pressLast(p.say("button.paste"))
	p.press(p.say("exchange.main"))
	p.settle()
	if p.step() != int(setup.StepCheck) {
		t.Fatalf("at step %d, want 6:\n%s", p.step(), p.text())
	}
	p.mustSee(p.say("check.token.kind.business_integration.title"))
}

// pressLast presses the last of several things of the same name.
func (p *person) pressLast(label string) {
	p.t.Helper()
	var last pressable
	for _, one := range p.pressables() {
		if one.AccessibilityLabel() == label {
			last = one
		}
	}
	if last == nil {
		p.t.Fatalf("there is no %q", label)
	}
	last.Tapped(&fyne.PointEvent{})
	p.settle()
}

func TestBusinessTokensCanBePractised(t *testing.T) {
	p := sit(t, habits{})
	p.press(p.say("home.practise"))
	p.press(p.say("situation.solution_partner.title"))
	p.press(p.say("purpose.customers.title"))
	p.press(p.say("step.business.main"))
	p.press(p.say("practice.fill_in"))
	p.press(p.say("solution.main"))
	p.settle()
	p.mustSee(p.words.Say("solution.some_failed", map[string]string{"Saved": "3", "Count": "4"}))
}

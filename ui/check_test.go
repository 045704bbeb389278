package ui_test

import (
	"strings"
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/wizard/setup"
)

func TestRowsAppearAsTheyAreKnown(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepPaste, "")
	p.paste(tokenOf(t, "ready"))
	p.tap(p.say("step.paste.main"))
	p.until("the first rows", func() bool { return p.sees(p.say("status.pass")) && p.sees(p.say("status.busy")) })
	p.mustSee(p.say("step.check.title"), p.say("step.check.stop"))
	p.settle()
	p.mustSee(p.say("verdict.ready.title"), p.say("verdict.ready.summary"))
	if p.sees(p.say("status.busy")) {
		t.Error("it goes on looking")
	}
}

func TestACheckCanBeStopped(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepPaste, "")
	p.paste(tokenOf(t, "ready"))
	p.graph.SetFault(sandbox.FaultHang, 0)
	p.tap(p.say("step.paste.main"))
	p.until("the check", func() bool { return p.find(p.say("step.check.stop")) != nil })
	p.tap(p.say("step.check.stop"))
	p.until("the paste", func() bool { return p.step() == int(setup.StepPaste) })
	p.settle()
	if p.step() != int(setup.StepPaste) {
		t.Fatalf("Stop leads to step %d", p.step())
	}
	// What was stopped said nothing, so the next check starts anew.
	p.graph.SetFault("", 0)
	p.press(p.say("step.paste.main"))
	p.mustSee(p.say("verdict.ready.title"))
}

func TestEveryRowThatIsNotFineSaysWhatToDo(t *testing.T) {
	next := map[string]string{ // what helps: something at Meta, or only another token
		"account-not-assigned": "check.again_on_return", "number-not-registered": "check.again_on_return",
		"messaging-missing": "step.check.paste", "expired": "step.check.paste",
	}
	for scenario, helps := range next {
		p := sit(t, habits{})
		p.goTo(setup.StepCheck, scenario)
		p.mustSee(p.say("status.fail"), p.say(helps))
		if p.find(p.say("step.check.main")) != nil {
			t.Errorf("%s: a token that does not work can be kept", scenario)
		}
		p.mustSee(p.say("step.check.again"))
	}
}

func TestATroubleOnTheWayNeverReadsAsABadToken(t *testing.T) {
	for _, fault := range []sandbox.Fault{sandbox.FaultUnavailable, sandbox.FaultTooMany, sandbox.FaultWebPage, sandbox.FaultCut, sandbox.FaultEcho} {
		p := sit(t, habits{})
		p.graph.SetFault(fault, 0)
		p.goTo(setup.StepCheck, "ready")
		if fault != sandbox.FaultEcho { // that one is Graph's own refusal
			p.mustSee(p.say("verdict.unknown.title"))
		}
		if place := p.leaks(tokenOf(t, "ready")); place != "" {
			t.Errorf("%s: the token stands in %s", fault, place)
		}
		p.graph.SetFault("", 0)
		p.press(p.say("step.check.again"))
		p.mustSee(p.say("verdict.ready.title"))
	}
}

func TestItChecksAgainWhenThePersonComesBack(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepCheck, "account-not-assigned")
	requests := p.requests.Load()
	p.comesBack()
	if p.requests.Load() != requests {
		t.Error("it checks again though no page was opened")
	}
	for range 2 { // after each trip, not only after the first
		opened := len(p.browser.opened)
		p.press(p.openButton())
		if len(p.browser.opened) != opened+1 || !strings.HasPrefix(p.browser.opened[opened], "https://business.facebook.com/") {
			t.Fatalf("opened %v", p.browser.opened)
		}
		requests = p.requests.Load()
		p.comesBack()
		if p.requests.Load() == requests {
			t.Error("it does not check again")
		}
		requests = p.requests.Load()
		p.comesBack()
		if p.requests.Load() != requests {
			t.Error("it checks again each time the window comes to the front")
		}
	}
}

// openButton is the label of the fix's button.
func (p *person) openButton() string {
	p.t.Helper()
	for _, page := range []site.Page{
		site.PageSystemUsers, site.PageWhatsAppAccounts, site.PageApps, site.PagePhoneNumbers, site.PageAPISetup,
	} {
		if label := p.say("page." + string(page)); p.find(label) != nil {
			return label
		}
	}
	p.t.Fatalf("there is no page to open in\n%s", p.text())
	return ""
}

func TestWhereOnlyAnotherTokenHelpsItIsPastedNext(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepCheck, "messaging-missing")
	p.press(p.say("step.check.paste"))
	if p.step() != int(setup.StepPaste) {
		t.Fatalf("at step %d", p.step())
	}
	p.paste(tokenOf(t, "ready"))
	p.press(p.say("step.paste.main"))
	p.mustSee(p.say("verdict.ready.title"))
}

func TestDetailsForSupportStandBehindAButton(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepCheck, "account-not-assigned")
	if p.sees("fbtrace_id") {
		t.Error("codes stand on the page")
	}
	p.press(p.say("button.details"))
	p.mustSee("fbtrace_id", "Graph code 100/33", "UTC")
	p.press(p.say("button.copy"))
	if copied := p.app.Clipboard().Content(); !strings.Contains(copied, "fbtrace_id") || strings.Contains(copied, tokenOf(t, "account-not-assigned")) {
		t.Errorf("copied %q", copied)
	}
}

func TestSeveralNumbersAreChosenByName(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepCheck, "two-accounts")
	p.mustSee(p.say("choose.number"), "Corner Bakery Deliveries")
	wanted := p.numbers()[3]
	p.press(wanted)
	p.press(p.say("step.check.main"))
	p.mustSee(strings.Fields(wanted)[0])
	p.press(p.say("step.keep.main"))
	entries, err := p.env.Vault.List(t.Context())
	must(t, err)
	if len(entries) != 1 || entries[0].PhoneID == "" || !strings.Contains(p.text(), entries[0].PhoneID) {
		t.Errorf("kept %+v", entries)
	}
}

// numbers are the labels of the numbers that can be chosen.
func (p *person) numbers() []string {
	var found []string
	for _, each := range p.pressables() {
		if strings.HasPrefix(each.AccessibilityLabel(), "+") {
			found = append(found, each.AccessibilityLabel())
		}
	}
	return found
}

func TestASingleNumberIsNotAskedAbout(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepCheck, "ready")
	if p.sees(p.say("choose.number")) {
		t.Error("a choice between one number")
	}
}

func TestCheckATokenKeepsNothing(t *testing.T) {
	p := sit(t, habits{})
	p.press(p.say("home.check"))
	p.press(p.say("desk.main"))
	p.mustSee(p.say("trouble.summary"))
	p.paste(tokenOf(t, "messaging-missing"))
	p.press(p.say("desk.main"))
	p.mustSee(p.say("verdict.almost.title"))
	if p.sees(p.say("trouble.summary")) {
		t.Error("the trouble stays")
	}
	requests := p.requests.Load()
	p.press(p.openButton())
	p.comesBack()
	if p.requests.Load() == requests {
		t.Error("it promises to check again, and does not")
	}
	p.paste(tokenOf(t, "ready"))
	p.tap(p.say("desk.main"))
	p.paste(tokenOf(t, "expired"))
	p.press(p.say("desk.main"))
	p.mustSee(p.say("verdict.dead.title"))
	p.press(p.say("button.back"))
	p.mustSee(p.say("home.title"))
	p.press(p.say("home.check"))
	p.mustSee(p.say("secret.placeholder"))
	if entries, err := p.env.Vault.List(t.Context()); len(entries) > 0 || err != nil {
		t.Errorf("kept %v, %v", entries, err)
	}
}

func TestWhereOnlyAnotherTokenHelpsItLeadsToThePaste(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepCheck, "messaging-missing")
	p.press(p.openButton())
	requests := p.requests.Load()
	p.comesBack()
	if p.requests.Load() != requests {
		t.Error("it checks the same token again, which cannot have changed")
	}
	p.press(p.say("step.check.paste"))
	p.mustSee(p.say("step.paste.title"))
}

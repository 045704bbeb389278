package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

var trips = []setup.Step{setup.StepSystemUser, setup.StepAssets, setup.StepGenerate}

func TestEachTripOpensItsPage(t *testing.T) {
	p := sit(t, habits{})
	for _, step := range trips {
		p.goTo(step, "")
		p.press(p.say("step." + step.ID() + ".open"))
		if want := site.Meta.Address(site.PageSystemUsers, site.PageIDs{}); p.browser.opened[len(p.browser.opened)-1] != want {
			t.Errorf("step %d opens %v, want %s", step, p.browser.opened, want)
		}
		if p.sees(p.say("open.failed")) {
			t.Errorf("step %d says that no browser opened", step)
		}
	}
}

func TestWithoutABrowserTheAddressCanBeCopied(t *testing.T) {
	p := sit(t, habits{})
	p.browser.fails = true
	address := site.Meta.Address(site.PageSystemUsers, site.PageIDs{})
	for _, step := range trips {
		p.goTo(step, "")
		p.press(p.say("step." + step.ID() + ".open"))
		p.mustSee(p.say("open.failed"), address)
		p.press(p.say("step." + step.ID() + ".open"))
		p.app.Clipboard().SetContent("")
		p.press(p.say("button.copy_address"))
		if p.app.Clipboard().Content() != address {
			t.Errorf("step %d: copied %q", step, p.app.Clipboard().Content())
		}
		p.mustSee(p.say("button.copied"))
		p.browser.fails = false
		p.press(p.say("step." + step.ID() + ".open"))
		if p.sees(p.say("open.failed")) {
			t.Errorf("step %d still says so when it opens after all", step)
		}
		p.browser.fails = true
	}
}

func TestWhatIsTypedAtMetaCanBeCopied(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepSystemUser, "")
	p.press(p.say("button.copy"))
	if p.app.Clipboard().Content() != setup.SuggestedUserName {
		t.Errorf("copied %q", p.app.Clipboard().Content())
	}
	p.goTo(setup.StepGenerate, "")
	var copied []string
	for range 2 {
		p.press(p.say("button.copy")) // it says Copied then, so the next one is the second
		copied = append(copied, p.app.Clipboard().Content())
	}
	if !slices.Equal(copied, []string{check.ScopeMessaging, check.ScopeManagement}) {
		t.Errorf("copied %v", copied)
	}
}

func TestWhatComesNextIsOnePressAway(t *testing.T) {
	p := sit(t, habits{})
	for _, trip := range []struct {
		step        setup.Step
		first, next string
	}{
		{setup.StepSystemUser, p.say("picture.system_users"), p.say("picture.create_system_user")},
		{setup.StepGenerate, p.say("picture.generate_token"), p.say("picture.token_shown")},
	} {
		p.goTo(trip.step, "")
		mustShow := func(one, other string) {
			t.Helper()
			p.mustSee(one)
			if p.sees(other) {
				t.Errorf("step %d shows two pictures at once", trip.step)
			}
		}
		mustShow(trip.first, trip.next)
		p.press(p.say("picture.next"))
		mustShow(trip.next, trip.first)
		p.press(p.say("picture.first"))
		mustShow(trip.first, trip.next)
	}
}

func TestSomethingElseIsExplained(t *testing.T) {
	p := sit(t, habits{})
	for _, step := range trips {
		p.goTo(step, "")
		p.press(p.say("button.something_else"))
		p.mustSee(p.say("step." + step.ID() + ".else"))
		p.press(p.say("button.close"))
	}
}

func TestAPastedAddressMakesTheButtonsExact(t *testing.T) {
	p := sit(t, habits{})
	p.press(p.say("home.setup"))
	p.press(p.say("need.address"))
	field := p.screen.Canvas().Focused()
	for text, id := range map[string]string{
		"https://example.com/apps/1234567/": "address.other_site", "1234567": "address.none",
		"https://business.facebook.com/overview": "address.no_ids", tokenOf(t, "ready"): "address.token",
	} {
		p.screen.Canvas().Focus(field)
		p.typeName(text)
		if p.sees(p.say(id)) {
			t.Errorf("%s: judged before it is finished", id)
		}
		p.key(fyne.KeyReturn)
		p.mustSee(p.say(id))
	}
	p.screen.Canvas().Focus(field)
	p.typeName("https://developers.facebook.com/apps/605040302010203/dashboard/?business_id=1029384756010101")
	p.mustSee("1029384756010101", "605040302010203")
	p.key(fyne.KeyReturn)
	p.goTo(setup.StepSystemUser, "")
	p.press(p.say("step.system_user.open"))
	want := site.Meta.Address(site.PageSystemUsers, site.PageIDs{Business: "1029384756010101"})
	if !slices.Contains(p.browser.opened, want) {
		t.Errorf("opened %v", p.browser.opened)
	}
}

func TestTheOneWithFullControlCanBeWrittenTo(t *testing.T) {
	p := sit(t, habits{})
	p.press(p.say("home.setup"))
	p.press(p.say("need.not_me"))
	p.press(p.say("button.copy"))
	if p.app.Clipboard().Content() != p.say("need.message") {
		t.Errorf("copied %q", p.app.Clipboard().Content())
	}
}

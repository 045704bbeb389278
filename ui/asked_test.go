package ui_test

import (
	"testing"

	"latchkey/ui/instance"
	"latchkey/ui/internal/person"
	"latchkey/wizard/setup"
)

// TestTheWindowOpensWhereItsStartAsks: at each page that the system's menu names, and
// at Home where it names none.
func TestTheWindowOpensWhereItsStartAsks(t *testing.T) {
	for page, id := range map[string]string{
		"": "home.title", instance.PageCheck: "desk.title", instance.PageSetup: "step.business.title",
	} {
		p := person.Sit(t, person.Habits{Page: page})
		p.MustSee(p.Say(id))
	}
}

// TestAnotherStartLeadsTheOpenWindowToItsPage, out of practice too: a real token would
// otherwise be pasted into the rehearsal.
func TestAnotherStartLeadsTheOpenWindowToItsPage(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.practise"))
	p.MustSee(p.Say("practice.banner"))
	for page, id := range map[string]string{instance.PageCheck: "desk.title", instance.PageSetup: "step.business.title"} {
		p.Window.Shell.OpenAsked(page)
		p.Settle()
		p.MustSee(p.Say(id))
		if p.Sees(p.Say("practice.banner")) {
			t.Error("it is still practice")
		}
	}
	p.Window.Shell.OpenAsked("") // only wants it in front
	p.Settle()
	if p.Sees(p.Say("home.title")) {
		t.Error("the page is gone")
	}
}

// TestAnotherStartLosesNoToken: where one is pasted and not kept, it is asked first,
// and asking again is no answer.
func TestAnotherStartLosesNoToken(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "ready")
	for range 3 {
		p.Window.Shell.OpenAsked(instance.PageCheck)
		p.Settle()
		p.MustSee(p.Say("leave.title"))
		p.Ahead.Add(int64(person.InVain))
	}
	p.Press(p.Say("leave.stay"))
	if p.Step() != int(setup.StepKeep) {
		t.Error("the step is left")
	}
	p.Window.Shell.OpenAsked(instance.PageCheck)
	p.Settle()
	p.Press(p.Say("leave.do"))
	p.MustSee(p.Say("desk.title"))
}

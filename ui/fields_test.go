package ui_test

import (
	"testing"

	"latchkey/ui/internal/person"
	"latchkey/wizard/setup"
)

// TestAFieldIsJudgedByItsButton, and not when it is left: who is only on the way has done
// nothing wrong.
func TestAFieldIsJudgedByItsButton(t *testing.T) {
	const phone = "+49 30 901820"
	pages := map[string]struct {
		enter func(*person.Person)
		main  string
	}{
		"the paste page": {func(p *person.Person) {
			p.GoTo(setup.StepPaste, "")
			p.Paste(phone)
		}, "step.paste.main"},
		"the desk": {func(p *person.Person) {
			p.Press(p.Say("home.check"))
			p.Paste(phone)
		}, "desk.main"},
	}
	for name, page := range pages {
		p := person.Sit(t, person.Habits{})
		page.enter(p)
		for range 3 {
			p.Screen.Canvas().FocusNext()
			p.Settle()
		}
		if p.Sees(p.Say("trouble.summary")) {
			t.Errorf("%s: a field that was left is judged:\n%s", name, p.Text())
		}
		p.Press(p.Say(page.main))
		p.MustSee(p.Say("trouble.summary"))
	}
}

package repair_test

import (
	"net/http"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/graph/sandbox"
	"latchkey/ui/internal/person"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// TestTheMainButtonIsWhatHelps after a refusal: Enter, which presses it, does not ask to be
// refused once more.
func TestTheMainButtonIsWhatHelps(t *testing.T) {
	atThePIN := func(p *person.Person) {
		atTheRepair(p, "number-not-registered", "fix.register.button")
		types(p, pin)
		p.Press(p.Say("fix.register.button"))
	}
	atTheApp := func(p *person.Person) {
		atTheRepair(p, "app-not-subscribed", "fix.subscribe.button")
		p.Press(p.Say("fix.subscribe.button"))
	}
	revoking := func(p *person.Person) {
		checkedOn(p, "ready")
		p.Press(p.Say("fix.revoke.button"))
		p.Paste(secretOf(p.T, "ready"))
		p.Press(p.Say("fix.continue"))
		p.Press(p.Say("fix.revoke.do"))
	}
	extending := func(p *person.Person) {
		checkedOn(p, "extension-refused")
		p.Press(p.Say("fix.extend.button"))
		p.Paste(secretOf(p.T, "extension-refused"))
		p.Press(p.Say("fix.continue"))
		p.Press(p.Say("fix.extend.do"))
	}
	for name, test := range map[string]struct {
		meta   http.HandlerFunc
		comes  func(*person.Person)
		title  string
		main   string
		leads  string // a text on the page after Enter; "" where the browser opens
		repeat bool   // whether trying again is offered at all
	}{
		"a wrong PIN":         {refusing(400, 133005, "Two-step verification PIN incorrect."), atThePIN, "fix.register.refused.title", "fix.type_again", "fix.register.pin.title", false},
		"too many tries":      {refusing(400, 133016, "Too many attempts."), atThePIN, "fix.register.refused.title", "fix.back", "verdict.almost.title", false},
		"an outage":           {refusing(500, 2, "Service temporarily unavailable"), atThePIN, "fix.register.refused.title", "button.try_again", "fix.register.pin.title", true},
		"a right is missing":  {refusing(403, 200, "You do not have the necessary permissions"), atTheApp, "fix.subscribe.refused.title", "page.whatsapp_accounts", "", true},
		"nobody knows why":    {refusing(400, 987654, "Something that nobody knows"), atTheApp, "fix.subscribe.refused.title", "fix.back", "", false},
		"the secret is wrong": {refusing(400, 1, "Error validating client secret."), revoking, "fix.revoke.refused.title", "fix.type_again", "fix.revoke.button", false},
		"not this way":        {refusing(400, 100, "Unsupported post request. Object with ID 'oauth' does not exist, cannot be loaded due to missing permissions"), revoking, "fix.revoke.refused.title", "page.system_users", "", true},
		"the app may not":     {nil, extending, "fix.extend.refused.title", "saved.renew", "step.generate.title", false},
	} {
		t.Run(name, func(t *testing.T) {
			p, meta := sitBefore(t)
			if test.meta != nil {
				meta.does(test.meta)
			}
			test.comes(p)
			p.MustSee(p.Words.Say(test.title, words.Values{"Name": "Shop"}))
			pressables := p.Pressables()
			if last := pressables[len(pressables)-1]; last.AccessibilityLabel() != p.Say(test.main) {
				t.Fatalf("the main button is “%s”", last.AccessibilityLabel())
			}
			if offered := p.Find(p.Say("button.try_again")) != nil; offered != test.repeat {
				t.Errorf("trying again is offered: %v", offered)
			}
			opened, asked := len(p.Browser.Opened), meta.writes.Load()
			p.Screen.Canvas().Unfocus()
			p.Key(fyne.KeyReturn)
			switch {
			case test.leads != "":
				p.MustSee(p.Say(test.leads))
			case test.main != "fix.back" && len(p.Browser.Opened) != opened+1:
				t.Error("the page does not open")
			}
			if meta.writes.Load() != asked {
				t.Error("Meta was asked to change something by Enter")
			}
		})
	}
}

// TestWithoutANetworkItIsTriedAgain.
func TestWithoutANetworkItIsTriedAgain(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	checkedOn(p, "sixty-days")
	p.Press(p.Say("fix.extend.button"))
	p.Paste(secretOf(t, "sixty-days"))
	p.Graph.SetFault(sandbox.FaultCut, 0)
	p.Press(p.Say("fix.continue"))
	p.MustSee(p.Words.Say("fix.extend.refused.title", words.Values{"Name": "Shop"}), p.Say("network.cut.title"))
	p.Key(fyne.KeyReturn)
	p.MustSee(p.Say("exchange.secret"))
}

// TestWhatWasTypedWrongIsSaidOnTop of the page, with the focus there, and by the field in the same
// words, to which the line leads.
func TestWhatWasTypedWrongIsSaidOnTop(t *testing.T) {
	for name, test := range map[string]struct {
		comes      func(*person.Person)
		says, main string
	}{
		"PIN": {func(p *person.Person) {
			atTheRepair(p, "number-not-registered", "fix.register.button")
			types(p, "123")
		}, "fix.register.pin_digits", "fix.register.button"},
		"code": {func(p *person.Person) {
			atTheRepair(p, "number-needs-code", "fix.register.button")
			p.Press(p.Say("fix.register.by_sms"))
			textEntry(p).SetText("12")
		}, "fix.register.code_digits", "fix.register.verify"},
		"secret": {func(p *person.Person) {
			checkedOn(p, "sixty-days")
			p.Press(p.Say("fix.extend.button"))
		}, "partner.secret.empty", "fix.continue"},
	} {
		t.Run(name, func(t *testing.T) {
			p := person.Sit(t, person.Habits{})
			test.comes(p)
			p.Press(p.Say(test.main))
			summary, ok := p.Screen.Canvas().Focused().(*widgets.TroubleSummary)
			if !ok {
				t.Fatalf("the focus is on %T", p.Screen.Canvas().Focused())
			}
			title, top, said := p.MainInstruction(), float32(0), 0
			person.Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
				if o == fyne.CanvasObject(summary) {
					top = at.Y
				}
				text, ok := o.(*widgets.Text)
				if !ok || !seen {
					return
				}
				if text.Text() == title && at.Y < top {
					t.Error("the title stands above it")
				}
				if words.Plain(text.Text()) == words.Plain(p.Say(test.says)) {
					said++
				}
			})
			if said < 2 {
				t.Errorf("it is said %d times, not on top and at the field", said)
			}
			p.Press(words.Plain(p.Say(test.says)))
			if focused := p.Screen.Canvas().Focused(); focused == nil || focused == fyne.Focusable(summary) {
				t.Error("its line does not lead to the field")
			}
			wroteAtMost := int32(0)
			if name == "code" {
				wroteAtMost = 1 // it was sent
			}
			wrote(p, wroteAtMost)
		})
	}
}

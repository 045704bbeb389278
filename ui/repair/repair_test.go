package repair_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/graph/sandbox"
	"latchkey/graph/trouble"
	"latchkey/ui/internal/person"
)

// TestTheAppIsSubscribedOnceItsButtonIsPressed: leading there, Enter and going back do
// nothing.
func TestTheAppIsSubscribedOnceItsButtonIsPressed(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	atTheRepair(p, "app-not-subscribed", "fix.subscribe.button")
	p.MustSee("Corner Bakery Bot", "Corner Bakery", p.Say("fix.account"))
	p.Key(fyne.KeyReturn)
	p.Press(p.Say("button.back"))
	wrote(p, 0)

	p.Press(p.Say("fix.subscribe.button"))
	p.Key(fyne.KeyEscape)
	wrote(p, 0)

	p.Press(p.Say("fix.subscribe.button"))
	p.Press(p.Say("fix.subscribe.button"))
	wrote(p, 1)
	p.MustSee("Corner Bakery Bot now receives the messages of “Corner Bakery”: Meta lists it.")
	p.Press(p.Say("fix.back"))
	if p.Find(p.Say("fix.subscribe.button")) != nil {
		t.Error("the check found it as before")
	}
	wrote(p, 1)
}

func TestUnsubscribingIsTheWayBack(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	atTheRepair(p, "metas-app-listens", "fix.subscribe.button")
	p.MustSee("WA DevX Webhook Events 1P App")
	p.Press(p.Say("fix.subscribe.button"))
	p.Press(p.Say("fix.unsubscribe.button"))
	p.MustSee("will no longer receive")
	wrote(p, 1)
	p.Press(p.Say("fix.unsubscribe.button"))
	wrote(p, 2)
	p.MustSee("Corner Bakery Bot no longer receives the messages of “Corner Bakery”.")
	p.Press(p.Say("fix.back"))
	if p.Find(p.Say("fix.subscribe.button")) == nil {
		t.Error("the check does not find it gone")
	}
}

const pin = "246810"

func TestANumberIsRegisteredWithThePINTyped(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	atTheRepair(p, "number-not-registered", "fix.register.button")
	p.MustSee("+49 30 901820", p.Say("fix.register.tries"), p.Say("fix.register.pin_hint"), p.Say("fix.register.pin_note"))
	types(p, "24681")
	p.Press(p.Say("fix.register.button"))
	p.MustSee(p.Say("fix.register.pin_digits"))
	p.Press(p.Say("button.clear"))
	p.Press(p.Say("button.back"))
	wrote(p, 0)

	p.Press(p.Say("fix.register.button"))
	types(p, pin)
	holdsNowhere(p, pin)
	p.Key(fyne.KeyReturn)
	wrote(p, 0)
	p.Press(p.Say("fix.register.button"))
	wrote(p, 1)
	p.MustSee("+49 30 901820 is registered and connected: it can send.")
	holdsNowhere(p, pin)
	p.Press(p.Say("fix.back"))
	p.MustSee(p.Say("verdict.ready.title"))
	holdsNowhere(p, person.TokenOf(t, "number-not-registered")[8:])
	wrote(p, 1)
}

// TestACodeComesFirst: where Meta asks for one by what it says of the number, by text
// message or call.
func TestACodeComesFirst(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	atTheRepair(p, "number-needs-code", "fix.register.button")
	p.MustSee(p.Say("fix.register.verify.lead"))
	wrote(p, 0)
	p.Press(p.Say("fix.register.by_call"))
	wrote(p, 1)
	for typed, says := range map[string]string{"12": "A code is 6 digits", "111-111": "The verification code is invalid or has expired."} {
		textEntry(p).SetText(typed)
		p.Press(p.Say("fix.register.verify"))
		p.MustSee(says)
		if again := p.Find(p.Say("fix.type_again")); again != nil {
			p.Press(p.Say("fix.type_again"))
		}
	}
	wrote(p, 2)
	p.Press(p.Say("fix.register.another_code"))
	p.Press(p.Say("fix.register.by_sms"))
	textEntry(p).SetText("424-242")
	p.Press(p.Say("fix.register.verify"))
	wrote(p, 4)
	p.MustSee("+49 30 901820 is verified.")
	types(p, pin)
	p.Press(p.Say("fix.register.button"))
	wrote(p, 5)
	p.MustSee("is registered and connected")
}

// TestASharedNumberIsLeftAlone: also where it is shared only once its page is open.
func TestASharedNumberIsLeftAlone(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	atTheRepair(p, "number-not-registered", "fix.register.button")
	p.Graph.Share("number-not-registered")
	types(p, pin)
	p.Press(p.Say("fix.register.button"))
	p.MustSee("shared with the WhatsApp Business app. Do not register it")
	p.Press(p.Say("fix.back"))
	if p.Find(p.Say("fix.register.button")) != nil {
		t.Error("it is offered to register")
	}
	wrote(p, 0)
}

// TestEveryRefusalIsExplained: cause and fix in our words, and Meta's own below.
func TestEveryRefusalIsExplained(t *testing.T) {
	for _, test := range []struct {
		status, code int
		said         string
	}{
		{400, 133000, "A previous deregistration attempt failed."},
		{400, 133005, "Two-step verification PIN incorrect."},
		{400, 133008, "Try again in 12 hours."},
		{400, 133009, "Entered too quickly. Try again in 60 seconds."},
		{400, 133015, "Deletion has not yet completed."},
		{400, 133016, "Too many attempts."},
		{403, 200, "You do not have the necessary permissions"},
		{400, 100, "Missing Permission"},
		{401, 190, "Session has expired"},
		{500, 2, "Service temporarily unavailable"},
		{429, 80008, "Too many calls"},
		{400, 987654, "Something that nobody knows"},
	} {
		t.Run(fmt.Sprint(test.code), func(t *testing.T) {
			p, meta := sitBefore(t)
			meta.does(refusing(test.status, test.code, test.said))
			atTheRepair(p, "number-not-registered", "fix.register.button")
			types(p, pin)
			p.Press(p.Say("fix.register.button"))
			known := trouble.Explain(test.code, 0, test.said)
			if known != trouble.Unknown {
				p.MustSee(p.Words.Say("trouble."+known.ID+".title", map[string]string{"Code": fmt.Sprint(test.code)}))
			}
			p.MustSee(test.said)
			tellsSupport(p, test.code)
			if meta.writes.Load() != 1 {
				t.Errorf("Meta was asked %d times", meta.writes.Load())
			}
			holdsNowhere(p, pin)
		})
	}
}

// TestMetaAsksForACodeOnlyThen: although what it said of the number asked for none.
func TestMetaAsksForACodeOnlyThen(t *testing.T) {
	p, meta := sitBefore(t)
	meta.does(refusing(400, 133006, "Phone number needs to be verified before registering."))
	atTheRepair(p, "number-not-registered", "fix.register.button")
	types(p, pin)
	p.Press(p.Say("fix.register.button"))
	p.MustSee(p.Say("fix.register.verify.lead"))
	meta.does(refusing(400, 136024, "The phone number is already verified."))
	p.Press(p.Say("fix.register.by_sms"))
	p.MustSee(p.Say("fix.register.pin.title"))
}

// TestWhatCountsIsWhatMetaShows: no answer is neither a yes nor a no, and neither is a
// yes that nothing shows of.
func TestWhatCountsIsWhatMetaShows(t *testing.T) {
	for name, test := range map[string]struct {
		act  func(*meddler)
		says string
	}{
		"done, and the line cut":   {func(m *meddler) { m.does(m.cutting(true)) }, "Corner Bakery Bot now receives"},
		"not done, the line cut":   {func(m *meddler) { m.does(m.cutting(false)) }, "it may or may not be done"},
		"accepted, and not listed": {func(m *meddler) { m.does(accepting) }, "does not list the app yet"},
	} {
		t.Run(name, func(t *testing.T) {
			p, meta := sitBefore(t)
			test.act(meta)
			atTheRepair(p, "app-not-subscribed", "fix.subscribe.button")
			p.Press(p.Say("fix.subscribe.button"))
			p.MustSee(test.says)
			if meta.writes.Load() != 1 {
				t.Errorf("Meta was asked %d times", meta.writes.Load())
			}
		})
	}
}

// TestMetaIsNotReached: nothing was changed, and looking again is offered.
func TestMetaIsNotReached(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("app-not-subscribed", "Shop")
	p.Press(p.Say("saved.check"))
	p.Graph.SetFault(sandbox.FaultCut, 0)
	p.Press(p.Say("fix.subscribe.button"))
	p.MustSee(p.Say("fix.not_looked.title"), p.Say("status.fail"), p.Say("fix.not_done"))
	p.Graph.SetFault("", 0)
	p.Press(p.Say("button.try_again"))
	p.Press(p.Say("fix.subscribe.button"))
	p.MustSee("now receives the messages")
	p.Press(p.Say("fix.back"))
	p.MustSee("Shop", p.Say("condition.works"))
	wrote(p, 1)
}

// TestTheDeskRepairsToo: with the token that was pasted there.
func TestTheDeskRepairsToo(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.check"))
	p.Paste(person.TokenOf(t, "app-not-subscribed"))
	p.Press(p.Say("desk.main"))
	p.Press(p.Say("fix.subscribe.button"))
	p.Press(p.Say("fix.subscribe.button"))
	p.MustSee("now receives the messages")
	p.Press(p.Say("fix.back"))
	p.MustSee(p.Say("verdict.ready.title"))
	if p.Find(p.Say("fix.subscribe.button")) != nil {
		t.Error("it is offered again")
	}
	wrote(p, 1)
}

// TestTheRehearsalPractisesIt: nothing but the pretend Meta of practice is asked, and the
// customer's trouble counts as solved.
func TestTheRehearsalPractisesIt(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.training"))
	p.Press(p.Say("training.number-not-registered.title"))
	p.Press(p.Say("desk.main"))
	p.Press(p.Say("fix.register.button"))
	types(p, pin)
	p.Press(p.Say("fix.register.button"))
	p.MustSee("is registered and connected")
	p.Press(p.Say("fix.back"))
	p.Press(p.Say("training.look"))
	p.MustSee(p.Say("training.number-not-registered.solved"))
	p.Press(p.Say("button.back"))
	p.MustSee(fmt.Sprintf("1 of %d solved", len(p.Window.Shell.Practice().Training())))
	if p.Requests.Load() != 0 {
		t.Error("another Meta than that of practice was asked")
	}
}

// TestLeavingFromTheRepairAsksToo: the token of a setup is shown by Meta once.
func TestLeavingFromTheRepairAsksToo(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	atTheRepair(p, "app-not-subscribed", "fix.subscribe.button")
	p.Screen.CloseButton()
	p.MustSee(p.Say("leave.title"))
}

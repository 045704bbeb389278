package handover_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/ui/internal/person"
	"latchkey/ui/widgets"
)

func TestATestMessageIsConfirmedSentAndTold(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	opensHandOver(p)
	p.Press(p.Say("test.main"))
	p.MustSee("order_ready", p.Words.Say("send.text", map[string]string{"Text": "Ihre Bestellung liegt bereit."}))
	before := p.Requests.Load()
	shown := ""
	for typed, says := range map[string]string{"": "recipient.empty", "call me": "recipient.characters", "12": "recipient.length"} {
		typesInto(p, shown, typed)
		p.Press(p.Say("test.send"))
		p.MustSee(p.Say(says))
		shown = typed
	}
	if p.Requests.Load() != before {
		t.Error("Graph was asked before there was a number")
	}
	typesInto(p, shown, "+1 555 0100")
	p.Press(p.Say("test.send"))
	p.MustSee(p.Words.Say("send.accepted", map[string]string{"To": "+15550100"}))
}

// TestNoSecondTestMessageMeanwhile: each reaches a person and is charged.
func TestNoSecondTestMessageMeanwhile(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	opensHandOver(p)
	p.Press(p.Say("test.main"))
	p.Graph.SetFault(sandbox.FaultHang, 0)
	send := func() {
		p.TypeName("+1 555 0100")
		p.Tap(p.Say("test.send"))
	}
	send()
	p.MustSee(p.Say("test.sending"))
	p.Tap(p.Say("button.close"))
	p.Tap(p.Say("test.main"))
	send()
	p.MustSee(p.Say("test.under_way"))
	p.Tap(p.Say("button.close"))
	if sent := p.Writes.Load(); sent > 1 {
		t.Errorf("%d messages were sent", sent)
	}
}

// TestNoTemplateToTestWith: it is said, with Meta's page, and nothing is sent.
func TestNoTemplateToTestWith(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("no-template-to-test", "Shop")
	p.Press(p.Say("saved.hand_over"))
	p.Press(p.Say("test.main"))
	p.MustSee(p.Say("send.no_template"))
	p.Press(p.Say("page." + string(site.PageTemplates)))
	if p.Find(p.Say("test.send")) != nil || p.Writes.Load() != 0 {
		t.Error("it can be sent, or was")
	}
}

// TestAWrongNumberIsSaidOnTop with the focus there, and at the field, to which the line leads.
func TestAWrongNumberIsSaidOnTop(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	opensHandOver(p)
	p.Press(p.Say("test.main"))
	p.TypeName("12")
	p.Key(fyne.KeyReturn)
	if _, ok := p.Screen.Canvas().Focused().(*widgets.TroubleSummary); !ok {
		t.Errorf("the focus is on %T", p.Screen.Canvas().Focused())
	}
	text := p.Text()
	if says := p.Say("recipient.length"); strings.Count(text, says) != 2 || strings.Index(text, says) > strings.Index(text, p.Say("test.text")) {
		t.Errorf("it is not said on top and at the field:\n%s", text)
	}
	p.Press(p.Say("recipient.length"))
	p.TypeName("+1 555 0100") // the focus is on the field
	if p.Press(p.Say("test.send")); p.Sees(p.Say("trouble.summary")) {
		t.Error("the trouble stays")
	}
	p.MustSee(p.Say("test.sent"))
}

// TestTheMainButtonIsWhatHelps after a test message that did not go out; the number stays.
func TestTheMainButtonIsWhatHelps(t *testing.T) {
	const number = "+1 555 0100"
	for name, test := range map[string]struct {
		scenario string
		fault    sandbox.Fault
		title    string
		main     string
		code     string // that support is told; "" for no answer of Graph's
	}{
		"not on the list": {"test-number-only", "", "test.not_sent", "page.api_setup", "Graph code 131030"},
		"too many":        {"ready", sandbox.FaultTooMany, "test.not_sent", "button.try_again", ""},
		"no answer":       {"ready", sandbox.FaultCut, "test.unknown", "button.close", ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := person.Sit(t, person.Habits{})
			p.HasSaved(test.scenario, "Shop")
			p.Press(p.Say("saved.hand_over"))
			p.Press(p.Say("test.main"))
			p.TypeName(number)
			p.Graph.SetFault(test.fault, 0)
			p.Press(p.Say("test.send"))
			p.Graph.SetFault("", 0)
			if p.MainInstruction() != p.Say(test.title) {
				t.Errorf("it is called “%s”", p.MainInstruction())
			}
			pressables := p.Pressables()
			if last := pressables[len(pressables)-1]; last.AccessibilityLabel() != p.Say(test.main) {
				t.Fatalf("the main button is “%s”:\n%s", last.AccessibilityLabel(), p.Text())
			}
			if test.code != "" {
				if p.Sees(test.code) {
					t.Error("the code stands between the words")
				}
				p.Press("+ " + p.Say("button.details"))
				p.MustSee(test.code, "fbtrace_id", " UTC")
			}
			if again := p.Find(p.Say("button.try_again")); again != nil {
				p.Press(p.Say("button.try_again"))
				p.MustSee(p.Say("test.text"))
				if typed := p.Screen.Canvas().Focused().(*widgets.TextEntry).Text; typed != number {
					t.Errorf("the field shows %q", typed)
				}
			}
		})
	}
}

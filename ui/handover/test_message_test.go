package handover_test

import (
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/ui/internal/person"
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

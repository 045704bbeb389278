package handover_test

import (
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/ui/internal/person"
)

func TestATestMessageIsConfirmedSentAndTold(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	opensHandOver(p)
	before := p.Requests.Load()
	p.Press(p.Say("test.main"))
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
	before := p.Requests.Load()
	p.Graph.SetFault(sandbox.FaultHang, 0)
	send := func() {
		p.Tap(p.Say("test.main"))
		p.TypeName("+1 555 0100")
		p.Tap(p.Say("test.send"))
	}
	send()
	p.MustSee(p.Say("test.sending"))
	p.Tap(p.Say("button.close"))
	send()
	p.MustSee(p.Say("test.under_way"))
	p.Tap(p.Say("button.close"))
	if sent := p.Requests.Load() - before; sent > 1 {
		t.Errorf("%d messages were sent", sent)
	}
}

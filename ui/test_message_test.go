package ui_test

import (
	"testing"

	"latchkey/graph/sandbox"
)

func TestATestMessageIsConfirmedSentAndTold(t *testing.T) {
	p := sit(t, habits{})
	p.opensHandOver()
	before := p.requests.Load()
	p.press(p.say("test.main"))
	shown := ""
	for typed, says := range map[string]string{"": "recipient.empty", "call me": "recipient.characters", "12": "recipient.length"} {
		p.typesInto(shown, typed)
		p.press(p.say("test.send"))
		p.mustSee(p.say(says))
		shown = typed
	}
	if p.requests.Load() != before {
		t.Error("Graph was asked before there was a number")
	}
	p.typesInto(shown, "+1 555 0100")
	p.press(p.say("test.send"))
	p.mustSee(p.words.Say("send.accepted", map[string]string{"To": "+15550100"}))
}

// TestNoSecondTestMessageMeanwhile: each reaches a person and is charged.
func TestNoSecondTestMessageMeanwhile(t *testing.T) {
	p := sit(t, habits{})
	p.opensHandOver()
	before := p.requests.Load()
	p.graph.SetFault(sandbox.FaultHang, 0)
	send := func() {
		p.tap(p.say("test.main"))
		p.typeName("+1 555 0100")
		p.tap(p.say("test.send"))
	}
	send()
	p.mustSee(p.say("test.sending"))
	p.tap(p.say("button.close"))
	send()
	p.mustSee(p.say("test.under_way"))
	p.tap(p.say("button.close"))
	if sent := p.requests.Load() - before; sent > 1 {
		t.Errorf("%d messages were sent", sent)
	}
}

package terminal_test

import (
	"testing"

	"latchkey/ui/terminal"
)

// TestAWindowThatHangsIsToldWhereTheNextIsStarted, and another one is offered.
func TestAWindowThatHangsIsToldWhereTheNextIsStarted(t *testing.T) {
	opened := false
	b := newBench(t)
	b.OpenWindow = func(t *terminal.Terminal) error {
		err := t.OpenAnew()
		opened = err == nil
		return err
	}
	b.expect(terminal.ExitFailed, "")
	says(t, b.err.String(), "Latchkey is open already, but its window does not answer.", "latchkey --anew")
	if opened {
		t.Error("a window is opened unasked")
	}
	b.expect(terminal.ExitReady, "", "--anew")
	if !opened {
		t.Error("no window is opened")
	}
	for answer, wanted := range map[string]bool{"y": true, "n": false} {
		b.Prompt = &answers{answer}
		b.run("")
		if opened != wanted {
			t.Errorf("%s: opened %v", answer, opened)
		}
		says(t, b.err.String(), "its window does not answer", "Open another window?")
	}
}

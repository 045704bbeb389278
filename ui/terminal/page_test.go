package terminal_test

import (
	"testing"

	"latchkey/ui/instance"
	"latchkey/ui/terminal"
)

// TestTheWindowIsOpenedAtAPage, and one that is not there is refused with those that are.
func TestTheWindowIsOpenedAtAPage(t *testing.T) {
	opened := "nowhere"
	b := newBench(t)
	b.OpenWindow = func(t *terminal.Terminal) error {
		opened = t.Page
		return nil
	}
	b.expect(terminal.ExitReady, "", "--page", instance.PageCheck)
	if opened != instance.PageCheck {
		t.Errorf("the window is opened at %q", opened)
	}
	opened = "nowhere"
	b.expect(terminal.ExitUsage, "", "--page", "cellar")
	says(t, b.err.String(), "The window cannot be opened at this page. There are: setup, check.")
	if opened != "nowhere" {
		t.Errorf("the window is opened at %q", opened)
	}
}

package tour

import (
	"net/url"
	"strings"
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/ui/theme"
	"latchkey/wizard/setup"
)

// What a person does on the pages of the window. Where the focus stops on its
// way through them:
const (
	bannerStops = 1 // End practice, on every page of the rehearsal
	homeStops   = 2 // Settings and Help, above the cards of Home
	cardStops   = 4 // the buttons of a saved token
)

// practise begins the rehearsal from a Home without saved tokens.
func (w *window) practise() {
	w.t.Helper()
	w.at(say().Say("home.title"))
	w.still(nil)
	w.tab(homeStops + 2)
	w.press("Return")
	w.atStep(setup.StepBusiness)
}

// endPractice presses the button in the banner of the rehearsal.
func (w *window) endPractice() {
	w.t.Helper()
	w.click(-90, 25)
	w.awaits(theme.ColorNameMarker, false)
}

// chooseOwnBusiness answers the first step.
func (w *window) chooseOwnBusiness(stopsBefore int) {
	w.t.Helper()
	w.tab(stopsBefore + 1)
	w.press("space")
}

// openPage presses the button of a trip, the first thing on its page, and returns
// the address that was handed to the browser.
func (w *window) openPage(stopsBefore int) string {
	w.t.Helper()
	w.tab(stopsBefore + 1)
	w.press("space")
	return w.nextOpened()
}

// openSystemUsers is openPage in the rehearsal, where all trips lead to the
// same page.
func (w *window) openSystemUsers(stopsBefore int) string {
	w.t.Helper()
	address := w.openPage(stopsBefore)
	opened, err := url.Parse(address)
	if err != nil || opened.Hostname() != "127.0.0.1" || !strings.HasSuffix(opened.Path, "/settings/system_users") {
		w.t.Fatalf("the button opened %s", address)
	}
	return address
}

// pressMain presses the main button, which every step has at the bottom right.
func (w *window) pressMain() {
	w.t.Helper()
	w.click(-80, -40)
}

// advance presses the main button once for each of the steps that follow.
func (w *window) advance(steps ...setup.Step) {
	w.t.Helper()
	for _, step := range steps {
		w.pressMain()
		w.atStep(step)
	}
}

// enterTo presses Enter and waits for the step that follows.
func (w *window) enterTo(step setup.Step) {
	w.t.Helper()
	w.press("Return")
	w.atStep(step)
}

// enterOpens presses Enter where Meta's page was not opened yet: it opens it. Once it is open,
// Enter goes on.
func (w *window) enterOpens() string {
	w.t.Helper()
	w.press("Return")
	opened := w.nextOpened()
	w.still(nil)
	return opened
}

// back presses the button Back of a step, the second from the end.
func (w *window) back() {
	w.t.Helper()
	w.press("shift+Tab", "shift+Tab", "Return")
}

// paste takes a text from the clipboard into the field with the focus.
func (w *window) paste(text string) {
	w.t.Helper()
	w.copy(text)
	w.press("ctrl+v")
}

// tokenOf is the token of a prepared state of the rehearsal.
func tokenOf(t testing.TB, scenario string) string {
	t.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		t.Fatalf("there is no scenario %s", scenario)
	}
	return found.Token.Reveal()
}

package tour

// What a person does on the pages of the window. Where the focus goes:
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
	w.tab(homeStops + 3)
	w.press("Return")
	w.atStep(1, "step.business.title")
}

// chooseOwnBusiness answers the first step.
func (w *window) chooseOwnBusiness(stopsBefore int) {
	w.t.Helper()
	w.tab(stopsBefore + 1)
	w.press("space")
}

// openPage presses the button of a trip, which comes after "I see something
// else", and returns the address that was handed to the browser.
func (w *window) openPage(stopsBefore int) string {
	w.t.Helper()
	w.tab(stopsBefore + 2)
	w.press("space")
	return w.nextOpened()
}

// pressMain presses the main button, which every step has at the bottom right.
func (w *window) pressMain() {
	w.t.Helper()
	w.click(-80, -40)
}

// back presses the button Back of a step, the third from the end.
func (w *window) back() {
	w.t.Helper()
	w.press("shift+Tab", "shift+Tab", "shift+Tab", "Return")
}

// paste takes a text from the clipboard into the field with the focus.
func (w *window) paste(text string) {
	w.t.Helper()
	w.copy(text)
	w.press("ctrl+v")
}

// goToPaste passes over the first four steps of a rehearsal, whose work at Meta
// is done already.
func (w *window) goToPaste() {
	w.t.Helper()
	w.chooseOwnBusiness(bannerStops)
	for i, title := range []string{"system_user", "assets", "generate", "paste"} {
		w.pressMain()
		w.atStep(i+2, "step."+title+".title")
	}
}

// endPractice presses the button in the banner of the rehearsal.
func (w *window) endPractice() {
	w.t.Helper()
	w.click(-90, 25)
}

package tour

import (
	"testing"

	"latchkey/ui/theme"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

var dark = look{name: "dark", appearance: theme.Dark, textScale: 1, width: 1000, height: 700}

// TestKeysPressedByHabit: neither Enter at a question nor a double click on a main
// button loses a token or passes over a step.
func TestKeysPressedByHabit(t *testing.T) {
	for _, look := range []look{light, dark} {
		t.Run(look.name, func(t *testing.T) {
			d := newDesktop(t)
			w := d.open(look)
			pictures := newAlbum(t, "habits-"+look.name)
			w.practise()
			w.replaceByHabit(pictures)
			w.press("Escape")
			w.at(say().Say("home.saved")) // the old token is listed since it was put back
			w.endPractice()
			w.leaveByHabit(pictures)
			w.close()
		})
	}
}

// replaceByHabit saves a token under a name that stands for another one.
func (w *window) replaceByHabit(pictures *album) {
	w.t.Helper()
	old, token := tokenOf(w.t, "surplus"), tokenOf(w.t, "ready")
	holds := func(what, want string) {
		w.t.Helper()
		eventually(w.t, "the keychain held "+what, func() bool { return w.Lookup(vault.PracticeService, bakeryAccount) == want })
	}
	if _, code := w.ask(old, "secret-tool", "store", "--label", bakeryAccount, "service", vault.PracticeService, "username", bakeryAccount); code != 0 {
		w.t.Fatal("secret-tool keeps nothing")
	}
	w.chooseOwnBusiness(bannerStops)
	w.doubleClickMain()
	w.atStep(setup.StepSystemUser)
	w.still(nil)
	w.atStep(setup.StepSystemUser)
	w.advance(setup.StepAssets, setup.StepGenerate, setup.StepPaste)
	w.paste(token)
	w.press("Return")
	w.atTitle(setup.StepCheck, "verdict.ready.title")
	w.press("Return")
	w.atStep(setup.StepKeep)

	w.press("Return")
	w.awaits(theme.ColorNameToFixBehind, true)
	pictures.take(w, "taken")
	w.press("Return")
	w.awaits(theme.ColorNameToFixBehind, false)
	holds("the old token", old)
	pictures.take(w, "another-name")
	w.press("Escape")

	w.press("Return")
	w.awaits(theme.ColorNameToFixBehind, true)
	w.press("shift+Tab", "space")
	w.atTitle(setup.StepKeep, "kept.title", words.Values{"Name": bakeryAccount})
	holds("the new token", token)
	pictures.take(w, "replaced")
	const copies, test = 3, 1 // before what takes it back
	w.tab(bannerStops + copies + test + 1)
	w.press("space")
	w.atStep(setup.StepKeep)
	holds("the old token again", old)
	pictures.take(w, "undone")
	w.press("Return")
}

// leaveByHabit pastes a token that is not practice, and answers the question whether
// to leave with whatever lies at hand.
func (w *window) leaveByHabit(pictures *album) {
	w.t.Helper()
	w.at(say().Say("home.title"))
	w.still(nil)
	w.tab(homeStops + 1)
	w.press("Return")
	w.atStep(setup.StepBusiness)
	w.chooseOwnBusiness(0)
	w.advance(setup.StepSystemUser, setup.StepAssets, setup.StepGenerate, setup.StepPaste)
	w.press("alt+Left") // while the field has the focus
	w.atStep(setup.StepGenerate)
	w.advance(setup.StepPaste)
	w.paste(tokenOf(w.t, "ready"))
	w.still(nil)
	for _, answer := range []func(){
		func() {
			pictures.take(w, "leave")
			w.press("Return")
		},
		func() { w.press("shift+Tab", "Return") },
		func() {
			w.click(260, 350) // where the dialog is empty
			w.press("Return")
		},
		func() { w.press("Escape") },
	} {
		w.press("Escape")
		w.awaits(theme.ColorNameToFixBehind, true)
		answer()
		w.awaits(theme.ColorNameToFixBehind, false)
		w.atStep(setup.StepPaste)
	}
	w.press("Escape")
	w.awaits(theme.ColorNameToFixBehind, true)
	w.press("shift+Tab", "space")
	w.at(say().Say("home.title"))
}

// doubleClickMain presses the main button twice, as people do who are used to it.
func (w *window) doubleClickMain() {
	w.t.Helper()
	w.do("xdotool", append(w.moveTo(-80, -40), "click", "--repeat", "2", "--delay", "120", "1")...)
	w.moveMouseAside()
}

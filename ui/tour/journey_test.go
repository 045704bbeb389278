package tour

import "testing"

func TestJourney(t *testing.T) {
	d := newDesktop(t)
	w := d.open(light)
	a := newAlbum(t, "light")
	w.at(say().Say("home.title"))
	w.tab(5)
	w.press("Return")
	w.atStep(1, "step.business.title")
	w.tab(2)
	w.press("space")
	w.click(-80, -40)
	w.atStep(2, "step.system_user.title")
	for range 4 {
		w.tab(1)
		a.take(w, "tab")
	}
	w.click(-80, -40)
	w.atStep(3, "step.assets.title")
	w.click(-80, -40)
	w.atStep(4, "step.generate.title")
	w.click(-80, -40)
	w.atStep(5, "step.paste.title")
	a.take(w, "step")
	for range 4 {
		w.tab(1)
		a.take(w, "tab")
	}
	w.press("space")
	a.take(w, "tab")
	w.tab(1)
	a.take(w, "tab")
	w.press("space")
	a.take(w, "tab")
	w.press("Return")
	a.take(w, "tab")
}

package tour

import (
	"strings"
	"testing"

	"latchkey/wizard/setup"
)

// TestClosedHalfWay: a setup that was closed at step 3 goes on there.
func TestClosedHalfWay(t *testing.T) {
	d := newDesktop(t)
	w := d.open(light)
	pictures := newAlbum(t, "resume")
	w.at(say().Say("home.title"))
	w.tab(homeStops + 1)
	w.press("Return")
	w.atStep(setup.StepBusiness)
	w.chooseOwnBusiness(0)
	w.advance(setup.StepSystemUser)
	pictures.take(w, "system-user")
	if address := w.openPage(0); !strings.HasPrefix(address, "https://business.facebook.com/") {
		t.Errorf("the button opened %s", address)
	}
	w.advance(setup.StepAssets)
	w.close()

	again := d.open(light)
	again.at(say().Say("home.title"))
	pictures.take(again, "home")
	again.tab(homeStops + 1)
	again.press("Return")
	again.atStep(setup.StepAssets)
	pictures.take(again, "assign-assets")
	again.close()
}

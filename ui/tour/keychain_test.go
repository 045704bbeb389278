package tour

import (
	"testing"

	"latchkey/ui/theme"
	"latchkey/wizard/setup"
)

// TestKeychainThatCannotKeepAToken: step 1 says so, a page of its own says what helps, and step 1 is
// back as soon as the keychain is as it should be.
func TestKeychainThatCannotKeepAToken(t *testing.T) {
	for _, test := range []struct {
		name    string
		title   string // id of the trouble's words
		desktop func(testing.TB) *desktop
		mend    func(*desktop)
	}{
		{
			name:    "absent",
			title:   "keychain.no_service.title",
			desktop: newDesktopWithoutKeychain,
			mend:    func(d *desktop) { d.StartKeyring() },
		},
		{
			name:  "locked",
			title: "keychain.locked.title",
			desktop: func(t testing.TB) *desktop {
				d := newDesktop(t)
				d.Lock()
				return d
			},
			mend: func(d *desktop) {
				d.KillKeyring()
				d.StartKeyring() // unlocked, as it is after logging in
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := test.desktop(t)
			w := d.open(light)
			pictures := newAlbum(t, "keychain-"+test.name)
			w.practise()
			w.awaits(theme.ColorNameToFixBehind, true)
			w.chooseOwnBusiness(bannerStops)
			pictures.take(w, "business")
			w.pressMain()
			w.atTitle(setup.StepBusiness, test.title)
			pictures.take(w, "trouble")

			test.mend(d)
			w.advance(setup.StepBusiness, setup.StepSystemUser)
			w.close()
		})
	}
}

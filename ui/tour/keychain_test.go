package tour

import (
	"testing"

	"latchkey/ui/theme"
	"latchkey/wizard/setup"
)

// TestKeychainThatCannotKeepAToken: step 1 says so and waits, and goes on as
// soon as the keychain is as it should be.
func TestKeychainThatCannotKeepAToken(t *testing.T) {
	for _, test := range []struct {
		name    string
		desktop func(testing.TB) *desktop
		mend    func(*desktop)
	}{
		{
			name:    "absent",
			desktop: newDesktopWithoutKeychain,
			mend:    func(d *desktop) { d.StartKeyring() },
		},
		{
			name: "locked",
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
			w.chooseOwnBusiness(bannerStops + 1) // Try again stands before the answers
			pictures.take(w, "business")
			w.pressMain()
			pictures.take(w, "still-business")
			w.atStep(setup.StepBusiness)

			test.mend(d)
			w.advance(setup.StepSystemUser)
			w.close()
		})
	}
}

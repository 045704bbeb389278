package tour

import (
	"testing"

	"latchkey/ui/theme"
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
			w.chooseOwnBusiness(bannerStops)
			w.awaits(theme.ColorNameToFixBehind, true)
			pictures.take(w, "business")
			w.pressMain()
			pictures.take(w, "still-business")
			w.atStep(1, "step.business.title")

			test.mend(d)
			w.pressMain()
			w.atStep(2, "step.system_user.title")
			w.close()
		})
	}
}

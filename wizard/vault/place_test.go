//go:build linux

package vault

import "testing"

func TestPlaceOf(t *testing.T) {
	for program, want := range map[string]Place{
		"gnome-keyring-d": GNOMEKeyring, "kwalletd5": KWallet, "kwalletd6": KWallet, "ksecretd": KWallet,
		"keepassxc": KeePassXC, "pass_secret_ser": SecretService,
	} {
		if got := placeOf(program); got != want {
			t.Errorf("%s: %s, want %s", program, got, want)
		}
	}
}

package vault

import "context"

// Place is a kind of keychain.
type Place string

// The places there are.
const (
	GNOMEKeyring      Place = "gnome-keyring"
	KWallet           Place = "kwallet"
	KeePassXC         Place = "keepassxc"
	SecretService     Place = "secret-service" // another, or one that is not running yet
	MacOSKeychain     Place = "macos-keychain"
	CredentialManager Place = "windows-credential-manager"
	Elsewhere         Place = "elsewhere" // not the system's keychain
)

// AllPlaces lists the kinds of keychain.
func AllPlaces() []Place {
	return []Place{
		GNOMEKeyring, KWallet, KeePassXC, SecretService, MacOSKeychain, CredentialManager, Elsewhere,
	}
}

// placed is a Keychain that can say what it is.
type placed interface {
	Place(ctx context.Context) Place
}

// Where returns what kind of keychain tokens go to. It may ask the session bus
// and so wait a little.
func (v *Vault) Where(ctx context.Context) Place {
	if known, ok := v.keychain.(placed); ok {
		return known.Place(ctx)
	}
	return Elsewhere
}

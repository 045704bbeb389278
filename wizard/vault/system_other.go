//go:build !((dragonfly && cgo) || (freebsd && cgo) || linux || netbsd || openbsd)

package vault

import (
	"context"
	"runtime"
)

// System returns this system's own keychain: Keychain on macOS, Credential
// Manager on Windows.
func System() Keychain { return systemKeychain{} }

type systemKeychain struct{ keyringCalls }

// Place returns what kind of keychain this is.
func (systemKeychain) Place(context.Context) Place {
	switch runtime.GOOS {
	case "darwin":
		return MacOSKeychain
	case "windows":
		return CredentialManager
	}
	return Elsewhere
}

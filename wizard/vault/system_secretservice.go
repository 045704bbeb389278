//go:build (dragonfly && cgo) || (freebsd && cgo) || linux || netbsd || openbsd

package vault

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	secretsName     = "org.freedesktop.secrets"
	secretsPath     = dbus.ObjectPath("/org/freedesktop/secrets")
	secretsService  = "org.freedesktop.Secret.Service"
	lockedProperty  = "org.freedesktop.Secret.Collection.Locked"
	loginCollection = dbus.ObjectPath("/org/freedesktop/secrets/collection/login")

	// askPatience bounds the questions below, which no person has to answer.
	askPatience = 5 * time.Second

	// quickerThanAPerson is under what it takes to see a prompt and dismiss it:
	// a prompt that ends within it was never shown.
	quickerThanAPerson = 300 * time.Millisecond
)

// System returns this system's own keychain: what answers to
// org.freedesktop.secrets on the session bus, through go-keyring.
//
// go-keyring says "failed to unlock correct collection" for three different
// things, which need three different acts of a person; the calls here tell them
// apart.
func System() Keychain { return systemKeychain{} }

type systemKeychain struct{ calls keyringCalls }

func (k systemKeychain) Set(service, account, secret string) error {
	_, err := k.ask(func() (string, error) { return "", k.calls.Set(service, account, secret) })
	return err
}

func (k systemKeychain) Get(service, account string) (string, error) {
	return k.ask(func() (string, error) { return k.calls.Get(service, account) })
}

func (k systemKeychain) Delete(service, account string) error {
	_, err := k.ask(func() (string, error) { return "", k.calls.Delete(service, account) })
	return err
}

func (k systemKeychain) ask(call func() (string, error)) (string, error) {
	if err := sessionBusRuns(); err != nil {
		return "", err
	}
	began := time.Now()
	secret, err := call()
	if err == nil || !strings.Contains(err.Error(), "failed to unlock correct collection") {
		return secret, err
	}
	shown := time.Since(began) > quickerThanAPerson
	there, locked, lookErr := lookAtCollection()
	switch {
	case lookErr != nil:
		return "", lookErr
	case !there:
		return "", &Error{Reason: NoCollection, Err: err}
	case !locked:
		// It was unlocked, and go-keyring took another signal for the answer.
		return call()
	case shown:
		return "", &Error{Reason: Refused, Err: err}
	}
	return "", &Error{Reason: Locked, Err: err}
}

// sessionBusRuns keeps go-keyring from starting a session bus of its own with
// dbus-launch: a keychain on a bus that nobody else is on helps nobody.
func sessionBusRuns() error {
	bus, err := dbus.SessionBusPrivateNoAutoStartup()
	if err != nil {
		return &Error{Reason: NoService, Err: fmt.Errorf("no session bus: %w", err)}
	}
	return bus.Close()
}

// sessionBus returns a connection of its own, which ctx bounds: the one
// go-keyring shares with the window's toolkit must not be closed.
func sessionBus(ctx context.Context) (*dbus.Conn, error) {
	bus, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	if err = bus.Auth(nil); err == nil {
		err = bus.Hello()
	}
	if err != nil {
		_ = bus.Close()
		return nil, err
	}
	return bus, nil
}

// lookAtCollection tells whether the collection go-keyring uses is there, and
// whether it is locked: the one called login, else the default one.
func lookAtCollection() (there, locked bool, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), askPatience)
	defer cancel()
	bus, err := sessionBus(ctx)
	if err != nil {
		return false, false, err
	}
	defer bus.Close()
	collections, err := property[[]dbus.ObjectPath](ctx, bus.Object(secretsName, secretsPath), secretsService+".Collections")
	if err != nil {
		return false, false, err
	}
	used := loginCollection
	if !slices.Contains(collections, used) {
		service := bus.Object(secretsName, secretsPath)
		if err := service.CallWithContext(ctx, secretsService+".ReadAlias", 0, "default").Store(&used); err != nil {
			return false, false, err
		}
	}
	if used == "/" {
		return false, false, nil
	}
	locked, err = property[bool](ctx, bus.Object(secretsName, used), lockedProperty)
	return true, locked, err
}

func property[T any](ctx context.Context, object dbus.BusObject, name string) (T, error) {
	var value T
	dot := strings.LastIndexByte(name, '.')
	call := object.CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, name[:dot], name[dot+1:])
	var variant dbus.Variant
	if err := call.Store(&variant); err != nil {
		return value, err
	}
	value, ok := variant.Value().(T)
	if !ok {
		return value, errors.New("unexpected type of " + name)
	}
	return value, nil
}

// Place returns which program keeps the secrets, by the name of the process
// that owns the bus name. In a sandbox that name cannot be seen.
func (systemKeychain) Place(ctx context.Context) Place {
	ctx, cancel := context.WithTimeout(ctx, askPatience)
	defer cancel()
	bus, err := sessionBus(ctx)
	if err != nil {
		return SecretService
	}
	defer bus.Close()
	var process uint32
	call := bus.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.GetConnectionUnixProcessID", 0, secretsName)
	if call.Store(&process) != nil {
		return SecretService
	}
	program, err := os.ReadFile(filepath.Join("/proc", fmt.Sprint(process), "comm"))
	if err != nil {
		return SecretService
	}
	return placeOf(strings.TrimSpace(string(program)))
}

// placeOf knows the processes by what the kernel calls them, which is at most
// 15 characters.
func placeOf(program string) Place {
	switch {
	case strings.HasPrefix(program, "gnome-keyring"):
		return GNOMEKeyring
	case strings.HasPrefix(program, "kwalletd"), program == "ksecretd":
		return KWallet
	case strings.HasPrefix(program, "keepassxc"):
		return KeePassXC
	}
	return SecretService
}

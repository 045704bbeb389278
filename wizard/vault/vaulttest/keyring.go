package vaulttest

import (
	"context"
	"os/exec"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"
)

// StartKeyring starts gnome-keyring with an unlocked login collection. It can
// be called again after KillKeyring.
func (s *Session) StartKeyring() {
	s.t.Helper()
	// An empty password would make no collection.
	s.startKeyring("test", "--unlock")
	s.waitUntil("the login collection was there and unlocked", func(ctx context.Context) bool {
		return slices.Contains(s.collections(ctx), loginPath) && !s.isLocked(ctx, loginPath)
	})
}

// StartKeyringWithoutCollection starts gnome-keyring as on an account on which
// no keyring was ever made.
func (s *Session) StartKeyringWithoutCollection() {
	s.t.Helper()
	s.startKeyring("")
}

func (s *Session) startKeyring(password string, options ...string) {
	s.t.Helper()
	s.keyring = exec.Command("gnome-keyring-daemon", append(options, "--components=secrets", "--foreground")...)
	s.keyring.Stdin = strings.NewReader(password)
	s.start(s.keyring)
	s.waitUntil("gnome-keyring was on the bus", func(ctx context.Context) bool {
		var owned bool
		err := s.bus.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.NameHasOwner", 0, secretsName).Store(&owned)
		return err == nil && owned
	})
}

// KillKeyring ends gnome-keyring as a crash would.
func (s *Session) KillKeyring() {
	s.t.Helper()
	stop(s.keyring)
}

// Lock locks the login collection.
func (s *Session) Lock() {
	s.t.Helper()
	var locked []dbus.ObjectPath
	var prompt dbus.ObjectPath
	call := s.bus.Object(secretsName, secretsPath).
		Call("org.freedesktop.Secret.Service.Lock", 0, []dbus.ObjectPath{loginPath})
	if err := call.Store(&locked, &prompt); err != nil {
		s.t.Fatalf("lock the keyring: %v", err)
	}
	s.waitUntil("the keyring was locked", func(ctx context.Context) bool { return s.isLocked(ctx, loginPath) })
}

// Lookup returns what secret-tool, a program that knows nothing of Latchkey,
// finds under service and name: "" for nothing.
func (s *Session) Lookup(service, name string) string {
	s.t.Helper()
	tool := exec.Command("secret-tool", "lookup", "service", service, "username", name)
	tool.Env = s.Env
	found, err := tool.Output()
	if err != nil && tool.ProcessState.ExitCode() != 1 {
		s.t.Fatalf("secret-tool: %v", err)
	}
	return strings.TrimSuffix(string(found), "\n")
}

func (s *Session) collections(ctx context.Context) []dbus.ObjectPath {
	paths, _ := s.property(ctx, secretsPath, "org.freedesktop.Secret.Service", "Collections").([]dbus.ObjectPath)
	return paths
}

// isLocked also says yes while the collection is not there.
func (s *Session) isLocked(ctx context.Context, collection dbus.ObjectPath) bool {
	locked, known := s.property(ctx, collection, "org.freedesktop.Secret.Collection", "Locked").(bool)
	return locked || !known
}

func (s *Session) property(ctx context.Context, path dbus.ObjectPath, of, name string) any {
	var value dbus.Variant
	call := s.bus.Object(secretsName, path).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, of, name)
	if call.Store(&value) != nil {
		return nil
	}
	return value.Value()
}

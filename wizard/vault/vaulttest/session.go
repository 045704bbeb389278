// Package vaulttest has keychains for tests. Memory is one in memory. Session
// starts a real one: a D-Bus session of its own with a gnome-keyring or a
// KeePassXC of its own, in a home of its own, so that nothing of the person
// running the tests is touched.
//
// go-keyring keeps one D-Bus connection per process. A test that uses more than
// one session, or breaks one, does it in a child process given Session.Env.
package vaulttest

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	secretsName = "org.freedesktop.secrets"
	secretsPath = dbus.ObjectPath("/org/freedesktop/secrets")
	loginPath   = dbus.ObjectPath("/org/freedesktop/secrets/collection/login")
	defaultPath = dbus.ObjectPath("/org/freedesktop/secrets/aliases/default")

	// patience is far above what starting anything here takes.
	patience = 20 * time.Second
)

// Session is a D-Bus session, ended with the test.
type Session struct {
	// Env is the environment for programs that are to live in the session: this
	// process's, with home, folders and bus replaced and no display.
	Env []string
	// Home is the session's home folder, empty at first.
	Home string

	t       testing.TB
	bus     *dbus.Conn
	keyring *exec.Cmd
}

// Start starts a session in which nothing keeps secrets yet. Where the needed
// programs are missing the test fails on Linux, and is skipped elsewhere.
func Start(t testing.TB) *Session {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("gnome-keyring and its D-Bus session are a Linux desktop's")
	}
	// Not t.TempDir: the path of a socket has room for 107 characters.
	home, err := os.MkdirTemp("", "session-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(home) })
	session := &Session{t: t, Home: home}
	session.need("dbus-daemon", "gnome-keyring-daemon", "secret-tool")
	session.Env = session.environment(session.startBus())
	session.connect()
	return session
}

func (s *Session) need(programs ...string) {
	s.t.Helper()
	for _, program := range programs {
		if _, err := exec.LookPath(program); err != nil {
			s.t.Fatalf("%s is not installed: run `make test`, which installs what the tests need", program)
		}
	}
}

// startBus starts a bus that starts nothing by itself: with the usual
// configuration, asking for secrets would start the computer's own keychain.
func (s *Session) startBus() (address string) {
	s.t.Helper()
	config := filepath.Join(s.Home, "bus.conf")
	s.write(config, `<busconfig><type>session</type><listen>unix:path=`+s.Home+`/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`)
	daemon := exec.Command("dbus-daemon", "--config-file="+config, "--nofork", "--print-address")
	output, err := daemon.StdoutPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	s.start(daemon)
	address, err = bufio.NewReader(output).ReadString('\n')
	if err != nil {
		s.t.Fatalf("dbus-daemon gave no address: %v", err)
	}
	return strings.TrimSpace(address)
}

func (s *Session) environment(address string) []string {
	replaced := map[string]string{
		"HOME":                     s.Home,
		"XDG_CONFIG_HOME":          filepath.Join(s.Home, "config"),
		"XDG_DATA_HOME":            filepath.Join(s.Home, "data"),
		"XDG_CACHE_HOME":           filepath.Join(s.Home, "cache"),
		"XDG_RUNTIME_DIR":          filepath.Join(s.Home, "run"),
		"DBUS_SESSION_BUS_ADDRESS": address,
		"DISPLAY":                  "",
		"WAYLAND_DISPLAY":          "",
		"GNOME_KEYRING_CONTROL":    "",
		// A bare system has the POSIX locale, in which secret-tool refuses "Café".
		"LC_ALL": "C.UTF-8",
	}
	var env []string
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if _, ours := replaced[name]; !ours {
			env = append(env, variable)
		}
	}
	for name, value := range replaced {
		if strings.HasPrefix(name, "XDG_") {
			if err := os.MkdirAll(value, 0o700); err != nil {
				s.t.Fatal(err)
			}
		}
		if value != "" {
			env = append(env, name+"="+value)
		}
	}
	return env
}

func (s *Session) connect() {
	s.t.Helper()
	var address string
	for _, variable := range s.Env {
		if value, ok := strings.CutPrefix(variable, "DBUS_SESSION_BUS_ADDRESS="); ok {
			address = value
		}
	}
	bus, err := dbus.Connect(address)
	if err != nil {
		s.t.Fatalf("connect to the test's bus: %v", err)
	}
	s.bus = bus
	s.t.Cleanup(func() { _ = bus.Close() })
}

// start runs a program until the test ends, in the session's environment and
// its own.
func (s *Session) start(program *exec.Cmd) {
	s.t.Helper()
	if s.Env != nil {
		program.Env = append(slices.Clip(s.Env), program.Env...)
	}
	if err := program.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { stop(program) })
}

func stop(program *exec.Cmd) {
	if program.ProcessState == nil {
		_ = program.Process.Kill()
		_ = program.Wait()
	}
}

// waitUntil asks done again and again until it says yes.
func (s *Session) waitUntil(what string, done func(ctx context.Context) bool) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	again := time.NewTicker(5 * time.Millisecond)
	defer again.Stop()
	for !done(ctx) {
		select {
		case <-again.C:
		case <-ctx.Done():
			s.t.Fatalf("waited %v until %s", patience, what)
		}
	}
}

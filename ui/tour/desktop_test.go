package tour

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"latchkey/wizard/vault/vaulttest"
)

// needed are the programs that the tour starts.
var needed = []string{"Xvfb", "openbox", "xdotool", "xclip", "import", "xdg-open"}

// desktop is a person's: a screen with a window manager, a session with a
// keychain, a clipboard, and a browser to open pages with.
type desktop struct {
	*vaulttest.Session
	t      testing.TB
	env    []string
	opened chan string // addresses handed to the browser
}

// newDesktop starts a desktop whose keychain is unlocked.
func newDesktop(t testing.TB) *desktop {
	t.Helper()
	d := newDesktopWithoutKeychain(t)
	d.StartKeyring()
	return d
}

// newDesktopWithoutKeychain starts a desktop on which nothing keeps secrets.
func newDesktopWithoutKeychain(t testing.TB) *desktop {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("Xvfb and gnome-keyring are a Linux desktop's")
	}
	for _, program := range needed {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is not installed: run `make test`, which installs what the tests need", program)
		}
	}
	d := &desktop{Session: vaulttest.Start(t), t: t}
	d.env = d.Env
	d.env = append(d.env, "DISPLAY="+d.startScreen(),
		"LIBGL_ALWAYS_SOFTWARE=1",
		"LC_ALL=C.UTF-8",
		"XDG_CURRENT_DESKTOP=X-Generic", // or xdg-open asks the desktop of the person running the tests
	)
	d.start(exec.Command("openbox"))
	eventually(t, "the window manager answered", func() bool {
		_, code := d.ask("", "xdotool", "get_desktop")
		return code == 0
	})
	d.installBrowser()
	return d
}

// startScreen starts an X server, with what else it is told, and lets it choose its
// number.
func (d *desktop) startScreen(arguments ...string) (display string) {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = read.Close() }()
	server := exec.Command("Xvfb", append(arguments, "-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp",
		// Else the server starts anew when its first client leaves, and takes the
		// window manager with it.
		"-noreset")...)
	server.ExtraFiles = []*os.File{write}
	d.start(server)
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		d.t.Fatalf("Xvfb gave no display: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// installBrowser makes the browser that pages are opened with here: it hands
// their addresses to the test.
func (d *desktop) installBrowser() {
	d.t.Helper()
	pipe := filepath.Join(d.Home, "opened")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		d.t.Fatal(err)
	}
	browser := filepath.Join(d.Home, "browser")
	d.write(browser, "#!/bin/sh\nprintf '%s\\n' \"$1\" > '"+pipe+"'\n", 0o700)
	d.write(filepath.Join(d.Home, "data", "applications", "browser.desktop"),
		"[Desktop Entry]\nType=Application\nName=Browser\nExec="+browser+" %u\n", 0o600)
	d.write(filepath.Join(d.Home, "config", "mimeapps.list"),
		"[Default Applications]\nx-scheme-handler/http=browser.desktop\nx-scheme-handler/https=browser.desktop\n", 0o600)

	// Open for both, or reading would end with the first address.
	addresses, err := os.OpenFile(pipe, os.O_RDWR, 0)
	if err != nil {
		d.t.Fatal(err)
	}
	d.opened = make(chan string, 10)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for lines := bufio.NewScanner(addresses); lines.Scan(); {
			d.opened <- lines.Text()
		}
	}()
	d.t.Cleanup(func() {
		_ = addresses.Close()
		<-ended
	})
}

// nextOpened waits for the next address handed to the browser.
func (d *desktop) nextOpened() string {
	d.t.Helper()
	select {
	case address := <-d.opened:
		return address
	case <-time.After(patience):
		d.t.Fatal("no page was opened in the browser")
		return ""
	}
}

// write writes a file, with the folders it needs.
func (d *desktop) write(path, text string, mode os.FileMode) {
	d.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		d.t.Fatal(err)
	}
}

// copy puts a text on the clipboard, as another program would.
func (d *desktop) copy(text string) {
	d.t.Helper()
	holder := exec.Command("xclip", "-quiet", "-selection", "clipboard")
	holder.Stdin = strings.NewReader(text)
	d.start(holder)
	eventually(d.t, "the clipboard held what was copied", func() bool { return d.clipboard() == text })
}

// clipboard returns what is on the clipboard; "" too when nobody owns it.
func (d *desktop) clipboard() string {
	d.t.Helper()
	content, _ := d.ask("", "xclip", "-selection", "clipboard", "-out")
	return content
}

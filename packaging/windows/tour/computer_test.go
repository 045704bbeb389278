package tour

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// computer is Windows, as Wine plays it: a disk, a registry, a screen.
type computer struct {
	prefix  string // Wine's folder
	env     []string
	started []*exec.Cmd
}

const wine, wineserver = "/usr/lib/wine/wine64", "/usr/lib/wine/wineserver64"

// startComputer sets up a Windows on which nothing was installed yet.
func startComputer() (*computer, error) {
	c := &computer{prefix: filepath.Join(work, "wine")}
	home := filepath.Join(work, "home")
	for _, folder := range []string{c.prefix, home} {
		if err := os.RemoveAll(folder); err != nil {
			return c, err
		}
	}
	for _, folder := range []string{c.prefix, home, pictures} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return c, err
		}
	}
	c.env = append(os.Environ(), "WINEPREFIX="+c.prefix, "HOME="+home, "WINEDEBUG=-all", "LIBGL_ALWAYS_SOFTWARE=1", "LC_ALL=C.UTF-8",
		"WINEDLLOVERRIDES=winemenubuilder.exe,mscoree,mshtml=d", // no entries in the menus of this computer
		"https_proxy=http://127.0.0.1:9")                        // where nobody listens: Meta is not reached
	display, err := c.startScreen()
	if err != nil {
		return c, err
	}
	c.env = append(c.env, "DISPLAY="+display)
	if err := c.background("openbox"); err != nil {
		return c, err
	}
	for _, command := range [][]string{{wineserver, "-p"}, {wine, "wineboot", "-i"}} {
		if output, code := c.ask("", command...); code != 0 {
			return c, fmt.Errorf("%v ended with %d: %s", command, code, output)
		}
	}
	if output, code := c.windows("", "winecfg", "-v", "win10"); code != 0 {
		return c, fmt.Errorf("winecfg ended with %d: %s", code, output)
	}
	return c, c.compile()
}

// compile makes what Wine lacks and what the tests look into Windows with.
func (c *computer) compile() error {
	system := filepath.Join(c.prefix, "drive_c", "windows", "system32")
	for _, command := range []string{
		"-shared -o " + system + "/bcryptprimitives.dll testdata/bcryptprimitives.c -ladvapi32",
		"-municode -o " + system + "/credential.exe testdata/credential.c -ladvapi32",
	} {
		if output, err := exec.Command("x86_64-w64-mingw32-gcc", strings.Fields(command)...).CombinedOutput(); err != nil {
			return fmt.Errorf("gcc %s: %w\n%s", command, err, output)
		}
	}
	return nil
}

func (c *computer) startScreen() (display string, err error) {
	number := filepath.Join(work, "display")
	_ = os.Remove(number)
	// Without -noreset it starts anew whenever the last window has gone.
	server := []string{"-c", `exec Xvfb -displayfd 3 -screen 0 1200x800x24 -nolisten tcp -noreset 3>"$0"`, number}
	if err := c.background("sh", server...); err != nil {
		return "", err
	}
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if shown, _ := os.ReadFile(number); strings.HasSuffix(string(shown), "\n") {
			return ":" + strings.TrimSpace(string(shown)), nil
		}
	}
	return "", errors.New("the screen did not start")
}

// background starts a program of this computer that runs until the tests end, however
// they do.
func (c *computer) background(program string, arguments ...string) error {
	command := exec.Command("setpriv", append([]string{"--pdeathsig", "KILL", program}, arguments...)...)
	command.Env = c.env
	c.started = append(c.started, command)
	return command.Start()
}

// end ends Wine of this prefix and the screen, and waits for them.
func (c *computer) end() {
	if c.env != nil {
		_, _ = c.ask("", wineserver, "-k")
		_, _ = c.ask("", wineserver, "-w")
	}
	for _, command := range c.started {
		if command.Process != nil {
			_ = command.Process.Kill()
			_ = command.Wait()
		}
	}
}

// ask runs a program of this computer and returns what it printed, its errors where it
// printed nothing else, and its exit code.
func (c *computer) ask(input string, command ...string) (output string, code int) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	started := exec.CommandContext(ctx, command[0], command[1:]...)
	started.Env = c.env
	started.Stdin = strings.NewReader(input)
	var printed, complaints bytes.Buffer
	started.Stdout, started.Stderr = &printed, &complaints
	started.WaitDelay = time.Second // Wine's own servers keep a stream open
	err := started.Run()
	code = started.ProcessState.ExitCode()
	if err != nil && code == 0 && ctx.Err() != nil {
		code = -1
	}
	if printed.Len() == 0 {
		printed = complaints
	}
	return strings.TrimSpace(strings.ReplaceAll(printed.String(), "\r\n", "\n")), code
}

// windows runs a program of Windows. Of its exit code Wine hands on the lowest eight
// bits.
func (c *computer) windows(input string, command ...string) (output string, code int) {
	return c.ask(input, append([]string{wine}, command...)...)
}

// must runs a program of Windows that has to end well.
func (c *computer) must(t testing.TB, command ...string) string {
	t.Helper()
	output, code := c.windows("", command...)
	if code != 0 {
		t.Fatalf("%v ended with %d: %s", command, code, output)
	}
	return output
}

// begin starts a program of Windows and returns at once.
func (c *computer) begin(t testing.TB, command ...string) *exec.Cmd {
	t.Helper()
	started := exec.Command(wine, command...)
	started.Env = c.env
	if err := started.Start(); err != nil {
		t.Fatal(err)
	}
	return started
}

// registry returns the values of a key of the registry, nil where there is no such key.
func (c *computer) registry(key string) map[string]entry {
	output, code := c.windows("", "reg", "query", key)
	if code != 0 {
		return nil
	}
	found := map[string]entry{}
	for line := range strings.Lines(output) {
		if fields := strings.SplitN(strings.TrimSpace(line), "    ", 3); len(fields) > 1 {
			found[fields[0]] = entry{fields[1], strings.Join(fields[2:], "")}
		}
	}
	return found
}

// entry is a value of the registry.
type entry struct{ kind, text string }

// set writes a value of the registry.
func (c *computer) set(t testing.TB, key, name, kind, value string) {
	t.Helper()
	c.must(t, "reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f")
}

// path is where a file of the person's is on this computer, such as
// AppData/Roaming/latchkey.
func (c *computer) path(parts ...string) string {
	users := filepath.Join(c.prefix, "drive_c", "users")
	entries, _ := os.ReadDir(users)
	for _, entry := range entries {
		if entry.Name() != "Public" {
			return filepath.Join(append([]string{users, entry.Name()}, parts...)...)
		}
	}
	return users
}

// named is how Windows names a file of the disk C.
func (c *computer) named(path string) string {
	inside, _ := filepath.Rel(filepath.Join(c.prefix, "drive_c"), path)
	return `C:\` + strings.ReplaceAll(inside, "/", `\`)
}

// files lists the files below a folder, with their folders left out.
func files(folder string) []string {
	found := []string{}
	_ = filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			inside, _ := filepath.Rel(folder, path)
			found = append(found, filepath.ToSlash(inside))
		}
		return nil
	})
	return found
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

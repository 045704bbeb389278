package tour

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// settling is a little more than the moment in which a new page does not hear its
// main button.
const settling = 700 * time.Millisecond

// picture keeps what the screen shows, once it stands still for a moment.
func (c *computer) picture(name string) {
	var last string
	for range 20 {
		shown, _ := c.ask("", "import", "-window", "root", "ppm:-")
		if shown == last {
			break
		}
		last = shown
		time.Sleep(settling)
	}
	_, _ = c.ask("", "import", "-window", "root", filepath.Join(pictures, name+".png"))
}

// window waits for a window whose title ends so, but for spaces, and brings it to the
// front.
func (c *computer) window(t testing.TB, ending string) (id string) {
	t.Helper()
	eventually(t, "there was a window “"+ending+"”", func() bool {
		id = c.visible(ending)
		return id != ""
	})
	c.xdotool(t, "windowactivate", "--sync", id)
	return id
}

// visible is the window that is shown whose title ends so, "" where none is.
func (c *computer) visible(ending string) (id string) {
	found, _ := c.ask("", "xdotool", "search", "--onlyvisible", "--name", ending+" *$")
	id, _, _ = strings.Cut(found, "\n")
	return id
}

func (c *computer) xdotool(t testing.TB, arguments ...string) string {
	t.Helper()
	output, code := c.ask("", append([]string{"xdotool"}, arguments...)...)
	if code != 0 {
		t.Fatalf("xdotool %v: %s", arguments, output)
	}
	return output
}

// press types keys after a look at what is shown.
func (c *computer) press(t testing.TB, keys ...string) {
	t.Helper()
	time.Sleep(settling)
	c.xdotool(t, append([]string{"key", "--delay", "60"}, keys...)...)
}

// latchkey is Latchkey's window.
type latchkey struct {
	t  testing.TB
	id string
}

// at waits until the page with this title is shown.
func (w latchkey) at(page string) {
	w.t.Helper()
	want := say().Say("app.title", words.Values{"Page": page})
	got := ""
	eventually(w.t, "the window said “"+want+"”", func() bool {
		got, _ = pc.ask("", "xdotool", "getwindowname", w.id)
		return got == want
	})
}

func (w latchkey) atStep(step setup.Step, id string, values ...words.Values) {
	w.t.Helper()
	w.at(say().Say("step.of", words.Values{"Step": fmt.Sprint(int(step))}) + ": " + say().Say(id, values...))
}

// pressMain presses the main button, at the bottom right.
func (w latchkey) pressMain() {
	w.t.Helper()
	var x, y, width, height, screen int
	for line := range strings.Lines(pc.xdotool(w.t, "getwindowgeometry", "--shell", w.id)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		into := map[string]*int{"X": &x, "Y": &y, "WIDTH": &width, "HEIGHT": &height, "SCREEN": &screen}[name]
		if into != nil {
			_, _ = fmt.Sscan(value, into)
		}
	}
	time.Sleep(settling)
	pc.xdotool(w.t, "mousemove", "--window", w.id, fmt.Sprint(width-80), fmt.Sprint(height-40), "click", "1")
	pc.xdotool(w.t, "mousemove", "--window", w.id, "5", fmt.Sprint(height-5))
}

// close closes the window as a person does, and waits until the program has ended.
func (w latchkey) close() {
	w.t.Helper()
	pc.press(w.t, "alt+F4")
	eventually(w.t, "the program ended", func() bool {
		running, _ := pc.windows("", "tasklist")
		return !strings.Contains(running, "Latchkey.exe")
	})
}

// copied puts a text on the clipboard, until the test ends.
func (c *computer) copied(t testing.TB, text string) {
	t.Helper()
	holder := exec.Command("xclip", "-quiet", "-selection", "clipboard")
	holder.Env, holder.Stdin = c.env, strings.NewReader(text)
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = holder.Process.Kill()
		_ = holder.Wait()
	})
	eventually(t, "the clipboard held what was copied", func() bool {
		held, _ := c.ask("", "xclip", "-selection", "clipboard", "-out")
		return held == text
	})
}

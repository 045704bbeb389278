package tour

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"latchkey/ui/theme"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// look is how a person has the window set.
type look struct {
	name          string
	appearance    theme.Appearance
	textScale     float64
	width, height int
}

var light = look{name: "light", appearance: theme.Light, textScale: 1, width: 1000, height: 700}

// window is Latchkey's, with the process behind it.
type window struct {
	*desktop
	*process
	look look
	id   string
	seen time.Time // when the page that is shown was first seen
}

// settling is a little more than the moment in which a new page does not hear its
// main button.
const settling = 600 * time.Millisecond

// open starts Latchkey and waits for its window.
func (d *desktop) open(look look) *window {
	d.t.Helper()
	path, err := program()
	if err != nil {
		d.t.Fatal(err)
	}
	d.write(filepath.Join(d.Home, "config", "fyne", "app.latchkey.Latchkey", "preferences.json"),
		fmt.Sprintf(`{"appearance":%d,"text_scale":%v}`, look.appearance, look.textScale), 0o600)
	w := &window{desktop: d, look: look, process: d.start(exec.Command(path))}
	eventually(d.t, "the window was there", func() bool {
		found, _ := d.ask("", "xdotool", "search", "--onlyvisible", "--name", say().Say("app.name")+"$")
		w.id = strings.TrimSpace(found)
		return w.id != "" && !strings.Contains(w.id, "\n")
	})
	d.do("xdotool", "windowactivate", "--sync", w.id)
	d.t.Cleanup(w.keepLastPicture)
	w.awaits(theme.ColorNameAccent, true) // until it has painted itself, it gives itself its size
	eventually(d.t, "the window had its size", func() bool {
		d.do("xdotool", "windowsize", w.id, fmt.Sprint(look.width), fmt.Sprint(look.height), "windowmove", w.id, "40", "40")
		size := fmt.Sprintf("WIDTH=%d\nHEIGHT=%d\n", look.width, look.height)
		return strings.Contains(d.do("xdotool", "getwindowgeometry", "--shell", w.id), size)
	})
	w.moveMouseAside()
	return w
}

// keepLastPicture shows where a test failed.
func (w *window) keepLastPicture() {
	if !w.t.Failed() || !w.running() {
		return
	}
	file := filepath.Join(failures, strings.ReplaceAll(w.t.Name(), "/", "-")+".png")
	w.write(file, string(w.picture()), 0o644)
	w.t.Log("what the window showed then is in", file)
}

// close closes the window as a person does, and waits until the program has
// ended.
func (w *window) close() {
	w.t.Helper()
	if settling, err := time.ParseDuration(os.Getenv("LATCHKEY_SETTLING")); err == nil {
		time.Sleep(settling) // whoever measures the window's memory asks for it
	}
	w.press("alt+F4")
	select {
	case <-w.ended:
		if w.err != nil {
			w.t.Errorf("the program ended with %v: %s", w.err, w.printed(w.t))
		}
	case <-time.After(patience):
		w.t.Fatal("the window was closed, and its program went on")
	}
}

// title is the window's, which names the page.
func (w *window) title() string {
	title, _ := w.ask("", "xdotool", "getwindowname", w.id)
	return strings.TrimSpace(title)
}

// at waits until the page with this title is shown.
func (w *window) at(page string) {
	w.t.Helper()
	want := say().Say("app.title", words.Values{"Page": page})
	deadline := time.Now().Add(patience)
	for got := w.title(); got != want; got = w.title() {
		if time.Now().After(deadline) {
			w.t.Fatalf("the window says %q, not %q", got, want)
		}
	}
	w.seen = time.Now()
}

// atStep waits for the page of a step, as it begins.
func (w *window) atStep(step setup.Step) {
	w.t.Helper()
	w.atTitle(step, "step."+step.ID()+".title")
}

// atTitle waits until the page of a step has the title of this id.
func (w *window) atTitle(step setup.Step, id string, values ...words.Values) {
	w.t.Helper()
	w.at(say().Say("step.of", words.Values{"Step": fmt.Sprint(int(step))}) + ": " + say().Say(id, values...))
}

// press types keys, named as xdotool names them, after a look at the page.
func (w *window) press(keys ...string) {
	w.t.Helper()
	time.Sleep(time.Until(w.seen.Add(settling)))
	w.pressAtOnce(keys...)
}

// pressAtOnce types keys as somebody does who does not look.
func (w *window) pressAtOnce(keys ...string) {
	w.t.Helper()
	w.do("xdotool", append([]string{"key"}, keys...)...)
}

// tab moves the focus on by a number of places.
func (w *window) tab(places int) {
	w.t.Helper()
	for range places {
		w.press("Tab")
	}
}

// click presses the mouse at a place in the window and moves it aside, to where
// nothing lies below it. Negative numbers count from the right and the bottom.
func (w *window) click(x, y int) {
	w.t.Helper()
	time.Sleep(time.Until(w.seen.Add(settling)))
	w.do("xdotool", append(w.moveTo(x, y), "click", "1")...)
	w.moveMouseAside()
}

func (w *window) moveMouseAside() {
	w.t.Helper()
	w.do("xdotool", w.moveTo(5, -5)...)
}

func (w *window) moveTo(x, y int) []string {
	if x < 0 {
		x += w.look.width
	}
	if y < 0 {
		y += w.look.height
	}
	return []string{"mousemove", "--window", w.id, fmt.Sprint(x), fmt.Sprint(y)}
}

// lookAway leaves the window for another one, such as the browser's.
func (w *window) lookAway() {
	w.t.Helper()
	w.do("xdotool", "windowminimize", "--sync", w.id)
}

// settleEarlierRuns brings the window to the front again.
func (w *window) settleEarlierRuns() {
	w.t.Helper()
	w.do("xdotool", "windowactivate", "--sync", w.id)
}

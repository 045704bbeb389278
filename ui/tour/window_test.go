package tour

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"latchkey/ui/words"
)

// look is how a person has the window set.
type look struct {
	name          string
	appearance    int // as the settings keep it: 1 light, 2 dark
	textScale     float64
	width, height int
}

var light = look{name: "light", appearance: 1, textScale: 1, width: 1000, height: 700}

// window is Latchkey's, with the process behind it.
type window struct {
	*desktop
	look    look
	id      string
	process *exec.Cmd
	output  *output
}

// output is what a program printed.
type output struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.text.String()
}

// open starts Latchkey and waits for its window.
func (d *desktop) open(look look) *window {
	d.t.Helper()
	path, err := program()
	if err != nil {
		d.t.Fatal(err)
	}
	d.set(look)
	w := &window{desktop: d, look: look, process: exec.Command(path), output: &output{}}
	w.process.Stdout, w.process.Stderr = w.output, w.output
	d.start(w.process)
	eventually(d.t, "the window was there", func() bool {
		w.id, _ = d.ask("xdotool", "search", "--onlyvisible", "--name", say().Say("app.name")+"$")
		return w.id != "" && !strings.Contains(w.id, "\n")
	})
	d.do("xdotool", "windowactivate", "--sync", w.id)
	d.do("xdotool", "windowsize", "--sync", w.id, fmt.Sprint(look.width), fmt.Sprint(look.height))
	d.do("xdotool", "windowmove", w.id, "40", "40")
	w.settled()
	return w
}

// set writes the look where the window keeps its settings.
func (d *desktop) set(look look) {
	d.t.Helper()
	d.write(filepath.Join(d.Home, "config", "fyne", "app.latchkey.Latchkey", "preferences.json"),
		fmt.Sprintf(`{"appearance":%d,"text_scale":%v}`, look.appearance, look.textScale), 0o600)
}

// close closes the window as a person does, and waits for the process.
func (w *window) close() {
	w.t.Helper()
	w.press("alt+F4")
	ended := make(chan error, 1)
	go func() { ended <- w.process.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			w.t.Errorf("the program ended with %v: %s", err, w.output)
		}
	case <-time.After(patience):
		w.t.Fatal("the window is closed, and its program goes on")
	}
}

// title is the window's, which names the page.
func (w *window) title() string {
	title, _ := w.ask("xdotool", "getwindowname", w.id)
	return title
}

// at waits until the page with this title is shown.
func (w *window) at(page string) {
	w.t.Helper()
	want := say().Say("app.title", words.Values{"Page": page})
	eventually(w.t, fmt.Sprintf("the window said %q and not %q", want, w.title()), func() bool { return w.title() == want })
}

// atStep waits for the page of a step. title is the id of its title.
func (w *window) atStep(step int, title string) {
	w.t.Helper()
	w.at(stepTitle(step, say().Say(title)))
}

func stepTitle(step int, title string) string {
	return say().Say("step.of", words.Values{"Step": fmt.Sprint(step)}) + ": " + title
}

// press types keys, named as xdotool names them.
func (w *window) press(keys ...string) {
	w.t.Helper()
	w.do("xdotool", append([]string{"key", "--clearmodifiers"}, keys...)...)
}

// tab moves the focus on by a number of places.
func (w *window) tab(places int) {
	w.t.Helper()
	for range places {
		w.press("Tab")
	}
}

// click presses the mouse at a place in the window. Negative numbers count
// from the right and from the bottom.
func (w *window) click(x, y int) {
	w.t.Helper()
	if x < 0 {
		x += w.look.width
	}
	if y < 0 {
		y += w.look.height
	}
	w.do("xdotool", "mousemove", "--window", w.id, fmt.Sprint(x), fmt.Sprint(y), "click", "1")
}

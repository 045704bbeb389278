package terminal_test

import (
	"slices"
	"testing"

	"latchkey/ui/desktop"
	"latchkey/ui/terminal"
	"latchkey/wizard/files"
)

// TestAWindowThatHangsIsToldWhereTheNextIsStarted, and another one is offered.
func TestAWindowThatHangsIsToldWhereTheNextIsStarted(t *testing.T) {
	opened := false
	b := newBench(t)
	b.OpenWindow = func(t *terminal.Terminal) error {
		err := t.OpenAnew()
		opened = err == nil
		return err
	}
	b.expect(terminal.ExitFailed, "")
	says(t, b.err.String(), "Latchkey is open already, but its window does not answer.", "latchkey --anew")
	if opened {
		t.Error("a window is opened unasked")
	}
	b.expect(terminal.ExitReady, "", "--anew")
	if !opened {
		t.Error("no window is opened")
	}
	for answer, wanted := range map[string]bool{"y": true, "n": false} {
		b.Prompt = &answers{answer}
		b.run("")
		if opened != wanted {
			t.Errorf("%s: opened %v", answer, opened)
		}
		says(t, b.err.String(), "its window does not answer", "Open another window?")
	}
}

// menu is the desktop of a person who started the program from a menu, and what
// they were shown.
type menu struct {
	yes, consoles bool
	shown         []desktop.Box
	ran           []string
}

func (m *menu) Ask(box desktop.Box) bool {
	m.shown = append(m.shown, box)
	return m.yes && box.Question != ""
}

func (m *menu) HasConsole() bool { return m.consoles }

func (m *menu) Console(argument string) error {
	m.ran = append(m.ran, argument)
	return nil
}

// onlyBox is the one box that was shown.
func (m *menu) onlyBox(t *testing.T) desktop.Box {
	t.Helper()
	if len(m.shown) != 1 {
		t.Fatalf("shown: %v", m.shown)
	}
	return m.shown[0]
}

// TestWithoutGraphicsFromAMenu: the box says what is missing and what helps, and its
// answer opens the setup in a console.
func TestWithoutGraphicsFromAMenu(t *testing.T) {
	for name, one := range map[string]struct {
		menu
		version string
		told    string
		code    int
	}{
		"no":            {menu{consoles: true}, "1.1.0", "offers OpenGL 1.1, and the window needs 2.1", terminal.ExitFailed},
		"yes":           {menu{consoles: true, yes: true}, "", "needs OpenGL 2.1, and the graphics driver offers none", terminal.ExitReady},
		"of no console": {menu{yes: true}, "1.4 (2.1 Mesa 7.0)", "offers OpenGL 1.4", terminal.ExitFailed},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.Desktop = &one.menu
			b.OpenWindow = func(t *terminal.Terminal) error { return t.WithoutGraphics(one.version) }
			b.expect(one.code, "")
			box := one.onlyBox(t)
			says(t, box.Title, "Latchkey")
			says(t, box.Text, "cannot draw its window", one.told, "What helps", "remote desktop")
			if one.consoles {
				says(t, box.Question, "Continue in a console window?")
			} else {
				says(t, box.Text, "run “latchkey setup” in a terminal")
			}
			if opened := slices.Equal(one.ran, []string{"setup"}); opened != (one.yes && one.consoles) {
				t.Errorf("in a console: %v", one.ran)
			}
			if one.code != terminal.ExitReady {
				says(t, b.err.String(), "cannot draw its window", one.told, "What helps")
			}
		})
	}
}

// TestWithoutGraphicsInATerminal: the setup goes on there, when that is wanted.
func TestWithoutGraphicsInATerminal(t *testing.T) {
	b := newBench(t)
	b.OpenWindow = func(t *terminal.Terminal) error { return t.WithoutGraphics("") }
	b.Prompt = &answers{"n"}
	b.expect(terminal.ExitFailed, "")
	says(t, b.err.String(), "cannot draw its window", "Continue here in the terminal?")
	silent(t, b.out.String(), "Step 1 of 7")
	b.Prompt = &answers{"y"}
	b.run("")
	says(t, b.out.String(), "Step 1 of 7")

	b.Prompt = nil
	b.expect(terminal.ExitFailed, "")
	says(t, b.err.String(), "run “latchkey setup” in a terminal")
}

// TestWhatKeepsTheWindowFromOpeningIsShown to a person who reads no terminal.
func TestWhatKeepsTheWindowFromOpeningIsShown(t *testing.T) {
	b := newBench(t)
	started := &menu{}
	b.Desktop = started
	b.OpenWindow = func(*terminal.Terminal) error { return nil }
	b.Folder = files.Nowhere(&files.Error{Reason: files.NoHome, Variable: "AppData"})
	b.expect(terminal.ExitNoKeychain, "")
	says(t, started.onlyBox(t).Text, "Latchkey cannot tell where your settings are", "Set AppData to a full path")

	opened := false
	b = newBench(t)
	b.OpenWindow = func(t *terminal.Terminal) error {
		err := t.OpenAnew()
		opened = err == nil
		return err
	}
	for _, yes := range []bool{false, true} {
		asked := &menu{yes: yes}
		b.Desktop = asked
		b.run("")
		box := asked.onlyBox(t)
		says(t, box.Text, "its window does not answer")
		says(t, box.Question, "Open another window?")
		if opened != yes {
			t.Errorf("after the answer %v, opened: %v", yes, opened)
		}
	}
}

// TestASecondStartSaysThatAWindowIsOpen: in a box where no window may come forward by
// itself.
func TestASecondStartSaysThatAWindowIsOpen(t *testing.T) {
	for display, boxes := range map[string]int{"": 0, "wayland-0": 1} {
		t.Setenv("WAYLAND_DISPLAY", display)
		b := newBench(t)
		started := &menu{}
		b.Desktop = started
		b.OpenWindow = (*terminal.Terminal).OpenAlready
		b.expect(terminal.ExitReady, "")
		says(t, b.err.String(), "Latchkey is open already.")
		if len(started.shown) != boxes {
			t.Errorf("on %q, shown: %v", display, started.shown)
		}
	}
}

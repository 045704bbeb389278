package tour

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWithoutOpenGL: where a remote desktop has no GLX, a box says so and leads to
// the setup in a terminal.
func TestWithoutOpenGL(t *testing.T) {
	d := newDesktopWithoutKeychain(t)
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	shown, ran := filepath.Join(d.Home, "shown"), filepath.Join(d.Home, "ran")
	tools := filepath.Join(d.Home, "tools")
	d.write(filepath.Join(tools, "zenity"), "#!/bin/sh\nprintf '%s\\n' \"$@\" >'"+shown+"'\nexit $ANSWER\n", 0o700)
	d.write(filepath.Join(tools, "xdg-terminal-exec"), "#!/bin/sh\nprintf '%s\\n' \"$@\" >'"+ran+"'\n", 0o700)
	d.env = append(d.env, "WAYLAND_DISPLAY=", "PATH="+tools+":"+os.Getenv("PATH"), "DISPLAY="+d.startScreen("-extension", "GLX"))

	d.env = append(d.env, "ANSWER=1")
	if _, code := d.ask("", binary); code != 1 {
		t.Errorf("after no, the program ends with %d", code)
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("after no, a terminal is opened")
	}
	box, err := os.ReadFile(shown)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"graphics.title", "graphics.help.linux", "graphics.console"} {
		if !strings.Contains(string(box), say().Say(id)) {
			t.Errorf("the box says\n%s\nand not: %s", box, say().Say(id))
		}
	}

	d.env = append(d.env, "ANSWER=0")
	if _, code := d.ask("", binary); code != 0 {
		t.Errorf("after yes, the program ends with %d", code)
	}
	eventually(t, "the setup was started in a terminal", func() bool {
		text, err := os.ReadFile(ran)
		return err == nil && strings.HasSuffix(string(text), binary+"\nsetup\n")
	})
}

// TestADisplayThatIsNotThere is told in a sentence.
func TestADisplayThatIsNotThere(t *testing.T) {
	d := newDesktopWithoutKeychain(t)
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	d.env = append(d.env, "WAYLAND_DISPLAY=", "DISPLAY=:4711")
	if _, code := d.ask("", binary); code != 2 {
		t.Errorf("the program ends with %d", code)
	}
}

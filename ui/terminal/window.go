package terminal

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"golang.org/x/term"

	"latchkey/ui/desktop"
	"latchkey/ui/graphics"
	"latchkey/ui/words"
	"latchkey/wizard/files"
)

// Desktop talks to a person who reads no terminal.
type Desktop interface {
	// Ask shows a box and reports whether the answer was yes.
	Ask(box desktop.Box) bool
	// HasConsole reports whether Console can open one.
	HasConsole() bool
	// Console runs this program with an argument in a new console window.
	Console(argument string) error
}

// systemDesktop is for a program that was started from a menu or by a double click;
// nil where a terminal shows what is said.
func systemDesktop() Desktop {
	if term.IsTerminal(int(os.Stderr.Fd())) {
		return nil
	}
	return desktop.System{}
}

// errHere says that the setup is to go on in the terminal.
var errHere = errors.New("the setup goes on in the terminal")

// openWindow opens the window, or goes on without one where a person wants that.
func (t *Terminal) openWindow(ctx context.Context) error {
	// Fyne would put its own settings into whatever folder it runs in.
	var trouble *files.Error
	if err := t.Folder.Check(); errors.As(err, &trouble) && trouble.Reason == files.NoHome {
		return t.inBox(t.keychainExit(err))
	}
	own := *t
	own.Words = t.Words.ForWindow()
	err := t.OpenWindow(&own)
	t.WindowClosed()
	if errors.Is(err, errHere) {
		t.settleEarlierRuns(ctx)
		return t.setup(ctx, t.Environment(), nil)
	}
	return err
}

// inBox says what an error says in a box too, where no terminal shows it.
func (t *Terminal) inBox(err error) error {
	var ending exit
	if t.Desktop == nil || !errors.As(err, &ending) {
		return err
	}
	t.askInBox("", ending.says, ending.advice)
	return exit{code: ending.code}
}

// askInBox shows in a box what kept the window from opening, with a question, and
// reports whether the answer was yes. Before that it is printed, for whoever looks
// there afterwards.
func (t *Terminal) askInBox(question string, paragraphs ...string) bool {
	t.tell(t.Words.Paragraph(paragraphs...))
	text := strings.TrimSpace(strings.Join(paragraphs, "\n\n"))
	box := desktop.Box{Title: t.Words.Say("app.name"), Text: strings.ReplaceAll(text, "**", ""), No: t.Words.Say("button.close")}
	if question != "" {
		box.Question, box.Yes, box.No = question, t.Words.Say("button.yes"), t.Words.Say("button.no")
	}
	return t.Desktop.Ask(box)
}

// NoDisplay says that there is no display for a window.
func (t *Terminal) NoDisplay() error { return usage(t.Words.Say("terminal.no_display")) }

// OpenAnew asks whether another window is to be opened beside one that is open and
// does not answer. The error ends the program without one.
func (t *Terminal) OpenAnew() error {
	silent, another := t.Words.Say("terminal.window_silent"), t.Words.Say("terminal.window_another")
	switch answers := t.answers(); {
	case t.Anew:
		return nil
	case answers != nil:
		t.tell(silent)
		return t.agreed(context.Background(), consent{}, answers, another)
	case t.Desktop != nil:
		if t.askInBox(another, silent) {
			return nil
		}
		return exit{code: ExitFailed}
	}
	return exit{code: ExitFailed, says: silent, advice: t.Words.Say("terminal.window_anew")}
}

// OpenAlready says that the window that is open was asked to come to the front. On a
// Wayland desktop it may not come by itself: only a program that the person has just
// used may, https://wayland.app/protocols/xdg-activation-v1.
func (t *Terminal) OpenAlready() error {
	says := t.Words.Say("terminal.window_open")
	if t.Desktop != nil && os.Getenv("WAYLAND_DISPLAY") != "" {
		t.askInBox("", says)
		return nil
	}
	t.tell(says)
	return nil
}

// WithoutGraphics is for a computer whose OpenGL, by what its driver calls it, is
// not enough for the window. Where there is a way to draw by software, the program
// starts once more with that. Else it says what helps, and offers the setup without
// a window.
func (t *Terminal) WithoutGraphics(version string) error {
	if graphics.HasSoftware() && !t.Software {
		if code, err := startWithSoftware(); err == nil {
			return exit{code: code}
		}
	}
	has := t.Words.Say("graphics.none", words.Values{"Needed": graphics.Needed})
	if short := graphics.Short(version); short != "" {
		has = t.Words.Say("graphics.has", words.Values{"Version": short, "Needed": graphics.Needed})
	}
	paragraphs := []string{t.Words.Sentence(t.Words.Say("graphics.title")), has, t.Words.Say("graphics.help." + system())}
	switch answers := t.answers(); {
	case answers != nil:
		t.tell(t.Words.Paragraph(paragraphs...))
		if err := t.agreed(context.Background(), consent{}, answers, t.Words.Say("graphics.here")); err != nil {
			return err
		}
		return errHere
	case t.Desktop != nil && t.Desktop.HasConsole():
		if !t.askInBox(t.Words.Say("graphics.console"), paragraphs...) {
			return exit{code: ExitFailed}
		}
		if t.Desktop.Console("setup") == nil {
			return exit{code: ExitReady}
		}
	}
	paragraphs = append(paragraphs, t.Words.Say("graphics.command"))
	if t.Desktop == nil {
		return exit{code: ExitFailed, says: t.Words.Paragraph(paragraphs...)}
	}
	t.askInBox("", paragraphs...)
	return exit{code: ExitFailed}
}

// system tells whose help is given: that for Windows, or that for every other.
func system() string {
	if runtime.GOOS == "windows" {
		return "windows"
	}
	return "linux"
}

// startWithSoftware starts the program once more and returns what that one ends
// with: a library once loaded stays, so this one can draw no other way.
func startWithSoftware() (code int, err error) {
	program, err := os.Executable()
	if err != nil {
		return 0, err
	}
	again := exec.Command(program, append([]string{"--software"}, os.Args[1:]...)...)
	again.Stdin, again.Stdout, again.Stderr = os.Stdin, os.Stdout, os.Stderr
	err = again.Run()
	if again.ProcessState == nil {
		return 0, err
	}
	return again.ProcessState.ExitCode(), nil
}

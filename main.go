//go:build !nogui

// Command latchkey takes the owner of a business from nothing to a permanent
// WhatsApp access token that works, is checked, and lies in the keychain of
// their own computer. Without a command it opens the window.
package main

import (
	"context"
	"errors"
	"image"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"

	"latchkey/assets"
	"latchkey/ui"
	"latchkey/ui/browser"
	"latchkey/ui/chooser"
	"latchkey/ui/desktop"
	"latchkey/ui/graphics"
	"latchkey/ui/graphics/opengl"
	"latchkey/ui/instance"
	"latchkey/ui/release"
	"latchkey/ui/terminal"
	"latchkey/ui/theme"
	"latchkey/wizard/practice"
	"latchkey/wizard/vault"
)

func main() {
	desktop.JoinConsole()
	os.Exit(terminal.Main(os.Args[1:], openWindow))
}

// openWindow shows the window and returns when it was closed.
func openWindow(t *terminal.Terminal) error {
	// Until the first page is seen nothing is collected of the memory that a start uses: it is
	// little, and the collector would take the processor from what draws.
	usual := debug.SetGCPercent(-1)
	defer debug.SetGCPercent(usual)
	go t.Words.Read() // while the window is made
	version, err := opengl.Ask(t.Software)
	switch {
	case err != nil:
		return t.NoDisplay()
	case !graphics.Enough(version):
		return t.WithoutGraphics(version)
	}
	front := make(chan instance.Knock, 16)
	leave, first, err := instance.Claim(context.Background(), t.Folder, t.Page, func(came instance.Knock) {
		select {
		case front <- came:
		default:
			_ = came.Close() // others wait already
		}
	})
	defer leave()
	switch {
	case errors.Is(err, instance.ErrSilent):
		if err := t.OpenAnew(); err != nil {
			return err
		}
	case !first && err == nil:
		return t.OpenAlready()
	}
	// Set here and not left to FyneApp.toml, which Fyne looks for beside the
	// program when it runs.
	app.SetMetadata(fyne.AppMetadata{
		ID: terminal.AppID, Name: "Latchkey", Version: release.Version,
		Migrations: map[string]bool{"fyneDo": true},
	})
	program := app.NewWithID(terminal.AppID)
	program.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	window := ui.New(ui.Options{
		Front:       front,
		Page:        t.Page,
		App:         program,
		Words:       t.Words,
		Release:     release.This(),
		Environment: t.Environment(),
		Practise:    func() (*practice.Practice, error) { return practice.Start(t.Folder, vault.System(), t.Words) },
		Folder:      t.Folder,
		RemoveAll:   t.RemoveAll,
		Browser:     browser.NewSystem(),
		Chooser:     chooser.NewSystem(),
		Clipboard:   program.Clipboard(),
		Screen:      screen{},
		SystemTells: theme.SystemTells,
		Ending:      ending,
		Seen:        func() { debug.SetGCPercent(usual) },
		Left:        func() { go giveBack() },
	})
	window.Run()
	return nil
}

// giveBack gives memory back to the system: Go's, and what the graphics driver used.
func giveBack() {
	debug.FreeOSMemory()
	opengl.Release()
}

// screen asks GLFW, with which Fyne draws its windows.
type screen struct{}

// Place implements shell.Screen. Fyne hands out its GLFW window nowhere, but makes its context
// the current one for whoever draws in it.
func (screen) Place(w fyne.Window) (window, free image.Rectangle, known bool) {
	drawn, ok := w.(interface{ RunWithContext(func()) })
	if !ok || glfw.GetPlatform() == glfw.PlatformWayland { // which tells no places
		return window, free, false
	}
	drawn.RunWithContext(func() {
		own := glfw.GetCurrentContext()
		if own == nil {
			return
		}
		x, y := own.GetPos()
		width, height := own.GetSize()
		window, known = image.Rect(x, y, x+width, y+height), true
		left, top, right, bottom := own.GetFrameSize()
		var most int
		for _, monitor := range glfw.GetMonitors() { // the first is the primary one
			x, y, width, height := monitor.GetWorkarea()
			area := image.Rect(x+left, y+top, x+width-right, y+height-bottom)
			shared := window.Intersect(area).Size()
			if free.Empty() || shared.X*shared.Y > most {
				free, most = area, shared.X*shared.Y
			}
		}
	})
	return window, free, known && !free.Empty()
}

// ending hears the system's wish to end the program, in place of Fyne, whose own
// handler would not leave time for anything else.
func ending() (context.Context, context.CancelFunc) {
	signal.Reset(os.Interrupt, syscall.SIGTERM)
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}

//go:build !nogui

// Command latchkey takes the owner of a business from nothing to a permanent
// WhatsApp access token that works, is checked, and lies in the keychain of
// their own computer. Without a command it opens the window.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"latchkey/assets"
	"latchkey/ui"
	"latchkey/ui/browser"
	"latchkey/ui/graphics"
	"latchkey/ui/instance"
	"latchkey/ui/release"
	"latchkey/ui/terminal"
	"latchkey/wizard/practice"
	"latchkey/wizard/vault"
)

func main() { os.Exit(terminal.Main(os.Args[1:], openWindow)) }

// openWindow shows the window and returns when it was closed.
func openWindow(t *terminal.Terminal) error {
	switch version, err := openGL(t.Software); {
	case err != nil:
		return t.NoDisplay()
	case !graphics.Enough(version):
		return t.WithoutGraphics(version)
	}
	front := make(chan io.Closer, 16)
	leave, first, err := instance.Claim(context.Background(), t.Folder, func(came io.Closer) {
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
	desktop := app.NewWithID(terminal.AppID)
	desktop.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	ui.New(ui.Options{
		Front:       front,
		App:         desktop,
		Words:       t.Words,
		Release:     release.This(),
		Environment: t.Environment(),
		Practise:    func() (*practice.Practice, error) { return practice.Start(t.Folder, vault.System()) },
		Folder:      t.Folder,
		RemoveAll:   t.RemoveAll,
		Browser:     browser.NewSystem(),
		Clipboard:   desktop.Clipboard(),
		Ending:      ending,
	}).Run()
	return nil
}

// ending hears the system's wish to end the program, in place of Fyne, whose own
// handler would not leave time for anything else.
func ending() (context.Context, context.CancelFunc) {
	signal.Reset(os.Interrupt, syscall.SIGTERM)
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}

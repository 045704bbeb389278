package ui

import (
	"latchkey/ui/desk"
	"latchkey/ui/handover"
	"latchkey/ui/instance"
	"latchkey/ui/setup"
	"latchkey/ui/shell"
	"latchkey/wizard/vault"
)

// Options are what the window works with.
type Options = shell.Options

// Window is Latchkey's window.
type Window struct {
	Shell   *shell.Shell
	options Options
	tests   handover.TestMessages
	notices notices

	systemTells bool // whether it is light or dark
}

// New makes the window with Home in it, not yet shown.
func New(options Options) *Window {
	w := &Window{options: options, systemTells: options.SystemTells == nil}
	w.applyLook()
	w.Shell = shell.New(options)
	w.Shell.Rooms = w
	w.setMenu()
	w.Home()
	w.Open(options.Page)
	return w
}

// Run shows the window and returns when it was closed.
func (w *Window) Run() {
	w.Shell.Run(func() {
		teachFyne(w.Shell)
		w.askSystemLook()
		w.settleEarlierRuns()
		w.remind()
	})
}

// Open implements shell.Rooms.
func (w *Window) Open(page string) {
	switch page {
	case instance.PageSetup:
		w.Setup()
	case instance.PageCheck:
		w.Desk()
	}
}

// Close ends everything the window has under way, and waits for it.
func (w *Window) Close() { w.Shell.Close() }

// Setup begins a setup, or goes on with the one that was closed half-way.
func (w *Window) Setup() { setup.Show(w.Shell) }

// Desk shows the page that checks a token and keeps nothing of it.
func (w *Window) Desk() { desk.Show(w.Shell) }

// HandOver implements shell.Rooms.
func (w *Window) HandOver(entry vault.Entry, back func()) { handover.Show(w.Shell, entry, back) }

// Renew implements shell.Rooms.
func (w *Window) Renew(entry vault.Entry, back func()) { setup.Renew(w.Shell, entry, back) }

// TestMessage implements shell.Rooms.
func (w *Window) TestMessage(entry vault.Entry) { w.tests.Ask(w.Shell, entry) }

package vaulttest

import (
	"time"

	"github.com/godbus/dbus/v5"
)

// The names by which gnome-keyring reaches the program that shows its prompts
// (gcr: org.gnome.keyring.Prompter.xml).
const (
	afterReturning   = 50 * time.Millisecond
	prompterName     = "org.gnome.keyring.SystemPrompter"
	prompterPath     = dbus.ObjectPath("/org/gnome/keyring/Prompter")
	prompterFace     = "org.gnome.keyring.internal.Prompter"
	promptReady      = "org.gnome.keyring.internal.Prompter.Callback.PromptReady"
	personsReactTime = 600 * time.Millisecond
)

// LeavePrompts makes every prompt of the keyring stay unanswered. It returns a
// channel that gets a value for each prompt shown.
func (s *Session) LeavePrompts() <-chan struct{} { return s.prompt("") }

// DismissPrompts has every prompt of the keyring dismissed, after the time a
// person takes to see it.
func (s *Session) DismissPrompts() <-chan struct{} { return s.prompt("no") }

func (s *Session) prompt(answer string) <-chan struct{} {
	s.t.Helper()
	shown := make(chan struct{}, 100)
	stand := &prompter{bus: s.bus, answer: answer, shown: shown}
	if err := s.bus.Export(stand, prompterPath, prompterFace); err != nil {
		s.t.Fatal(err)
	}
	if _, err := s.bus.RequestName(prompterName, dbus.NameFlagDoNotQueue); err != nil {
		s.t.Fatal(err)
	}
	return shown
}

// prompter stands in for gcr-prompter. Its methods are called over D-Bus.
type prompter struct {
	bus    *dbus.Conn
	answer string
	shown  chan<- struct{}
}

// BeginPrompting lets a prompt begin.
func (p *prompter) BeginPrompting(sender dbus.Sender, callback dbus.ObjectPath) *dbus.Error {
	// gnome-keyring hears it only once this method has returned.
	time.AfterFunc(afterReturning, func() { p.reply(sender, callback, "") })
	return nil
}

// PerformPrompt is where a window would be shown.
func (p *prompter) PerformPrompt(sender dbus.Sender, callback dbus.ObjectPath, _ string, _ map[string]dbus.Variant, _ string) *dbus.Error {
	p.shown <- struct{}{}
	if p.answer != "" {
		time.AfterFunc(personsReactTime, func() { p.reply(sender, callback, p.answer) })
	}
	return nil
}

// StopPrompting takes the window away.
func (p *prompter) StopPrompting(dbus.Sender, dbus.ObjectPath) *dbus.Error { return nil }

func (p *prompter) reply(to dbus.Sender, callback dbus.ObjectPath, answer string) {
	p.bus.Object(string(to), callback).
		Go(promptReady, dbus.FlagNoReplyExpected, nil, answer, map[string]dbus.Variant{}, "")
}

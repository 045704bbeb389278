package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/shell"
	"latchkey/wizard/reminder"
)

// prefReminders is whether the person agreed to be notified.
const prefReminders = "reminders"

// remind notifies of tokens that end soon, once for each of reminder.Days, when
// the person agreed. No name stands in the text: on Windows Fyne hands it to a
// script, which would run what a business is called.
func (w *Window) remind() {
	s := w.Shell
	if !s.App.Preferences().Bool(prefReminders) {
		return
	}
	keychain, folder, now := s.Real.Vault, s.Folder, s.Now()
	shell.Try(s.WhileOpen(), func(ctx context.Context) ([]reminder.Reminder, error) {
		entries, err := keychain.List(ctx)
		if err != nil {
			return nil, err
		}
		return reminder.Remind(ctx, folder, entries, now)
	}, func(due []reminder.Reminder, _ error) {
		if len(due) > 0 {
			s.App.SendNotification(fyne.NewNotification(s.Say("app.name"), s.Say("reminder.text")))
		}
	})
}

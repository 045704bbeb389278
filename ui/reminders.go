package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/natefinch/atomic"

	"latchkey/ui/words"
	"latchkey/wizard/reminder"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// prefReminders is whether the person agreed to be notified.
const prefReminders = "reminders"

// remind notifies of tokens that end soon, once for each of reminder.Days, when
// the person agreed. No name stands in the text: on Windows Fyne hands it to a
// script, which would run what a business is called.
func (w *Window) remind() {
	if !w.App.Preferences().Bool(prefReminders) {
		return
	}
	var due []reminder.Reminder
	w.background(func(ctx context.Context) {
		if entries, err := w.Environment.Vault.List(ctx); err == nil {
			due, _ = reminder.Remind(ctx, w.Folder, entries, w.now())
		}
	}, func() {
		if len(due) > 0 {
			w.App.SendNotification(fyne.NewNotification(w.say("app.name"), w.say("reminder.text")))
		}
	})
}

// saveCalendar writes a token's end as a calendar file of its own, where people
// look for what they downloaded, and says where.
func (w *Window) saveCalendar(entry vault.Entry) {
	now := w.now()
	ends := reminder.Ends([]vault.Entry{entry}, now)
	if len(ends) == 0 {
		w.tell(w.say("calendar.button"), w.say("calendar."+saved.WithoutDate(entry, now), words.Values{"Name": entry.Name}))
		return
	}
	text := reminder.Calendar(ends, now, func(end reminder.End) reminder.Text { return w.Words.End(end, now) })
	var path string
	var err error
	w.background(func(context.Context) { path, err = writeToDownloads(reminder.FileName(entry.Name), text) }, func() {
		if err != nil {
			w.tell(w.say("calendar.button"), w.say("calendar.not_written", words.Values{"Path": path}))
			return
		}
		w.tell(w.say("calendar.button"), w.say("calendar.saved", words.Values{"Path": path}))
	})
}

// writeToDownloads writes a file into the person's folder for downloads, or
// their home where there is none.
func writeToDownloads(name, text string) (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return name, err
	}
	folder := filepath.Join(home, "Downloads")
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		folder = home
	}
	path := filepath.Join(folder, name)
	return path, atomic.WriteFile(path, strings.NewReader(text))
}

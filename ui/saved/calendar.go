package saved

import (
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/reminder"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// CalendarLink adds a token's end to a calendar; nil where it has none that a calendar can hold.
func CalendarLink(s *shell.Shell, entry vault.Entry) *widgets.Button {
	if saved.WithoutDate(entry, s.Now()) != "" {
		return nil
	}
	return widgets.NewButton(widgets.SmallLink, s.Say(calendar), func() { SaveCalendar(s, entry) })
}

// SaveCalendar writes a token's end as a calendar file of its own, where the person says.
func SaveCalendar(s *shell.Shell, entry vault.Entry) {
	now := s.Now()
	ends := reminder.Ends([]vault.Entry{entry}, now)
	if len(ends) == 0 {
		s.Tell(s.Say("calendar.button"), s.Say("calendar."+saved.WithoutDate(entry, now), words.Values{"Name": entry.Name}))
		return
	}
	say := s.Words
	text := reminder.Calendar(ends, now, func(end reminder.End) reminder.Text { return say.End(end, now) })
	parts.SaveFile(s, parts.File{
		Title: s.Say("calendar.button"), Name: reminder.FileName(entry.Name),
		Make: func() (string, error) { return text, nil },
		Told: func(path string) string { return s.Say("calendar.saved", words.Values{"Path": path}) },
	})
}

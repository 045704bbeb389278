package saved

import (
	"context"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/words"
	"latchkey/wizard/reminder"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// SaveCalendar writes a token's end as a calendar file of its own, where people
// look for what they downloaded, and says where.
func SaveCalendar(s *shell.Shell, entry vault.Entry) {
	now := s.Now()
	ends := reminder.Ends([]vault.Entry{entry}, now)
	if len(ends) == 0 {
		s.Tell(s.Say("calendar.button"), s.Say("calendar."+saved.WithoutDate(entry, now), words.Values{"Name": entry.Name}))
		return
	}
	say := s.Words
	text := reminder.Calendar(ends, now, func(end reminder.End) reminder.Text { return say.End(end, now) })
	shell.Try(s.WhileOpen(), func(context.Context) (string, error) {
		return parts.WriteToDownloads(reminder.FileName(entry.Name), text)
	}, func(path string, err error) {
		if err != nil {
			s.Tell(s.Say("calendar.button"), s.Say("calendar.not_written", words.Values{"Path": path}))
			return
		}
		s.Tell(s.Say("calendar.button"), s.Say("calendar.saved", words.Values{"Path": path}))
	})
}

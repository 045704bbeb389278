package reminder

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"
)

// Text is what a calendar says of an end, in the person's language.
type Text struct {
	Title       string // the entry in the calendar, and the alarms' text
	Description string
}

// Calendar returns the ends as a calendar file (RFC 5545, media type
// text/calendar, name ending in .ics): an entry for each, with an alarm for
// each of Days. describe writes an end's text. Taken into a calendar a second
// time, an entry takes the place of the older one, also when the token has
// another end by now. now is when the file is made.
func Calendar(ends []End, now time.Time, describe func(End) Text) string {
	calendar := ics.NewCalendar()
	calendar.SetProductId("-//Latchkey//Latchkey//EN")
	calendar.SetMethod(ics.MethodPublish)
	for _, end := range ends {
		addEvent(calendar, end, now, describe(end))
	}
	// The library ends lines as this system does, RFC 5545 everywhere the same.
	return calendar.Serialize(ics.WithNewLine("\r\n"))
}

func addEvent(calendar *ics.Calendar, end End, now time.Time, text Text) {
	event := calendar.AddEvent(uid(end))
	event.SetDtStampTime(now)
	event.SetSequence(sequence(end))
	event.SetStartAt(end.At)
	event.SetSummary(line(text.Title))
	event.SetDescription(paragraphs(text.Description))
	event.SetTimeTransparency(ics.TransparencyTransparent)
	for _, days := range Days {
		alarm := event.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetTrigger(fmt.Sprintf("-P%dD", days))
		alarm.SetProperty(ics.ComponentPropertyDescription, line(text.Title))
	}
}

// uid names an end by what it is the end of, not by its date: a renewed token
// keeps its place in the calendar. The name is hashed, since a calendar may be
// shared and an identifier is not looked at.
func uid(end End) string {
	sum := sha256.Sum256([]byte(string(end.Kind) + "\x00" + end.Entry.Name))
	return fmt.Sprintf("%x@latchkey", sum[:16])
}

// FileName is the name of a token's calendar file, which tells it from another
// token's: what a file cannot be called is left out of the token's name, and a
// mark of the whole name put behind.
func FileName(token string) string {
	const most = 40 // letters; a file's name has at most 255 bytes
	letters := []rune(strings.Map(func(letter rune) rune {
		if unicode.In(letter, unicode.L, unicode.M, unicode.N) || strings.ContainsRune(" -_", letter) {
			return letter
		}
		return '-'
	}, token))
	name := string(letters[:min(len(letters), most)])
	if name != token {
		mark := sha256.Sum256([]byte(token))
		name += fmt.Sprintf("-%x", mark[:4])
	}
	return "latchkey-reminder-" + name + ".ics"
}

// sequence grows with the end, in days: programs keep the entry they have when
// another of the same name has no higher number.
func sequence(end End) int { return int(end.At.Unix() / int64(day/time.Second)) }

// line makes one line of a text.
func line(text string) string { return strings.Join(strings.Fields(paragraphs(text)), " ") }

// paragraphs leaves line breaks in a text and no other control character, which
// RFC 5545 has no way to write.
func paragraphs(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\r\n", "\n")
	return strings.Map(func(letter rune) rune {
		switch {
		case letter == '\n':
			return letter
		case letter == '\r':
			return '\n'
		case letter == '\u2028', letter == '\u2029', unicode.IsControl(letter):
			return ' '
		}
		return letter
	}, text)
}

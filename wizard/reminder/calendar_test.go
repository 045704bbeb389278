package reminder_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"pgregory.net/rapid"

	"latchkey/wizard/reminder"
	"latchkey/wizard/vault"
)

// describe is what the tests' calendars say.
func describe(end reminder.End) reminder.Text {
	return reminder.Text{
		Title:       "“" + end.Entry.Name + "” ends (" + string(end.Kind) + ")",
		Description: "Renew " + end.Entry.Name + ";\nor messages stop, \\ at once",
	}
}

func shop(name string, end time.Time) []vault.Entry {
	return []vault.Entry{{Name: name, ExpiresAt: end}}
}

func TestCalendar(t *testing.T) {
	entries := []vault.Entry{
		{Name: "Later", ExpiresAt: start.Add(90 * day), DataAccessExpiresAt: start.Add(60*day + 30*time.Minute)},
		{Name: "Never", NeverExpires: true},
	}
	got := reminder.Calendar(reminder.Ends(entries, start), start, describe)
	wanted := strings.Join([]string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Latchkey//Latchkey//EN", "METHOD:PUBLISH",
		"BEGIN:VEVENT", "UID:", "DTSTAMP:20260901T090000Z", "SEQUENCE:20757", "DTSTART:20261031T093000Z",
		"SUMMARY:“Later” ends (data)", `DESCRIPTION:Renew Later\;\nor messages stop\, \\ at once`, "TRANSP:TRANSPARENT",
		alarms("“Later” ends (data)") + "END:VEVENT",
		"BEGIN:VEVENT", "UID:", "DTSTAMP:20260901T090000Z", "SEQUENCE:20787", "DTSTART:20261130T090000Z",
		"SUMMARY:“Later” ends (token)", `DESCRIPTION:Renew Later\;\nor messages stop\, \\ at once`, "TRANSP:TRANSPARENT",
		alarms("“Later” ends (token)") + "END:VEVENT",
		"END:VCALENDAR", "",
	}, "\r\n")
	var lines []string
	for _, line := range strings.Split(got, "\r\n") {
		if strings.HasPrefix(line, "UID:") {
			line = "UID:"
		}
		lines = append(lines, line)
	}
	if without := strings.Join(lines, "\r\n"); without != wanted {
		t.Errorf("the calendar is\n%s\nand not\n%s", without, wanted)
	}
}

// alarms are those of an event, with their line ends.
func alarms(text string) string {
	var all strings.Builder
	for _, days := range []int{14, 7, 3, 1} {
		fmt.Fprintf(&all, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P%dD\r\nDESCRIPTION:%s\r\nEND:VALARM\r\n", days, text)
	}
	return all.String()
}

// TestRenewedTokenTakesItsPlaceInTheCalendar: the same identifier, and a higher
// number, so that programs put the new date in the place of the old.
func TestRenewedTokenTakesItsPlaceInTheCalendar(t *testing.T) {
	property := func(entries []vault.Entry, name ics.ComponentProperty) string {
		t.Helper()
		calendar, err := ics.ParseCalendar(strings.NewReader(reminder.Calendar(reminder.Ends(entries, start), start, describe)))
		if err != nil || len(calendar.Events()) != 1 {
			t.Fatalf("%v, %d events", err, len(calendar.Events()))
		}
		return calendar.Events()[0].GetProperty(name).Value
	}
	old, renewed, other := shop("shop", start.Add(2*day)), shop("shop", start.Add(62*day)), shop("another", start.Add(2*day))
	if property(old, ics.ComponentPropertyUniqueId) != property(renewed, ics.ComponentPropertyUniqueId) {
		t.Error("a renewed token would stand in the calendar twice")
	}
	if property(old, ics.ComponentPropertyUniqueId) == property(other, ics.ComponentPropertyUniqueId) {
		t.Error("two tokens would take each other's place")
	}
	if property(old, ics.ComponentPropertySequence) >= property(renewed, ics.ComponentPropertySequence) {
		t.Error("a program would keep the old date")
	}
}

// TestAnyNameStandsInACalendar: lines of at most 75 octets that end with CRLF
// and split no character (RFC 5545, 3.1), and a reader gets back what was put
// in.
func TestAnyNameStandsInACalendar(t *testing.T) {
	holds := func(t interface{ Fatalf(string, ...any) }, name string) {
		text := reminder.Calendar(reminder.Ends(shop(name, start.Add(day)), start), start, describe)
		if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") {
			t.Fatalf("%q: a line end is no CRLF", name)
		}
		for _, line := range strings.Split(text, "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Fatalf("%q: a line of %d octets, or with half a character: %q", name, len(line), line)
			}
		}
		calendar, err := ics.ParseCalendar(strings.NewReader(text))
		if err != nil || len(calendar.Events()) != 1 {
			t.Fatalf("%q: %v", name, err)
		}
		wanted := strings.Join(strings.Fields(describe(reminder.End{Entry: vault.Entry{Name: name}, Kind: reminder.Token}).Title), " ")
		if got := calendar.Events()[0].GetProperty(ics.ComponentPropertySummary).Value; got != wanted {
			t.Fatalf("%q is read back as %q, not %q", name, got, wanted)
		}
	}
	for _, name := range []string{
		"Müller, Söhne & Co; GmbH", `back\slash \n and \, more`, "two\nlines", "🦁👩‍👩‍👧‍👦🏳️‍🌈 Löwen-Apotheke " + strings.Repeat("🦁", 40),
		strings.Repeat("x", 300), strings.Repeat("word ", 60), "END:VEVENT", "a:b;c=\"d\"", "حلويات", strings.Repeat("長い名前", 30),
	} {
		holds(t, name)
	}
	rapid.Check(t, func(t *rapid.T) {
		letter := rapid.SampledFrom([]rune("ab ,;:\\\"'é長🦁n\n"))
		holds(t, "x"+rapid.StringOfN(letter, 0, 120, -1).Draw(t, "name")+"x")
	})
}

// TestControlCharactersAreLeftOut: RFC 5545 has no way to write them.
func TestControlCharactersAreLeftOut(t *testing.T) {
	text := reminder.Calendar(reminder.Ends(shop("a\x00b\x07c\u2028d\xffe", start.Add(day)), start), start, describe)
	if strings.ContainsAny(text, "\x00\x07\u2028") || !utf8.ValidString(text) {
		t.Errorf("%q", text)
	}
}

func TestEachTokenHasACalendarFileOfItsOwn(t *testing.T) {
	seen := map[string]string{}
	for _, name := range []string{
		"Corner Bakery", "Café 24_7", "面包店", "A/B", "A\\B", "A:B", "A-B", "../../A", "con", "a\u202eb",
		strings.Repeat("ö", 80), strings.Repeat("ö", 79) + "a", strings.Repeat("\U00020000", 80),
	} {
		file := reminder.FileName(name)
		if other, taken := seen[file]; taken {
			t.Errorf("%q and %q are both kept in %s", name, other, file)
		}
		seen[file] = name
		if filepath.Base(file) != file || strings.ContainsAny(file, "<>:\"/\\|?*\u202e") || len(file) > 255 || !strings.HasSuffix(file, ".ics") {
			t.Errorf("%q: not every system can have a file %q", name, file)
		}
	}
	if got := reminder.FileName("Corner Bakery"); got != "latchkey-reminder-Corner Bakery.ics" {
		t.Errorf("got %q", got)
	}
}

package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

func TestCalendar(t *testing.T) {
	b := newBench(t)
	b.Now = func() time.Time { return time.Date(2026, 10, 1, 8, 0, 0, 0, time.UTC) }
	for name, change := range map[string]func(*vault.Entry){
		"Never":           func(entry *vault.Entry) { entry.NeverExpires = true },
		"Unknown":         func(*vault.Entry) {},
		"Past":            func(entry *vault.Entry) { entry.ExpiresAt = b.Now().Add(-time.Hour) },
		"Café, 🦁 & Söhne": func(entry *vault.Entry) { entry.ExpiresAt = b.Now().Add(60 * 24 * time.Hour) },
	} {
		b.save(name, "ready")
		if err := b.Vault.Update(t.Context(), name, change); err != nil {
			t.Fatal(err)
		}
	}
	b.expect(terminal.ExitReady, "", "calendar")
	text := b.out.String()
	says(t, text, "BEGIN:VCALENDAR", `Café\, 🦁 & Söhne`, "DTSTART:20261130T080000Z", "TRIGGER:-P14D", "Monday\\, 30 November\\, at 08:00")
	if strings.Count(text, "BEGIN:VEVENT") != 1 || strings.Count(text, "\n") != strings.Count(text, "\r\n") || !strings.HasSuffix(text, "END:VCALENDAR\r\n") {
		t.Errorf("not a calendar with one event:\n%s", text)
	}
	says(t, b.err.String(), "“Never” never expires", "Latchkey does not know when “Unknown” ends.", "“Past” has already ended.")
	silent(t, text+b.err.String(), token(t, "ready"))

	b.expect(terminal.ExitReady, "", "calendar", "--saved", "Never")
	says(t, b.err.String(), "“Never” never expires", "no date to put into a calendar")
	if b.out.String() != "" {
		t.Errorf("standard output is not empty: %s", b.out)
	}
	b.expect(terminal.ExitNoToken, "", "calendar", "--saved", "elsewhere")
}

func TestCalendarFile(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	if err := b.Vault.Update(t.Context(), "shop", func(entry *vault.Entry) { entry.ExpiresAt = time.Now().Add(time.Hour) }); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "tokens.ics")
	for range 2 { // new, then over the older one
		b.expect(terminal.ExitReady, "", "calendar", "--output", path)
		content, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(string(content), "BEGIN:VCALENDAR\r\n") || b.out.String() != "" {
			t.Errorf("%q, %v", content, err)
		}
	}
	letter := filepath.Join(filepath.Dir(path), "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitUsage, "", "calendar", "--output", letter)
	if content, _ := os.ReadFile(letter); string(content) != "Dear" {
		t.Error("another file was written over")
	}
	others := filepath.Join(filepath.Dir(path), "mine.ics")
	dates := "BEGIN:VCALENDAR\r\nPRODID:-//Somebody//Else//EN\r\nEND:VCALENDAR\r\n"
	if err := os.WriteFile(others, []byte(dates), 0o600); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitUsage, "", "calendar", "--output", others)
	says(t, b.err.String(), "not a calendar that Latchkey wrote")
	if content, _ := os.ReadFile(others); string(content) != dates {
		t.Error("another program's calendar was written over")
	}
	b.expect(terminal.ExitFailed, "", "calendar", "--output", filepath.Join(letter, "no"))
	says(t, b.err.String(), "cannot be written")
}

package words_test

import (
	"testing"
	"time"

	"latchkey/ui/words"
)

func TestDatesReadAsAPersonSaysThem(t *testing.T) {
	berlin := time.FixedZone("CET", 3600)
	spoken, err := words.New(berlin, "en")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, time.November, 21, 9, 12, 0, 0, berlin)
	tests := []struct {
		name      string
		moment    time.Time
		when, end string
	}{
		{"later today", now.Add(3 * time.Hour), "today at 12:12", "3 hours left"},
		{"in an hour", now.Add(time.Hour), "today at 10:12", "1 hour left"},
		{"in seconds", now.Add(20 * time.Second), "in 20 seconds", "Less than an hour left"},
		{"in a second", now.Add(time.Second), "in 1 second", "Less than an hour left"},
		{"in minutes", now.Add(20 * time.Minute), "today at 09:32", "Less than an hour left"},
		{"tomorrow", now.Add(26 * time.Hour), "tomorrow at 11:12", "26 hours left"},
		{"next week", time.Date(2026, time.November, 27, 13, 0, 0, 0, time.UTC), "on Friday, 27 November, at 14:00", "6 days left"},
		{"next year", time.Date(2027, time.January, 20, 13, 0, 0, 0, time.UTC), "on Wednesday, 20 January 2027, at 14:00", "60 days left"},
		{"yesterday", now.Add(-24 * time.Hour), "yesterday at 09:12", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := spoken.When(test.moment, now); got != test.when {
				t.Errorf("When is %q, want %q", got, test.when)
			}
			if got := spoken.Left(test.moment, now); got != test.end {
				t.Errorf("Left is %q, want %q", got, test.end)
			}
		})
	}
}

// "until on Friday" is nobody's English.
func TestUntilADate(t *testing.T) {
	spoken, err := words.New(time.UTC, "en")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, time.November, 21, 9, 12, 0, 0, time.UTC)
	for wanted, moment := range map[string]time.Time{
		"tomorrow at 09:12":             now.AddDate(0, 0, 1),
		"Friday, 27 November, at 09:12": now.AddDate(0, 0, 6),
	} {
		if got := spoken.Until(moment, now); got != wanted {
			t.Errorf("until %q, not %q", got, wanted)
		}
	}
}

// One minute is no minutes.
func TestSentencesBendToANumber(t *testing.T) {
	spoken, err := words.New(time.UTC, "en")
	if err != nil {
		t.Fatal(err)
	}
	for wanted, said := range map[string]string{
		"Wait 1 minute, then check again.":  spoken.Say("network.limited.fix", words.Counted(1)),
		"Wait 2 minutes, then check again.": spoken.Say("network.limited.fix", words.Counted(2)),
		"Wait an hour, then check again.":   spoken.Say("network.limited.fix"),
		"1 row: 1 ready.":                   spoken.Say("batch.count", words.Counted(1), words.Values{"Ready": "1"}),
		"1 of 1 done":                       spoken.Say("terminal.progress", words.Counted(1), words.Values{"Done": "1"}),
	} {
		if said != wanted {
			t.Errorf("%q, not %q", said, wanted)
		}
	}
}

// TestADeadlineOfMetaIsADay, the same one in every zone, and its number is written as the
// language writes the first.
func TestADeadlineOfMetaIsADay(t *testing.T) {
	now := time.Date(2026, time.November, 21, 9, 12, 0, 0, time.UTC)
	deadline := time.Date(2027, time.January, 1, 0, 0, 0, 0, time.UTC)
	for language, want := range map[string]string{
		"en": "Friday, 1 January 2027", "fr": "vendredi 1er janvier 2027", "pt-BR": "1º de janeiro de 2027 (sexta-feira)",
	} {
		for _, zone := range []*time.Location{time.UTC, time.FixedZone("west", -8*3600), time.FixedZone("east", 8*3600)} {
			spoken, err := words.New(zone, language)
			if err != nil {
				t.Fatal(err)
			}
			if got := spoken.Date(deadline, now); got != want {
				t.Errorf("%s in %s: %q, not %q", language, zone, got, want)
			}
		}
	}
}

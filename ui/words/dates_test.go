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

package reminder

import (
	"cmp"
	"context"
	"slices"
	"time"

	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// Days are how long before its end a token is reminded of, longest first.
var Days = []int{14, 7, 3, 1}

const day = 24 * time.Hour

// Kind is what ends.
type Kind string

// The kinds of end.
const (
	Token Kind = "token" // Graph takes the token no more
	Data  Kind = "data"  // Graph takes it, and gives no data for it
)

// AllKinds lists what can end.
func AllKinds() []Kind {
	return []Kind{Token, Data}
}

// End is a moment at which a saved token stops being of use.
type End struct {
	Entry vault.Entry
	Kind  Kind
	At    time.Time
}

// Ends lists the ends of saved tokens that are still to come, the nearest
// first. A token that never expires has none, and access to data that ends
// after the token itself makes no difference.
func Ends(entries []vault.Entry, now time.Time) []End {
	var ends []End
	for _, entry := range entries {
		token, data := entry.ExpiresAt, entry.DataAccessExpiresAt
		if token.After(now) {
			ends = append(ends, End{entry, Token, token})
		}
		if data.After(now) && (token.IsZero() || data.Before(token)) {
			ends = append(ends, End{entry, Data, data})
		}
	}
	slices.SortStableFunc(ends, func(a, b End) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Entry.Name, b.Entry.Name))
	})
	return ends
}

// Reminder is an end that a person should hear of now.
type Reminder struct {
	End
	Days int // the one of Days that was passed: the end is no further off than that
}

// Told is one reminder that was given.
type Told struct {
	Name string    `json:"name"`
	Kind Kind      `json:"kind"`
	At   time.Time `json:"at"`
	Days int       `json:"days"`
}

// Due returns what to remind of at a moment, and what has been told with that
// done. told is what was told before. Each end is reminded of once for each of
// Days; who was away for several hears of the nearest only. A token with
// another end than before is a new one. What has passed, or is saved no more,
// is forgotten.
func Due(entries []vault.Entry, told []Told, now time.Time) ([]Reminder, []Told) {
	var due []Reminder
	var known []Told
	for _, end := range Ends(entries, now) {
		days := nearest(end.At.Sub(now))
		if days == 0 {
			continue
		}
		at := slices.IndexFunc(told, func(t Told) bool {
			return t.Name == end.Entry.Name && t.Kind == end.Kind && t.At.Equal(end.At) && t.Days <= days
		})
		if at >= 0 {
			known = append(known, told[at])
			continue
		}
		due = append(due, Reminder{End: end, Days: days})
		known = append(known, Told{end.Entry.Name, end.Kind, end.At, days})
	}
	return due, known
}

// nearest is the smallest of Days that is not shorter than what is left; 0 when
// more is left than any.
func nearest(left time.Duration) int {
	found := 0
	for _, days := range Days {
		if left <= time.Duration(days)*day {
			found = days
		}
	}
	return found
}

// File is where a folder remembers what was told. It holds names and dates.
func File(folder *files.Folder) files.File[[]Told] {
	return files.File[[]Told]{Folder: folder, Name: "reminders.json", Schema: "latchkey.reminders", Version: 1}
}

// Remind is Due with what was told read from the folder and written back in one
// step, so that two windows do not both remind. Errors are *files.Error.
func Remind(ctx context.Context, folder *files.Folder, entries []vault.Entry, now time.Time) ([]Reminder, error) {
	var due []Reminder
	err := File(folder).Update(ctx, func(told *[]Told) error {
		due, *told = Due(entries, *told, now)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return due, nil
}

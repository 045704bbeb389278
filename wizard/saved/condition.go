package saved

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// Condition is what a saved token's card says, from the index alone.
type Condition string

// The conditions of a saved token, worst first.
const (
	Ended      Condition = "ended"       // its date is past
	Broken     Condition = "broken"      // the last check found something to fix
	EndsSoon   Condition = "ends_soon"   // within 14 days
	WithAdvice Condition = "with_advice" // works, with a word of advice
	Works      Condition = "works"
	Unchecked  Condition = "unchecked"
)

// AllConditions lists the conditions, worst first.
func AllConditions() []Condition {
	return []Condition{Ended, Broken, EndsSoon, WithAdvice, Works, Unchecked}
}

const endsSoon = 14 * 24 * time.Hour

// ConditionOf says how a saved token stands at a moment.
func ConditionOf(entry vault.Entry, now time.Time) Condition {
	end := EndOf(entry)
	switch {
	case !end.IsZero() && !end.After(now):
		return Ended
	case entry.Verdict == string(check.NotReady):
		return Broken
	case !end.IsZero() && end.Sub(now) < endsSoon:
		return EndsSoon
	case entry.Verdict == string(check.Attention):
		return WithAdvice
	case entry.Verdict == string(check.Ready):
		return Works
	}
	return Unchecked
}

// byUrgency orders conditions: what needs the person comes first.
var byUrgency = map[Condition]int{Ended: 0, Broken: 1, EndsSoon: 2, WithAdvice: 3, Unchecked: 3, Works: 3}

// Sorted orders saved tokens as Home shows them: those that have ended, do not
// work or end soon first, the nearest end at the top, then the others by name.
func Sorted(entries []vault.Entry, now time.Time) []vault.Entry {
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, func(a, b vault.Entry) int {
		first, second := ConditionOf(a, now), ConditionOf(b, now)
		if order := cmp.Compare(byUrgency[first], byUrgency[second]); order != 0 {
			return order
		}
		if first == EndsSoon {
			return EndOf(a).Compare(EndOf(b))
		}
		return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return sorted
}

// Matching lists the saved tokens in whose name, number or app a text occurs.
func Matching(entries []vault.Entry, text string) []vault.Entry {
	text = strings.ToLower(strings.TrimSpace(text))
	var matching []vault.Entry
	for _, entry := range entries {
		about := strings.ToLower(entry.Name + " " + NumberOf(entry) + " " + entry.AppName)
		if text == "" || strings.Contains(about, text) {
			matching = append(matching, entry)
		}
	}
	return matching
}

// EndOf is when a saved token, or its access to data, ends; zero for never and
// for not known.
func EndOf(entry vault.Entry) time.Time {
	end := entry.ExpiresAt
	if data := entry.DataAccessExpiresAt; !data.IsZero() && (end.IsZero() || data.Before(end)) {
		end = data
	}
	return end
}

// NumberOf is the phone number that a saved token is for, as people write it.
func NumberOf(entry vault.Entry) string {
	for _, account := range entry.Accounts {
		for _, phone := range account.Phones {
			if phone.ID == entry.PhoneID || entry.PhoneID == "" {
				return phone.Display
			}
		}
	}
	return ""
}

// WithoutDate is why a saved token has no date for a calendar, by the id of its
// words: it has ended, never does, or nobody knows. "" where it has one.
func WithoutDate(entry vault.Entry, now time.Time) string {
	switch end := EndOf(entry); {
	case !end.IsZero() && !end.After(now):
		return "ended"
	case !end.IsZero():
		return ""
	case entry.NeverExpires:
		return "never"
	}
	return "not_known"
}

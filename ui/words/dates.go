package words

import (
	"math"
	"strconv"
	"time"
)

// Date names a day and an hour as a person would: "Friday, 27 November, at
// 14:00", with the year where it is not this one. Midnight in UTC is what Meta's
// deadlines are written as: a day, the same everywhere, without an hour.
func (w *Words) Date(moment, now time.Time) string {
	thisYear, otherYear, zone := "date.this_year", "date.other_year", w.zone
	if moment.Equal(moment.Truncate(24 * time.Hour)) {
		thisYear, otherYear, zone = "date.day_this_year", "date.day_other_year", time.UTC
	}
	moment, now = moment.In(zone), now.In(zone)
	if moment.Year() != now.Year() {
		return w.Say(otherYear, w.dateValues(moment))
	}
	return w.Say(thisYear, w.dateValues(moment))
}

// When names a moment by how far it is from now: "in 20 seconds", "today at
// 14:00", "tomorrow at 14:00", else "on" and what Date says.
func (w *Words) When(moment, now time.Time) string {
	if near := w.near(moment, now); near != "" {
		return near
	}
	return w.Say("date.on", Values{"Date": w.Date(moment, now)})
}

// Until is When for behind the word "until".
func (w *Words) Until(moment, now time.Time) string {
	if near := w.near(moment, now); near != "" {
		return near
	}
	return w.Date(moment, now)
}

// near names a moment of these days; "" for all others.
func (w *Words) near(moment, now time.Time) string {
	if left := moment.Sub(now); left > 0 && left < time.Minute {
		return w.Say("date.in_seconds", Counted(int(math.Ceil(left.Seconds()))))
	}
	day := ""
	switch daysBetween(now.In(w.zone), moment.In(w.zone)) {
	case 0:
		day = "today"
	case 1:
		day = "tomorrow"
	case -1:
		day = "yesterday"
	default:
		return ""
	}
	return w.Say("date."+day, w.dateValues(moment.In(w.zone)))
}

// Left says how long it is until a moment: "6 days left"; "" once it is past.
func (w *Words) Left(moment, now time.Time) string {
	days := daysBetween(now.In(w.zone), moment.In(w.zone))
	switch {
	case !moment.After(now):
		return ""
	case days <= 1:
		hours := int(moment.Sub(now).Hours())
		if hours < 1 {
			return w.Say("date.left_minutes")
		}
		return w.Say("date.left_hours", Counted(hours))
	}
	return w.Say("date.left_days", Counted(days))
}

func (w *Words) dateValues(moment time.Time) Values {
	day := strconv.Itoa(moment.Day())
	if moment.Day() == 1 {
		day = w.Say("date.first") // "1er janvier"
	}
	return Values{
		"Weekday": w.Say("date.weekday." + strconv.Itoa(int(moment.Weekday()))),
		"Day":     day,
		"Month":   w.Say("date.month." + strconv.Itoa(int(moment.Month()))),
		"Year":    strconv.Itoa(moment.Year()),
		"Time":    moment.Format(w.Say("date.clock")),
	}
}

// daysBetween counts midnights, not hours.
func daysBetween(from, to time.Time) int {
	day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return int(day(to).Sub(day(from)) / (24 * time.Hour))
}

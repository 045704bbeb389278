package reminder_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/wizard/files"
	"latchkey/wizard/reminder"
	"latchkey/wizard/vault"
)

var start = time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)

const day = 24 * time.Hour

// asText is a list of reminders as name, kind and days.
func asText(due []reminder.Reminder) string {
	var all []string
	for _, one := range due {
		all = append(all, fmt.Sprintf("%s %s %d", one.Entry.Name, one.Kind, one.Days))
	}
	return strings.Join(all, ", ")
}

func TestEachEndIsRemindedOfOncePerThreshold(t *testing.T) {
	entries := []vault.Entry{
		{Name: "never", NeverExpires: true},
		{Name: "not known"},
		{Name: "sixty days", ExpiresAt: start.Add(60 * day), DataAccessExpiresAt: start.Add(90 * day)},
		{Name: "data only", NeverExpires: true, DataAccessExpiresAt: start.Add(50 * day)},
		{Name: "ended", ExpiresAt: start.Add(-day)},
	}
	heard := map[int]string{}
	var told []reminder.Told
	for hour := 0; hour <= 24*95; hour++ {
		var due []reminder.Reminder
		due, told = reminder.Due(entries, told, start.Add(time.Duration(hour)*time.Hour))
		if len(due) > 0 {
			heard[hour/24] += asText(due)
		}
	}
	wanted := map[int]string{
		36: "data only data 14", 43: "data only data 7", 47: "data only data 3", 49: "data only data 1",
		46: "sixty days token 14", 53: "sixty days token 7", 57: "sixty days token 3", 59: "sixty days token 1",
	}
	if fmt.Sprint(heard) != fmt.Sprint(wanted) {
		t.Errorf("reminded\n%v, not\n%v", heard, wanted)
	}
	if len(told) > 0 {
		t.Errorf("what has passed is remembered: %v", told)
	}
}

func TestWhoWasAwayHearsOfTheNearestOnly(t *testing.T) {
	entries := []vault.Entry{{Name: "shop", ExpiresAt: start.Add(60 * day)}}
	due, told := reminder.Due(entries, nil, start.Add(58*day))
	if asText(due) != "shop token 3" {
		t.Errorf("reminded of %s", asText(due))
	}
	if due, _ = reminder.Due(entries, told, start.Add(57*day)); len(due) > 0 {
		t.Errorf("the clock went back a day, and again: %s", asText(due))
	}
	if due, _ = reminder.Due(entries, told, start.Add(59*day)); asText(due) != "shop token 1" {
		t.Errorf("then reminded of %s", asText(due))
	}
}

func TestRenewedTokenIsANewOne(t *testing.T) {
	old := []vault.Entry{{Name: "shop", ExpiresAt: start.Add(2 * day)}}
	_, told := reminder.Due(old, nil, start)
	renewed := []vault.Entry{{Name: "shop", ExpiresAt: start.Add(62 * day)}}
	due, told := reminder.Due(renewed, told, start)
	if len(due) > 0 || len(told) > 0 {
		t.Errorf("after renewing: %s, remembered %v", asText(due), told)
	}
	if due, _ = reminder.Due(renewed, told, start.Add(60*day)); asText(due) != "shop token 3" {
		t.Errorf("later: %s", asText(due))
	}
}

// TestTwoWindowsRemindOnce: what was told is kept in a file, and read and
// written in one step.
func TestTwoWindowsRemindOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "latchkey")
	entries := []vault.Entry{{Name: "shop", ExpiresAt: start.Add(2 * day)}}
	var mutex sync.Mutex
	var windows sync.WaitGroup
	reminded := 0
	for range 8 {
		windows.Go(func() {
			due, err := reminder.Remind(t.Context(), files.Open(path, nil), entries, start)
			mutex.Lock()
			defer mutex.Unlock()
			if err != nil {
				t.Error(err)
			}
			reminded += len(due)
		})
	}
	windows.Wait()
	if reminded != 1 {
		t.Errorf("reminded %d times", reminded)
	}
	if _, err := os.Stat(filepath.Join(path, "reminders.json")); err != nil {
		t.Error(err)
	}
}

package graph

import (
	"strconv"
	"strings"
	"time"
)

// versionEnds is the last day of each version, as Meta's changelog names it;
// the zero time where none is named yet.
// Source: developers.facebook.com, graph-api/changelog, read in November 2026.
var versionEnds = map[string]time.Time{
	"v21.0": time.Date(2027, time.January, 21, 0, 0, 0, 0, time.UTC),
	"v22.0": time.Date(2027, time.May, 20, 0, 0, 0, 0, time.UTC),
	"v23.0": time.Date(2027, time.October, 8, 0, 0, 0, 0, time.UTC),
	"v24.0": time.Date(2028, time.February, 18, 0, 0, 0, 0, time.UTC),
	"v25.0": time.Date(2028, time.July, 29, 0, 0, 0, 0, time.UTC),
	"v26.0": {},
}

const oldestLiving = 21

// VersionEnd tells when a version of the Graph API ends. known is false for a
// version that this program has never heard of; a version that ended before
// this program was written gives the Unix epoch.
func VersionEnd(version string) (end time.Time, known bool) {
	if end, listed := versionEnds[version]; listed {
		return end, true
	}
	if IsVersion(version) && major(version) < oldestLiving {
		return time.Unix(0, 0).UTC(), true
	}
	return time.Time{}, false
}

// IsLaterVersion reports whether a version of the Graph API came out after
// another. Of something that is no version it says no.
func IsLaterVersion(version, than string) bool {
	return IsVersion(version) && IsVersion(than) && major(version) > major(than)
}

// major is the number of a version, which Meta counts up with each: 25 of v25.0.
func major(version string) int {
	digits, _, _ := strings.Cut(strings.TrimPrefix(version, "v"), ".")
	number, _ := strconv.Atoi(digits)
	return number
}

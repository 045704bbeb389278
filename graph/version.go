package graph

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Version is one version of the Graph API, and what it can do.
type Version struct {
	Name string
	End  time.Time // its last day; zero where Meta has named none
	// SolutionTokens: Meta has published that it gives the tokens of a
	// Multi-Partner Solution.
	SolutionTokens bool
}

// DefaultVersion is the version asked for when none is named.
const DefaultVersion = "v25.0"

// versions are those that answer, oldest first. Whatever differs between
// versions is read from here: by the client, the checks and the sandbox.
// v26.0 ends by Meta's rule, two years after the version that follows it.
// Source: developers.facebook.com, graph-api/changelog and the announcement of
// v27.0 of 4 November 2026;
// github.com/facebook/openapi for the tokens of solutions.
var versions = []Version{
	{Name: "v21.0", End: lastDay(2027, time.January, 21)},
	{Name: "v22.0", End: lastDay(2027, time.May, 20)},
	{Name: "v23.0", End: lastDay(2027, time.October, 8), SolutionTokens: true},
	{Name: "v24.0", End: lastDay(2028, time.February, 18), SolutionTokens: true},
	{Name: "v25.0", End: lastDay(2028, time.July, 29), SolutionTokens: true},
	{Name: "v26.0", End: lastDay(2028, time.November, 4)},
	{Name: "v27.0"},
}

func lastDay(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// Versions lists the versions that answer, oldest first.
func Versions() []Version { return slices.Clone(versions) }

// FindVersion looks a version up by its name; known is false for one that this
// program has never heard of, and for one that answers no more.
func FindVersion(name string) (version Version, known bool) {
	for _, version := range versions {
		if version.Name == name {
			return version, true
		}
	}
	return Version{}, false
}

// VersionEnd tells when a version of the Graph API ends. known is false for a
// version that this program has never heard of; a version that ended before
// this program was written gives the Unix epoch.
func VersionEnd(name string) (end time.Time, known bool) {
	if version, listed := FindVersion(name); listed {
		return version.End, true
	}
	if IsLaterVersion(versions[0].Name, name) {
		return time.Unix(0, 0).UTC(), true
	}
	return time.Time{}, false
}

// IsLaterVersion reports whether a version of the Graph API came out after
// another. Of something that is no version it says no.
func IsLaterVersion(version, than string) bool {
	return IsVersion(version) && IsVersion(than) && major(version) > major(than)
}

// SolutionVersions names the first and the last version that gives the tokens
// of a Multi-Partner Solution.
func SolutionVersions() (first, last string) {
	for _, version := range versions {
		if version.SolutionTokens && first == "" {
			first = version.Name
		}
		if version.SolutionTokens {
			last = version.Name
		}
	}
	return first, last
}

// major is the number of a version, which Meta counts up with each: 25 of v25.0.
func major(version string) int {
	digits, _, _ := strings.Cut(strings.TrimPrefix(version, "v"), ".")
	number, _ := strconv.Atoi(digits)
	return number
}

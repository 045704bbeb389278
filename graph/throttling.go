package graph

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// regainAfter is how long Graph lets no calls through, as its
// X-Business-Use-Case-Usage header estimates in minutes:
// {"<id>":[{…,"estimated_time_to_regain_access":19}]}. What cannot be read
// counts as absent.
// Source: developers.facebook.com, graph-api/overview/rate-limiting.
func regainAfter(header http.Header) time.Duration {
	const longest = 24 * 60
	var businesses map[string][]map[string]any
	if json.Unmarshal([]byte(header.Get("X-Business-Use-Case-Usage")), &businesses) != nil {
		return 0
	}
	var minutes float64
	for _, useCases := range businesses {
		for _, useCase := range useCases {
			if estimate, ok := useCase["estimated_time_to_regain_access"].(float64); ok {
				minutes = max(minutes, min(estimate, longest))
			}
		}
	}
	return time.Duration(minutes * float64(time.Minute))
}

// waitAsked is how long an answer asks to wait: Retry-After in seconds or as a
// date, else the usage header's estimate, else zero.
func waitAsked(header http.Header, now time.Time) time.Duration {
	const longest = 24 * time.Hour
	text := strings.TrimSpace(header.Get("Retry-After"))
	if seconds, err := strconv.Atoi(text); err == nil && seconds >= 0 {
		return min(time.Duration(min(seconds, 1<<20))*time.Second, longest)
	}
	if date, err := http.ParseTime(text); err == nil && date.After(now) {
		return min(date.Sub(now), longest)
	}
	return regainAfter(header)
}

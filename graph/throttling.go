package graph

import (
	"encoding/json"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// usage is what Graph's throttling headers tell.
// Source: developers.facebook.com, graph-api/overview/rate-limiting.
type usage struct {
	percent     int           // of the limit used, the highest of all named
	regainAfter time.Duration // until calls are let through again, 0 if not throttled
}

// usageOf reads X-App-Usage {"call_count":28,…} in percent and
// X-Business-Use-Case-Usage {"<id>":[{…,"estimated_time_to_regain_access":19}]}
// in percent and minutes. What cannot be read counts as absent.
func usageOf(header http.Header) usage {
	var result usage
	var app map[string]any
	if json.Unmarshal([]byte(header.Get("X-App-Usage")), &app) == nil {
		result.take(app)
	}
	var businesses map[string][]map[string]any
	if json.Unmarshal([]byte(header.Get("X-Business-Use-Case-Usage")), &businesses) == nil {
		for _, useCases := range businesses {
			for _, useCase := range useCases {
				result.take(useCase)
			}
		}
	}
	return result
}

func (u *usage) take(fields map[string]any) {
	const longest = 24 * 60
	for name, value := range fields {
		number, ok := value.(float64)
		if !ok || math.IsNaN(number) || number <= 0 {
			continue
		}
		switch name {
		case "call_count", "total_time", "total_cputime":
			u.percent = max(u.percent, int(min(number, 1000)))
		case "estimated_time_to_regain_access":
			u.regainAfter = max(u.regainAfter, time.Duration(min(number, longest)*float64(time.Minute)))
		}
	}
}

// waitAsked is how long an answer asks to wait: Retry-After in seconds or as a
// date, else the usage headers' estimate, else zero.
func waitAsked(header http.Header, now time.Time) time.Duration {
	const longest = 24 * time.Hour
	text := strings.TrimSpace(header.Get("Retry-After"))
	if seconds, err := strconv.Atoi(text); err == nil && seconds >= 0 {
		return min(time.Duration(min(seconds, 1<<20))*time.Second, longest)
	}
	if date, err := http.ParseTime(text); err == nil && date.After(now) {
		return min(date.Sub(now), longest)
	}
	return usageOf(header).regainAfter
}

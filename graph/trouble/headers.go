package trouble

import (
	"strconv"
	"time"

	"latchkey/graph/value"
)

var (
	statusLine = value.Pattern(`(?m)^[<\s]*HTTP/\d(?:\.\d)? (\d{3})\b`)
	// statusField is the status as dumps and sentences write it.
	statusField = value.Pattern(`(?i)(?:\bstatus(?:[ _]?code)?\\*["']?\s*(?:=>|[:=])?\s*|\bHTTP[ _]?(?:code|error)?["']?:?\s*)([45]\d\d)\b`)
	retryLine   = value.Pattern(`(?mi)^[<\s]*retry-after:\s*(\d{1,6})\s*$`)
)

// headers reads what stands above an error in curl's output: the last status
// line, and Retry-After below it.
func (s *errorSearch) headers(hit hit) {
	const farthest = 16 << 10
	above := hit.text[max(0, hit.start-farthest):hit.start]
	lines := statusLine().FindAllStringSubmatchIndex(above, -1)
	if len(lines) == 0 {
		if status := statusField().FindStringSubmatch(near(hit.text, hit.start)); status != nil && hit.error.Trouble() == Unknown {
			hit.error.HTTPStatus, _ = strconv.Atoi(status[1])
		}
		return
	}
	last := lines[len(lines)-1]
	hit.error.HTTPStatus, _ = strconv.Atoi(above[last[2]:last[3]])
	if line := retryLine().FindStringSubmatch(above[last[1]:]); line != nil {
		seconds, _ := strconv.Atoi(line[1])
		hit.error.RetryAfter = time.Duration(seconds) * time.Second
	}
}

// near is the text around a place, as far as a dump shows an answer's status.
func near(text string, at int) string {
	const before, after = 600, 900
	return text[max(0, at-before):min(len(text), at+after)]
}

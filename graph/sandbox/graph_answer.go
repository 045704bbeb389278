package sandbox

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// callsAnHour is the limit of an active account (developers.facebook.com:
// graph-api/overview/rate-limiting); usage headers are percents of it.
const callsAnHour = 5000

func newTrace() string { return "A" + rand.Text()[:22] }

// answer writes a body, or the error in its place, with the headers live Graph
// sends.
func (c *call) answer(w http.ResponseWriter, body any, err *failure) {
	status, trace := http.StatusOK, newTrace()
	if err != nil {
		status, body = err.status, err.body(trace)
		if seen, ok := w.(*recorder); ok {
			seen.code = err.code
		}
	}
	header := w.Header()
	// Live Graph calls its JSON JavaScript.
	header.Set("Content-Type", "text/javascript; charset=UTF-8")
	header.Set("Cache-Control", "private, no-cache, no-store, must-revalidate")
	header.Set("Date", c.now.UTC().Format(http.TimeFormat))
	header.Set("Facebook-Api-Version", c.version)
	header.Set("X-Fb-Trace-Id", trace)
	header.Set("X-Fb-Request-Id", newTrace())
	c.usage(header, err)
	if err != nil && err.unpractised {
		header.Set("X-Practice", "not-practised")
	}
	if err != nil && err.code == 190 {
		header.Set("WWW-Authenticate", fmt.Sprintf(`OAuth "Facebook Platform" "invalid_token" %q`, err.message))
	}
	encoded, encodeErr := json.Marshal(body)
	if encodeErr != nil {
		http.Error(w, "The practice server could not write its answer.", http.StatusInternalServerError)
		return
	}
	header.Set("Content-Length", strconv.Itoa(len(encoded)))
	w.WriteHeader(status)
	_, _ = w.Write(encoded)
}

// usage sets the two headers that tell how much of the limits is used up.
func (c *call) usage(header http.Header, err *failure) {
	if c.token == nil {
		return
	}
	used, regain := c.used, 0
	if err != nil && err.regainMinutes > 0 {
		used, regain = 100, err.regainMinutes
	}
	header.Set("X-App-Usage", fmt.Sprintf(`{"call_count":%d,"total_cputime":0,"total_time":0}`, used))
	if strings.Trim(c.node, "0123456789") != "" {
		return
	}
	header.Set("X-Business-Use-Case-Usage", fmt.Sprintf(
		`{%q:[{"type":"whatsapp_business_management","call_count":%d,"total_cputime":0,"total_time":0,"estimated_time_to_regain_access":%d}]}`,
		c.node, used, regain))
}

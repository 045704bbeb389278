package tour

import (
	"encoding/json"
	"net/url"
	"time"

	"latchkey/wizard/check"
)

// report is what the tour reads of "latchkey check --json".
type report struct {
	Token struct {
		ExpiresAt *time.Time `json:"expires_at"`
	}
	Checks []struct {
		ID     check.ID
		Status check.Status
	}
}

// check runs "latchkey check" with the token on standard input.
func (d *desktop) check(token, graph string) (code int, found report) {
	d.t.Helper()
	path, err := program()
	if err != nil {
		d.t.Fatal(err)
	}
	printed, code := d.ask(token, path, "check", "--json", "--graph-url", graph)
	if err := json.Unmarshal([]byte(printed), &found); err != nil {
		d.t.Fatalf("the report is no JSON: %v", err)
	}
	return code, found
}

// failed lists the checks that failed.
func (r report) failed() (failed []check.ID) {
	for _, row := range r.Checks {
		if row.Status == check.Fail {
			failed = append(failed, row.ID)
		}
	}
	return failed
}

// lasts is how long the token still works, 0 when no end is told.
func (r report) lasts() time.Duration {
	if r.Token.ExpiresAt == nil {
		return 0
	}
	return time.Until(*r.Token.ExpiresAt)
}

// pretendGraph is the Graph API that belongs to a page of the rehearsal.
func pretendGraph(page string) string {
	opened, err := url.Parse(page)
	if err != nil {
		return ""
	}
	return opened.Scheme + "://" + opened.Host
}

package graph

import (
	"encoding/json"
	"testing"
)

// TestANameStaysOnItsLine: whoever chose it cannot steer a terminal with it,
// begin a line of their own or turn one around.
func TestANameStaysOnItsLine(t *testing.T) {
	for written, want := range map[string]string{
		`"Corner Bakery"`:                     "Corner Bakery",
		`"Bäckerei \u0645\u062e\u0628\u0632"`: "Bäckerei مخبز",
		`"\u001b[2Jgone\u0007"`:               "[2Jgone",
		`"first\r\nsecond\tthird"`:            "first second third",
		`"first\u2028second"`:                 "first second",
		`"\u202eyrekaB\u202c \u200fR"`:        "yrekaB R",
		`"\u009b31mred"`:                      "31mred",
	} {
		var text Text
		if err := json.Unmarshal([]byte(written), &text); err != nil || string(text) != want {
			t.Errorf("%s is shown as %q (%v), not %q", written, text, err, want)
		}
	}
}

package value

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
		`"\u001b[2Jgone\u0007"`:               "gone",
		`"first\r\nsecond\tthird"`:            "first second third",
		`"first\u2028second"`:                 "first second",
		`"\u202eyrekaB\u202c \u200fR"`:        "yrekaB R",
		`"\u009b31mred"`:                      "red",
	} {
		var text Text
		if err := json.Unmarshal([]byte(written), &text); err != nil || string(text) != want {
			t.Errorf("%s is shown as %q (%v), not %q", written, text, err, want)
		}
	}
}

func TestANumberIsReadHoweverItIsWritten(t *testing.T) {
	for written, want := range map[string]Number{
		`190`: {190, true}, `"190"`: {190, true}, `1.795e9`: {1_795_000_000, true}, `1795000000.0`: {1_795_000_000, true},
		`0`: {0, true}, `-1`: {-1, true}, `1.5`: {}, `1e300`: {}, `"soon"`: {}, `null`: {}, `{}`: {}, `""`: {}, `"NaN"`: {}, `"Inf"`: {},
	} {
		var number Number
		if err := json.Unmarshal([]byte(written), &number); err != nil || number != want {
			t.Errorf("%s is read as %+v (%v), not %+v", written, number, err, want)
		}
	}
}

package graphics_test

import (
	"testing"

	"latchkey/ui/graphics"
)

func TestWhichVersionsAreEnough(t *testing.T) {
	for version, want := range map[string]struct {
		enough bool
		short  string
	}{
		"":                               {false, ""},
		"unknown":                        {false, ""},
		"2":                              {false, ""},
		"1.1.0":                          {false, "1.1"}, // Windows without a driver
		"1.4 (2.1 Mesa 7.0.1)":           {false, "1.4"}, // by the wire of an X server: what counts is in front
		"1.5.0 - Build 7.14.10.4926":     {false, "1.5"},
		"2.0.6645 WinXP Release":         {false, "2.0"},
		"OpenGL ES 3.2 Mesa 22.3.6":      {false, ""},
		"2.1.0 - Build 8.15.10.2141":     {true, "2.1"},
		"2.1 INTEL-10.4.14":              {true, "2.1"},
		"3.0 Mesa 20.1.0":                {true, "3.0"},
		"4.6.0 NVIDIA 535.183":           {true, "4.6"},
		"4.6 (Compatibility Profile) Me": {true, "4.6"},
		"10.0":                           {true, "10.0"},
	} {
		if got := graphics.Enough(version); got != want.enough {
			t.Errorf("%q is enough: %v", version, got)
		}
		if got := graphics.Short(version); got != want.short {
			t.Errorf("%q is said as %q", version, got)
		}
	}
	if !graphics.Enough(graphics.Needed) {
		t.Error("what is needed is not enough")
	}
}

package shell

import (
	"image"
	"testing"
)

func TestAWindowIsBroughtBackOntoItsScreen(t *testing.T) {
	free := image.Rect(0, 24, 1280, 900)
	tests := map[string]struct{ window, want image.Rectangle }{
		"on the screen":      {image.Rect(50, 60, 950, 700), image.Rect(50, 60, 950, 700)},
		"beyond its corner":  {image.Rect(900, 700, 1800, 1340), image.Rect(380, 260, 1280, 900)},
		"above it":           {image.Rect(10, -30, 910, 610), image.Rect(10, 24, 910, 664)},
		"on one that is off": {image.Rect(-3000, 100, -2100, 740), image.Rect(0, 100, 900, 740)},
		"larger than it":     {image.Rect(-100, 0, 1900, 1400), free},
	}
	for name, tt := range tests {
		if got := within(tt.window, free); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

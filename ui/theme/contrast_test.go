package theme_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"latchkey/ui/theme"
)

// The least contrast of text, and of signs, fields' edges and the focus ring (WCAG 2.2,
// 1.4.3 and 1.4.11).
const (
	text = 4.5
	sign = 3.0
)

// TestContrast goes through every pair of colours that the widgets and pictures put on each
// other.
func TestContrast(t *testing.T) {
	pairs := []struct {
		front, behind fyne.ThemeColorName
		least         float64
	}{
		{theme.ColorNameText, theme.ColorNameBackground, text},
		{theme.ColorNameText, theme.ColorNameSurface, text},
		{theme.ColorNameText, theme.ColorNameSurfaceHover, text},
		{theme.ColorNameText, theme.ColorNameFineBehind, text},
		{theme.ColorNameText, theme.ColorNameToFixBehind, text},
		{theme.ColorNameText, theme.ColorNameAdviceBehind, text},
		{theme.ColorNameText, theme.ColorNameQuietBehind, text},
		{theme.ColorNameQuietText, theme.ColorNameBackground, text},
		{theme.ColorNameQuietText, theme.ColorNameSurface, text},
		{theme.ColorNameQuietText, theme.ColorNameSurfaceHover, text},
		{theme.ColorNameQuietText, theme.ColorNameQuietBehind, text},
		{theme.ColorNameQuietText, theme.ColorNameFineBehind, text},
		{theme.ColorNameQuietText, theme.ColorNameToFixBehind, text},
		{theme.ColorNameQuietText, theme.ColorNameAdviceBehind, text},
		{theme.ColorNameQuietText, theme.ColorNameQuietBehind, text},
		{theme.ColorNameOnAccent, theme.ColorNameAccent, text},
		{theme.ColorNameOnAccent, theme.ColorNameAccentHover, text},
		{theme.ColorNameAccent, theme.ColorNameBackground, text},
		{theme.ColorNameAccent, theme.ColorNameSurface, text},
		{theme.ColorNameAccent, theme.ColorNameFineBehind, text},
		{theme.ColorNameAccent, theme.ColorNameToFixBehind, text},
		{theme.ColorNameAccent, theme.ColorNameAdviceBehind, text},
		{theme.ColorNameAccent, theme.ColorNameQuietBehind, text},
		{theme.ColorNameFine, theme.ColorNameFineBehind, text},
		{theme.ColorNameFine, theme.ColorNameSurface, text},
		{theme.ColorNameAdvice, theme.ColorNameAdviceBehind, text},
		{theme.ColorNameAdvice, theme.ColorNameSurface, text},
		{theme.ColorNameToFix, theme.ColorNameToFixBehind, text},
		{theme.ColorNameToFix, theme.ColorNameSurface, text},
		{theme.ColorNameSurface, theme.ColorNameToFix, text}, // a button of Danger below the pointer
		{theme.ColorNameOnMarker, theme.ColorNameMarker, text},
		{fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameInputBackground, text},

		{theme.ColorNameFieldLine, theme.ColorNameSurface, sign},
		{theme.ColorNameFieldLine, theme.ColorNameBackground, sign},
		{theme.ColorNameEdge, theme.ColorNameSurface, sign},
		{theme.ColorNameEdge, theme.ColorNameBackground, sign},
		{theme.ColorNameToFix, theme.ColorNameBackground, text},
		{theme.ColorNameFine, theme.ColorNameBackground, sign},
		{theme.ColorNameAdvice, theme.ColorNameBackground, sign},
		{theme.ColorNameMarkerEdge, theme.ColorNameBackground, sign},
		{theme.ColorNameMarkerEdge, theme.ColorNameSurface, sign},
		{fynetheme.ColorNameScrollBar, theme.ColorNameBackground, sign},

		// the focus ring, which is the accent, but on the practice banner
		{theme.ColorNameAccent, theme.ColorNameSurfaceHover, sign},
		{theme.ColorNameOnMarker, theme.ColorNameMarker, sign},
	}
	for name, look := range map[string]*theme.Theme{"light": theme.New(theme.Light, 1), "dark": theme.New(theme.Dark, 1)} {
		for _, pair := range pairs {
			front, behind := look.Color(pair.front, 0), look.Color(pair.behind, 0)
			if got := contrast(front, behind); got < pair.least {
				t.Errorf("%s: %s on %s has %.2f:1, less than %.1f:1", name, pair.front, pair.behind, got, pair.least)
			}
		}
	}
}

// TestFollowsTheSystem tells the system's choice from a person's own.
func TestFollowsTheSystem(t *testing.T) {
	look := theme.New(theme.FollowSystem, 1)
	light, dark := theme.New(theme.Light, 1), theme.New(theme.Dark, 1)
	const anything = fynetheme.VariantLight
	for _, name := range []fyne.ThemeColorName{theme.ColorNameSurface, fynetheme.ColorNameMenuBackground} {
		if look.Color(name, fynetheme.VariantLight) != light.Color(name, anything) {
			t.Errorf("%s is not light on a light system", name)
		}
		if look.Color(name, fynetheme.VariantDark) != dark.Color(name, anything) {
			t.Errorf("%s is not dark on a dark system", name)
		}
	}
}

// TestTextScale: all text doubles, while the space between things does not.
func TestTextScale(t *testing.T) {
	normal, double := theme.New(theme.Light, 1), theme.New(theme.Light, 2)
	for _, name := range []fyne.ThemeSizeName{theme.SizeNameTitle, theme.SizeNameCardTitle, theme.SizeNameText, theme.SizeNameSmall} {
		if double.Size(name) != 2*normal.Size(name) {
			t.Errorf("%s is %v at double size, and %v at normal", name, double.Size(name), normal.Size(name))
		}
	}
	if double.Size(theme.SizeNameGap) != normal.Size(theme.SizeNameGap) {
		t.Error("gaps grow with the text")
	}
	if theme.New(theme.Light, 9).Size(theme.SizeNameText) > 40 {
		t.Error("a senseless text scale is taken as it is")
	}
}

// contrast is the ratio defined by WCAG 2.2.
func contrast(a, b color.Color) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

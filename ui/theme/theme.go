// Package theme holds the colours and sizes of Latchkey's window, light and dark.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Appearance says which of the two sets of colours the window uses.
type Appearance int

// The appearances a person can choose.
const (
	FollowSystem Appearance = iota
	Light
	Dark
)

// Theme is the look of the window. It is never changed once made: to switch, make another
// one and hand it to fyne.Settings.SetTheme.
type Theme struct {
	appearance Appearance
	textScale  float32
	script     func(bold bool) fyne.Resource // of letters that Fyne's own font lacks; nil for none
}

var _ fyne.Theme = (*Theme)(nil)

// New returns the theme with the given appearance. textScale multiplies the size of all
// text and of what must grow with it; 1 is the normal size, 2 is double. Values outside
// 1 to 2.5 are brought back into that range.
func New(appearance Appearance, textScale float32) *Theme {
	return &Theme{appearance: appearance, textScale: min(max(textScale, 1), 2.5)}
}

// Speaking returns the same theme for words in languages, by their tags.
func (t *Theme) Speaking(languages ...string) *Theme {
	speaking := *t
	for _, language := range languages {
		if script, found := scripts[language]; found {
			speaking.script = script
		}
	}
	return &speaking
}

// Color returns the colour of that name. variant counts only when the appearance follows
// the system.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.appearance {
	case Light:
		variant = fynetheme.VariantLight
	case Dark:
		variant = fynetheme.VariantDark
	}
	colours := light
	if variant == fynetheme.VariantDark {
		colours = dark
	}
	if standard, ok := standardColours[name]; ok {
		name = standard
	}
	if c, ok := colours[name]; ok {
		return c
	}
	return fynetheme.DefaultTheme().Color(name, variant)
}

// Font returns Fyne's own font, which is Noto Sans, or the one of a language whose letters that
// lacks: Fyne takes all others from its own beside it.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if t.script != nil && !style.Monospace && !style.Symbol {
		if font := t.script(style.Bold); font != nil {
			return font
		}
	}
	return fynetheme.DefaultTheme().Font(style)
}

// Icon returns Fyne's own icon of that name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// Size returns the size of that name in Fyne's device-independent pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s.scaled(t.textScale)
	}
	return fynetheme.DefaultTheme().Size(name)
}

package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Names of the colours. Those that Fyne's own widgets use too carry Fyne's name.
const (
	ColorNameBackground = fynetheme.ColorNameBackground // behind everything
	ColorNameText       = fynetheme.ColorNameForeground
	ColorNameAccent     = fynetheme.ColorNamePrimary             // main buttons and links
	ColorNameOnAccent   = fynetheme.ColorNameForegroundOnPrimary // text on the accent

	ColorNameSurface     fyne.ThemeColorName = "latchkeySurface" // cards and secondary buttons
	ColorNameQuietText   fyne.ThemeColorName = "latchkeyQuietText"
	ColorNameQuietBehind fyne.ThemeColorName = "latchkeyQuietBehind" // badges without a verdict
	ColorNameLine        fyne.ThemeColorName = "latchkeyLine"        // hairlines and edges of cards
	ColorNameFieldLine   fyne.ThemeColorName = "latchkeyFieldLine"   // edges of what is filled in or ticked
	ColorNameEdge        fyne.ThemeColorName = "latchkeyEdge"        // edges of secondary buttons and of windows in the pictures

	ColorNameAccentHover  fyne.ThemeColorName = "latchkeyAccentHover"
	ColorNameSurfaceHover fyne.ThemeColorName = "latchkeySurfaceHover"

	ColorNameFine         fyne.ThemeColorName = "latchkeyFine"
	ColorNameFineBehind   fyne.ThemeColorName = "latchkeyFineBehind"
	ColorNameAdvice       fyne.ThemeColorName = "latchkeyAdvice"
	ColorNameAdviceBehind fyne.ThemeColorName = "latchkeyAdviceBehind"
	ColorNameToFix        fyne.ThemeColorName = "latchkeyToFix"
	ColorNameToFixBehind  fyne.ThemeColorName = "latchkeyToFixBehind"

	ColorNameMarker     fyne.ThemeColorName = "latchkeyMarker"     // ring in the pictures, practice banner
	ColorNameMarkerEdge fyne.ThemeColorName = "latchkeyMarkerEdge" // thin edge that lifts the ring to 3:1
	ColorNameOnMarker   fyne.ThemeColorName = "latchkeyOnMarker"   // text on the marker

	ColorNameScrim fyne.ThemeColorName = "latchkeyScrim" // dims the page behind a dialog
)

// standardColours leads Fyne's own names, as its entry, menu and scroll bar use them, to ours.
var standardColours = map[fyne.ThemeColorName]fyne.ThemeColorName{
	fynetheme.ColorNameButton:            ColorNameSurface,
	fynetheme.ColorNameDisabled:          ColorNameQuietText,
	fynetheme.ColorNameDisabledButton:    ColorNameQuietBehind,
	fynetheme.ColorNameError:             ColorNameToFix,
	fynetheme.ColorNameFocus:             ColorNameAccent,
	fynetheme.ColorNameHeaderBackground:  ColorNameQuietBehind,
	fynetheme.ColorNameHover:             ColorNameSurfaceHover,
	fynetheme.ColorNameHyperlink:         ColorNameAccent,
	fynetheme.ColorNameInputBackground:   ColorNameSurface,
	fynetheme.ColorNameInputBorder:       ColorNameFieldLine,
	fynetheme.ColorNameMenuBackground:    ColorNameSurface,
	fynetheme.ColorNameOverlayBackground: ColorNameSurface,
	fynetheme.ColorNamePlaceHolder:       ColorNameQuietText,
	fynetheme.ColorNamePressed:           ColorNameSurfaceHover,
	fynetheme.ColorNameScrollBar:         ColorNameFieldLine,
	fynetheme.ColorNameSeparator:         ColorNameLine,
	fynetheme.ColorNameSuccess:           ColorNameFine,
	fynetheme.ColorNameWarning:           ColorNameAdvice,
}

var light = map[fyne.ThemeColorName]color.Color{
	ColorNameBackground:   rgb(0xF5F6F8),
	ColorNameSurface:      rgb(0xFFFFFF),
	ColorNameText:         rgb(0x1A2330),
	ColorNameQuietText:    rgb(0x566373),
	ColorNameQuietBehind:  rgb(0xECEFF3),
	ColorNameLine:         rgb(0xDCE1E8),
	ColorNameFieldLine:    rgb(0x66717F),
	ColorNameEdge:         rgb(0x818B99),
	ColorNameAccent:       rgb(0x2352A0),
	ColorNameAccentHover:  rgb(0x1A3F80),
	ColorNameOnAccent:     rgb(0xFFFFFF),
	ColorNameSurfaceHover: rgb(0xEDF1F8),
	ColorNameFine:         rgb(0x1B7248),
	ColorNameFineBehind:   rgb(0xE6F4EC),
	ColorNameAdvice:       rgb(0x855300),
	ColorNameAdviceBehind: rgb(0xFFF4DB),
	ColorNameToFix:        rgb(0xB0261D),
	ColorNameToFixBehind:  rgb(0xFDECEA),
	ColorNameMarker:       rgb(0xE8912D),
	ColorNameMarkerEdge:   rgb(0xA95C06),
	ColorNameOnMarker:     rgb(0x1A2330),
	ColorNameScrim:        color.NRGBA{R: 0x1A, G: 0x23, B: 0x30, A: 0x66},

	fynetheme.ColorNameSelection: color.NRGBA{R: 0x23, G: 0x52, B: 0xA0, A: 0x33},
	fynetheme.ColorNameShadow:    color.NRGBA{A: 0x12},
}

var dark = map[fyne.ThemeColorName]color.Color{
	ColorNameBackground:   rgb(0x12161C),
	ColorNameSurface:      rgb(0x1B212A),
	ColorNameText:         rgb(0xE8ECF1),
	ColorNameQuietText:    rgb(0xA3AFBD),
	ColorNameQuietBehind:  rgb(0x262E38),
	ColorNameLine:         rgb(0x2F3844),
	ColorNameFieldLine:    rgb(0x8390A5),
	ColorNameEdge:         rgb(0x657083),
	ColorNameAccent:       rgb(0x8DB4F5),
	ColorNameAccentHover:  rgb(0xABC8F9),
	ColorNameOnAccent:     rgb(0x0C1B33),
	ColorNameSurfaceHover: rgb(0x262E3A),
	ColorNameFine:         rgb(0x6CCB96),
	ColorNameFineBehind:   rgb(0x1B2E25),
	ColorNameAdvice:       rgb(0xF0C164),
	ColorNameAdviceBehind: rgb(0x33290F),
	ColorNameToFix:        rgb(0xFF9189),
	ColorNameToFixBehind:  rgb(0x3A1F1E),
	ColorNameMarker:       rgb(0xF2A74B),
	ColorNameMarkerEdge:   rgb(0xF2A74B),
	ColorNameOnMarker:     rgb(0x12161C),
	ColorNameScrim:        color.NRGBA{A: 0x99},

	fynetheme.ColorNameSelection: color.NRGBA{R: 0x8D, G: 0xB4, B: 0xF5, A: 0x44},
	fynetheme.ColorNameShadow:    color.NRGBA{A: 0x40},
}

// Unseen returns the colour so thin that it cannot be seen, to fill shapes of which only the
// line is wanted. Fyne's OpenGL painter blends the line's edge with the fill, and takes
// color.Transparent for black.
func Unseen(c color.Color) color.Color {
	thin := color.NRGBAModel.Convert(c).(color.NRGBA)
	thin.A = 1
	return thin
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

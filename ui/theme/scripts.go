package theme

import (
	"sync"

	"fyne.io/fyne/v2"

	"latchkey/assets"
)

// scripts are the fonts of languages whose letters Fyne's own font lacks, by their tags. Each is
// unpacked when it is first drawn with.
var scripts = map[string]func(bold bool) fyne.Resource{"hi": devanagari}

func devanagari(bold bool) fyne.Resource {
	if bold {
		return devanagariBold()
	}
	return devanagariRegular()
}

var (
	devanagariRegular = sync.OnceValue(func() fyne.Resource { return unpacked("NotoSansDevanagari-Regular.ttf", false) })
	devanagariBold    = sync.OnceValue(func() fyne.Resource { return unpacked("NotoSansDevanagari-Bold.ttf", true) })
)

// unpacked is nil where the font cannot be had: then the system's own is drawn with.
func unpacked(name string, bold bool) fyne.Resource {
	font, err := assets.Devanagari(bold)
	if err != nil {
		return nil
	}
	return fyne.NewStaticResource(name, font)
}

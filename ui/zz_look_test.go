package ui_test

import (
	"image/png"
	"os"
	"strings"
	"testing"
	"strconv"

	"fyne.io/fyne/v2"
	"latchkey/ui/internal/person"
	"latchkey/ui/theme"
)

func TestZZLook(t *testing.T) {
	scale, _ := strconv.ParseFloat(os.Getenv("SCALE"), 64)
	tag := os.Getenv("TAG")
	dir := "/tmp/lead3/look-" + tag + os.Getenv("SCALE") + "/"
	os.MkdirAll(dir, 0o755)
	looks := []theme.Appearance{theme.Light}
	if os.Getenv("DARK") != "" { looks = append(looks, theme.Dark) }
	for _, look := range looks {
		p := person.Sit(t, person.Habits{Appearance: look, Language: tag, TextScale: scale})
		p.Screen.Resize(fyne.NewSize(900, 640))
		tour(p, func(page string) {
			if only := os.Getenv("ONLY"); only != "" && !strings.Contains(page, only) {
				return
			}
			p.Screen.Resize(fyne.NewSize(900, 640))
			f, _ := os.Create(dir + map[theme.Appearance]string{theme.Light: "l-", theme.Dark: "d-"}[look] + strings.NewReplacer(" ", "_", ",", "").Replace(page) + ".png")
			png.Encode(f, p.Screen.Canvas().Capture())
			f.Close()
		})
	}
}

package pictures_test

import (
	"image/color"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"latchkey/ui/pictures"
	"latchkey/ui/theme"
)

func TestMain(m *testing.M) {
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	m.Run()
}

func texts(p *pictures.Picture) []*canvas.Text {
	var found []*canvas.Text
	for _, o := range test.WidgetRenderer(p).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			found = append(found, text)
		}
	}
	return found
}

// TestEveryWordIsShown: a word that is handed in and not drawn would be a word translated in
// vain.
func TestEveryWordIsShown(t *testing.T) {
	for _, scene := range scenes {
		p := pictures.New(scene, "")
		p.Resize(fyne.NewSize(460, 300))
		var drawn []string
		for _, text := range texts(p) {
			drawn = append(drawn, text.Text)
		}
		for _, word := range wordsIn(reflect.ValueOf(scene)) {
			if !strings.Contains(strings.Join(drawn, "\n"), word) {
				t.Errorf("%T does not show %q, but %q", scene, word, drawn)
			}
		}
	}
}

func wordsIn(v reflect.Value) []string {
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Struct:
		var words []string
		for i := range v.NumField() {
			words = append(words, wordsIn(v.Field(i))...)
		}
		return words
	case reflect.Slice:
		var words []string
		for i := range v.Len() {
			words = append(words, wordsIn(v.Index(i))...)
		}
		return words
	}
	return nil
}

func TestPictureKeepsItsShape(t *testing.T) {
	p := pictures.New(scenes[0], "")
	for _, width := range []float32{280, 341, 400} {
		p.Resize(fyne.NewSize(width, 222))
		ratio := width / p.MinSize().Height
		if ratio < 1.52 || ratio > 1.55 {
			t.Errorf("%v wide, it is %v high", width, p.MinSize().Height)
		}
		for _, o := range test.WidgetRenderer(p).Objects() {
			if right := o.Position().X + o.Size().Width; right > width+10 {
				t.Errorf("%v wide, a %T reaches to %v", width, o, right)
			}
		}
	}
}

func TestLongWordsAreCut(t *testing.T) {
	p := pictures.New(pictures.SystemUsers{BusinessSettings: pictures.BusinessSettings{SystemUsers: strings.Repeat("Systembenutzer", 5)}, Add: "+ Add"}, "")
	p.Resize(fyne.NewSize(341, 222))
	for _, text := range texts(p) {
		if text.MinSize().Width > text.Size().Width+0.5 {
			t.Errorf("%q is wider than its place", text.Text)
		}
	}
}

func TestPictureFollowsTheTheme(t *testing.T) {
	w := test.NewTempWindow(t, pictures.New(scenes[0], ""))
	colorOf := func() color.Color { return texts(w.Content().(*pictures.Picture))[1].Color }
	w.Resize(fyne.NewSize(341, 222))
	light := colorOf()
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark, 1))
	defer fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	if colorOf() == light {
		t.Error("the picture stays light")
	}
}

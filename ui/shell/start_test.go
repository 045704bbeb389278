package shell

import (
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"latchkey/ui/words"
)

// countedFonts is a look that counts how often each of its fonts is read.
type countedFonts struct {
	fyne.Theme
	mutex sync.Mutex
	read  map[fyne.TextStyle]int
}

func (c *countedFonts) Font(style fyne.TextStyle) fyne.Resource {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.read[style]++
	return c.Theme.Font(style)
}

func begin(t *testing.T, options Options) *Shell {
	t.Helper()
	say, err := words.New(time.UTC, "en")
	if err != nil {
		t.Fatal(err)
	}
	options.App, options.Words = fyne.CurrentApp(), say
	return New(options)
}

// TestFontsAreReadOnceBeforeThereIsAPage: by then the window is made, which takes as long.
func TestFontsAreReadOnceBeforeThereIsAPage(t *testing.T) {
	app := test.NewTempApp(t)
	fonts := &countedFonts{Theme: theme.DefaultTheme(), read: map[fyne.TextStyle]int{}}
	app.Settings().SetTheme(fonts)
	begin(t, Options{})
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		if read := fonts.read[style]; read != 1 {
			t.Errorf("with the window made, the font of %+v was read %d times", style, read)
		}
		fyne.MeasureText("A page", 25, style)
		if read := fonts.read[style]; read > 1 {
			t.Errorf("a page reads the font of %+v again", style)
		}
	}
}

type blank struct{ Simple }

func (blank) Draw() View { return View{Content: canvas.NewRectangle(nil)} }

// TestMemoryIsGivenBackAfterPages: once for all that come and go within a moment.
func TestMemoryIsGivenBackAfterPages(t *testing.T) {
	test.NewTempApp(t)
	var waiting []func()
	left := 0
	s := begin(t, Options{
		Left:  func() { left++ },
		After: func(_ time.Duration, f func()) func() { waiting = append(waiting, f); return func() {} },
	})
	s.Real.Now = time.Now
	for round := 1; round <= 2; round++ {
		for range 3 {
			s.Show(blank{})
		}
		if len(waiting) != round {
			t.Fatalf("after %d pages, it was waited %d times", 3*round, len(waiting))
		}
		waiting[round-1]()
		if left != round {
			t.Errorf("memory was given back %d times", left)
		}
	}
}

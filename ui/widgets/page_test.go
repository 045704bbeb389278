package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
)

func TestFocusScrollsIntoSight(t *testing.T) {
	column := widgets.NewColumn(10)
	var last *widgets.Button
	for range 20 {
		last = widgets.NewButton(widgets.Secondary, "Check now", nil)
		column.Add(last)
	}
	scroll := widgets.NewScroll(widgets.NewCard(column))
	w := show(t, scroll, 300, 200)
	w.Canvas().Focus(last)
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
	if top < 0 || top+last.Size().Height > 200 {
		t.Errorf("the focused button is at %v of 200", top)
	}
}

func TestPageScrollsByKeyboard(t *testing.T) {
	text := widgets.NewText(strings.Repeat("Nothing here can have the focus. ", 100))
	page := widgets.NewPage(widgets.NewTitle("Read me"), text)
	w := show(t, widgets.Frame{Left: stepList(asWritten, 2), Page: page}.New(), 700, 400)
	widgets.SetPageKeys(w.Canvas(), nil, nil)
	top := func() float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(text).Y }
	before := top()
	w.Canvas().OnTypedKey()(key(fyne.KeyPageDown))
	if top() >= before {
		t.Error("Page Down does not move the page")
	}
	w.Canvas().OnTypedKey()(key(fyne.KeyEnd))
	if bottom := top() + text.Size().Height; bottom > 400 {
		t.Errorf("End leaves the last line at %v of 400", bottom)
	}
	w.Canvas().OnTypedKey()(key(fyne.KeyHome))
	if top() != before {
		t.Error("Home does not go back to the top")
	}
}

// TestNothingLiesOutside: at every look and size of window that must work, no text and no
// button reaches over the right edge.
func TestNothingLiesOutside(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		for name, page := range map[string]func(words) fyne.CanvasObject{
			"home": homePage, "step2": step2Page, "step6": step6Page, "step7": step7Page, "kit": kitPage,
		} {
			wear(t, theme.New(theme.Light, scale))
			w := show(t, page(longer), 900, 640)
			if width := w.Canvas().Size().Width; width > 900 {
				t.Errorf("%s at %v %% needs a window %v wide", name, scale*100, width)
			}
			walkFrom(fyne.Position{}, w.Content(), func(o fyne.CanvasObject, at fyne.Position) {
				switch o.(type) {
				case *widgets.Text, *widgets.Button, *widgets.Badge:
					if right := at.X + o.Size().Width; right > 900 {
						t.Errorf("%s at %v %%: a %T reaches to %v", name, scale*100, o, right)
					}
				}
			})
		}
	}
}

func TestStepsKeepTheirNumbers(t *testing.T) {
	list := widgets.NewStepList("Latchkey", "", widgets.Step{Name: "One", State: widgets.Done},
		widgets.Step{Name: "Two", State: widgets.Skipped}, widgets.Step{Name: "Three", State: widgets.Current}, widgets.Step{Name: "Four"})
	show(t, list, 232, 500)
	if got := drawnText(list); !strings.Contains(got, "✓\nOne\n–\nTwo\n3\nThree\n4\nFour") {
		t.Errorf("the list says %q", got)
	}
}

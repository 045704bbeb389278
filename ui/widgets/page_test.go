package widgets_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"

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

// A place that is filled later, such as for what is wrong, is not seen as a gap before that.
func TestEmptyPlacesLeaveNoGap(t *testing.T) {
	place := widgets.NewColumn(0)
	head := widgets.NewHead("Paste the token", widgets.NewQuietText("It stays hidden."), place)
	show(t, head, 300, 200)
	empty := head.MinSize().Height
	if bare := widgets.NewHead("Paste the token", widgets.NewQuietText("It stays hidden.")); empty != bare.MinSize().Height {
		t.Errorf("with an empty place the head is %v high, without one %v", empty, bare.MinSize().Height)
	}
	place.Add(widgets.NewText("Nothing was pasted."))
	if head.MinSize().Height <= empty+theme.Gap {
		t.Error("what stands above the title has no room")
	}
}

// TestFieldsBesideEachOtherStandLevel, also where the hint of one needs more lines.
func TestFieldsBesideEachOtherStandLevel(t *testing.T) {
	one, other := widgets.NewTextEntry(""), widgets.NewTextEntry("")
	show(t, widgets.NewGrid(2, 16, 200,
		widgets.NewField("Token", "The one to revoke", one),
		widgets.NewField("App secret", strings.Repeat("The app’s password. ", 10), other)), 600, 300)
	top := func(o fyne.CanvasObject) float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y }
	if top(one) != top(other) || top(one) < 50 {
		t.Errorf("the fields stand at %v and %v", top(one), top(other))
	}
}

func TestPageScrollsByKeyboard(t *testing.T) {
	text := widgets.NewText(strings.Repeat("Nothing here can have the focus. ", 100))
	page := widgets.NewPage(widgets.NewTitle("Read me"), text)
	w := show(t, widgets.Frame{Left: stepList(asWritten, 2), Page: page}.New(), 700, 400)
	widgets.SetPageKeys(w.Canvas(), widgets.PageKeys{})
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

// TestALargeWindowStretchesNothing: a row's end stays in sight of its beginning.
func TestALargeWindowStretchesNothing(t *testing.T) {
	card := widgets.NewCard(widgets.NewText("It never expires"))
	show(t, widgets.NewPage(widgets.NewTitle("Your token is ready"), card), 2560, 1440)
	if width := card.Size().Width; width < 800 || width > 1000 {
		t.Errorf("a card is %v wide", width)
	}
}

// TestTheEndOfARowStandsAtTheRight, where the space before it takes what is left over.
func TestTheEndOfARowStandsAtTheRight(t *testing.T) {
	space, end := layout.NewSpacer(), widgets.NewText("Help")
	row := widgets.Row{Gap: 10, Stretch: space}.New(widgets.NewText("Latchkey"), space, end)
	show(t, row, 600, 100)
	if right := end.Position().X + end.Size().Width; right != row.Size().Width {
		t.Errorf("the row ends at %v, and what stands in it at %v", row.Size().Width, right)
	}
}

func TestACentredPageStandsInTheMiddle(t *testing.T) {
	card := widgets.NewCard(widgets.NewText("Set up a token"))
	w := show(t, widgets.NewCentredPage(widgets.NewTitle("Get the token"), card), 1600, 900)
	left := fyne.CurrentApp().Driver().AbsolutePositionForObject(card).X
	if right := w.Canvas().Size().Width - left - card.Size().Width; left < 200 || right-left > 1 || left-right > 1 {
		t.Errorf("%v are free at the left, %v at the right", left, right)
	}
}

var pages = map[string]func(words) fyne.CanvasObject{
	"home": homePage, "step2": step2Page, "step6": step6Page, "step7": step7Page, "kit": kitPage,
}

// TestPagesHoldTogether: at every size of text, in the smallest window and in
// longer languages, no text is cut off at the side or lies on another, and
// whatever can be pressed is large enough to be.
func TestPagesHoldTogether(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		for name, page := range pages {
			for language, say := range map[string]words{"English": asWritten, "a longer language": longer} {
				t.Run(fmt.Sprintf("%s in %s, text at %v %%", name, language, scale*100), func(t *testing.T) {
					wear(t, theme.New(theme.Light, scale))
					w := show(t, page(say), 900, 640)
					mustHoldTogether(t, w.Canvas(), w.Content())
				})
			}
		}
	}
}

func TestDialogsHoldTogether(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		wear(t, theme.New(theme.Light, scale))
		w := show(t, step7Page(longer), 900, 640)
		d := widgets.NewDialog(longer("Remove this token?"),
			widgets.NewText(longer("It is deleted from the keychain of this computer. At Meta it goes on working until you revoke it there.")),
			widgets.NewButton(widgets.Primary, longer("Remove token"), nil), widgets.NewButton(widgets.Secondary, longer("Keep it"), nil))
		d.Show(w.Canvas())
		mustHoldTogether(t, w.Canvas(), w.Canvas().Overlays().Top())
		d.Hide()
	}
}

func mustHoldTogether(t *testing.T, c fyne.Canvas, root fyne.CanvasObject) {
	t.Helper()
	if size := c.Size(); size != fyne.NewSize(900, 640) {
		t.Errorf("it needs a window of %v", size)
	}
	var written []place
	walkSeen(place{"the window", fyne.Position{}, fyne.NewPos(c.Size().Components())}, fyne.Position{}, root, func(o fyne.CanvasObject, at, seen place) {
		switch o := o.(type) {
		case *canvas.Text:
			if strings.TrimSpace(o.Text) == "" {
				return
			}
			at.name = o.Text
			at.to.X = max(at.to.X, at.from.X+o.MinSize().Width)
			if at.from.X < 0 || at.to.X > c.Size().Width+1 {
				t.Errorf("“%s” reaches from %v to %v", o.Text, at.from.X, at.to.X)
			}
			if part, any := at.within(seen); any {
				written = append(written, part)
			}
		case interface {
			fyne.Tappable
			fyne.Focusable
		}:
			if size := at.to.Subtract(at.from); size.X < 24 || size.Y < 24 {
				t.Errorf("a %T is only %v large", o, size)
			}
		}
	})
	if len(written) == 0 {
		t.Fatal("nothing is to be read")
	}
	for i, one := range written {
		for _, other := range written[:i] {
			if _, overlap := one.within(other); overlap {
				t.Errorf("“%s” lies on “%s”", one.name, other.name)
			}
		}
	}
}

// place is where something stands in the window.
type place struct {
	name     string
	from, to fyne.Position
}

// within is the part of a place that lies in another; any is false when there is
// none to speak of.
func (p place) within(other place) (part place, any bool) {
	part = place{
		p.name, fyne.NewPos(max(p.from.X, other.from.X), max(p.from.Y, other.from.Y)),
		fyne.NewPos(min(p.to.X, other.to.X), min(p.to.Y, other.to.Y)),
	}
	return part, part.to.X-part.from.X > 1 && part.to.Y-part.from.Y > 1
}

// walkSeen calls visit for every object, with its place and that in which it
// would be seen: what reaches out of a scroll is cut off there.
func walkSeen(seen place, parent fyne.Position, o fyne.CanvasObject, visit func(o fyne.CanvasObject, at, seen place)) {
	if o == nil || !o.Visible() {
		return
	}
	from := parent.Add(o.Position())
	at := place{"", from, from.Add(o.Size())}
	visit(o, at, seen)
	if _, cuts := o.(*widgets.Scroll); cuts {
		seen, _ = at.within(seen)
	}
	for _, each := range madeOf(o) {
		walkSeen(seen, from, each, visit)
	}
}

func TestStepsKeepTheirNumbers(t *testing.T) {
	list := widgets.NewStepList("Latchkey", "", widgets.Step{Name: "One", State: widgets.Done},
		widgets.Step{Name: "Two", State: widgets.Skipped}, widgets.Step{Name: "Three", State: widgets.Current}, widgets.Step{Name: "Four"})
	show(t, list, 232, 500)
	if got := drawnText(list); !strings.Contains(got, "One\n–\nTwo\n3\nThree\n4\nFour") {
		t.Errorf("the list says %q", got)
	}
}

// TestNothingIsDrawnBehindTheWindow: Fyne has cleared it already, and once more would take as long
// as a page where no graphics card draws.
func TestNothingIsDrawnBehindTheWindow(t *testing.T) {
	w := show(t, widgets.Frame{Left: stepList(asWritten, 2), Page: widgets.NewText("Read me")}.New(), 700, 400)
	for _, object := range test.LaidOutObjects(w.Content()) {
		if drawn, ok := object.(*canvas.Rectangle); ok && drawn.FillColor != nil && drawn.Size() == w.Canvas().Size() {
			t.Error("a rectangle covers the whole window")
		}
	}
}

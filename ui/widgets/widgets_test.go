package widgets_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"go.uber.org/goleak"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
)

func TestMain(m *testing.M) {
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	goleak.VerifyTestMain(m)
}

// wear changes the theme until the test is over.
func wear(t *testing.T, look fyne.Theme) {
	t.Helper()
	before := fyne.CurrentApp().Settings().Theme()
	t.Cleanup(func() { fyne.CurrentApp().Settings().SetTheme(before) })
	fyne.CurrentApp().Settings().SetTheme(look)
}

// show puts the object into a window of the given size.
func show(t *testing.T, object fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	w.SetContent(object)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// walk calls visit for every object that is drawn.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	walkFrom(fyne.Position{}, o, func(o fyne.CanvasObject, _ fyne.Position) { visit(o) })
}

// walkFrom calls visit for every object that is drawn, with its place on the canvas, when
// that of its parent is known.
func walkFrom(parent fyne.Position, o fyne.CanvasObject, visit func(fyne.CanvasObject, fyne.Position)) {
	if o == nil || !o.Visible() {
		return
	}
	at := parent.Add(o.Position())
	visit(o, at)
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, each := range inside {
		walkFrom(at, each, visit)
	}
}

// drawnText returns all words on the canvas, line by line.
func drawnText(o fyne.CanvasObject) string {
	var words []string
	walk(o, func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok {
			words = append(words, text.Text)
		}
	})
	return strings.Join(words, "\n")
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestKeysPress(t *testing.T) {
	pressed := 0
	press := func() { pressed++ }
	widgetsToPress := map[string]fyne.Focusable{
		"button":      widgets.NewButton(widgets.Primary, "Check token", press),
		"link":        widgets.NewButton(widgets.SmallLink, "Help", press),
		"choice card": widgets.NewChoiceCard("Check a token", "Nothing is kept", press),
	}
	for name, w := range widgetsToPress {
		for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter} {
			pressed = 0
			show(t, w.(fyne.CanvasObject), 300, 100).Canvas().Focus(w)
			w.TypedKey(key(k))
			if pressed != 1 {
				t.Errorf("%s pressed the %s %d times", k, name, pressed)
			}
		}
	}
}

func TestPageKeys(t *testing.T) {
	var entered, escaped, pressed int
	button := widgets.NewButton(widgets.Secondary, "Back", func() { pressed++ })
	entry := widgets.NewTextEntry("Corner Bakery")
	box := widgets.NewCheckBox("Remind me", false, nil)
	w := show(t, widgets.NewColumn(10, button, entry, box), 300, 300)
	widgets.SetPageKeys(w.Canvas(), func() { entered++ }, func() { escaped++ })

	tests := []struct {
		focus                    fyne.Focusable
		key                      fyne.KeyName
		entered, escaped, presed int
	}{
		{nil, fyne.KeyReturn, 1, 0, 0},
		{nil, fyne.KeyEscape, 0, 1, 0},
		{button, fyne.KeyReturn, 0, 0, 1},
		{button, fyne.KeyEscape, 0, 1, 0},
		{entry, fyne.KeyReturn, 1, 0, 0},
		{entry, fyne.KeyEscape, 0, 1, 0},
		{box, fyne.KeyReturn, 1, 0, 0},
	}
	for _, tt := range tests {
		entered, escaped, pressed = 0, 0, 0
		if tt.focus == nil {
			w.Canvas().Unfocus()
			w.Canvas().OnTypedKey()(key(tt.key))
		} else {
			w.Canvas().Focus(tt.focus)
			tt.focus.TypedKey(key(tt.key))
		}
		if entered != tt.entered || escaped != tt.escaped || pressed != tt.presed {
			t.Errorf("%s on %T: entered %d, escaped %d, pressed %d", tt.key, tt.focus, entered, escaped, pressed)
		}
	}
}

func TestFocusIsSeen(t *testing.T) {
	for name, w := range map[string]fyne.Focusable{
		"button":  widgets.NewButton(widgets.Primary, "Check token", nil),
		"card":    widgets.NewChoiceCard("Check a token", "", nil),
		"box":     widgets.NewCheckBox("Remind me", false, nil),
		"entry":   widgets.NewTextEntry(""),
		"secret":  widgets.NewSecretEntry(secretLabels, time.Minute, never).Field(),
		"trouble": widgets.NewTroubleSummary("There is a problem"),
	} {
		object := w.(fyne.CanvasObject)
		window := show(t, container.NewCenter(object), 400, 200)
		if ring(object) {
			t.Errorf("%s shows a ring without the focus", name)
		}
		window.Canvas().Focus(w)
		if !ring(object) {
			t.Errorf("%s shows no ring though it has the focus", name)
		}
		window.Canvas().Unfocus()
		if ring(object) {
			t.Errorf("%s keeps its ring", name)
		}
	}
}

// ring tells whether a visible outline lies around the object.
func ring(o fyne.CanvasObject) bool {
	found := false
	walk(o, func(each fyne.CanvasObject) {
		r, ok := each.(*canvas.Rectangle)
		found = found || ok && r.StrokeWidth >= 2 && r.Size().Width > o.Size().Width
	})
	return found
}

func TestHoverShows(t *testing.T) {
	b := widgets.NewButton(widgets.Primary, "Check token", nil)
	show(t, b, 300, 42)
	before := faceOf(b)
	b.MouseIn(&desktop.MouseEvent{})
	if faceOf(b) == before {
		t.Error("nothing changes under the pointer")
	}
	b.MouseOut()
	if faceOf(b) != before {
		t.Error("the button stays as if the pointer were above it")
	}
}

func faceOf(b *widgets.Button) any {
	return test.WidgetRenderer(b).Objects()[0].(*canvas.Rectangle).FillColor
}

func TestThemeSwitchesAtOnce(t *testing.T) {
	text := widgets.NewText("Works")
	show(t, text, 200, 50)
	colorOf := func() any { return test.WidgetRenderer(text).Objects()[0].(*canvas.Text).Color }
	light := colorOf()
	wear(t, theme.New(theme.Dark, 1))
	if colorOf() == light {
		t.Error("the text keeps the colour of the light theme")
	}
	height := text.MinSize().Height
	wear(t, theme.New(theme.Dark, 2))
	if text.MinSize().Height < 2*height-1 {
		t.Error("the text does not grow")
	}
}

func TestTargetsAreLargeEnough(t *testing.T) {
	for _, importance := range []widgets.Importance{widgets.Primary, widgets.Secondary, widgets.Link, widgets.SmallLink, widgets.QuietLink} {
		size := widgets.NewButton(importance, "Me", nil).MinSize()
		if size.Height < 24 || importance <= widgets.Link && size.Height != 42 {
			t.Errorf("importance %d is %v high", importance, size.Height)
		}
	}
}

// hand is a clock that a test moves.
type hand struct {
	waiting map[int]func()
	next    int
}

func (h *hand) after(_ time.Duration, f func()) func() {
	if h.waiting == nil {
		h.waiting = map[int]func(){}
	}
	id := h.next
	h.next++
	h.waiting[id] = f
	return func() { delete(h.waiting, id) }
}

func (h *hand) pass() {
	for id, f := range h.waiting {
		delete(h.waiting, id)
		f()
	}
}

func never(time.Duration, func()) func() { return func() {} }

func TestCopyFieldSaysCopiedForAMoment(t *testing.T) {
	clock := &hand{}
	var copied string
	f := widgets.NewCopyField("latchkey-whatsapp", widgets.CopyLabels{Copy: "Copy", Copied: "Copied"}, clock.after, func(v string) { copied = v })
	w := show(t, f, 300, 44)
	w.Canvas().FocusNext()
	w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	if copied != "latchkey-whatsapp" {
		t.Errorf("copied %q", copied)
	}
	if !strings.Contains(drawnText(f), "Copied") {
		t.Error("the page does not say that it was copied")
	}
	clock.pass()
	if strings.Contains(drawnText(f), "Copied") {
		t.Error("it says so for ever")
	}
}

func TestExpanderOpensInPlace(t *testing.T) {
	e := widgets.NewExpander("Details for support", widgets.NewText("code 100"))
	w := show(t, e, 300, 200)
	closed := e.MinSize().Height
	if strings.Contains(drawnText(e), "code 100") {
		t.Error("open at first")
	}
	w.Canvas().FocusNext()
	w.Canvas().Focused().TypedKey(key(fyne.KeySpace))
	if !strings.Contains(drawnText(e), "code 100") || e.MinSize().Height <= closed {
		t.Error("does not open")
	}
}

func TestDialogKeepsTheFocusAndTheKeys(t *testing.T) {
	var page, done, cancelled int
	behind := widgets.NewButton(widgets.Primary, "Behind", nil)
	w := show(t, behind, 800, 600)
	c := w.Canvas()
	widgets.SetPageKeys(c, func() { page++ }, func() { page++ })
	c.Focus(behind)

	field := widgets.NewTextEntry("")
	main := widgets.NewButton(widgets.Primary, "Remove", func() { done++ })
	d := widgets.NewDialog("Remove this token?", field, main, widgets.NewButton(widgets.Secondary, "Keep it", nil))
	d.OnCancel = func() { cancelled++ }
	d.Show(c)
	if c.Focused() != field {
		t.Errorf("the focus is on %T", c.Focused())
	}
	for range 6 {
		if c.FocusNext(); c.Focused() == behind {
			t.Fatal("Tab leaves the dialog")
		}
	}
	c.Focus(field)
	field.TypedKey(key(fyne.KeyReturn))
	field.TypedKey(key(fyne.KeyEscape))
	if done != 1 || cancelled != 1 || page != 0 {
		t.Errorf("done %d, cancelled %d, page %d", done, cancelled, page)
	}
	if d.Visible() || c.Focused() != behind {
		t.Error("the page does not have its focus back")
	}
	c.OnTypedKey()(key(fyne.KeyReturn))
	if page != 1 {
		t.Error("the page does not have its keys back")
	}
}

func TestTroubleLeadsToItsField(t *testing.T) {
	field := widgets.NewTextEntry("")
	summary := widgets.NewTroubleSummary("There is a problem", widgets.Trouble{Text: "Give it a name", Field: field})
	w := show(t, widgets.NewColumn(10, summary, field), 400, 300)
	w.Canvas().Focus(summary)
	w.Canvas().FocusNext()
	w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	if w.Canvas().Focused() != field {
		t.Errorf("the focus is on %T", w.Canvas().Focused())
	}
}

func TestRadioGroupHasOneAnswer(t *testing.T) {
	var changes []int
	g := widgets.NewRadioGroup([]widgets.Option{{Title: "A"}, {Title: "B"}}, -1, func(i int) { changes = append(changes, i) })
	w := show(t, g, 300, 200)
	for range 2 {
		w.Canvas().FocusNext()
		w.Canvas().Focused().TypedKey(key(fyne.KeySpace))
		w.Canvas().Focused().TypedKey(key(fyne.KeySpace))
	}
	if g.Chosen() != 1 || len(changes) != 2 {
		t.Errorf("chosen %d after changes %v", g.Chosen(), changes)
	}
}

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

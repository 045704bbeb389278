package widgets_test

import (
	"slices"
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
	var chosen []string
	walk(g, func(o fyne.CanvasObject) {
		if card, ok := o.(*widgets.ChoiceCard); ok && card.Chosen() {
			chosen = append(chosen, card.AccessibilityLabel())
		}
	})
	if !slices.Equal(chosen, []string{"B"}) || !slices.Equal(changes, []int{0, 1}) {
		t.Errorf("chosen %v after changes %v", chosen, changes)
	}
}

package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
)

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
	widgets.SetPageKeys(w.Canvas(), widgets.PageKeys{Enter: func() { entered++ }, Escape: func() { escaped++ }})

	tests := []struct {
		focus                     fyne.Focusable
		key                       fyne.KeyName
		entered, escaped, pressed int
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
		if entered != tt.entered || escaped != tt.escaped || pressed != tt.pressed {
			t.Errorf("%s on %T: entered %d, escaped %d, pressed %d", tt.key, tt.focus, entered, escaped, pressed)
		}
	}
}

func TestDialogKeepsTheFocusAndTheKeys(t *testing.T) {
	var page, done, cancelled int
	behind := widgets.NewButton(widgets.Primary, "Behind", nil)
	w := show(t, behind, 800, 600)
	c := w.Canvas()
	widgets.SetPageKeys(c, widgets.PageKeys{Enter: func() { page++ }, Escape: func() { page++ }})
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

package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
)

// TestEnterNeverDestroys: wherever the focus is in a dialog, Enter means the safe button.
// What destroys is pressed by Space or the pointer, and does not have the focus at first.
func TestEnterNeverDestroys(t *testing.T) {
	var kept, destroyed int
	destroy := widgets.NewButton(widgets.Danger, "Replace it", func() { destroyed++ })
	keep := widgets.NewButton(widgets.Primary, "Use another name", func() { kept++ })
	link := widgets.NewButton(widgets.SmallLink, "Help", nil)
	c := show(t, widgets.NewColumn(10), 700, 500).Canvas()
	dialog := widgets.NewDialog("This name is taken", link, destroy, keep)
	dialog.Show(c)
	if c.Focused() != keep {
		t.Errorf("the focus is on %v at first", c.Focused())
	}
	press := func(name fyne.KeyName) {
		if focused := c.Focused(); focused != nil {
			focused.TypedKey(key(name))
			return
		}
		c.OnTypedKey()(key(name))
	}
	places := []fyne.Focusable{keep, destroy, nil}
	for _, place := range places {
		if place == nil {
			c.Unfocus() // as a click on an empty part of the dialog does
		} else {
			c.Focus(place)
		}
		for _, enter := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
			kept, destroyed = 0, 0
			press(enter)
			if kept != 1 || destroyed != 0 {
				t.Errorf("%s with the focus on %v: kept %d times, destroyed %d", enter, place, kept, destroyed)
			}
		}
	}
	destroyed = 0
	c.Focus(destroy)
	press(fyne.KeySpace)
	if destroyed != 1 {
		t.Errorf("Space on what destroys did so %d times", destroyed)
	}
	press(fyne.KeyEscape)
	if dialog.Visible() || destroyed != 1 {
		t.Error("Esc does not simply cancel")
	}
}

// TestADialogBeginsWithItsFirstField where nothing in it destroys, and with its main button
// where there is nothing to fill in or to choose.
func TestADialogBeginsWithItsFirstField(t *testing.T) {
	entry := widgets.NewTextEntry("")
	c := show(t, widgets.NewColumn(10), 700, 500).Canvas()
	for _, content := range []fyne.CanvasObject{entry, widgets.NewText("It will be saved")} {
		cancel, save := widgets.NewButton(widgets.Link, "Cancel", nil), widgets.NewButton(widgets.Primary, "Save", nil)
		want := fyne.Focusable(save)
		if content == entry {
			want = entry
		}
		dialog := widgets.NewDialog("Name", content, cancel, save)
		dialog.Show(c)
		if c.Focused() != want {
			t.Errorf("the focus is on %T, want %T", c.Focused(), want)
		}
		dialog.Hide()
	}
}

// TestTheButtonsOfALongDialogStayInSight: what is long scrolls between the title and them.
func TestTheButtonsOfALongDialogStayInSight(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		wear(t, theme.New(theme.Light, scale))
		c := show(t, widgets.NewText("The page"), 900, 640).Canvas()
		keep, long := widgets.NewButton(widgets.Primary, "Keep it", nil), widgets.NewColumn(4)
		for range 80 {
			long.Add(widgets.NewText("A line of a long dialog"))
		}
		widgets.NewDialog("What it says", long, keep).Show(c)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(keep)
		if bottom := at.Y + keep.Size().Height; at.Y < 320 || bottom > 640 {
			t.Errorf("at %v %% the button lies at %v", 100*scale, at)
		}
	}
}

// TestTheFirstFocusIsOnTheChosenAnswer: a ring around another one would look chosen too.
func TestTheFirstFocusIsOnTheChosenAnswer(t *testing.T) {
	options := []widgets.Option{{Title: "Same as the system"}, {Title: "Light"}, {Title: "Dark"}}
	for chosen, want := range map[int]int{-1: 0, 0: 0, 1: 1, 2: 2} {
		group := widgets.NewRadioGroup(options, chosen, nil)
		c := show(t, widgets.NewColumn(10), 700, 500).Canvas()
		widgets.NewDialog("Appearance", group, widgets.NewButton(widgets.Primary, "Done", nil)).Show(c)
		if c.Focused() != group.At(want) {
			t.Errorf("with %d chosen the focus is on %v", chosen, c.Focused())
		}
	}
}

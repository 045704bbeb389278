package person

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// RightClick presses the right mouse button on what has a menu, the first such thing where
// the text stands in it.
func (p *Person) RightClick(text string) {
	p.T.Helper()
	var found fyne.SecondaryTappable
	Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		with, ok := o.(fyne.SecondaryTappable)
		if ok && seen && found == nil && slices.Contains(drawnIn(o), text) {
			found = with
		}
	})
	if found == nil {
		p.T.Fatalf("nothing with “%s” has a menu in\n%s", text, p.Text())
	}
	found.TappedSecondary(&fyne.PointEvent{})
}

// Menu is what the open menu offers; nil where none is open.
func (p *Person) Menu() []string {
	var labels []string
	for _, item := range p.menuItems() {
		labels = append(labels, drawnIn(item)[0])
	}
	return labels
}

// Choose presses an item of the open menu, and waits for what comes of it.
func (p *Person) Choose(label string) {
	p.T.Helper()
	p.Look()
	for _, item := range p.menuItems() {
		if drawnIn(item)[0] == label {
			item.(fyne.Tappable).Tapped(nil)
			p.Settle()
			return
		}
	}
	p.T.Fatalf("there is no “%s” among %q", label, p.Menu())
}

func (p *Person) menuItems() []fyne.CanvasObject {
	var items []fyne.CanvasObject
	Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		if menu, ok := o.(*widget.PopUpMenu); ok && seen {
			items = menu.Items
		}
	})
	return items
}

// drawnIn are the texts in something, as they are drawn.
func drawnIn(o fyne.CanvasObject) []string {
	var texts []string
	Walk(o, fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		if text, ok := o.(*canvas.Text); ok && seen && text.Text != "" {
			texts = append(texts, text.Text)
		}
	})
	return texts
}

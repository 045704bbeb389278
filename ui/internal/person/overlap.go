package person

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"latchkey/ui/widgets"
)

// placed is a text where it stands in the window.
type placed struct {
	text     string
	from, to fyne.Position
}

// MustNotOverlap fails when one text lies on another. What scrolls is compared with what scrolls
// along with it.
func (p *Person) MustNotOverlap(page string) {
	p.T.Helper()
	scrolls := []fyne.CanvasObject{p.Front()}
	within := map[fyne.CanvasObject]bool{} // a scroll within the one that is looked at
	Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		if scroll, ok := o.(*widgets.Scroll); ok && seen {
			scrolls = append(scrolls, scroll.Content)
		}
	})
	for i := len(scrolls) - 1; i >= 0; i-- { // the innermost come last
		var texts []placed
		var own []fyne.CanvasObject
		Walk(scrolls[i], fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
			text, ok := o.(*canvas.Text)
			if !ok || !seen || text.Text == "" || within[o] {
				return
			}
			own = append(own, o)
			texts = append(texts, placed{text.Text, at, at.Add(text.MinSize())})
		})
		for _, each := range own {
			within[each] = true
		}
		for i, one := range texts {
			for _, other := range texts[:i] {
				if one.liesOn(other) {
					p.T.Errorf("%s: “%s” lies on “%s”", page, one.text, other.text)
				}
			}
		}
	}
}

// liesOn allows for the room above and below the letters of a line.
func (p placed) liesOn(other placed) bool {
	const above = 4
	return min(p.to.X, other.to.X)-max(p.from.X, other.from.X) > 1 && min(p.to.Y, other.to.Y)-max(p.from.Y, other.from.Y) > above
}

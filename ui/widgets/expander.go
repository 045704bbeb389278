package widgets

import "fyne.io/fyne/v2"

// Expander is a link that opens its content in place.
type Expander struct {
	// Toggled is called when it was opened or closed by the person, to give what lies around it
	// the room that it needs now; may be nil.
	Toggled func()

	composite
	label   string
	link    *Button
	content fyne.CanvasObject
}

// NewExpander returns a closed expander.
func NewExpander(label string, content fyne.CanvasObject) *Expander {
	e := &Expander{label: label, content: content}
	e.link = NewButton(SmallLink, "", func() {
		e.SetOpen(!content.Visible())
		if e.Toggled != nil {
			e.Toggled()
		}
	})
	e.root = NewColumn(6, Row{}.New(e.link), content)
	e.ExtendBaseWidget(e)
	e.SetOpen(false)
	return e
}

// SetOpen opens or closes it.
func (e *Expander) SetOpen(open bool) {
	if open {
		e.content.Show()
		e.link.SetLabel("– " + e.label)
	} else {
		e.content.Hide()
		e.link.SetLabel("+ " + e.label)
	}
	e.root.Refresh()
}

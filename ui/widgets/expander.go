package widgets

import "fyne.io/fyne/v2"

// Expander is a link that opens its content in place.
type Expander struct {
	composite
	// OnToggled is called when a person opens or closes it; may be nil.
	OnToggled func(open bool)

	label   string
	link    *Button
	content fyne.CanvasObject
}

// NewExpander returns a closed expander.
func NewExpander(label string, content fyne.CanvasObject) *Expander {
	e := &Expander{label: label, content: content}
	e.link = NewButton(SmallLink, "", func() {
		e.SetOpen(!e.Open())
		if e.OnToggled != nil {
			e.OnToggled(e.Open())
		}
	})
	e.root = NewColumn(6, Row{}.New(e.link), content)
	e.ExtendBaseWidget(e)
	e.SetOpen(false)
	return e
}

// Open tells whether the content is seen.
func (e *Expander) Open() bool { return e.content.Visible() }

// SetOpen opens or closes it without calling OnToggled.
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

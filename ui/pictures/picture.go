// Package pictures draws what a person will see on Meta's pages, with a ring around the
// thing to press. The drawings are our own: grey bars stand for what does not matter, and
// the words for what does are handed in.
package pictures

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/widgets"
)

// Scene is one of Meta's pages. Its fields are the words that are shown.
type Scene interface {
	draw(*sketch)
}

// Width and height of a picture at its normal size. It grows and shrinks with the width it
// is given and keeps its shape.
const (
	normalWidth  = 341
	normalHeight = 222
	leastWidth   = 240
	mostWidth    = 472 // at normal text size
)

// Picture is a drawing of a scene.
type Picture struct {
	widget.BaseWidget
	scene       Scene
	description string
}

var _ fyne.Accessible = (*Picture)(nil)

// New returns a picture of the scene. description says in words what is to be seen.
func New(scene Scene, description string) *Picture {
	p := &Picture{scene: scene, description: description}
	p.ExtendBaseWidget(p)
	return p
}

// AccessibilityLabel returns the description.
func (p *Picture) AccessibilityLabel() string { return p.description }

// AccessibilityRole says that the description is text.
func (p *Picture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// NaturalWidth returns the width at normal size.
func (p *Picture) NaturalWidth() float32 { return normalWidth }

// CreateRenderer is called by Fyne.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer { return &renderer{picture: p} }

// drawnWidth returns how wide the picture is drawn in the width it was given.
func (p *Picture) drawnWidth() float32 {
	return min(p.Size().Width, mostWidth*widgets.TextScale())
}

type renderer struct {
	picture *Picture
	sketch  *sketch
}

func (r *renderer) Destroy() {}

func (r *renderer) Layout(fyne.Size) {
	width := r.picture.drawnWidth()
	if r.sketch != nil && r.sketch.width == width {
		return
	}
	r.sketch = newSketch(width)
	r.picture.scene.draw(r.sketch)
	r.sketch.finish()
}

func (r *renderer) MinSize() fyne.Size {
	width := max(r.picture.drawnWidth(), leastWidth)
	return fyne.NewSize(leastWidth, float32(int(width*normalHeight/normalWidth)))
}

func (r *renderer) Objects() []fyne.CanvasObject {
	if r.sketch == nil {
		return nil
	}
	return r.sketch.objects
}

func (r *renderer) Refresh() {
	r.sketch = nil
	r.Layout(r.picture.Size())
	canvas.Refresh(r.picture)
}

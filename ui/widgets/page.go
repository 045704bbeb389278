package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// Page is a head that stays and a body that scrolls where there is too little room. When the
// text is so large that little more than the head would be seen, both scroll together.
type Page struct {
	widget.BaseWidget
	head, body fyne.CanvasObject
	scroll     *Scroll
	together   bool
}

const (
	pageTop = 27
	// leastBody is the height below which a body that scrolls alone is too small to read.
	leastBody = 190
	// widestContent keeps what belongs together within one glance in a large window.
	widestContent = 960
)

// NewPage returns a page with the usual space around it.
func NewPage(head, body fyne.CanvasObject) *Page { return newPage(head, body, false) }

// NewCentredPage is a page for a window with nothing else in it: it stands in the middle of a
// large one.
func NewCentredPage(head, body fyne.CanvasObject) *Page { return newPage(head, body, true) }

func newPage(head, body fyne.CanvasObject, centred bool) *Page {
	p := &Page{
		head: newPageColumn(pageTop, 0, centred, head),
		// Focus rings and the marker of a picture reach a little outside of what they mark;
		// the room for them lies within the scroll, which would cut them off.
		body: newPageColumn(ringRoom, ringRoom, centred, body),
	}
	p.scroll = NewScroll(p.body)
	p.ExtendBaseWidget(p)
	return p
}

// NewHead is the title of a page and the lead that explains it, which may be nil: as wide as what
// stands below them. above is told first, such as what is wrong.
func NewHead(title string, lead fyne.CanvasObject, above ...fyne.CanvasObject) *fyne.Container {
	named := NewColumn(1, NewTitle(title))
	if lead != nil {
		named.Add(lead)
	}
	return NewColumn(theme.Gap, append(above, named)...)
}

// CreateRenderer is called by Fyne.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{
		objects: p.parts,
		layout:  p.layout,
		minSize: func() fyne.Size {
			head, body := p.head.MinSize(), p.scroll.MinSize()
			return fyne.NewSize(max(head.Width, body.Width), body.Height)
		},
		refresh: func() {
			p.head.Refresh()
			p.scroll.Refresh()
			p.layout(p.Size())
			canvas.Refresh(p)
		},
	}
}

func (p *Page) parts() []fyne.CanvasObject {
	if p.together {
		return []fyne.CanvasObject{p.scroll}
	}
	return []fyne.CanvasObject{p.head, p.scroll}
}

func (p *Page) layout(size fyne.Size) {
	const gap = theme.Gap - ringRoom
	top := heightAt(p.head, size.Width) + gap
	bodyHeight := heightAt(p.body, size.Width)
	p.putTogether(size.Height-top < min(leastBody*TextScale(), bodyHeight))
	if p.together {
		top = 0
	} else {
		p.head.Resize(fyne.NewSize(size.Width, top-gap))
		p.head.Move(fyne.NewPos(0, 0))
	}
	p.scroll.Resize(fyne.NewSize(size.Width, size.Height-top))
	p.scroll.Move(fyne.NewPos(0, top))
}

func (p *Page) putTogether(together bool) {
	if together == p.together {
		return
	}
	p.together = together
	p.scroll.Content = p.body
	if together {
		p.scroll.Content = NewColumn(theme.Gap-ringRoom, p.head, p.body)
	}
	p.scroll.Refresh()
}

// newPageColumn pads an object as a page is, and makes it no wider than widestContent.
func newPageColumn(top, bottom float32, centred bool, object fyne.CanvasObject) *fyne.Container {
	padded := paddedLayout{theme.PagePadding, top, theme.PagePadding, bottom}
	return container.New(&limitedLayout{paddedLayout: padded, widest: widestContent, centred: centred}, object)
}

// NewShort makes a field no wider than suits a short answer, such as a PIN: its size tells what
// is expected in it.
func NewShort(field fyne.CanvasObject) *fyne.Container {
	return container.New(&limitedLayout{widest: 320}, field)
}

// limitedLayout leaves what is beyond the widest, in pixels at normal text size, empty.
type limitedLayout struct {
	paddedLayout
	widest  float32
	centred bool // what is empty is on both sides
}

func (l *limitedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	within := fyne.NewSize(min(size.Width, l.widest*TextScale()+l.left+l.right), size.Height)
	l.paddedLayout.Layout(objects, within)
	if l.centred {
		for _, o := range objects {
			o.Move(o.Position().AddXY(floor((size.Width-within.Width)/2), 0))
		}
	}
}

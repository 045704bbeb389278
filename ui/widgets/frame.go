package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Frame is what stays while pages change: a banner on top, the list of steps on the left,
// and the buttons at the bottom. Any part but the page may be nil.
type Frame struct {
	Banner fyne.CanvasObject
	Left   fyne.CanvasObject // as wide as it needs, as high as the window
	Page   fyne.CanvasObject
	Footer fyne.CanvasObject
}

// New returns the frame with its lines between the parts. The page gets the usual space
// around it; let the part of it that can grow scroll. Nothing is drawn behind them: Fyne clears
// its window with the background colour, though a shade too bright (F7F8FA for F5F6F8), and
// without a graphics card a rectangle as large as the window takes as long as all else on a page.
func (f Frame) New() *fyne.Container {
	layout := &frameLayout{Frame: f}
	var objects []fyne.CanvasObject
	add := func(o fyne.CanvasObject) {
		if o != nil {
			objects = append(objects, o)
		}
	}
	add(f.Banner)
	add(f.Left)
	if f.Left != nil {
		layout.leftLine = NewHairline()
		add(layout.leftLine)
	}
	add(f.Page)
	if f.Footer != nil {
		layout.footerLine = NewHairline()
		add(layout.footerLine)
	}
	add(f.Footer)
	return container.New(layout, objects...)
}

type frameLayout struct {
	Frame
	leftLine, footerLine fyne.CanvasObject
}

func (l *frameLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	var left, top float32
	if l.Banner != nil {
		top = heightAt(l.Banner, size.Width)
		l.Banner.Resize(fyne.NewSize(size.Width, top))
	}
	if l.Left != nil {
		left = l.leftWidth(size.Width)
		l.Left.Resize(fyne.NewSize(left-1, size.Height-top))
		l.Left.Move(fyne.NewPos(0, top))
		l.leftLine.Resize(fyne.NewSize(1, size.Height-top))
		l.leftLine.Move(fyne.NewPos(left-1, top))
	}
	bottom := size.Height
	if l.Footer != nil {
		height := heightAt(l.Footer, size.Width-left)
		bottom -= height
		l.Footer.Resize(fyne.NewSize(size.Width-left, height))
		l.Footer.Move(fyne.NewPos(left, bottom))
		bottom--
		l.footerLine.Resize(fyne.NewSize(size.Width-left, 1))
		l.footerLine.Move(fyne.NewPos(left, bottom))
	}
	l.Page.Resize(fyne.NewSize(size.Width-left, bottom-top))
	l.Page.Move(fyne.NewPos(left, top))
}

// leftWidth leaves most of the window to the page: with large text in a narrow window the
// steps are shown without their names.
func (l *frameLayout) leftWidth(total float32) float32 {
	list, ok := l.Left.(*StepList)
	if !ok {
		return naturalWidth(l.Left)
	}
	roomy := total >= 560*TextScale()
	list.showWords(roomy)
	if roomy {
		return list.NaturalWidth()
	}
	return list.MinSize().Width
}

// MinSize does not ask for the height of the page: it scrolls when there is too little.
func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	size := l.Page.MinSize()
	if l.Footer != nil {
		footer := l.Footer.MinSize()
		size = fyne.NewSize(max(size.Width, footer.Width), size.Height+footer.Height+1)
	}
	if l.Left != nil {
		left := l.Left.MinSize()
		size = fyne.NewSize(size.Width+left.Width, max(size.Height, left.Height))
	}
	if l.Banner != nil {
		banner := l.Banner.MinSize()
		size = fyne.NewSize(max(size.Width, banner.Width), size.Height+banner.Height)
	}
	return size
}

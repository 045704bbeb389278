package widgets

import "fyne.io/fyne/v2"

// NaturallyWide is an object that can say how wide, in pixels, it would be if nothing in it
// had to wrap. Rows give their objects that width rather than the least one.
type NaturallyWide interface{ NaturalWidth() float32 }

// naturalWideLayout is the same for the layout of a container.
type naturalWideLayout interface {
	naturalWidth(objects []fyne.CanvasObject) float32
}

// naturalWidth returns the width at which nothing in the object wraps.
func naturalWidth(object fyne.CanvasObject) float32 {
	switch o := object.(type) {
	case NaturallyWide:
		return o.NaturalWidth()
	case *fyne.Container:
		if layout, ok := o.Layout.(naturalWideLayout); ok {
			return layout.naturalWidth(o.Objects)
		}
	}
	return object.MinSize().Width
}

// heightAt gives the object the width and returns the height it then needs. The height of
// wrapped text is known only once its width is, so the width must come first.
func heightAt(object fyne.CanvasObject, width float32) float32 {
	object.Resize(fyne.NewSize(width, object.Size().Height))
	return object.MinSize().Height
}

// visible are the objects that show something: a place in which nothing stands yet does not.
func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if place, ok := o.(*fyne.Container); o.Visible() && !(ok && len(place.Objects) == 0) {
			shown = append(shown, o)
		}
	}
	return shown
}

func widestNatural(objects []fyne.CanvasObject) float32 {
	var widest float32
	for _, o := range visible(objects) {
		widest = max(widest, naturalWidth(o))
	}
	return widest
}

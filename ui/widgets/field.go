package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewField is a field with its name above it and a hint, which may be empty, both clear of the
// ring around a field that has the focus. In a grid it stands level with those beside it.
func NewField(name, hint string, field fyne.CanvasObject) *fyne.Container {
	label := NewColumn(2, NewText(name))
	if hint != "" {
		label.Add(NewSmallText(hint))
	}
	return container.New(&fieldLayout{}, label, field)
}

type fieldLayout struct {
	labelHeight float32 // of the tallest label in the line; 0 for its own
}

func (l *fieldLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	label, field := objects[0], objects[1]
	label.Resize(fyne.NewSize(size.Width, heightAt(label, size.Width)))
	label.Move(fyne.NewPos(0, 0))
	field.Resize(fyne.NewSize(size.Width, heightAt(field, size.Width)))
	field.Move(fyne.NewPos(0, l.above(label)))
}

func (l *fieldLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	label, field := objects[0], objects[1].MinSize()
	return fyne.NewSize(max(label.MinSize().Width, field.Width), l.above(label)+field.Height)
}

func (l *fieldLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return widestNatural(objects)
}

// above is the height of what stands above the field.
func (l *fieldLayout) above(label fyne.CanvasObject) float32 {
	return max(label.MinSize().Height, l.labelHeight) + ringRoom
}

// level brings the fields of a line, which have their width, to one height.
func level(line []fyne.CanvasObject) {
	var labels []fyne.CanvasObject
	var fields []*fieldLayout
	for _, o := range line {
		if place, ok := o.(*fyne.Container); ok {
			if field, ok := place.Layout.(*fieldLayout); ok {
				labels, fields = append(labels, place.Objects[0]), append(fields, field)
			}
		}
	}
	for _, field := range fields {
		field.labelHeight = tallest(labels)
	}
}

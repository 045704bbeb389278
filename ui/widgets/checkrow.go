package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/theme"
)

// CheckResult is what a CheckRow shows.
type CheckResult struct {
	Status Status
	Word   string // in the badge
	Hint   string // what that word means, for who rests the pointer there; may be empty
	After  After  // for the hint
	Title  string
	Beside string // quietly behind the title, below it where there is no room; may be empty
	Detail string // may be empty
	// Link, when it is not empty, opens and closes More below the row.
	Link string
	More fyne.CanvasObject
	// Shown is what the link says while More is open; empty for the same.
	Shown string
	// Below stands under the detail; may be nil.
	Below fyne.CanvasObject
}

// CheckRow is one thing that was checked, with a line above it.
type CheckRow struct {
	composite
	badge  *Badge
	title  *Text
	beside *Text
	detail *Text
	link   *Button
	below  *fyne.Container
	more   *fyne.Container
	result CheckResult
}

// NewCheckRow returns a row with the result.
func NewCheckRow(result CheckResult) *CheckRow {
	r := &CheckRow{
		badge:  NewWideBadge(result.Status, result.Word),
		title:  NewStyledText("", TextStyle{Bold: true}),
		beside: NewSmallText(""),
		detail: NewSmallText(""),
		below:  NewStack(),
		more:   NewStack(),
	}
	r.link = NewButton(SmallLink, "", r.toggle)
	r.more.Hide()
	words := NewColumn(1, container.New(&besideOrBelowLayout{gap: theme.Gap}, container.New(&headingLayout{flowLayout{gap: 10}}, r.title, r.beside), r.link), r.detail, r.below, r.more)
	row := container.New(&sideOrAboveLayout{gap: 12}, r.badge, words)
	r.root = NewColumn(0, NewHairline(), NewPadded(0, 11, 0, 11, row))
	r.ExtendBaseWidget(r)
	r.Set(result)
	return r
}

// headingLayout puts a title and what stands behind it in a row. It is as wide as the title: what
// stands behind goes below sooner than the link does.
type headingLayout struct{ flowLayout }

func (l *headingLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return naturalWidth(objects[0])
}

// Set shows a new result in the same row, with More closed.
func (r *CheckRow) Set(result CheckResult) {
	r.result = result
	r.badge.Set(result.Status, result.Word)
	r.badge.SetHint(result.Hint, result.After)
	r.title.SetText(result.Title)
	r.beside.SetText(result.Beside)
	r.beside.Hidden = result.Beside == ""
	r.detail.SetText(result.Detail)
	r.detail.Hidden = result.Detail == ""
	r.link.Hidden = result.Link == "" || result.More == nil
	r.link.SetLabel(result.Link)
	r.below.Objects, r.more.Objects = nil, nil
	r.below.Hidden = result.Below == nil
	if result.Below != nil {
		r.below.Objects = []fyne.CanvasObject{result.Below}
	}
	if result.More != nil {
		r.more.Objects = []fyne.CanvasObject{NewPadded(0, theme.SmallGap, 0, 4, result.More)}
	}
	r.more.Hide()
	r.root.Refresh()
}

func (r *CheckRow) toggle() {
	r.more.Hidden = !r.more.Hidden
	if r.result.Shown != "" {
		label := r.result.Shown
		if r.more.Hidden {
			label = r.result.Link
		}
		r.link.SetLabel(label)
	}
	r.root.Refresh()
}

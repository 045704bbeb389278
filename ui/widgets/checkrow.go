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
	Title  string
	Detail string // may be empty
	// Link, when it is not empty, opens and closes More below the row.
	Link string
	More fyne.CanvasObject
	// Action, which may be nil, is what can be done about it.
	Action *Button
}

// CheckRow is one thing that was checked, with a line above it.
type CheckRow struct {
	composite
	badge  *Badge
	title  *Text
	detail *Text
	link   *Button
	action *fyne.Container
	more   *fyne.Container
}

// NewCheckRow returns a row with the result.
func NewCheckRow(result CheckResult) *CheckRow {
	r := &CheckRow{
		badge:  NewWideBadge(result.Status, result.Word),
		title:  NewStyledText("", TextStyle{Bold: true}),
		detail: NewSmallText(""),
		action: NewStack(),
		more:   NewStack(),
	}
	r.link = NewButton(SmallLink, "", r.toggle)
	r.more.Hide()
	words := NewColumn(1, container.New(&besideOrBelowLayout{gap: theme.Gap}, r.title, r.link), r.detail, r.action, r.more)
	row := container.New(&sideOrAboveLayout{gap: 12}, r.badge, words)
	r.root = NewColumn(0, NewHairline(), NewPadded(0, 11, 0, 11, row))
	r.ExtendBaseWidget(r)
	r.Set(result)
	return r
}

// Set shows a new result in the same row, with More closed.
func (r *CheckRow) Set(result CheckResult) {
	r.badge.Set(result.Status, result.Word)
	r.title.SetText(result.Title)
	r.detail.SetText(result.Detail)
	r.detail.Hidden = result.Detail == ""
	r.link.Hidden = result.Link == "" || result.More == nil
	r.link.SetLabel(result.Link)
	r.action.Objects, r.action.Hidden = nil, result.Action == nil
	if result.Action != nil {
		r.action.Objects = []fyne.CanvasObject{NewPadded(0, 6, 0, 2, NewFlowRow(0, 0, result.Action))}
	}
	r.more.Objects = nil
	if result.More != nil {
		r.more.Objects = []fyne.CanvasObject{NewPadded(0, theme.SmallGap, 0, 4, result.More)}
	}
	r.more.Hide()
	r.root.Refresh()
}

func (r *CheckRow) toggle() {
	r.more.Hidden = !r.more.Hidden
	r.root.Refresh()
}

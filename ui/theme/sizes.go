package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Names of the sizes. Those that Fyne's own widgets use too carry Fyne's name.
const (
	SizeNameTitle     = fynetheme.SizeNameHeadingText    // 25, a page's title
	SizeNameCardTitle = fynetheme.SizeNameSubHeadingText // 17
	SizeNameText      = fynetheme.SizeNameText           // 15
	SizeNameSmall     = fynetheme.SizeNameCaptionText    // 13

	SizeNamePagePadding  fyne.ThemeSizeName = "latchkeyPagePadding" // 36
	SizeNameCardPadding  fyne.ThemeSizeName = "latchkeyCardPadding" // 20
	SizeNameGap          fyne.ThemeSizeName = "latchkeyGap"         // 16
	SizeNameSmallGap     fyne.ThemeSizeName = "latchkeySmallGap"    // 10
	SizeNameCardRadius                      = fynetheme.SizeNameCardRadius
	SizeNameButtonRadius                    = fynetheme.SizeNameButtonRadius
	SizeNameButtonHeight fyne.ThemeSizeName = "latchkeyButtonHeight" // 42, grows with the text
	SizeNameStepList     fyne.ThemeSizeName = "latchkeyStepList"     // 232, width of the list of steps
)

// PagePadding, CardPadding, Gap and SmallGap do not change with the size of text, so pages
// can use them when they are built.
const (
	PagePadding float32 = 36
	CardPadding float32 = 20
	Gap         float32 = 16
	SmallGap    float32 = 10
)

// size is a length at normal text size, and how much of the text's growth it takes part in:
// 0 none, 1 all of it.
type size struct {
	normal float32
	growth float32
}

func (s size) scaled(textScale float32) float32 {
	return s.normal * (1 + (textScale-1)*s.growth)
}

var sizes = map[fyne.ThemeSizeName]size{
	SizeNameTitle:     {25, 1},
	SizeNameCardTitle: {17, 1},
	SizeNameText:      {15, 1},
	SizeNameSmall:     {13, 1},

	SizeNamePagePadding:  {PagePadding, 0},
	SizeNameCardPadding:  {CardPadding, 0},
	SizeNameGap:          {Gap, 0},
	SizeNameSmallGap:     {SmallGap, 0},
	SizeNameCardRadius:   {12, 0},
	SizeNameButtonRadius: {9, 0},
	SizeNameButtonHeight: {42, 0.6},
	SizeNameStepList:     {232, 0.35},

	fynetheme.SizeNamePadding:            {4, 0},
	fynetheme.SizeNameInnerPadding:       {11, 0},
	fynetheme.SizeNameLineSpacing:        {4, 0},
	fynetheme.SizeNameInlineIcon:         {20, 1},
	fynetheme.SizeNameInputBorder:        {1, 0},
	fynetheme.SizeNameInputRadius:        {9, 0},
	fynetheme.SizeNameSelectionRadius:    {3, 0},
	fynetheme.SizeNameSeparatorThickness: {1, 0},
	fynetheme.SizeNameScrollBar:          {12, 0},
	fynetheme.SizeNameScrollBarSmall:     {6, 0},
	fynetheme.SizeNameScrollBarRadius:    {3, 0},
	fynetheme.SizeNameMenuRadius:         {9, 0},
	fynetheme.SizeNamePopupRadius:        {9, 0},
	fynetheme.SizeNameDialogRadius:       {12, 0},
}

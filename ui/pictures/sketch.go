package pictures

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"latchkey/ui/theme"
)

// sketch collects what a picture is drawn of. All positions and sizes are those of a picture
// of normal size; it multiplies them.
type sketch struct {
	width   float32
	scale   float32
	objects []fyne.CanvasObject
	markers []fyne.CanvasObject // drawn last, above everything
}

func newSketch(width float32) *sketch {
	return &sketch{width: width, scale: width / normalWidth}
}

func (s *sketch) finish() { s.objects = append(s.objects, s.markers...) }

// box is a place in the picture.
type box struct{ x, y, w, h float32 }

func (s *sketch) put(o fyne.CanvasObject, at box) fyne.CanvasObject {
	o.Move(fyne.NewPos(at.x*s.scale, at.y*s.scale))
	o.Resize(fyne.NewSize(at.w*s.scale, at.h*s.scale))
	return o
}

func (s *sketch) add(o fyne.CanvasObject, at box) {
	s.objects = append(s.objects, s.put(o, at))
}

func colour(name fyne.ThemeColorName) color.Color { return fynetheme.Color(name) }

// rectangle draws a rounded rectangle; an empty name leaves fill or line away.
func (s *sketch) rectangle(at box, radius float32, fill, line fyne.ThemeColorName) {
	r := &canvas.Rectangle{CornerRadius: radius * s.scale}
	if line != "" {
		r.StrokeColor, r.StrokeWidth = colour(line), 1
		r.FillColor = theme.Unseen(r.StrokeColor)
	}
	if fill != "" {
		r.FillColor = colour(fill)
	}
	s.add(r, at)
}

// bar stands for words that do not matter.
func (s *sketch) bar(x, y, w float32) {
	s.rectangle(box{x, y, w, 9}, 4, theme.ColorNameLine, "")
}

func (s *sketch) bars(x, y, step float32, widths ...float32) {
	for i, w := range widths {
		s.bar(x, y+float32(i)*step, w)
	}
}

// lettering is the look of a label.
type lettering struct {
	size   float32
	bold   bool
	color  fyne.ThemeColorName
	centre bool
}

var (
	plain    = lettering{size: 12, color: theme.ColorNameQuietText}
	strong   = lettering{size: 12, bold: true, color: theme.ColorNameText}
	selected = lettering{size: 12, bold: true, color: theme.ColorNameAccent}
	heading  = lettering{size: 14, bold: true, color: theme.ColorNameText}
	caption  = lettering{size: 11, color: theme.ColorNameQuietText}
	value    = lettering{size: 12, color: theme.ColorNameText}
)

// label writes one line in the box, vertically centred. Words that do not fit are made a
// little smaller, then cut with an ellipsis: the full ones stand beside the picture.
func (s *sketch) label(at box, words string, l lettering) {
	t := canvas.NewText("", colour(l.color))
	t.TextSize = l.size * s.scale
	t.TextStyle.Bold = l.bold
	if l.centre {
		t.Alignment = fyne.TextAlignCenter
	}
	t.Text = words
	for range 6 {
		if t.MinSize().Width > at.w*s.scale {
			t.TextSize *= 0.94
		}
	}
	t.Text = fitting(words, at.w*s.scale, t.TextSize, t.TextStyle)
	s.add(t, at)
}

func fitting(words string, width, size float32, style fyne.TextStyle) string {
	fits := func(text string) bool { return fyne.MeasureText(text, size, style).Width <= width }
	if fits(words) {
		return words
	}
	letters := []rune(words)
	for len(letters) > 1 && !fits(string(letters)+"…") {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}

// widthOf returns how wide the words are in a picture of normal size.
func (s *sketch) widthOf(words string, l lettering) float32 {
	return fyne.MeasureText(words, l.size*s.scale, fyne.TextStyle{Bold: l.bold}).Width / s.scale
}

// button draws a filled button whose right end is at right, as wide as its words need but
// at most most, and returns its place.
func (s *sketch) button(right, y, most float32, words string) box {
	l := lettering{size: 12, bold: true, color: theme.ColorNameOnAccent, centre: true}
	width := min(s.widthOf(words, l)+26, most)
	at := box{right - width, y, width, 28}
	s.rectangle(at, 8, theme.ColorNameAccent, "")
	s.label(box{at.x + 6, at.y, at.w - 12, at.h}, words, l)
	return at
}

// lastButton draws the button that ends a dialog, in its corner, and returns its place.
func (s *sketch) lastButton(dialog box, words string) box {
	return s.button(dialog.x+dialog.w-18, dialog.y+dialog.h-42, 180, words)
}

// field draws a box to fill in, with its name above and its value inside, and returns the
// place of both.
func (s *sketch) field(x, y, w float32, name, words string) box {
	s.label(box{x + 2, y, w - 4, 14}, name, caption)
	at := box{x, y + 16, w, 24}
	s.rectangle(at, 6, theme.ColorNameSurface, theme.ColorNameFieldLine)
	s.label(box{at.x + 8, at.y, at.w - 16, at.h}, words, value)
	return box{x, y, w, 40}
}

// tick draws a box with or without its tick, and words or, when they are empty, a bar.
func (s *sketch) tick(x, y, w float32, on bool, words string) box {
	square := box{x, y + 2, 13, 13}
	if on {
		s.rectangle(square, 3, theme.ColorNameAccent, "")
		s.stroke(theme.ColorNameOnAccent, x+3, y+8.5, x+5.5, y+11.5)
		s.stroke(theme.ColorNameOnAccent, x+5.5, y+11.5, x+10, y+5.5)
	} else {
		s.rectangle(square, 3, theme.ColorNameSurface, theme.ColorNameFieldLine)
	}
	if words == "" {
		s.bar(x+20, y+4, w*0.5)
	} else {
		s.label(box{x + 20, y, w - 20, 17}, words, value)
	}
	return box{x, y, w, 17}
}

// lines writes words into the box, on two lines, as alike as can be, where one has no room
// for them.
func (s *sketch) lines(at box, words string, l lettering) {
	first, rest, widest := words, "", s.widthOf(words, l)
	for i, letter := range words {
		if letter != ' ' || widest <= at.w {
			continue
		}
		if wide := max(s.widthOf(words[:i], l), s.widthOf(words[i+1:], l)); wide < widest || rest == "" {
			first, rest, widest = words[:i], words[i+1:], wide
		}
	}
	if rest == "" {
		s.label(at, first, l)
		return
	}
	s.label(box{at.x, at.y, at.w, at.h / 2}, first, l)
	s.label(box{at.x, at.y + at.h/2, at.w, at.h / 2}, rest, l)
}

// radio draws a round button to choose by, with words or, when they are empty, a bar, and returns
// the place of both.
func (s *sketch) radio(x, y, w float32, on bool, words string) box {
	ring := &canvas.Circle{FillColor: colour(theme.ColorNameSurface), StrokeColor: colour(theme.ColorNameFieldLine), StrokeWidth: 1}
	if on {
		ring.StrokeColor = colour(theme.ColorNameAccent)
	}
	s.add(ring, box{x, y + 2, 13, 13})
	if on {
		s.add(&canvas.Circle{FillColor: colour(theme.ColorNameAccent)}, box{x + 3, y + 5, 7, 7})
	}
	if words == "" {
		s.bar(x+20, y+4, w*0.5)
	} else {
		s.label(box{x + 20, y, w - 20, 17}, words, value)
	}
	return box{x, y, w, 17}
}

// toggle draws a switch that is on.
func (s *sketch) toggle(x, y float32) {
	s.rectangle(box{x, y, 22, 13}, 6.5, theme.ColorNameAccent, "")
	s.add(&canvas.Circle{FillColor: colour(theme.ColorNameOnAccent)}, box{x + 11, y + 2, 9, 9})
}

func (s *sketch) stroke(name fyne.ThemeColorName, x1, y1, x2, y2 float32) {
	l := canvas.NewLine(colour(name))
	l.StrokeWidth = 1.6 * s.scale
	l.Position1 = fyne.NewPos(x1*s.scale, y1*s.scale)
	l.Position2 = fyne.NewPos(x2*s.scale, y2*s.scale)
	s.objects = append(s.objects, l)
}

// mark puts a ring around the thing to press, with the number of the instruction. Where that speaks
// of several, letters tell in which order they are pressed.
func (s *sketch) mark(number int, around ...box) {
	for i, each := range around {
		label := strconv.Itoa(number)
		if len(around) > 1 {
			label += string(rune('a' + i))
		}
		s.markOne(label, each)
	}
}

// markOne draws a ring. The thin edge makes it stand out from the page by 3:1, which the orange
// alone does not.
func (s *sketch) markOne(label string, around box) {
	const gap, thick, edge = 2, 3, 1
	ring := func(out, width, radius float32, name fyne.ThemeColorName) {
		r := &canvas.Rectangle{CornerRadius: radius * s.scale, StrokeColor: colour(name), StrokeWidth: width * s.scale}
		r.FillColor = theme.Unseen(r.StrokeColor)
		s.markers = append(s.markers, s.put(r, box{around.x - out, around.y - out, around.w + 2*out, around.h + 2*out}))
	}
	ring(gap+thick, thick, 11, theme.ColorNameMarker)
	ring(gap+thick+edge, edge, 12, theme.ColorNameMarkerEdge)

	const side = 20
	place := box{around.x + around.w + gap + thick - side*0.55, around.y - gap - thick - side*0.45, side, side}
	place.x = min(place.x, normalWidth-side+2)
	disc := &canvas.Circle{FillColor: colour(theme.ColorNameMarker), StrokeColor: colour(theme.ColorNameMarkerEdge), StrokeWidth: s.scale}
	digit := canvas.NewText(label, colour(theme.ColorNameOnMarker))
	digit.TextSize = 11 * s.scale
	digit.TextStyle.Bold = true
	digit.Alignment = fyne.TextAlignCenter
	s.markers = append(s.markers, s.put(disc, place), s.put(digit, place))
}

const headHeight = 24

// browser draws an empty browser window with the page's name on top.
func (s *sketch) browser(title string) {
	all := box{0, 0, normalWidth, normalHeight}
	s.rectangle(all, 12, theme.ColorNameBackground, "")
	head := &canvas.Rectangle{FillColor: colour(theme.ColorNameQuietBehind)}
	head.TopLeftCornerRadius, head.TopRightCornerRadius = 12*s.scale, 12*s.scale
	s.add(head, box{0, 0, normalWidth, headHeight})
	for _, x := range []float32{10, 22, 34} {
		s.add(&canvas.Circle{FillColor: colour(theme.ColorNameLine)}, box{x, 8.5, 7, 7})
	}
	s.label(box{52, 0, normalWidth - 64, headHeight}, title, caption)
	s.rectangle(all, 12, "", theme.ColorNameEdge)
}

const sideWidth = 120

// side draws the menu at the left: a heading and its items, one of them selected, then bars.
func (s *sketch) side(title, current string, items ...string) {
	s.rectangle(box{sideWidth, headHeight, 1, normalHeight - headHeight}, 0, theme.ColorNameLine, "")
	y := float32(35)
	line := func(words string, l lettering) {
		s.label(box{10, y, sideWidth - 13, 20}, words, l)
		y += 26
	}
	line(title, strong)
	for _, item := range items {
		if item == current {
			line(item, selected)
		} else {
			line(item, plain)
		}
	}
	if y+40 < normalHeight {
		s.bars(10, y+3, 18, 70, 84, 60)
	}
}

// dialog draws a box above a dimmed page and returns its place.
func (s *sketch) dialog(title string) box {
	return s.dialogAt(box{26, 29, normalWidth - 52, normalHeight - 35}, title)
}

// wideDialog is one that leaves little of the page.
func (s *sketch) wideDialog(title string) box {
	return s.dialogAt(box{8, 29, normalWidth - 16, normalHeight - 35}, title)
}

func (s *sketch) dialogAt(at box, title string) box {
	s.bars(12, 38, 20, 90, 70, 84)
	scrim := &canvas.Rectangle{FillColor: colour(theme.ColorNameScrim)}
	scrim.BottomLeftCornerRadius, scrim.BottomRightCornerRadius = 12*s.scale, 12*s.scale
	s.add(scrim, box{0, headHeight, normalWidth, normalHeight - headHeight})
	s.rectangle(at, 10, theme.ColorNameSurface, theme.ColorNameLine)
	s.label(box{at.x + 16, at.y + 4, at.w - 32, 20}, title, heading)
	return at
}

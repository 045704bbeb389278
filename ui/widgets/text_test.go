package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"latchkey/ui/widgets"
)

const sentence = "On the page that opens, choose **Corner Bakery**, then **WhatsApp account access**, and pick latchkey-whatsapp."

// linesOf returns what stands on each line of the text.
func linesOf(t *widgets.Text) []string {
	var lines []string
	last := float32(-1)
	for _, o := range test.WidgetRenderer(t).Objects() {
		piece := o.(*canvas.Text)
		if piece.Position().Y != last {
			last = piece.Position().Y
			lines = append(lines, "")
		}
		lines[len(lines)-1] += piece.Text
	}
	return lines
}

func TestTextWraps(t *testing.T) {
	tests := []struct {
		name, text string
		width      float32
		lines      int
	}{
		{"fits", "This token works", 300, 1},
		{"wraps at spaces", sentence, 300, 3},
		{"long word", strings.Repeat("EAAG", 40), 300, 6},
		{"own line breaks", "One\nTwo\n\nFour", 300, 4},
		{"Japanese, which has no spaces", strings.Repeat("設定", 20), 300, 2},
		{"empty", "", 300, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := widgets.NewText(tt.text)
			show(t, text, tt.width, 200)
			// Where no font has these letters, the boxes in their place are wider.
			most := tt.lines
			if strings.Contains(tt.text, "設") {
				most++
			}
			if lines := text.MinSize().Height / 22; lines < float32(tt.lines) || lines > float32(most) {
				t.Errorf("%v lines, want %d to %d: %q", lines, tt.lines, most, linesOf(text))
			}
			for _, o := range test.WidgetRenderer(text).Objects() {
				if right := o.Position().X + o.MinSize().Width; right > tt.width+0.5 {
					t.Errorf("%q ends at %v", o.(*canvas.Text).Text, right)
				}
			}
			whole := strings.Join(linesOf(text), "")
			if want := strings.ReplaceAll(tt.text, "**", ""); squeeze(whole) != squeeze(want) {
				t.Errorf("shows %q, want %q", whole, want)
			}
		})
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func TestTextMarksBoldWords(t *testing.T) {
	text := widgets.NewText("Press **+ Add**, then wait")
	show(t, text, 400, 50)
	for _, o := range test.WidgetRenderer(text).Objects() {
		piece := o.(*canvas.Text)
		if bold := piece.Text == "+ Add"; piece.TextStyle.Bold != bold {
			t.Errorf("%q bold: %v", piece.Text, piece.TextStyle.Bold)
		}
	}
	plain := widgets.NewStyledText("2 ** 3", widgets.TextStyle{Plain: true})
	show(t, plain, 400, 50)
	if got := drawnText(plain); got != "2 ** 3" {
		t.Errorf("plain text shows %q", got)
	}
}

// TestHeightsAreRightAtOnce: a container is resized once, as a window does, and everything
// within, however deeply nested, has the height that its wrapped text needs.
func TestHeightsAreRightAtOnce(t *testing.T) {
	first, second, below := widgets.NewText(sentence), widgets.NewText(sentence), widgets.NewText("below")
	root := widgets.NewColumn(10,
		widgets.NewCard(widgets.NewColumn(5, widgets.NewCard(first), widgets.Row{Gap: 10, Stretch: second}.New(widgets.NewBadge(widgets.Fine, "OK"), second))),
		widgets.NewGrid(2, 16, 100, widgets.NewText(sentence), widgets.NewText("short")),
		widgets.NewFlowRow(10, 5, widgets.NewButton(widgets.Secondary, "Check now", nil), widgets.NewButton(widgets.Secondary, "Hand over", nil), widgets.NewButton(widgets.Secondary, "Copy", nil)),
		below)
	for _, width := range []float32{420, 300, 800, 300} {
		root.Resize(fyne.NewSize(width, 1000))
		walk(root, func(o fyne.CanvasObject) {
			if text, ok := o.(*widgets.Text); ok && text.Size().Height < text.MinSize().Height {
				t.Errorf("at %v, %q has %v but needs %v", width, text.Text(), text.Size().Height, text.MinSize().Height)
			}
		})
		if bottom, want := below.Position().Y+below.Size().Height, root.MinSize().Height; bottom != want {
			t.Errorf("at %v, the column ends at %v and says %v", width, bottom, want)
		}
	}
}

func TestRowSharesItsWidth(t *testing.T) {
	text, button := widgets.NewText(sentence), widgets.NewButton(widgets.Primary, "Check again", nil)
	row := widgets.Row{Gap: 10, Stretch: text}.New(text, button)
	row.Resize(fyne.NewSize(400, 100))
	if got, want := button.Position().X+button.Size().Width, float32(400); got != want {
		t.Errorf("the row ends at %v", got)
	}
	if text.Size().Width+10 != button.Position().X {
		t.Error("the text does not take the width that is left")
	}
}

func TestGridCollapses(t *testing.T) {
	a, b := widgets.NewText("one"), widgets.NewText("two")
	grid := widgets.NewGrid(2, 10, 200, a, b)
	grid.Resize(fyne.NewSize(500, 100))
	if a.Position().Y != b.Position().Y {
		t.Error("no columns though there is room")
	}
	grid.Resize(fyne.NewSize(300, 100))
	if b.Position().Y <= a.Position().Y || b.Size().Width != 300 {
		t.Error("columns though there is no room")
	}
}

// still is an object that counts how often it is moved and resized.
type still struct {
	canvas.Rectangle
	changes int
}

func (s *still) Move(at fyne.Position) {
	s.changes++
	s.Rectangle.Move(at)
}

func (s *still) Resize(size fyne.Size) {
	s.changes++
	s.Rectangle.Resize(size)
}

// TestMinSizeMovesNothing: Fyne asks for the least size with every frame it paints. A layout
// that moves something then makes it paint the next one at once, and so on.
func TestMinSizeMovesNothing(t *testing.T) {
	layouts := map[string]func(...fyne.CanvasObject) *fyne.Container{
		"column": func(o ...fyne.CanvasObject) *fyne.Container { return widgets.NewColumn(5, o...) },
		"row":    func(o ...fyne.CanvasObject) *fyne.Container { return widgets.Row{Gap: 5}.New(o...) },
		"flow":   func(o ...fyne.CanvasObject) *fyne.Container { return widgets.NewFlowRow(5, 5, o...) },
		"grid":   func(o ...fyne.CanvasObject) *fyne.Container { return widgets.NewGrid(2, 5, 50, o...) },
		"stack":  func(o ...fyne.CanvasObject) *fyne.Container { return widgets.NewStack(o...) },
	}
	for name, layout := range layouts {
		small, tall := &still{}, &still{}
		small.SetMinSize(fyne.NewSize(90, 10))
		tall.SetMinSize(fyne.NewSize(90, 30))
		c := layout(small, tall, widgets.NewText(sentence))
		c.Resize(fyne.NewSize(200, 200))
		small.changes, tall.changes = 0, 0
		c.MinSize()
		if n := small.changes + tall.changes; n > 0 {
			t.Errorf("%s: %d changes", name, n)
		}
	}
}

// TestAPhoneNumberStaysOnOneLine, and what stands before it goes on where that ends.
func TestAPhoneNumberStaysOnOneLine(t *testing.T) {
	text := widgets.NewText("Type the number to send to, such as +49 30 901820.")
	for width := float32(150); width < 400; width += 10 {
		show(t, text, width, 200)
		for _, line := range linesOf(text) {
			if strings.Contains(line, "+49") != strings.Contains(line, "901820") {
				t.Fatalf("at %v the number is broken: %q", width, linesOf(text))
			}
		}
	}
	if text.Text() != "Type the number to send to, such as +49 30 901820." {
		t.Errorf("read out is %q", text.Text())
	}
}

// TestPiecesStartOnWholePixels: a painter draws each from a whole pixel on, and gaps between pieces
// that start anywhere differ by a pixel.
func TestPiecesStartOnWholePixels(t *testing.T) {
	text := widgets.NewText(sentence)
	show(t, text, 900, 200)
	var end float32
	for _, o := range test.WidgetRenderer(text).Objects() {
		x := o.Position().X
		if x != float32(int(x)) || x < end-0.5 || x > end+0.5 {
			t.Errorf("%q starts at %v, and what is before it ends at %v", o.(*canvas.Text).Text, x, end)
		}
		end = x + o.MinSize().Width
	}
}

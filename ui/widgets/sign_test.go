package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"latchkey/ui/widgets"
)

// strokes counts the lines that are seen.
func strokes(o fyne.CanvasObject) int {
	count := 0
	walk(o, func(o fyne.CanvasObject) {
		if line, ok := o.(*canvas.Line); ok && line.Position1 != line.Position2 && line.StrokeWidth > 0 {
			count++
		}
	})
	return count
}

// TestABadgeHasASign: never a colour alone. A tick and a cross are drawn, the
// others are letters.
func TestABadgeHasASign(t *testing.T) {
	badge := widgets.NewBadge(widgets.Quiet, "Word")
	show(t, badge, 200, 40)
	for _, each := range []struct {
		status widgets.Status
		lines  int
		text   string
	}{
		{widgets.Fine, 2, "Word"}, {widgets.Advice, 0, "! Word"}, {widgets.ToFix, 2, "Word"}, {widgets.Quiet, 0, "– Word"}, {widgets.Busy, 0, "… Word"},
	} {
		badge.Set(each.status, "Word")
		if lines, text := strokes(badge), drawnText(badge); lines != each.lines || text != each.text {
			t.Errorf("status %d: %d strokes and %q, not %d and %q", each.status, lines, text, each.lines, each.text)
		}
	}
}

func TestAStepThatIsDoneHasATick(t *testing.T) {
	for state, lines := range map[widgets.StepState]int{widgets.Done: 2, widgets.Current: 0, widgets.Skipped: 0, widgets.ToCome: 0} {
		list := widgets.NewStepList("Latchkey", "", widgets.Step{Name: "One", State: state})
		show(t, list, 232, 300)
		without := widgets.NewStepList("Latchkey", "")
		show(t, without, 232, 300)
		if drawn := strokes(list) - strokes(without); drawn != lines {
			t.Errorf("state %d: %d strokes, not %d", state, drawn, lines)
		}
	}
}

package widgets_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/widgets"
)

// TestAHintComesAfterAMomentAndGoesWithThePointer, or when what it is about is pressed.
func TestAHintComesAfterAMomentAndGoesWithThePointer(t *testing.T) {
	var moment func()
	after := func(_ time.Duration, f func()) func() {
		moment = f
		return func() { moment = nil }
	}
	button := widgets.NewButton(widgets.SmallLink, "Copy", func() {})
	button.SetHint("Put this text on the clipboard", after)
	root := container.NewStack(widgets.NewColumn(4, button))
	show(t, root, 300, 200)
	says := func() bool { return strings.Contains(drawnText(root), "Put this text") }
	for name, leave := range map[string]func(){"left": button.MouseOut, "pressed": func() { button.Tapped(&fyne.PointEvent{}) }} {
		button.MouseIn(nil)
		if says() || moment == nil {
			t.Fatal("it does not wait")
		}
		moment()
		if !says() {
			t.Fatalf("nothing is said in\n%s", drawnText(root))
		}
		if leave(); says() || moment != nil {
			t.Errorf("%s, it stays", name)
		}
	}
	button.MouseIn(nil)
	if button.MouseOut(); moment != nil {
		t.Error("it comes although the pointer has left")
	}
}

// TestABadgeSaysWhatItsWordMeans, and what its next word means.
func TestABadgeSaysWhatItsWordMeans(t *testing.T) {
	var moment func()
	after := func(_ time.Duration, f func()) func() {
		moment = f
		return func() { moment = nil }
	}
	badge := widgets.NewBadge(widgets.Advice, "Suggestion")
	root := container.NewStack(widgets.NewColumn(4, badge))
	show(t, root, 300, 200)
	badge.MouseIn(nil)
	if moment != nil {
		t.Fatal("it has nothing to say")
	}
	badge.SetHint("Works all the same", after)
	badge.MouseIn(nil)
	moment()
	if !strings.Contains(drawnText(root), "Works all the same") {
		t.Fatalf("nothing is said in\n%s", drawnText(root))
	}
	if badge.SetHint("", nil); strings.Contains(drawnText(root), "Works all the same") {
		t.Error("the old meaning stays")
	}
}

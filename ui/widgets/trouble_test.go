package widgets_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
)

// TestTheSpaceThatPressesALinkIsNotTyped into the field that the link leads to; a
// space of one's own is.
func TestTheSpaceThatPressesALinkIsNotTyped(t *testing.T) {
	text, secret := widgets.NewTextEntry(""), widgets.NewSecretEntry(secretLabels, time.Minute, never)
	for name, field := range map[string]struct {
		focusable fyne.Focusable
		value     func() string
	}{"text": {text, func() string { return text.Text }}, "secret": {secret.Field(), secret.Value}} {
		summary := widgets.NewTroubleSummary("There is a problem", widgets.Trouble{Text: "Type it", Field: field.focusable})
		w := show(t, widgets.NewColumn(4, summary, text, secret), 400, 300)
		w.Canvas().Focus(summary)
		w.Canvas().FocusNext()
		space := func() { // as Fyne tells of it
			w.Canvas().Focused().TypedKey(key(fyne.KeySpace))
			w.Canvas().Focused().TypedRune(' ')
		}
		space()
		if w.Canvas().Focused() != field.focusable || field.value() != "" {
			t.Errorf("%s: the link leads to %T, which holds %q", name, w.Canvas().Focused(), field.value())
		}
		space()
		if field.value() != " " {
			t.Errorf("%s: a space typed then leaves %q", name, field.value())
		}
	}
}

package widgets_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
)

// TestAFieldInTroubleSaysSoUntilItIsChanged, in the words of the summary, and with room for
// them.
func TestAFieldInTroubleSaysSoUntilItIsChanged(t *testing.T) {
	const begins, trouble = "This does not look", "This does not look like a token, so copy it from Meta’s page once more"
	text, area := widgets.NewTextEntry("7"), widgets.NewTextArea("7", 3)
	secret := widgets.NewSecretEntry(secretLabels, time.Minute, never)
	var yes *widgets.ChoiceCard
	yes = widgets.NewAnswerCard("Yes", "", func() { yes.SetChosen(true) })
	answers := widgets.NewAnswers([]*widgets.ChoiceCard{yes}, widgets.NewColumn(4, yes))
	for name, field := range map[string]struct {
		focus  fyne.Focusable
		whole  fyne.CanvasObject
		change func()
	}{
		"text":    {text, text, func() { text.TypedRune('1') }},
		"cleared": {text, text, func() { text.SetText("") }},
		"area":    {area, area, func() { area.TypedKey(key(fyne.KeyBackspace)); area.TypedKey(key(fyne.KeyDelete)) }},
		"secret":  {secret.Field(), secret, func() { secret.Field().TypedRune('1') }},
		"answers": {yes, answers, func() { yes.TypedKey(key(fyne.KeySpace)) }},
	} {
		t.Run(name, func(t *testing.T) {
			w := show(t, widgets.NewColumn(10, field.whole, widgets.NewText("below")), 300, 400)
			w.Canvas().Focus(field.focus)
			before := field.whole.Size().Height
			widgets.NewTroubleSummary("There is a problem", widgets.Trouble{Text: trouble, Field: field.focus})
			if !strings.Contains(drawnText(field.whole), begins) || field.whole.Size().Height <= before {
				t.Fatalf("the field says %q, %v high", drawnText(field.whole), field.whole.Size().Height)
			}
			field.change()
			if strings.Contains(drawnText(field.whole), begins) || field.whole.Size().Height != before {
				t.Errorf("the changed field says %q, %v high", drawnText(field.whole), field.whole.Size().Height)
			}
		})
	}
}

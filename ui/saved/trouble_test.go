package saved_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/ui/parts"
	"latchkey/ui/saved"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// TestEveryTroubleHasWords wherever a trouble of the vault's is told: an index that was
// made by hand can hold any name.
func TestEveryTroubleHasWords(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	s := p.Window.Shell
	troubles := []error{vault.ErrTokenInEntry, &vault.TakenError{Name: "Shop"}}
	for _, fault := range vault.AllNameFaults() {
		troubles = append(troubles, &vault.NameError{Fault: fault})
	}
	for _, reason := range vault.AllReasons() {
		troubles = append(troubles, &vault.Error{Reason: reason})
	}
	for _, reason := range files.AllReasons() {
		troubles = append(troubles, &files.Error{Reason: reason, Path: "/settings/index.json", Variable: "HOME"})
	}
	for _, err := range troubles {
		shown := widgetsText(saved.NewTokens(s).Trouble(vault.Entry{Name: "Shop"}, err, nil)) +
			widgetsText(parts.KeychainFix(s, err, nil)) + parts.KeychainRefusal(s, err)
		if file, ok := err.(*files.Error); ok {
			shown += parts.FileTrouble(s, file)
		}
		if strings.Contains(shown, "[") || strings.Contains(shown, "<no value>") {
			t.Errorf("%v is told as\n%s", err, shown)
		}
	}
}

// widgetsText is what can be read in something that is not shown.
func widgetsText(o fyne.CanvasObject) string {
	var text strings.Builder
	person.Walk(o, fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if said, ok := o.(fyne.Accessible); ok {
			text.WriteString(said.AccessibilityLabel() + "\n")
		}
	})
	return text.String()
}

package tour

import (
	"strings"
	"testing"

	"latchkey/ui/theme"
	"latchkey/wizard/setup"
)

// TestPastesThatAreNoToken pastes what people paste by mistake. Each is refused
// on the page, and the token goes through afterwards.
func TestPastesThatAreNoToken(t *testing.T) {
	token := tokenOf(t, "ready")
	w := newDesktop(t).open(light)
	pictures := newAlbum(t, "pastes")
	w.practise()
	w.chooseOwnBusiness(bannerStops)
	w.advance(setup.StepSystemUser, setup.StepAssets, setup.StepGenerate, setup.StepPaste)
	for _, paste := range []struct{ name, text string }{
		{"empty", " \n"},
		{"phone-number", "+49 30 901820"},
		{"app-secret", "0123456789abcdef0123456789abcdef"},
		{"app-token", "1234567890123456|0123456789abcdef0123456789abcdef"},
		{"cut-short", token[:20] + "…"},
		{"10-mb", strings.Repeat("0123456789", 1<<20)},
	} {
		w.copy(paste.text)
		w.press("ctrl+v", "Return")
		w.awaits(theme.ColorNameToFixBehind, true)
		pictures.take(w, paste.name)
		w.atStep(setup.StepPaste)
		w.press("Tab", "Return") // on the summary's line, which leads to the field
		w.press("Delete")
		w.awaits(theme.ColorNameToFixBehind, false)
	}
	w.paste(token)
	w.press("Return")
	w.atTitle(setup.StepCheck, "verdict.ready.title")
	w.close()
}

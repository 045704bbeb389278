package tour

import (
	"testing"

	"latchkey/ui/theme"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// TestEveryPageInEveryLook goes through all pages by keyboard and mouse, with
// the rehearsal's ready tokens, and takes pictures to be looked at.
func TestEveryPageInEveryLook(t *testing.T) {
	for _, look := range []look{
		{name: "dark", appearance: theme.Dark, textScale: 1, width: 1000, height: 700},
		{name: "light-900x640", appearance: theme.Light, textScale: 1, width: 900, height: 640},
		{name: "text-150", appearance: theme.Light, textScale: 1.5, width: 1000, height: 700},
	} {
		t.Run(look.name, func(t *testing.T) {
			w := newDesktop(t).open(look)
			pictures := newAlbum(t, look.name)
			pictures.take(w, "home")
			w.practise()
			w.chooseOwnBusiness(bannerStops)
			pictures.take(w, "business")
			w.advance(setup.StepSystemUser)
			pictures.take(w, "system-user")
			w.enterOpens()
			w.enterTo(setup.StepAssets)
			pictures.take(w, "assign-assets")
			w.enterTo(setup.StepGenerate)
			pictures.take(w, "generate-token")
			w.enterTo(setup.StepPaste)
			pictures.take(w, "paste")

			w.paste("+49 30 901820")
			w.press("Return")
			w.awaits(theme.ColorNameToFixBehind, true)
			pictures.take(w, "paste-refused")
			w.press("Tab", "Return") // on its line, which leads to the field

			w.paste(tokenOf(t, "account-not-assigned"))
			w.awaits(theme.ColorNameToFixBehind, false)
			w.press("Return")
			w.atTitle(setup.StepCheck, "verdict.almost.title")
			pictures.take(w, "check-failed")
			w.back()
			w.atStep(setup.StepPaste)

			w.paste(tokenOf(t, "ready"))
			pictures.take(w, "pasted")
			w.press("Return")
			w.atTitle(setup.StepCheck, "verdict.ready.title")
			pictures.take(w, "check")
			w.press("Return")
			w.atStep(setup.StepKeep)
			pictures.take(w, "keep")
			w.press("Return")
			w.atTitle(setup.StepKeep, "kept.title", words.Values{"Name": bakeryAccount})
			pictures.take(w, "kept")
			w.press("Escape")
			w.at(say().Say("home.saved"))
			pictures.take(w, "home-with-token")

			w.tab(bannerStops + homeStops + 1 + cardStops + 2) // New token stands above the cards
			w.press("Return")
			w.at(say().Say("desk.title"))
			pictures.take(w, "check-a-token")
			w.paste(tokenOf(t, "ready"))
			w.press("Return")
			w.still(pictures.last)
			w.press("Page_Down")
			w.awaits(theme.ColorNameFineBehind, true)
			pictures.take(w, "check-a-token-rows")
			w.press("Page_Up")
			pictures.take(w, "check-a-token-report")
			w.close()
		})
	}
}

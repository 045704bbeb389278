package tour

import (
	"testing"

	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// TestJourney is the whole way: from nothing to a token in the keychain, with
// the pretend Meta in a real browser. In the window nothing but keys is pressed.
func TestJourney(t *testing.T) {
	d := newDesktop(t)
	w := d.open(light)
	meta := d.startBrowser()
	pictures := newAlbum(t, light.name)

	pictures.take(w, "home")
	w.practise()
	w.chooseOwnBusiness(bannerStops)
	pictures.take(w, "business")
	w.enterTo(setup.StepSystemUser)
	pictures.take(w, "system-user")
	systemUsers := w.enterOpens()
	meta.visit(systemUsers)
	meta.createSystemUser(setup.SuggestedUserName, label("admin"))
	w.enterTo(setup.StepAssets)
	pictures.take(w, "assign-assets")
	meta.visit(systemUsers)
	meta.press(setup.SuggestedUserName)
	meta.assign(bakeryApp, bakeryAccount)
	w.enterTo(setup.StepGenerate)
	pictures.take(w, "generate-token")
	meta.visit(systemUsers)
	meta.press(setup.SuggestedUserName)
	token := meta.generateToken(label("never"), check.ScopeMessaging, check.ScopeManagement)
	w.enterTo(setup.StepPaste)
	pictures.take(w, "paste")
	w.paste(token)
	pictures.take(w, "pasted")
	w.press("Return")
	w.atTitle(setup.StepCheck, "verdict.ready.title")
	pictures.take(w, "check")
	w.enterTo(setup.StepKeep)
	pictures.take(w, "keep")
	w.press("Return")
	w.atTitle(setup.StepKeep, "kept.title", words.Values{"Name": bakeryAccount})
	pictures.take(w, "kept")

	if found := d.Lookup(vault.PracticeService, bakeryAccount); found != token {
		t.Errorf("secret-tool finds %d characters, which are not the token's %d", len(found), len(token))
	}
	if d.clipboard() != "" {
		t.Error("the token is still on the clipboard")
	}
	w.press("Escape")
	w.at(say().Say("home.saved"))
	pictures.take(w, "home-with-token")
	w.close()
	nothingOf(t, token, "what the program printed", w.printed(t))

	again := d.open(light)
	again.practise()
	again.press("Escape")
	again.at(say().Say("home.saved"))
	nothingOf(t, token, "the program's arguments and environment", again.surroundings())
	again.close()
	nothingOf(t, token, "what the program printed the second time", again.printed(t))
	nothingOfInFiles(t, token, d.Home)
}

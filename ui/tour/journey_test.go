package tour

import (
	"net/url"
	"strings"
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/ui/words"
	"latchkey/wizard"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// What the rehearsal's portfolio holds.
const (
	bakeryApp     = "Corner Bakery Bot"
	bakeryAccount = "Corner Bakery"
)

// TestJourney is the whole way: from nothing to a token in the keychain, with
// the pretend Meta in a real browser.
func TestJourney(t *testing.T) {
	d := newDesktop(t)
	w := d.open(light)
	meta := d.startBrowser()
	pictures := newAlbum(t, light.name)

	pictures.take(w, "home")
	w.practise()
	w.chooseOwnBusiness(bannerStops)
	pictures.take(w, "business")
	w.pressMain()

	w.atStep(2, "step.system_user.title")
	pictures.take(w, "system-user")
	meta.visit(onSystemUsers(t, w.openPage(bannerStops)))
	meta.createSystemUser(wizard.SuggestedUserName, "Admin")
	w.pressMain()

	w.atStep(3, "step.assets.title")
	pictures.take(w, "assign-assets")
	meta.visit(onSystemUsers(t, w.openPage(bannerStops)))
	meta.press(wizard.SuggestedUserName)
	meta.assignApp(bakeryApp)
	meta.assignAccount(bakeryAccount)
	w.pressMain()

	w.atStep(4, "step.generate.title")
	pictures.take(w, "generate-token")
	meta.visit(onSystemUsers(t, w.openPage(bannerStops)))
	meta.press(wizard.SuggestedUserName)
	token := meta.generateToken("Never", check.ScopeMessaging, check.ScopeManagement)
	w.pressMain()

	w.atStep(5, "step.paste.title")
	pictures.take(w, "paste")
	w.paste(token)
	pictures.take(w, "pasted")
	w.press("Return")

	w.atStep(6, "verdict.ready.title")
	pictures.take(w, "check")
	w.press("Return")
	w.atStep(7, "step.keep.title")
	pictures.take(w, "keep")
	w.press("Return")
	w.atStep(7, "kept.title", words.Values{"Name": bakeryAccount})
	pictures.take(w, "kept")

	if found := d.Lookup(vault.PracticeService, bakeryAccount); found != token {
		t.Errorf("secret-tool finds %d characters, not the %d of the token", len(found), len(token))
	}
	if d.clipboard() != "" {
		t.Error("the token is on the clipboard still")
	}
	w.pressMain()
	w.at(say().Say("home.saved"))
	pictures.take(w, "home-with-token")
	w.close()
	nothingOf(t, token, "what the first run printed", w.printed(t))

	again := d.open(light)
	again.practise()
	again.press("Escape")
	again.at(say().Say("home.saved"))
	nothingOf(t, token, "the arguments and the environment", again.surroundings())
	again.close()
	nothingOf(t, token, "what the second run printed", again.printed(t))
	nothingOfInFiles(t, token, d.Home)
}

// onSystemUsers returns an address, which has to be that of the rehearsal's page
// System users.
func onSystemUsers(t *testing.T, address string) string {
	t.Helper()
	opened, err := url.Parse(address)
	if err != nil || opened.Hostname() != "127.0.0.1" || !strings.HasSuffix(opened.Path, "/settings/system_users") {
		t.Errorf("the button opened %s", address)
	}
	return address
}

// pretendGraph is the Graph API that belongs to a page of the rehearsal.
func pretendGraph(page string) string {
	opened, _ := url.Parse(page)
	return opened.Scheme + "://" + opened.Host
}

// tokenOf is the token of a prepared state of the rehearsal.
func tokenOf(t *testing.T, scenario string) string {
	t.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		t.Fatalf("there is no scenario %s", scenario)
	}
	return found.Token.Reveal()
}

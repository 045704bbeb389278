package tour

import (
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/graph/value"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// TestWhatElseMetaShows walks the pages as those see them to whom they look
// otherwise, or who are held up: by what the trips tell under "I see something
// else". What they make works in the end.
func TestWhatElseMetaShows(t *testing.T) {
	d := newDesktop(t)
	meta := d.startBrowser()
	both := []string{check.ScopeMessaging, check.ScopeManagement}
	for name, walk := range map[string]func(sandbox.Scenario) (token string){
		"older-windows": func(sandbox.Scenario) string {
			meta.createSystemUser(setup.SuggestedUserName, label("admin"))
			meta.press(label("add_assets"))
			meta.choose(bakeryApp)
			meta.choose(label("manage_app"))
			meta.press(label("save_changes"))
			meta.press(label("done"))
			meta.press(label("add_assets"))
			meta.press(label("whatsapp_accounts"))
			meta.choose(bakeryAccount)
			meta.choose(label("manage_whatsapp_accounts"))
			meta.press(label("save_changes"))
			meta.press(label("done"))
			meta.press("Reload this list")
			meta.press(label("generate"))
			meta.choose(label("never"))
			return meta.finishToken(both...)
		},
		"accounts-split": func(from sandbox.Scenario) string {
			meta.press(setup.SuggestedUserName)
			meta.press(label("assign_assets"))
			meta.press(label("whatsapp_accounts"))
			meta.choose("Corner Bakery +49 30 901820")
			meta.choose(label("manage_whatsapp_accounts"))
			meta.press(label("messaging_accounts"))
			meta.choose(bakeryAccount)
			meta.choose(label("manage_whatsapp_accounts"))
			meta.press(label("assign_assets"))
			meta.press("Reload this list")
			return from.Token.Reveal()
		},
		"approval-wanted": func(sandbox.Scenario) string {
			meta.createSystemUser(setup.SuggestedUserName, label("admin"))
			meta.assign(bakeryApp, bakeryAccount)
			meta.press(label("requests"))
			meta.press(label("people"))
			meta.press("Practise as Kim Weber")
			meta.press(label("requests"))
			meta.press("Approve")
			meta.press(label("system_users"))
			meta.press(setup.SuggestedUserName)
			meta.press("Reload this list")
			return meta.generateToken(label("never"), both...)
		},
		"limit-reached": func(sandbox.Scenario) string {
			meta.press("conversions")
			meta.assign(bakeryApp, bakeryAccount)
			return meta.generateToken(label("never"), both...)
		},
		"app-not-assigned": func(sandbox.Scenario) string {
			meta.press(setup.SuggestedUserName)
			meta.press(label("generate_token"))
			meta.press(label("next"))
			meta.choose(label("never"))
			meta.press(label("next"))
			meta.press("Back") // there are no permissions
			meta.press("Cancel")
			meta.press(label("apps"))
			meta.press(bakeryApp)
			meta.press(label("assign_people"))
			meta.choose(setup.SuggestedUserName)
			meta.choose(label("manage_app"))
			meta.press("Assign")
			meta.press("Reload this list")
			meta.press(label("system_users"))
			meta.press(setup.SuggestedUserName)
			return meta.generateToken(label("never"), both...)
		},
	} {
		server, err := sandbox.Start(sandbox.Options{Words: say()})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = server.Close() })
		from, _ := sandbox.FindScenario(name)
		pages := site.Site{Business: server.PagesURL()}
		meta.visit(pages.Address(site.PageSystemUsers, site.PageIDs{Business: value.ID(from.BusinessID)}))
		token := walk(from)
		if !server.Solved(name) {
			t.Errorf("%s: it is not solved", name)
		}
		if code, found := d.check(token, server.GraphURL()); code != 0 {
			t.Errorf("%s: the check ends with %d: %v failed", name, code, found.failed())
		}
	}
}

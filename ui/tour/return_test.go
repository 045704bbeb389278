package tour

import (
	"net/url"
	"strings"
	"testing"

	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// TestFixedAtMeta: the button beside the trouble opens the page where it is
// fixed, and back in the window the token is checked again by itself.
func TestFixedAtMeta(t *testing.T) {
	d := newDesktop(t)
	w := d.open(light)
	meta := d.startBrowser()
	w.practise()
	w.rehearse(meta, func() string {
		return meta.tokenWithoutAccount(label("admin"), check.ScopeMessaging, check.ScopeManagement)
	})
	w.atTitle(setup.StepCheck, "verdict.almost.title")
	w.still(nil)

	w.tab(bannerStops + 1)
	w.press("space")
	page := w.nextOpened()
	if opened, err := url.Parse(page); err != nil || !strings.HasSuffix(opened.Path, "/settings/whatsapp_account") {
		t.Errorf("the button opened %s", page)
	}
	w.lookAway()
	meta.visit(page)
	meta.addToAccount(bakeryAccount, setup.SuggestedUserName)
	w.settleEarlierRuns()
	w.atTitle(setup.StepCheck, "verdict.ready.title")
	w.close()
}

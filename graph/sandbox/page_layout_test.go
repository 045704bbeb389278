package sandbox

import (
	"strings"
	"testing"
)

// inOrder holds a page to what comes after what.
func inOrder(t *testing.T, page string, texts ...string) {
	t.Helper()
	rest := page
	for _, text := range texts {
		_, after, found := strings.Cut(rest, text)
		if !found {
			t.Errorf("%q is missing, or not in this order: %q", text, texts)
			return
		}
		rest = after
	}
}

// TestTheBandStandsAboveWhatLiesOnTop: the mark of practice, and the news that
// it has ended, share the screen with an overlay in place of covering it.
func TestTheBandStandsAboveWhatLiesOnTop(t *testing.T) {
	b := browse(t, scenario(t, "ready"))
	for _, page := range []string{
		b.open(pathSystemUsers, "overlay", "add"),
		b.open(pathApps, "overlay", "add"),
		b.open(pathAccounts, "account", b.story.AccountID, "tab", "access", "overlay", "people"),
	} {
		inOrder(t, page, `class="covered"`, `class="band"`, "PRACTICE", `id="ended"`, `class="page" inert`, "<header", "</footer>", `role="dialog"`)
		wantNotIn(t, page, "Skip to the page") // it would lead to what cannot be used now
	}
	plain := b.open(pathSystemUsers)
	wantIn(t, plain, "Skip to the page")
	wantNotIn(t, plain, " inert")
}

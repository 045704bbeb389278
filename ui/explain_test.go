package ui_test

import (
	"fmt"
	"strings"
	"testing"
)

// errorsOf is a log of that many different answers of Graph.
func errorsOf(count int) string {
	var log strings.Builder
	for i := range count {
		fmt.Fprintf(&log, `{"error":{"message":"Session has expired","type":"OAuthException","code":190,"error_subcode":%d}}`+"\n", 100+i)
	}
	return log.String()
}

// explains goes to the page and presses its button with a text in the field.
func (p *person) explains(text string) {
	p.t.Helper()
	p.press(p.say("home.check"))
	p.press(p.say("desk.explain"))
	p.typeName(text)
	p.tap(p.say("explain.main"))
}

// TestAnErrorIsLookedForInTheBackground: a log of megabytes takes seconds.
func TestAnErrorIsLookedForInTheBackground(t *testing.T) {
	p := sit(t, habits{})
	p.explains("190/463")
	p.mustSee(p.say("explain.looking"))
	p.settle()
	p.mustSee(p.say("trouble.token_expired.title"))
	if p.sees(p.say("explain.looking")) {
		t.Error("it goes on looking")
	}
	p.toNextTextField()
	p.typeName("nothing that anybody knows")
	p.press(p.say("explain.main"))
	p.mustSee(p.say("explain.nothing"))
}

// TestOnlyWhatWasAskedLastIsExplained: what comes of the former text is not shown
// at any moment.
func TestOnlyWhatWasAskedLastIsExplained(t *testing.T) {
	p := sit(t, habits{})
	p.explains("190/463")
	p.toNextTextField()
	p.typeName("nothing that anybody knows")
	p.tap(p.say("explain.main"))
	former := func() bool { return p.sees(p.say("trouble.token_expired.title")) }
	shown := false
	p.until("the answer", func() bool {
		shown = shown || former()
		return p.sees(p.say("explain.nothing"))
	})
	p.settle()
	if shown || former() {
		t.Errorf("the former text is explained:\n%s", p.text())
	}
}

func TestALogFullOfErrorsIsExplainedInPieces(t *testing.T) {
	p := sit(t, habits{})
	p.explains(errorsOf(100))
	p.settle()
	if p.find("Show 75 more") == nil {
		t.Fatalf("all are drawn at once, or too few:\n%s", p.text())
	}
	p.press("Show 75 more")
	if p.find("Show 50 more") == nil {
		t.Errorf("the next ones do not come:\n%s", p.text())
	}
}

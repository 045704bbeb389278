package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"latchkey/ui/internal/person"
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
func explains(p *person.Person, text string) {
	p.T.Helper()
	p.Press(p.Say("home.check"))
	p.Press(p.Say("desk.explain"))
	p.TypeName(text)
	p.Tap(p.Say("explain.main"))
}

// TestAnErrorIsLookedForInTheBackground: a log of megabytes takes seconds.
func TestAnErrorIsLookedForInTheBackground(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	explains(p, "190/463")
	p.MustSee(p.Say("explain.looking"))
	p.Settle()
	p.MustSee(p.Say("trouble.token_expired.title"))
	if p.Sees(p.Say("explain.looking")) {
		t.Error("it goes on looking")
	}
	p.ToNextTextField()
	p.TypeName("nothing that anybody knows")
	p.Press(p.Say("explain.main"))
	p.MustSee(p.Say("explain.nothing"))
}

// TestOnlyWhatWasAskedLastIsExplained: what comes of the former text is not shown
// at any moment.
func TestOnlyWhatWasAskedLastIsExplained(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	explains(p, "190/463")
	p.ToNextTextField()
	p.TypeName("nothing that anybody knows")
	p.Tap(p.Say("explain.main"))
	former := func() bool { return p.Sees(p.Say("trouble.token_expired.title")) }
	shown := false
	p.Until("the answer", func() bool {
		shown = shown || former()
		return p.Sees(p.Say("explain.nothing"))
	})
	p.Settle()
	if shown || former() {
		t.Errorf("the former text is explained:\n%s", p.Text())
	}
}

func TestALogFullOfErrorsIsExplainedInPieces(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	explains(p, errorsOf(100))
	p.Settle()
	if p.Find("Show 75 more") == nil {
		t.Fatalf("all are drawn at once, or too few:\n%s", p.Text())
	}
	p.Press("Show 75 more")
	if p.Find("Show 50 more") == nil {
		t.Errorf("the next ones do not come:\n%s", p.Text())
	}
}

package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"latchkey/graph"
	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/report"
	"latchkey/wizard/support"
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

// TestAReportsCodeIsExplained as the customer reads it out, and one that was misheard is called so.
func TestAReportsCodeIsExplained(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	found, err := p.Env.Check(t.Context(), graph.NewToken(person.TokenOf(t, "expired")), environment.CheckOptions{})
	person.Must(t, err)
	spoken := support.Build(report.New(found), p.Words, support.Options{Site: p.Env.Site}).Spoken()
	heard := strings.ToLower(spoken.String())
	explains(p, heard)
	p.Settle()
	p.MustSee(p.Words.Spoken(spoken), p.Say("trouble.token_expired.title"))
	p.ToNextTextField()
	p.TypeName(strings.Replace(heard, heard[:1], "7", 1))
	p.Press(p.Say("explain.main"))
	p.MustSee(p.Say("report.code.misheard.fix"))
	if p.Sees(p.Say("trouble.token_expired.title")) {
		t.Error("it is explained all the same")
	}
	p.ToNextTextField()
	p.TypeName("subscription")
	p.Press(p.Say("explain.main"))
	if p.Sees(p.Say("report.code.misheard.fix")) {
		t.Error("a word of twelve letters is taken for a code")
	}
}

// TestWhatIsExplainedCanBeSentOn: what it means, what to do, and the page.
func TestWhatIsExplainedCanBeSentOn(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	explains(p, "190/463")
	p.Settle()
	p.Press(p.Say("button.copy"))
	copied := p.App.Clipboard().Content()
	for _, part := range []string{p.Say("trouble.token_expired.title"), words.Plain(p.Say("trouble.token_expired.fix")), "https://business.facebook.com/"} {
		if !strings.Contains(copied, part) {
			t.Errorf("%q is not in what is sent on:\n%s", part, copied)
		}
	}
	p.MustSee(p.Say("desk.customers_page"))
}

func TestAFrequentErrorIsExplainedWithAPress(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.check"))
	p.Press(p.Say("desk.explain"))
	p.Press(p.Words.Named("190/463", p.Say("trouble.token_expired.title")))
	p.MustSee(p.Say("trouble.token_expired.title"), p.Say("trouble.token_expired.cause"))
}

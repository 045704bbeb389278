package setup_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/wizard/setup"
)

func TestWhatIsPlainlyNoTokenIsNamedAndStays(t *testing.T) {
	token := person.TokenOf(t, "ready")
	for text, id := range map[string]string{
		"":                                 "empty",
		"   \n ":                           "empty",
		"+49 30 901820":                    "phone",
		"0123456789abcdef0123456789abcdef": "app_secret",
		person.TokenOf(t, "app-token"):     "app_token",
		token[:12]:                         "cut_short",
		`{"error":{"message":"no"}}`:       "json",
		strings.Repeat("ten megabytes ", 750_000): "too_long",
	} {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepPaste, "")
		p.Paste(text)
		p.Press(p.Say("step.paste.main"))
		p.MustSee(p.Say("trouble.summary"))
		if title := p.Say("check.local.shape." + id + ".title"); !p.Sees(title) {
			t.Errorf("%.20q is not called “%s” in\n%s", text, title, p.Text())
		}
		if p.Step() != int(setup.StepPaste) {
			t.Errorf("%.20q is taken to step %d", text, p.Step())
		}
		if text != "" && p.Sees(p.Say("secret.placeholder")) {
			t.Errorf("%.20q is gone from the field", text)
		}
		// The line of the trouble leads to the field.
		p.Screen.Canvas().FocusNext()
		p.Key(fyne.KeySpace)
		p.Paste(token)
		if p.Sees(p.Say("trouble.summary")) {
			t.Errorf("the trouble with %.20q stays beside a token", text)
		}
	}
}

func TestJunkAroundATokenIsForgiven(t *testing.T) {
	token := person.TokenOf(t, "ready")
	for _, text := range []string{
		"  " + token + "\n", "“" + token + "”", "Authorization: Bearer " + token, token[:80] + "\n" + token[80:],
		token + "\u200b", `{"access_token":"` + token + `","token_type":"bearer"}`,
	} {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepPaste, "")
		p.Paste(text)
		p.Press(p.Say("step.paste.main"))
		p.MustSee(p.Say("verdict.ready.title"))
		p.GoTo(setup.StepKeep, "")
		p.Press(p.Say("step.keep.main"))
		p.MustSee(p.Say("kept.lead"))
		if p.App.Clipboard().Content() != "" {
			t.Errorf("the token stays on the clipboard with its %d bytes of junk", len(text)-len(token))
		}
	}
}

func TestAShownTokenHidesAgain(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	token := person.TokenOf(t, "ready")
	p.Paste(token)
	p.Press(p.Say("button.show"))
	if p.Leaks(token) == "" {
		t.Fatal("Show does not show it: this test would see nothing")
	}
	p.Clock.Pass(11 * time.Second)
	if place := p.Leaks(token); place != "" {
		t.Errorf("after 11 seconds the token still stands in %s", place)
	}
	p.Press(p.Say("button.show"))
	p.Press(p.Say("step.paste.main"))
	if place := p.Leaks(token); place != "" {
		t.Errorf("the next page shows the token in %s", place)
	}
}

func TestTenMegabytesDoNotFreezeTheWindow(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	p.App.Clipboard().SetContent(strings.Repeat("EAA not a token ", 640_000))
	began := time.Now()
	p.Tap(p.Say("button.paste"))
	p.Tap(p.Say("step.paste.main"))
	if took := time.Since(began); took > person.InVain {
		t.Errorf("10 MB took %v", took)
	}
	p.Settle()
	p.MustSee(p.Say("trouble.summary"))
}

// TestTheFieldSaysWhatTheSummarySays, until something else stands in it.
func TestTheFieldSaysWhatTheSummarySays(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	said := func(text string) int { return strings.Count(p.Text(), text) }
	p.Press(p.Say("home.setup"))
	p.Press(p.Say("step.business.main"))
	missing := p.Say("missing." + string(setup.MissingSituation))
	if said(missing) != 2 { // in the summary and there
		t.Errorf("at the answers it is said %d times in\n%s", said(missing), p.Text())
	}
	p.GoTo(setup.StepPaste, "")
	p.Paste("+49 30 901820")
	p.Press(p.Say("step.paste.main"))
	title := p.Say("check.local.shape.phone.title")
	if said(title) != 2 {
		t.Errorf("at the field it is said %d times in\n%s", said(title), p.Text())
	}
	p.Press(p.Say("button.clear"))
	if said(title) != 0 {
		t.Error("it stays at the changed field")
	}
}

// TestATokenIsRecognised: who has something on the clipboard can tell whether it is one.
func TestATokenIsRecognised(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	p.MustSee("EAA", "200 characters")
}

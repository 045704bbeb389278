package ui_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/wizard/setup"
)

func TestWhatIsPlainlyNoTokenIsNamedAndStays(t *testing.T) {
	token := tokenOf(t, "ready")
	for text, id := range map[string]string{
		"":                                 "empty",
		"   \n ":                           "empty",
		"+49 30 901820":                    "phone",
		"0123456789abcdef0123456789abcdef": "app_secret",
		tokenOf(t, "app-token"):            "app_token",
		token[:12]:                         "cut_short",
		`{"error":{"message":"no"}}`:       "json",
		strings.Repeat("ten megabytes ", 750_000): "too_long",
	} {
		p := sit(t, habits{})
		p.goTo(setup.StepPaste, "")
		p.paste(text)
		p.press(p.say("step.paste.main"))
		p.mustSee(p.say("trouble.summary"))
		if title := p.say("check.local.shape." + id + ".title"); !p.sees(title) {
			t.Errorf("%.20q is not called “%s” in\n%s", text, title, p.text())
		}
		if p.step() != int(setup.StepPaste) {
			t.Errorf("%.20q is taken to step %d", text, p.step())
		}
		if text != "" && p.sees(p.say("secret.placeholder")) {
			t.Errorf("%.20q is gone from the field", text)
		}
		// The line of the trouble leads to the field.
		p.screen.Canvas().FocusNext()
		p.key(fyne.KeySpace)
		p.paste(token)
		if p.sees(p.say("trouble.summary")) {
			t.Errorf("the trouble with %.20q stays beside a token", text)
		}
	}
}

func TestJunkAroundATokenIsForgiven(t *testing.T) {
	token := tokenOf(t, "ready")
	for _, text := range []string{
		"  " + token + "\n", "“" + token + "”", "Authorization: Bearer " + token, token[:80] + "\n" + token[80:],
		token + "\u200b", `{"access_token":"` + token + `","token_type":"bearer"}`,
	} {
		p := sit(t, habits{})
		p.goTo(setup.StepPaste, "")
		p.paste(text)
		p.press(p.say("step.paste.main"))
		p.mustSee(p.say("verdict.ready.title"))
		p.goTo(setup.StepKeep, "")
		p.press(p.say("step.keep.main"))
		p.mustSee(p.say("kept.lead"))
		if p.app.Clipboard().Content() != "" {
			t.Errorf("the token stays on the clipboard with its %d bytes of junk", len(text)-len(token))
		}
	}
}

func TestAShownTokenHidesAgain(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepPaste, "")
	token := tokenOf(t, "ready")
	p.paste(token)
	p.press(p.say("button.show"))
	if p.leaks(token) == "" {
		t.Fatal("Show does not show it: this test would see nothing")
	}
	p.clock.pass(11 * time.Second)
	if place := p.leaks(token); place != "" {
		t.Errorf("after 11 seconds the token still stands in %s", place)
	}
	p.press(p.say("button.show"))
	p.press(p.say("step.paste.main"))
	if place := p.leaks(token); place != "" {
		t.Errorf("the next page shows the token in %s", place)
	}
}

func TestTenMegabytesDoNotFreezeTheWindow(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepPaste, "")
	p.app.Clipboard().SetContent(strings.Repeat("EAA not a token ", 640_000))
	began := time.Now()
	p.tap(p.say("button.paste"))
	p.tap(p.say("step.paste.main"))
	if took := time.Since(began); took > inVain {
		t.Errorf("10 MB took %v", took)
	}
	p.settle()
	p.mustSee(p.say("trouble.summary"))
}

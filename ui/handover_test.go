package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/widgets"
	"latchkey/wizard/handover"
	"latchkey/wizard/handover/storetest"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// opensHandOver saves a token and goes to the page that hands it over.
func (p *person) opensHandOver() (token string) {
	p.t.Helper()
	p.hasSaved("ready", "Shop")
	p.press(p.say("saved.hand_over"))
	return p.keychain.Holds(vault.Service, "Shop")
}

func TestAnEnvFileIsWrittenFromTheWindow(t *testing.T) {
	p := sit(t, habits{})
	token := p.opensHandOver()
	p.press(p.say("handover.env_file"))
	p.mustSee(p.say("envfile.plain"))

	p.press(p.say("envfile.choose"))
	if p.screen.Canvas().Overlays().Top() == nil {
		t.Error("no folder can be chosen")
	}
	p.screen.Canvas().Unfocus()
	p.key(fyne.KeyReturn)
	if p.sees(p.say("envfile.what")) {
		t.Error("Enter acts on the page behind the choice of a folder")
	}
	p.key(fyne.KeyEscape)
	if p.screen.Canvas().Overlays().Top() != nil {
		t.Fatal("Esc does not close the choice of a folder")
	}
	p.screen.Canvas().Unfocus()
	p.key(fyne.KeyEscape)
	p.mustSee(p.say("handover.here"))
	p.press(p.say("handover.env_file"))

	p.press(p.say("envfile.main"))
	p.mustSee(p.say("envfile.what"))
	before := ""
	for name, fault := range map[string]handover.EnvFileFault{
		filepath.Join("missing", ".env"): handover.EnvFileNoFolder, "": handover.EnvFileNotFile,
	} {
		path := filepath.Join(t.TempDir(), name)
		p.typesInto(before, path)
		p.press(p.say("envfile.main"))
		p.mustSee(p.words.Say("envfile."+string(fault), map[string]string{"Path": path}), p.say("envfile.untouched"))
		before = path
	}

	path := filepath.Join(t.TempDir(), ".env")
	must(t, os.WriteFile(path, []byte("A=1\n"), 0o644))
	p.typesInto(before, path)
	p.press(p.say("envfile.main"))
	p.mustSee(p.say("envfile.risk.readers"))
	if text, err := os.ReadFile(path); err != nil || string(text) != "A=1\n" {
		t.Fatalf("it was written without a second press: %v", err)
	}
	p.press(p.say("envfile.agree"))
	p.mustSee("WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_BUSINESS_ACCOUNT_ID")
	after, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(after), "A=1\nWHATSAPP_TOKEN="+token+"\n") {
		t.Errorf("the file is not what it should be (%v)", err)
	}
	if place := p.leaks(token); place != "" {
		t.Errorf("the window shows the token in %s", place)
	}
}

func TestAStoreKeepsTheTokenAndOverwritesNothingUnseen(t *testing.T) {
	p := sit(t, habits{})
	token := p.opensHandOver()
	s := storetest.New(t, graph.NewToken(token))
	for _, maker := range []string{"BAO_", "VAULT_"} {
		for _, name := range []string{"ADDR", "TOKEN", "NAMESPACE"} {
			t.Setenv(maker+name, "")
		}
		t.Setenv(maker+"CACERT", s.Authority())
	}
	p.press(p.say("handover.store"))
	p.press(p.say("store.main"))
	p.mustSee(p.say("store.own.missing"))

	p.press(p.say("store.own.missing")) // leads to the field
	p.paste("hvs.another")
	p.press(p.say("store.main"))
	p.mustSee(p.say("store.address.title"))
	p.typesInto("", s.URL)
	p.press(p.say("store.main"))
	p.mustSee(p.say("store.forbidden.title"))
	p.paste(storetest.Token.Reveal())
	p.press(p.say("store.main"))
	p.mustSee("Kept at secret/whatsapp, field token, as version 1.")
	if _, fields := s.Newest("secret/whatsapp"); fields["token"] != token {
		t.Fatal("the store does not hold the token")
	}

	s.Add("secret/whatsapp", map[string]string{"token": "somebody’s", "other": "stays"})
	p.press(p.say("store.main"))
	p.mustSee("version 2", "other, token", p.say("store.first"))
	s.Before = func() { s.Add("secret/whatsapp", map[string]string{"token": "quicker"}) }
	p.press(p.say("store.agree"))
	p.mustSee(p.say("store.conflict.title"))
	p.press(p.say("store.main"))
	p.press(p.say("store.agree"))
	p.mustSee("as version 4")
	for _, secret := range []string{token, storetest.Token.Reveal()} {
		if place := p.leaks(secret); place != "" {
			t.Errorf("the window shows a token in %s", place)
		}
	}
}

// TestAJustSavedTokenIsHandedOverWithItsIDs: the page after saving knows as much
// of the token as Home does.
func TestAJustSavedTokenIsHandedOverWithItsIDs(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepKeep, "ready")
	p.press(p.say("step.keep.main"))
	token := tokenOf(t, "ready")
	p.mustSee("•••••••• " + token[len(token)-4:])
	p.press(p.say("saved.hand_over"))
	p.press(p.say("handover.env_file"))
	p.typesInto("", filepath.Join(t.TempDir(), ".env"))
	p.press(p.say("envfile.main"))
	p.mustSee("WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_BUSINESS_ACCOUNT_ID")
}

// TestAnotherTokenInTheFileIsNotReplacedUnasked: nor by a second press of the
// same button, as a double click is one.
func TestAnotherTokenInTheFileIsNotReplacedUnasked(t *testing.T) {
	p := sit(t, habits{})
	p.opensHandOver()
	p.press(p.say("handover.env_file"))
	path := filepath.Join(t.TempDir(), ".env")
	const other = "WHATSAPP_TOKEN=ofAnotherShop\n"
	must(t, os.WriteFile(path, []byte(other), 0o600))
	p.typesInto("", path)
	for range 2 {
		p.press(p.say("envfile.main"))
		p.mustSee(p.say("envfile.risk.replaces"), path)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != other {
		t.Errorf("it was replaced (%v)", err)
	}
}

// TestWhatIsWrittenIsToldThoughThePageIsLeft: the token is there then.
func TestWhatIsWrittenIsToldThoughThePageIsLeft(t *testing.T) {
	p := sit(t, habits{})
	token := p.opensHandOver()
	s := storetest.New(t, graph.NewToken(token))
	t.Setenv("VAULT_CACERT", s.Authority())
	arrived, answer := make(chan struct{}), make(chan struct{})
	s.Before = func() {
		close(arrived)
		<-answer
	}
	p.press(p.say("handover.store"))
	p.typesInto("", s.URL)
	p.paste(storetest.Token.Reveal())
	p.tap(p.say("store.main"))
	p.showUntil(arrived)
	p.tap(p.say("button.back"))
	close(answer)
	p.settle()
	p.mustSee("Kept at secret/whatsapp, field token, as version 1.")
	for _, secret := range []string{token, storetest.Token.Reveal()} {
		if place := p.leaks(secret); place != "" {
			t.Errorf("the window shows a token in %s", place)
		}
	}
}

// TestPracticeReplacesNothingReal: its tokens go into no file and no store.
func TestPracticeReplacesNothingReal(t *testing.T) {
	p := sit(t, habits{})
	p.press(p.say("home.practise"))
	p.goTo(setup.StepKeep, "ready")
	p.press(p.say("step.keep.main"))
	p.press(p.say("saved.hand_over"))
	p.mustSee("latchkey exec --saved 'Corner Bakery' --practice")
	if p.sees(p.say("handover.here")) || p.sees("latchkey pipe") {
		t.Errorf("a token of practice can be handed to what is real:\n%s", p.text())
	}
}

// showUntil shows what comes in until something has happened elsewhere.
func (p *person) showUntil(happened <-chan struct{}) {
	p.t.Helper()
	deadline := time.After(inVain)
	for {
		select {
		case <-happened:
			return
		case show := <-p.queue:
			show()
		case <-deadline:
			p.t.Fatalf("waited in vain; the page says\n%s", p.text())
		}
	}
}

// TestTheStoresOwnTokenIsForgottenWithThePage: it was typed for this once.
func TestTheStoresOwnTokenIsForgottenWithThePage(t *testing.T) {
	p := sit(t, habits{})
	p.opensHandOver()
	p.press(p.say("handover.store"))
	p.paste(storetest.Token.Reveal())
	var field *widgets.SecretEntry
	p.all(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if entry, ok := o.(*widgets.SecretEntry); ok {
			field = entry
		}
	})
	if field.Value() == "" {
		t.Fatal("nothing was pasted")
	}
	p.press(p.say("button.back"))
	if field.Value() != "" {
		t.Error("the field still holds it")
	}
}

// TestAFieldChangedMeanwhileAsksNothing: what was found out is of another file.
func TestAFieldChangedMeanwhileAsksNothing(t *testing.T) {
	p := sit(t, habits{})
	p.opensHandOver()
	p.press(p.say("handover.env_file"))
	first, second := filepath.Join(t.TempDir(), ".env"), filepath.Join(t.TempDir(), ".env")
	must(t, os.WriteFile(first, nil, 0o644))
	p.typesInto("", first)
	answer := p.keychain.Hang()
	p.tap(p.say("envfile.main"))
	p.mustSee(p.say("handover.under_way"))
	p.typesInto(first, second)
	answer()
	p.settle()
	if p.sees(p.say("envfile.first")) || p.sees(p.say("handover.under_way")) {
		t.Errorf("it tells of the first file:\n%s", p.text())
	}
	p.press(p.say("envfile.main"))
	p.mustSee(p.words.Say("envfile.written", map[string]string{
		"Path": second, "Names": "WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_BUSINESS_ACCOUNT_ID",
	}))
	if text, err := os.ReadFile(first); err != nil || len(text) > 0 {
		t.Errorf("the first file was written (%v)", err)
	}
}

// TestAChangedFieldAsksAnew: a yes is for what was shown.
func TestAChangedFieldAsksAnew(t *testing.T) {
	p := sit(t, habits{})
	p.opensHandOver()
	p.press(p.say("handover.env_file"))
	readable, other := filepath.Join(t.TempDir(), ".env"), filepath.Join(t.TempDir(), ".env")
	must(t, os.WriteFile(readable, nil, 0o644))
	must(t, os.WriteFile(other, nil, 0o644))
	p.typesInto("", readable)
	p.press(p.say("envfile.main"))
	p.mustSee(p.say("envfile.agree"))
	p.typesInto(readable, other)
	p.press(p.say("envfile.main"))
	p.mustSee(p.say("envfile.agree"))
	if text, err := os.ReadFile(other); err != nil || len(text) > 0 {
		t.Errorf("the other file was written unasked (%v)", err)
	}
}

// typesInto replaces the text of the first field that shows this one.
func (p *person) typesInto(shown, text string) {
	p.t.Helper()
	done := false
	p.all(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if entry, ok := o.(*widgets.TextEntry); ok && !done && entry.Text == shown {
			entry.SetText(text)
			done = true
		}
	})
	if !done {
		p.t.Fatalf("no field shows “%s”", shown)
	}
}

// TestWhatIsToldIsInSight: with large text in a small window the page was
// scrolled down to its last field.
func TestWhatIsToldIsInSight(t *testing.T) {
	p := sit(t, habits{textScale: 1.5})
	p.screen.Resize(fyne.NewSize(900, 640))
	token := p.opensHandOver()
	s := storetest.New(t, graph.NewToken(token))
	t.Setenv("VAULT_CACERT", s.Authority())
	p.press(p.say("handover.store"))
	p.typesInto("", s.URL)
	for _, each := range []struct{ own, told string }{
		{"", p.say("trouble.summary")},
		{"hvs.another", p.say("trouble.summary")},
		{storetest.Token.Reveal(), "Kept at secret/whatsapp, field token, as version 1."},
		{storetest.Token.Reveal(), p.say("store.first")},
	} {
		p.paste(each.own)
		p.mainScroll().ScrollToBottom()
		p.press(p.say("store.main"))
		top, found := p.mainScroll().Position().Y, false
		bottom := top + p.mainScroll().Size().Height
		p.all(func(o fyne.CanvasObject, at fyne.Position, seen bool) {
			if text, ok := o.(*widgets.Text); ok && seen && text.Text() == each.told {
				found = true
				if at.Y < top || at.Y+text.Size().Height > bottom {
					t.Errorf("“%s” is at %v, and what is in sight from %v to %v", each.told, at.Y, top, bottom)
				}
			}
		})
		if !found {
			t.Errorf("“%s” is not said", each.told)
		}
	}
}

// mainScroll is the one of the page.
func (p *person) mainScroll() *widgets.Scroll {
	p.t.Helper()
	var found *widgets.Scroll
	p.all(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if scroll, ok := o.(*widgets.Scroll); ok && found == nil {
			found = scroll
		}
	})
	return found
}

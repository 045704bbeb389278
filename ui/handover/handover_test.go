package handover_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/internal/person"
	"latchkey/ui/widgets"
	"latchkey/wizard/handover"
	"latchkey/wizard/handover/storetest"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// opensHandOver saves a token and goes to the page that hands it over.
func opensHandOver(p *person.Person) (token string) {
	p.T.Helper()
	p.HasSaved("ready", "Shop")
	p.Press(p.Say("saved.hand_over"))
	return p.Keychain.Holds(vault.Service, "Shop")
}

func TestAnEnvFileIsWrittenFromTheWindow(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	token := opensHandOver(p)
	p.Press(p.Say("handover.env_file"))
	p.MustSee(p.Say("envfile.plain"))

	p.Press(p.Say("envfile.choose"))
	if p.Screen.Canvas().Overlays().Top() == nil {
		t.Error("no folder can be chosen")
	}
	p.Screen.Canvas().Unfocus()
	p.Key(fyne.KeyReturn)
	if p.Sees(p.Say("envfile.what")) {
		t.Error("Enter acts on the page behind the choice of a folder")
	}
	p.Key(fyne.KeyEscape)
	if p.Screen.Canvas().Overlays().Top() != nil {
		t.Fatal("Esc does not close the choice of a folder")
	}
	p.Screen.Canvas().Unfocus()
	p.Key(fyne.KeyEscape)
	p.MustSee(p.Say("handover.here"))
	p.Press(p.Say("handover.env_file"))

	p.Press(p.Say("envfile.main"))
	p.MustSee(p.Say("envfile.what"))
	before := ""
	for name, fault := range map[string]handover.EnvFileFault{
		filepath.Join("missing", ".env"): handover.EnvFileNoFolder, "": handover.EnvFileNotFile,
	} {
		path := filepath.Join(t.TempDir(), name)
		typesInto(p, before, path)
		p.Press(p.Say("envfile.main"))
		p.MustSee(p.Words.Say("envfile."+string(fault), map[string]string{"Path": path}), p.Say("envfile.untouched"))
		before = path
	}

	path := filepath.Join(t.TempDir(), ".env")
	person.Must(t, os.WriteFile(path, []byte("A=1\n"), 0o644))
	typesInto(p, before, path)
	p.Press(p.Say("envfile.main"))
	p.MustSee(p.Say("envfile.risk.readers"))
	if text, err := os.ReadFile(path); err != nil || string(text) != "A=1\n" {
		t.Fatalf("it was written without a second press: %v", err)
	}
	p.Press(p.Say("envfile.agree"))
	p.MustSee("WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_BUSINESS_ACCOUNT_ID")
	after, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(after), "A=1\nWHATSAPP_TOKEN="+token+"\n") {
		t.Errorf("the file is not what it should be (%v)", err)
	}
	if place := p.Leaks(token); place != "" {
		t.Errorf("the window shows the token in %s", place)
	}
}

func TestAStoreKeepsTheTokenAndOverwritesNothingUnseen(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	token := opensHandOver(p)
	s := storetest.New(t, graph.NewToken(token))
	for _, maker := range []string{"BAO_", "VAULT_"} {
		for _, name := range []string{"ADDR", "TOKEN", "NAMESPACE"} {
			t.Setenv(maker+name, "")
		}
		t.Setenv(maker+"CACERT", s.Authority())
	}
	p.Press(p.Say("handover.store"))
	p.Press(p.Say("store.main"))
	p.MustSee(p.Say("store.own.missing"))

	p.Press(p.Say("store.own.missing")) // leads to the field
	p.Paste("hvs.another")
	p.Press(p.Say("store.main"))
	p.MustSee(p.Say("store.address.title"))
	typesInto(p, "", s.URL)
	p.Press(p.Say("store.main"))
	p.MustSee(p.Say("store.forbidden.title"))
	p.Paste(storetest.Token.Reveal())
	p.Press(p.Say("store.main"))
	p.MustSee("Saved at secret/whatsapp, field token, as version 1.")
	if _, fields := s.Newest("secret/whatsapp"); fields["token"] != token {
		t.Fatal("the store does not hold the token")
	}

	s.Add("secret/whatsapp", map[string]string{"token": "somebody’s", "other": "stays"})
	p.Press(p.Say("store.main"))
	p.MustSee("version 2", "other, token", p.Say("store.first"))
	s.Before = func() { s.Add("secret/whatsapp", map[string]string{"token": "quicker"}) }
	p.Press(p.Say("store.agree"))
	p.MustSee(p.Say("store.conflict.title"))
	p.Press(p.Say("store.main"))
	p.Press(p.Say("store.agree"))
	p.MustSee("as version 4")
	for _, secret := range []string{token, storetest.Token.Reveal()} {
		if place := p.Leaks(secret); place != "" {
			t.Errorf("the window shows a token in %s", place)
		}
	}
}

// TestAJustSavedTokenIsHandedOverWithItsIDs: the page after saving knows as much
// of the token as Home does.
func TestAJustSavedTokenIsHandedOverWithItsIDs(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "ready")
	p.Press(p.Say("step.keep.main"))
	token := person.TokenOf(t, "ready")
	p.MustSee("•••••••• " + token[len(token)-4:])
	p.Press(p.Say("saved.hand_over"))
	p.Press(p.Say("handover.env_file"))
	typesInto(p, "", filepath.Join(t.TempDir(), ".env"))
	p.Press(p.Say("envfile.main"))
	p.MustSee("WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_BUSINESS_ACCOUNT_ID")
}

// TestAnotherTokenInTheFileIsNotReplacedUnasked: nor by a second press of the
// same button, as a double click is one.
func TestAnotherTokenInTheFileIsNotReplacedUnasked(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	opensHandOver(p)
	p.Press(p.Say("handover.env_file"))
	path := filepath.Join(t.TempDir(), ".env")
	const other = "WHATSAPP_TOKEN=ofAnotherShop\n"
	person.Must(t, os.WriteFile(path, []byte(other), 0o600))
	typesInto(p, "", path)
	for range 2 {
		p.Press(p.Say("envfile.main"))
		p.MustSee(p.Say("envfile.risk.replaces"), path)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != other {
		t.Errorf("it was replaced (%v)", err)
	}
}

// TestWhatIsWrittenIsToldThoughThePageIsLeft: the token is there then.
func TestWhatIsWrittenIsToldThoughThePageIsLeft(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	token := opensHandOver(p)
	s := storetest.New(t, graph.NewToken(token))
	t.Setenv("VAULT_CACERT", s.Authority())
	arrived, answer := make(chan struct{}), make(chan struct{})
	s.Before = func() {
		close(arrived)
		<-answer
	}
	p.Press(p.Say("handover.store"))
	typesInto(p, "", s.URL)
	p.Paste(storetest.Token.Reveal())
	p.Tap(p.Say("store.main"))
	showUntil(p, arrived)
	p.Tap(p.Say("button.back"))
	close(answer)
	p.Settle()
	p.MustSee("Saved at secret/whatsapp, field token, as version 1.")
	for _, secret := range []string{token, storetest.Token.Reveal()} {
		if place := p.Leaks(secret); place != "" {
			t.Errorf("the window shows a token in %s", place)
		}
	}
}

// TestPracticeReplacesNothingReal: its tokens go into no file and no store.
func TestPracticeReplacesNothingReal(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.practise"))
	p.GoTo(setup.StepKeep, "ready")
	p.Press(p.Say("step.keep.main"))
	p.Press(p.Say("saved.hand_over"))
	if p.Sees(p.Say("handover.here")) {
		t.Errorf("what is pretend can be written:\n%s", p.Text())
	}
	p.Press(p.Say("handover.commands"))
	p.MustSee("latchkey exec --saved 'Corner Bakery' --practice")
	if p.Sees("latchkey pipe") {
		t.Errorf("a token of practice can be handed to what is real:\n%s", p.Text())
	}
}

// TestCommandsForADeveloperHaveAPageOfTheirOwn, with the ways back that every page has.
func TestCommandsForADeveloperHaveAPageOfTheirOwn(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	opensHandOver(p)
	if p.Sees("latchkey pipe") {
		t.Error("a shop owner sees them too")
	}
	for name, leave := range map[string]func(){
		"Back": func() { p.Press(p.Say("button.back")) }, "Done": func() { p.Press(p.Say("button.done")) },
		"Esc": func() { p.Key(fyne.KeyEscape) }, "Enter": func() { p.Key(fyne.KeyReturn) },
	} {
		p.Press(p.Say("handover.commands"))
		p.MustSee("latchkey exec --saved Shop", "latchkey pipe --saved Shop", p.Say("button.help"))
		if leave(); !p.Sees(p.Say("handover.here")) {
			t.Fatalf("%s does not lead back:\n%s", name, p.Text())
		}
	}
}

// showUntil shows what comes in until something has happened elsewhere.
func showUntil(p *person.Person, happened <-chan struct{}) {
	p.T.Helper()
	deadline := time.After(person.InVain)
	for {
		select {
		case <-happened:
			return
		case show := <-p.Queue:
			show()
		case <-deadline:
			p.T.Fatalf("waited in vain; the page says\n%s", p.Text())
		}
	}
}

// TestTheStoresOwnTokenIsForgottenWithThePage: it was typed for this once.
func TestTheStoresOwnTokenIsForgottenWithThePage(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	opensHandOver(p)
	p.Press(p.Say("handover.store"))
	p.Paste(storetest.Token.Reveal())
	var field *widgets.SecretEntry
	p.All(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if entry, ok := o.(*widgets.SecretEntry); ok {
			field = entry
		}
	})
	if field.Value() == "" {
		t.Fatal("nothing was pasted")
	}
	p.Press(p.Say("button.back"))
	if field.Value() != "" {
		t.Error("the field still holds it")
	}
}

// TestAFieldChangedMeanwhileAsksNothing: what was found out is of another file.
func TestAFieldChangedMeanwhileAsksNothing(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	opensHandOver(p)
	p.Press(p.Say("handover.env_file"))
	first, second := filepath.Join(t.TempDir(), ".env"), filepath.Join(t.TempDir(), ".env")
	person.Must(t, os.WriteFile(first, nil, 0o644))
	typesInto(p, "", first)
	answer := p.Keychain.Hang()
	p.Tap(p.Say("envfile.main"))
	p.MustSee(p.Say("handover.under_way"))
	typesInto(p, first, second)
	answer()
	p.Settle()
	if p.Sees(p.Say("envfile.first")) || p.Sees(p.Say("handover.under_way")) {
		t.Errorf("it tells of the first file:\n%s", p.Text())
	}
	p.Press(p.Say("envfile.main"))
	p.MustSee(p.Words.Say("envfile.written", map[string]string{
		"Path": second, "Names": "WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_BUSINESS_ACCOUNT_ID",
	}))
	if text, err := os.ReadFile(first); err != nil || len(text) > 0 {
		t.Errorf("the first file was written (%v)", err)
	}
}

// TestAChangedFieldAsksAnew: a yes is for what was shown.
func TestAChangedFieldAsksAnew(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	opensHandOver(p)
	p.Press(p.Say("handover.env_file"))
	readable, other := filepath.Join(t.TempDir(), ".env"), filepath.Join(t.TempDir(), ".env")
	person.Must(t, os.WriteFile(readable, nil, 0o644))
	person.Must(t, os.WriteFile(other, nil, 0o644))
	typesInto(p, "", readable)
	p.Press(p.Say("envfile.main"))
	p.MustSee(p.Say("envfile.agree"))
	typesInto(p, readable, other)
	p.Press(p.Say("envfile.main"))
	p.MustSee(p.Say("envfile.agree"))
	if text, err := os.ReadFile(other); err != nil || len(text) > 0 {
		t.Errorf("the other file was written unasked (%v)", err)
	}
}

// typesInto replaces the text of the first field that shows this one.
func typesInto(p *person.Person, shown, text string) {
	p.T.Helper()
	done := false
	p.All(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if entry, ok := o.(*widgets.TextEntry); ok && !done && entry.Text == shown {
			entry.SetText(text)
			done = true
		}
	})
	if !done {
		p.T.Fatalf("no field shows “%s”", shown)
	}
}

// TestWhatIsToldIsInSight: with large text in a small window the page was
// scrolled down to its last field.
func TestWhatIsToldIsInSight(t *testing.T) {
	p := person.Sit(t, person.Habits{TextScale: 1.5})
	p.Screen.Resize(fyne.NewSize(900, 640))
	token := opensHandOver(p)
	s := storetest.New(t, graph.NewToken(token))
	t.Setenv("VAULT_CACERT", s.Authority())
	p.Press(p.Say("handover.store"))
	typesInto(p, "", s.URL)
	for _, each := range []struct{ own, told string }{
		{"", p.Say("trouble.summary")},
		{"hvs.another", p.Say("trouble.summary")},
		{storetest.Token.Reveal(), "Saved at secret/whatsapp, field token, as version 1."},
		{storetest.Token.Reveal(), p.Say("store.first")},
	} {
		p.Paste(each.own)
		p.MainScroll().ScrollToBottom()
		p.Press(p.Say("store.main"))
		top, found := p.MainScroll().Position().Y, false
		bottom := top + p.MainScroll().Size().Height
		p.All(func(o fyne.CanvasObject, at fyne.Position, seen bool) {
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

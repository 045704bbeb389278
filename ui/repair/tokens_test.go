package repair_test

import (
	"net/http"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/graph/sandbox"
	"latchkey/ui/internal/person"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

func secretOf(t *testing.T, scenario string) string {
	t.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		t.Fatalf("there is no scenario %q", scenario)
	}
	return found.AppSecret.Reveal()
}

// checkedOn has a scenario's token saved as "Shop", checks it, and opens its page.
func checkedOn(p *person.Person, scenario string) {
	p.T.Helper()
	p.HasSaved(scenario, "Shop")
	p.Press(p.Say("saved.check"))
	p.Press(p.Say("saved.details"))
}

func shop(p *person.Person) string { return p.Keychain.Holds(vault.Service, "Shop") }

// TestASavedTokenIsExtended only by the button that says so; the old one can be put
// back as long as the page stands.
func TestASavedTokenIsExtended(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	checkedOn(p, "sixty-days")
	old, secret := shop(p), secretOf(t, "sixty-days")
	p.Press(p.Say("fix.extend.button"))
	p.MustSee("which expires in sixty days", "The old one keeps working until")
	p.MustNotScroll("the page that extends")
	p.Paste(secret)
	p.Key(fyne.KeyReturn)
	p.MustSee("latchkey-whatsapp", "Corner Bakery Bot", p.Say("fix.extend.do"))
	p.Key(fyne.KeyReturn)
	p.Key(fyne.KeyEnter)
	wrote(p, 0)
	p.Press(p.Say("fix.extend.do"))
	wrote(p, 1)
	p.MustSee("“Shop” is extended", "Give the new one to your software")
	fresh := shop(p)
	if fresh == old {
		t.Error("the old token is still in its place")
	}
	holdsNowhere(p, secret)
	p.Press(p.Say("undo.do"))
	p.MustSee(p.Say("undo.done.title"))
	if shop(p) != old {
		t.Error("the old token is not back")
	}
	p.Press(p.Say("button.close"))
	p.MustSee("Shop", p.Say("fix.revoke.button"))
	wrote(p, 1)
}

// TestATokenThatExpiresSoonCanBeExtendedOnHome, and a refusal leaves it as it is.
func TestATokenThatExpiresSoonCanBeExtendedOnHome(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("extension-refused", "Shop")
	if p.Find(p.Say("fix.extend.button")) != nil {
		t.Error("it is offered before anything is known of the token")
	}
	p.Press(p.Say("saved.check"))
	p.Press(p.Say("fix.extend.button"))
	p.Paste(secretOf(t, "extension-refused"))
	p.Press(p.Say("fix.continue"))
	p.Press(p.Say("fix.extend.do"))
	p.MustSee(p.Say("fix.not_allowed.title"), p.Say("fix.extend.renew"))
	if shop(p) != person.TokenOf(t, "extension-refused") {
		t.Error("the token gave way")
	}
	tellsSupport(p, 3)
	p.Press(p.Say("button.back"))
	p.MustSee("Shop", p.Say("condition.ends_soon"))
}

// TestWhatIsNoSecretIsNamedBeforeAnyCall, and what belongs to another app before
// anything is changed.
func TestWhatIsNoSecretIsNamedBeforeAnyCall(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	checkedOn(p, "sixty-days")
	p.Press(p.Say("fix.extend.button"))
	before := p.Requests.Load()
	for text, says := range map[string]string{
		"": "partner.secret.empty", "0123456789abcdef": "partner.secret.no_secret", person.TokenOf(t, "ready"): "partner.secret.token",
	} {
		pasteInto(p, 0, text)
		p.Press(p.Say("fix.continue"))
		p.MustSee(words.Plain(p.Say(says)))
	}
	if p.Requests.Load() != before {
		t.Error("Meta was asked")
	}
	pasteInto(p, 0, secretOf(t, "ready"))
	p.Press(p.Say("fix.continue"))
	p.MustSee(p.Say("trouble.app_secret_proof_wrong.title"), p.Say("terminal.old_kept"))
	wrote(p, 0)
}

// pasteInto puts a text in the place of what is in a hidden field, counted from the
// top.
func pasteInto(p *person.Person, which int, text string) {
	p.T.Helper()
	var fields []*widgets.SecretEntry
	p.All(func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		if field, ok := o.(*widgets.SecretEntry); ok && seen {
			fields = append(fields, field)
		}
	})
	if which >= len(fields) {
		p.T.Fatalf("there are only %d hidden fields", len(fields))
	}
	fields[which].SetValue(text)
}

// TestOneTokenIsRevokedByItsButtonAlone: Enter leaves it as it is.
func TestOneTokenIsRevokedByItsButtonAlone(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	checkedOn(p, "ready")
	secret := secretOf(t, "ready")
	p.Press(p.Say("fix.revoke.button"))
	p.Paste(secret)
	p.Press(p.Say("fix.continue"))
	p.MustNotScroll("the page that revokes")
	p.MustSee("This cannot be undone", "Every program that uses this token stops at once", "+49 30 901820", "Shop")
	p.Key(fyne.KeyReturn)
	p.MustSee("Shop", p.Say("saved.rename"))
	wrote(p, 0)
	p.Press(p.Say("fix.revoke.button"))
	p.Paste(secret)
	p.Press(p.Say("fix.continue"))
	p.Press(p.Say("fix.revoke.do"))
	p.MustSee("Meta refuses it now", "It is still saved here as Shop")
	wrote(p, 1)
	if shop(p) == "" {
		t.Error("it was removed without being asked for")
	}
	p.Press(p.Say("fix.revoke.remove"))
	p.MustSee("Removed from the keychain: Shop")
	if shop(p) != "" {
		t.Error("it is still in the keychain")
	}
	holdsNowhere(p, secret)
	p.Press(p.Say("button.close"))
	p.MustSee(p.Say("home.title"))
}

// TestATokenThatCameInAChatIsRevokedFromTheDesk, and is kept nowhere.
func TestATokenThatCameInAChatIsRevokedFromTheDesk(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.check"))
	p.Press(p.Say("desk.in_chat"))
	p.Press(p.Say("fix.revoke.button"))
	token, secret := person.TokenOf(t, "surplus"), secretOf(t, "surplus")
	p.Press(p.Say("fix.continue"))
	p.MustSee(p.Say("trouble.summary"))
	pasteInto(p, 0, token)
	pasteInto(p, 1, secret)
	p.Press(p.Say("fix.continue"))
	p.Press(p.Say("fix.revoke.do"))
	p.MustSee(p.Say("fix.revoke.done.title"))
	wrote(p, 1)
	holdsNowhere(p, secret)
	holdsNowhere(p, token)
	p.Press(p.Say("button.close"))
	p.Paste(token)
	p.Press(p.Say("desk.main"))
	p.MustSee(p.Say("trouble.token_revoked.title"))
}

// TestWhatMetaSaysOfARevocationIsNoProof.
func TestWhatMetaSaysOfARevocationIsNoProof(t *testing.T) {
	for name, test := range map[string]struct {
		does http.HandlerFunc
		says string
	}{
		"accepted, and alive": {accepting, "fix.revoke.alive.title"},
		"refused":             {refusing(400, 1, "Error validating client secret."), "trouble.app_secret_wrong.title"},
		"no POST":             {refusing(400, 100, "Unsupported post request. Object with ID 'oauth' does not exist, cannot be loaded due to missing permissions"), "fix.revoke.not_this_way.title"},
	} {
		t.Run(name, func(t *testing.T) {
			p, meta := sitBefore(t)
			checkedOn(p, "ready")
			p.Press(p.Say("fix.revoke.button"))
			p.Paste(secretOf(t, "ready"))
			p.Press(p.Say("fix.continue"))
			meta.does(test.does)
			p.Press(p.Say("fix.revoke.do"))
			p.MustSee(p.Say(test.says))
			if p.Sees(p.Say("fix.revoke.done.title")) || meta.writes.Load() != 1 {
				t.Errorf("it is said to be dead, after %d calls", meta.writes.Load())
			}
		})
	}
}

// TestACheckAsksForTheAppSecretWhereTheAppDemandsAProof, wherever a token is checked,
// and keeps nothing of it.
func TestACheckAsksForTheAppSecretWhereTheAppDemandsAProof(t *testing.T) {
	const scenario = "app-secret-proof"
	for place, open := range map[string]func(*person.Person){
		"step 6": func(p *person.Person) { p.GoTo(setup.StepCheck, scenario) },
		"the desk": func(p *person.Person) {
			p.Press(p.Say("home.check"))
			p.Paste(person.TokenOf(p.T, scenario))
			p.Press(p.Say("desk.main"))
		},
		"Home": func(p *person.Person) {
			p.HasSaved(scenario, "Shop")
			p.Press(p.Say("saved.check"))
		},
	} {
		t.Run(place, func(t *testing.T) {
			p := person.Sit(t, person.Habits{})
			open(p)
			p.Press(p.Say("fix.proof.button"))
			p.Key(fyne.KeyEscape)
			if place == "Home" {
				p.Press(p.Say("saved.check"))
			}
			p.Press(p.Say("fix.proof.button"))
			p.Paste(secretOf(t, "ready"))
			p.Press(p.Say("fix.proof.do"))
			p.MustSee(p.Say("trouble.app_secret_proof_wrong.title"))
			if place == "Home" {
				p.Press(p.Say("button.close"))
				p.Press(p.Say("saved.check"))
			}
			p.Press(p.Say("fix.proof.button"))
			p.Paste(secretOf(t, scenario))
			p.Key(fyne.KeyReturn)
			if p.Find(p.Say("fix.proof.button")) != nil || !strings.Contains(p.Text(), "This token will work") {
				t.Errorf("it was not checked with the secret:\n%s", p.Text())
			}
			wrote(p, 0)
			holdsNowhere(p, secretOf(t, scenario))
		})
	}
}

// TestExtendingAndRevokingArePractised against the pretend Meta of the rehearsal, with
// the secret that its app settings show, and touch nothing that is real.
func TestExtendingAndRevokingArePractised(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("sixty-days", "Shop")
	p.Press(p.Say("home.practise"))
	rehearsal := p.Window.Shell.Practice().Environment()
	found, _ := sandbox.FindScenario("sixty-days")
	_, err := rehearsal.Vault.Save(t.Context(), vault.Entry{Name: "Rehearsed"}, found.Token)
	person.Must(t, err)
	p.Window.Home()
	p.Settle()
	p.Press(p.Say("saved.check"))
	p.Press(p.Say("saved.details"))
	p.Press(p.Say("fix.extend.button"))
	p.Press(p.Say("page.app_basic"))
	opened := p.Browser.Opened[len(p.Browser.Opened)-1]
	if !strings.HasPrefix(opened, p.Window.Shell.Practice().Address()) || !strings.Contains(opened, found.AppID) {
		t.Fatalf("the page of the app secret is %s", opened)
	}
	p.Paste(found.AppSecret.Reveal())
	p.Press(p.Say("fix.continue"))
	p.Press(p.Say("fix.extend.do"))
	p.MustSee("“Rehearsed” is extended")
	p.Press(p.Say("button.back"))
	p.Press(p.Say("fix.revoke.button"))
	p.Paste(found.AppSecret.Reveal())
	p.Press(p.Say("fix.continue"))
	p.Press(p.Say("fix.revoke.do"))
	p.MustSee("Meta refuses it now")
	wrote(p, 0)
	if shop(p) != found.Token.Reveal() {
		t.Error("the real token was touched")
	}
}

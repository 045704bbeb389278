package ui_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// choosesLanguage goes through the settings.
func choosesLanguage(p *person.Person, name string) {
	p.T.Helper()
	button := p.Words.Named(p.Say("settings.language"), nameOfChosen(p))
	p.Press(button)
	p.Choose(name)
}

// nameOfChosen is how the settings name the language that is chosen.
func nameOfChosen(p *person.Person) string {
	chosen := words.Chosen(context.Background(), p.Folder)
	for _, one := range words.Languages() {
		if one.Tag == chosen {
			return one.Name
		}
	}
	return p.Say("settings.language_system")
}

// TestTheLanguageChangesAtOnce: in the settings that are open, on the page behind them, and for
// the next start.
func TestTheLanguageChangesAtOnce(t *testing.T) {
	t.Setenv(words.Variable, "")
	t.Setenv("LANGUAGE", "")
	t.Setenv("LC_ALL", "fr_FR.UTF-8")
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("settings.title"))
	choosesLanguage(p, "Português (Brasil)")
	portuguese, err := p.Words.In("pt-BR")
	person.Must(t, err)
	if p.Words.Language() != "pt-BR" {
		t.Fatalf("it speaks %s", p.Words.Language())
	}
	p.MustSee(portuguese.Say("settings.appearance"))
	if got := lang.L("Cut"); got != portuguese.Say("fyne.cut") {
		t.Errorf("Fyne says %q", got)
	}
	p.Press(portuguese.Say("button.done"))
	p.MustSee(portuguese.Say("home.title"))
	if got := words.Preferred(context.Background(), func(string) string { return "" }, p.Folder)[1]; got != "pt-BR" {
		t.Errorf("the next start would speak %q", got)
	}

	p.Press(p.Say("settings.title"))
	choosesLanguage(p, p.Say("settings.language_system"))
	if p.Words.Language() != "fr" {
		t.Errorf("the system's language is French, it speaks %s", p.Words.Language())
	}
	if got := words.Chosen(context.Background(), p.Folder); got != "" {
		t.Errorf("%q is still remembered", got)
	}
}

// TestWhatWasPastedStaysInAnotherLanguage: nothing is lost by the change.
func TestWhatWasPastedStaysInAnotherLanguage(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	p.Paste(person.TokenOf(t, "ready"))
	p.Key(fyne.KeyEscape)
	p.Press(p.Say("leave.stay"))
	p.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyComma, Modifier: fyne.KeyModifierShortcutDefault})
	choosesLanguage(p, "Deutsch")
	p.Press(p.Say("button.done"))
	p.Press(p.Say("step.paste.main"))
	if p.Sees(p.Say("missing.token")) {
		t.Errorf("the token is gone:\n%s", p.Text())
	}
}

// TestThePageStaysInAnotherLanguage: who is being led to an app is not led back to step 1, and the
// instructions for another layout stay those.
func TestThePageStaysInAnotherLanguage(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	settings := &desktop.CustomShortcut{KeyName: fyne.KeyComma, Modifier: fyne.KeyModifierShortcutDefault}
	p.GoTo(setup.StepBusiness, "")
	p.Lacks("need.app")
	p.Shortcut(settings)
	choosesLanguage(p, "Deutsch")
	p.Press(p.Say("button.done"))
	p.MustSee(p.Say("need.make_app.title"), p.Say("need.make_app.do_create"))
	p.Press(p.Say("need.make_app.main"))

	p.GoTo(setup.StepGenerate, "")
	p.Press(p.Say("button.something_else"))
	p.Press(words.Plain(p.Say("step.generate.before")))
	p.Shortcut(settings)
	choosesLanguage(p, "English")
	p.Press(p.Say("button.done"))
	p.MustSee(p.Say("step.generate.do_app_before"))
}

// TestAChoiceThatCannotBeKeptIsSaid: it counts for now.
func TestAChoiceThatCannotBeKeptIsSaid(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	person.Must(t, os.MkdirAll(filepath.Join(p.Folder.Path(), "language.json", "in the way"), 0o700))
	p.Press(p.Say("settings.title"))
	choosesLanguage(p, "Deutsch")
	if p.Words.Language() != "de" {
		t.Errorf("it speaks %s", p.Words.Language())
	}
	p.MustSee(p.Say("settings.language_not_kept"))
}

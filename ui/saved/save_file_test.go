package saved_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/ui/chooser"
	"latchkey/ui/internal/person"
	"latchkey/wizard/vault"
)

// systemDialog is the system's, which a test answers.
type systemDialog struct {
	asked   chan chooser.Question
	answers chan answer
	ended   chan struct{}
}

type answer struct {
	path string
	err  error
}

func newSystemDialog() systemDialog {
	return systemDialog{make(chan chooser.Question, 8), make(chan answer), make(chan struct{}, 8)}
}

func (d systemDialog) Choose(ctx context.Context, question chooser.Question) (string, error) {
	d.asked <- question
	select {
	case given := <-d.answers:
		return given.path, given.err
	case <-ctx.Done():
		d.ended <- struct{}{}
		return "", ctx.Err()
	}
}

// asksElsewhere opens the system's dialog for the end of a token.
func asksElsewhere(t *testing.T, dialog systemDialog) (p *person.Person, home string) {
	t.Helper()
	home = t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	p = person.Sit(t, person.Habits{Chooser: dialog})
	entry := vault.Entry{Name: "Corner Bakery", ExpiresAt: time.Now().AddDate(0, 2, 0)}
	_, err := p.Env.Vault.Save(t.Context(), entry, graph.NewToken(person.TokenOf(t, "ready")))
	person.Must(t, err)
	p.Window.Home()
	p.Settle()
	p.Press(p.Say("saved.details"))
	p.Press(p.Say("calendar.button"))
	p.TapAtOnce(p.Say("save.elsewhere"))
	return p, home
}

func TestTheSystemsDialogSaysWhereAFileLies(t *testing.T) {
	dialog := newSystemDialog()
	p, home := asksElsewhere(t, dialog)
	question := <-dialog.asked
	if question.Kind != chooser.Place || question.Title == "" || question.Confirm != p.Say("save.do") ||
		filepath.Dir(question.Path) != home || !strings.HasSuffix(question.Path, ".ics") {
		t.Errorf("asked %+v", question)
	}
	path := filepath.Join(home, "Mein 100% grüner Kalender.ics")
	dialog.answers <- answer{path: path}
	p.Settle()
	p.MustSee(path, p.Say("save.show"))
	if text, err := os.ReadFile(path); err != nil || !strings.Contains(string(text), "Corner Bakery") {
		t.Errorf("%q, %v", text, err)
	}
}

func TestLeavingTheSystemsDialogChangesNothing(t *testing.T) {
	dialog := newSystemDialog()
	p, home := asksElsewhere(t, dialog)
	<-dialog.asked
	before := p.Text()
	dialog.answers <- answer{}
	p.Settle()
	if after := p.Text(); after != before {
		t.Errorf("the page reads %q, then %q", before, after)
	}
	if found, _ := filepath.Glob(filepath.Join(home, "*")); len(found) != 0 {
		t.Errorf("found %q", found)
	}
}

func TestWithoutADialogOfTheSystemTheWindowAsks(t *testing.T) {
	dialog := newSystemDialog()
	p, home := asksElsewhere(t, dialog)
	<-dialog.asked
	dialog.answers <- answer{err: chooser.ErrNone}
	p.Settle()
	p.MustSee(p.Say("pick.folder"))
	p.Press(p.Say("button.cancel"))
	if found, _ := filepath.Glob(filepath.Join(home, "*.ics")); len(found) != 0 {
		t.Errorf("found %q", found)
	}
}

func TestOneDialogOfTheSystemAtATime(t *testing.T) {
	dialog := newSystemDialog()
	p, _ := asksElsewhere(t, dialog)
	<-dialog.asked
	p.Ahead.Add(int64(time.Second))
	p.TapAtOnce(p.Say("calendar.button")) // the window answers while that dialog is open
	p.TapAtOnce(p.Say("save.elsewhere"))
	select {
	case second := <-dialog.asked:
		t.Errorf("a second one asks %+v", second)
	default:
	}
	dialog.answers <- answer{}
	p.Settle()
	p.Press(p.Say("calendar.button"))
	p.TapAtOnce(p.Say("save.elsewhere"))
	<-dialog.asked // once more, after the first
	p.Window.Home()
	<-dialog.ended // with the page
	p.Settle()
	if p.Sees(p.Say("pick.folder")) {
		t.Error("the window asks on a page that did not")
	}
}

func TestTheSystemsDialogEndsWithTheWindow(t *testing.T) {
	dialog := newSystemDialog()
	p, _ := asksElsewhere(t, dialog)
	<-dialog.asked
	p.Window.Close()
	<-dialog.ended
}

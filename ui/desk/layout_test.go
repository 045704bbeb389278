package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"latchkey/graph"
	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/report"
	"latchkey/wizard/support"
)

// dropsReport drops on the window what a customer has saved of a check.
func dropsReport(p *person.Person, scenario string) {
	p.T.Helper()
	found, err := p.Env.Check(p.T.Context(), graph.NewToken(person.TokenOf(p.T, scenario)), environment.CheckOptions{})
	person.Must(p.T, err)
	var text bytes.Buffer
	made := support.Build(report.New(found), p.Words, support.Options{Now: p.Env.Now(), Version: "1.0.0", Site: p.Env.Site})
	person.Must(p.T, support.WritePage(&text, made, p.Words, p.Env.Site))
	path := filepath.Join(p.T.TempDir(), "report.html")
	person.Must(p.T, os.WriteFile(path, text.Bytes(), 0o600))
	p.Screen.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	p.Settle()
}

// TestTheDeskFitsInEveryLanguage at 900×640: its buttons stand in one line below the page, and
// what does not grow does not scroll.
func TestTheDeskFitsInEveryLanguage(t *testing.T) {
	for _, language := range words.Languages() {
		p := person.Sit(t, person.Habits{Language: language.Tag})
		p.Screen.Resize(fyne.NewSize(900, 640))
		inLine := func(page, main string) {
			t.Helper()
			place := fyne.CurrentApp().Driver().AbsolutePositionForObject
			if help, main := place(p.Find(p.Say("button.help"))), place(p.Find(p.Say(main))); help.Y != main.Y {
				t.Errorf("%s, %s: the main button lies at %v, the help at %v", language.Tag, page, main, help)
			}
		}
		p.Press(p.Say("home.check"))
		p.MustNotScroll(language.Tag + ", desk")
		for _, scenario := range []string{"expired", "app-not-subscribed", "outage"} {
			p.Paste(person.TokenOf(t, scenario))
			p.Press(p.Say("desk.main"))
			inLine(scenario, "desk.messages")
		}
		dropsReport(p, "expired")
		inLine("report", "desk.messages")
		p.Press(p.Say("button.back"))
		for _, tool := range []struct{ page, main string }{{"desk.in_chat", "message.copy"}, {"desk.explain", "explain.main"}, {"desk.many", "batch.main"}} {
			p.Press(p.Say(tool.page))
			p.MustNotScroll(language.Tag + ", " + tool.page)
			inLine(tool.page, tool.main)
			p.Press(p.Say("button.back"))
		}
		p.Press(p.Say("button.back"))
		p.Press(p.Say("home.training"))
		p.Press(p.Say("training.account-not-assigned.title"))
		p.MustNotScroll(language.Tag + ", story")
		inLine("story", "desk.main")
	}
}

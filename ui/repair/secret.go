package repair

import (
	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/partner"
)

// secretForm asks for the secret of an app, and for the app's id where nobody tells
// it. What is typed goes with the page.
type secretForm struct {
	*page
	secret *widgets.SecretEntry
	app    *widgets.TextEntry
	askApp bool
}

func newSecretForm(p *page, submit func()) *secretForm {
	f := &secretForm{page: p, secret: parts.SecretField(p.shell, "exchange.secret_placeholder"), app: widgets.NewTextEntry("")}
	f.secret.OnSubmitted = func(string) { submit() }
	p.left = f.forget
	return f
}

func (f *secretForm) forget() { f.secret.SetValue("") }

// fields are what is asked for, with the page where it is found; hint says what
// becomes of the secret. Others may stand beside it.
func (f *secretForm) fields(hint string, app graph.ID, first ...fyne.CanvasObject) []fyne.CanvasObject {
	s := f.shell
	var fields []fyne.CanvasObject
	if f.askApp {
		fields = append(fields, parts.Labelled(s, "exchange.app", f.app))
	}
	address := func() string { return f.env.Page(site.PageAppBasic, site.PageIDs{App: app}) }
	side := append(first, widgets.NewField(s.Say("exchange.secret"), s.Say(hint), f.secret))
	return append(fields, widgets.NewGrid(len(side), theme.Gap, 260, side...),
		parts.Opener(s, s.Say("page.app_basic"), widgets.Secondary, address, nil))
}

// read reads what was typed; ok is false where that is something else, which is then
// said on top of the page, and asked for again.
func (f *secretForm) read(again func()) (app graph.ID, secret graph.Token, ok bool) {
	s := f.shell
	secret, fault := partner.ReadAppSecret(f.secret.Value())
	if fault != partner.NoFault {
		f.refuse(s.Words.PartnerFault("secret", fault), f.secret.Field(), again)
		return "", graph.Token{}, false
	}
	if f.askApp {
		if app, fault = partner.ReadID(f.app.Text); fault != partner.NoFault {
			f.refuse(s.Words.PartnerFault("app", fault), f.app, again)
			return "", graph.Token{}, false
		}
	}
	return app, secret, true
}

// tell shows what came of it; aside is what can be done next.
func (p *page) tell(title string, card widgets.Fix, aside ...fyne.CanvasObject) {
	card.Word = p.shell.Say("status.pass")
	p.isOver(title, widgets.NewStatusCard(widgets.Fine, card), aside...)
}

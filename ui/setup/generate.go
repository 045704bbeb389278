package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/pictures"
	"latchkey/ui/widgets"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// showGenerate sends the person to generate the token.
func (p *pages) showGenerate() {
	switch p.setup.Progress().TokenSource() {
	case setup.FromSignupCode:
		p.showCode()
		return
	case setup.FromSolution:
		p.showSolution()
		return
	}
	p.showTrip(trip{
		page:   site.PageSystemUsers,
		values: map[string]string{"User": p.setup.Progress().UserName},
		picture: picture(p.shell, pictures.GenerateToken{
			Window: p.shell.Say("meta.business_settings"), Title: p.shell.Say("meta.generate_token"), AppLabel: p.shell.Say("meta.app"),
			App: p.shell.Say("meta.your_app"), ExpiryLabel: p.shell.Say("meta.expiration"), Expiry: p.shell.Say("meta.never"),
			Permissions: []string{check.ScopeMessaging, check.ScopeManagement}, Generate: p.shell.Say("meta.generate_token"),
		}, "generate_token"),
		nextPicture: picture(p.shell, pictures.TokenShown{
			Window: p.shell.Say("meta.business_settings"), Title: p.shell.Say("meta.token_generated"), Token: "EAAG…",
			Copy: p.shell.Say("meta.copy"), Note: p.shell.Say("meta.shown_once"),
		}, "token_shown"),
		instructions: []widgets.Instruction{
			{Text: p.shell.Say("step.generate.do_app")},
			{Text: p.shell.Say("step.generate.do_expiry")},
			{Text: p.shell.Say("step.generate.do_permissions"), Below: widgets.NewColumn(4, parts.CopyLine(p.shell, check.ScopeMessaging), parts.CopyLine(p.shell, check.ScopeManagement))},
			{Text: p.shell.Say("step.generate.do_copy")},
		},
	})
}

// otherWay leads from one of the two ways to a customer's token to the other.
func (p *pages) otherWay(label string) fyne.CanvasObject {
	return widgets.NewButton(widgets.SmallLink, p.shell.Say(label), func() {
		p.setup.Change(func(progress *setup.Progress) { progress.CustomersBy = progress.TokenSource().Other() })
		p.remember()
		p.showStep()
	})
}

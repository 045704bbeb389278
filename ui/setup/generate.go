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
			Window: p.shell.Meta("business_settings"), Title: p.shell.Meta("generate_token"), AppLabel: p.shell.Meta("app"),
			App: p.shell.Say("picture.your_app"), ExpiryLabel: p.shell.Meta("expiration"), Expiry: p.shell.Meta("never"),
			Permissions: []string{check.ScopeMessaging, check.ScopeManagement}, Generate: p.shell.Meta("generate_token"),
		}, "generate_token"),
		nextPicture: picture(p.shell, pictures.TokenShown{
			Window: p.shell.Meta("business_settings"), Title: p.shell.Meta("token_generated"), Token: "EAAG…",
			Copy: p.shell.Meta("copy"), Note: p.shell.Meta("shown_once"),
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

package ui

import (
	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/pictures"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// showGenerate sends the person to generate the token.
func (p *setupPages) showGenerate() {
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
		picture: p.picture(pictures.GenerateToken{
			Window: p.meta("business_settings"), Title: p.meta("generate_token"), AppLabel: p.meta("app"),
			App: p.say("picture.your_app"), ExpiryLabel: p.meta("expiration"), Expiry: p.meta("never"),
			Permissions: []string{check.ScopeMessaging, check.ScopeManagement}, Generate: p.meta("generate_token"),
		}, "generate_token"),
		nextPicture: p.picture(pictures.TokenShown{
			Window: p.meta("business_settings"), Title: p.meta("token_generated"), Token: "EAAG…",
			Copy: p.meta("copy"), Note: p.meta("shown_once"),
		}, "token_shown"),
		instructions: []widgets.Instruction{
			{Text: p.say("step.generate.do_app")},
			{Text: p.say("step.generate.do_expiry")},
			{Text: p.say("step.generate.do_permissions"), Below: widgets.NewColumn(4, p.copyLine(check.ScopeMessaging), p.copyLine(check.ScopeManagement))},
			{Text: p.say("step.generate.do_copy")},
		},
	})
}

// otherWay leads from one of the two ways to a customer's token to the other.
func (p *setupPages) otherWay(label string) fyne.CanvasObject {
	return widgets.NewButton(widgets.SmallLink, p.say(label), func() {
		p.setup.Change(func(progress *setup.Progress) { progress.CustomersBy = progress.TokenSource().Other() })
		p.remember()
		p.showStep()
	})
}

// copyLine is a short value with its copy button, for where a field would be
// too wide.
func (w *Window) copyLine(value string) fyne.CanvasObject {
	text := widgets.NewStyledText(value, widgets.TextStyle{Size: theme.SizeNameSmall, Bold: true, Plain: true})
	return widgets.NewFlowRow(8, 0, text, w.copyButton(value))
}

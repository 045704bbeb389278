package setup

import (
	"latchkey/graph/site"
	"latchkey/ui/pictures"
	"latchkey/ui/widgets"
)

// showAssets sends the person to assign the app and the WhatsApp account. The
// app comes first: without it no token can be generated.
func (p *pages) showAssets() {
	name := map[string]string{"User": p.setup.Progress().UserName}
	p.showTrip(trip{
		page:   site.PageSystemUsers,
		values: name,
		picture: picture(p.shell, pictures.AssignAssets{
			Window: p.shell.Meta("business_settings"), Title: p.shell.Meta("assign_assets"), Kind: p.shell.Meta("apps"),
			Asset: p.shell.Say("picture.your_app"), Permission: p.shell.Meta("manage_app"), Assign: p.shell.Meta("save_changes"),
		}, "assign_assets"),
		instructions: []widgets.Instruction{
			{Text: p.shell.Say("step.assets.do_kind")},
			{Text: p.shell.Say("step.assets.do_app")},
			{Text: p.shell.Say("step.assets.do_manage")},
			{Text: p.shell.Say("step.assets.do_save")},
			{Text: p.shell.Say("step.assets.do_account"), Detail: p.shell.Say("step.assets.account_detail")},
		},
	})
}

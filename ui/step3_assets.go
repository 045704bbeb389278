package ui

import (
	"latchkey/graph/site"
	"latchkey/ui/pictures"
	"latchkey/ui/widgets"
)

// showAssets sends the person to assign the app and the WhatsApp account. The
// app comes first: without it no token can be generated.
func (p *setupPages) showAssets() {
	name := map[string]string{"User": p.setup.Progress().UserName}
	p.showTrip(trip{
		page:   site.PageSystemUsers,
		values: name,
		picture: p.picture(pictures.AssignAssets{
			Window: p.meta("business_settings"), Title: p.meta("assign_assets"), Kind: p.meta("apps"),
			Asset: p.say("picture.your_app"), Permission: p.meta("manage_app"), Assign: p.meta("save_changes"),
		}, "assign_assets"),
		instructions: []widgets.Instruction{
			{Text: p.say("step.assets.do_kind")},
			{Text: p.say("step.assets.do_app")},
			{Text: p.say("step.assets.do_manage")},
			{Text: p.say("step.assets.do_save")},
			{Text: p.say("step.assets.do_account"), Detail: p.say("step.assets.account_detail")},
		},
	})
}

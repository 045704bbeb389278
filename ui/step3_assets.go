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
			Window: p.say("meta.business_settings"), Title: p.say("meta.assign_assets"), Kind: p.say("meta.apps"),
			Asset: p.say("meta.your_app"), Permission: p.say("meta.manage_app"), Assign: p.say("meta.assign"),
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

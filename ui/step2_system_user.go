package ui

import (
	"latchkey/graph"
	"latchkey/ui/pictures"
	"latchkey/ui/widgets"
)

// showSystemUser sends the person to create the system user.
func (p *setupPages) showSystemUser() {
	name := p.setup.Progress().UserName
	p.showTrip(trip{
		page:    graph.PageSystemUsers,
		picture: p.picture(pictures.SystemUsers{BusinessSettings: p.businessSettings(), Add: p.say("meta.add")}, "system_users"),
		instructions: []widgets.Instruction{
			{Text: p.say("step.system_user.do_add")},
			{Text: p.say("step.system_user.do_name"), Below: p.copyField(name)},
			{Text: p.say("step.system_user.do_role"), Detail: p.say("step.system_user.role_detail")},
			{Text: p.say("step.system_user.do_create")},
		},
	})
}

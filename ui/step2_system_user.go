package ui

import (
	"latchkey/graph/site"
	"latchkey/ui/pictures"
	"latchkey/ui/widgets"
)

// showSystemUser sends the person to create the system user.
func (p *setupPages) showSystemUser() {
	name := p.setup.Progress().UserName
	p.showTrip(trip{
		page:    site.PageSystemUsers,
		picture: p.picture(pictures.SystemUsers{BusinessSettings: p.businessSettings(), Add: p.meta("add")}, "system_users"),
		nextPicture: p.picture(pictures.CreateSystemUser{
			Window: p.meta("business_settings"), Title: p.meta("create_system_user"), NameLabel: p.meta("system_user_name"),
			Name: name, RoleLabel: p.meta("system_user_role"), Role: p.meta("admin"), Create: p.meta("create_system_user"),
		}, "create_system_user"),
		instructions: []widgets.Instruction{
			{Text: p.say("step.system_user.do_add")},
			{Text: p.say("step.system_user.do_name"), Below: p.copyField(name)},
			{Text: p.say("step.system_user.do_role"), Detail: p.say("step.system_user.role_detail")},
			{Text: p.say("step.system_user.do_create")},
		},
	})
}

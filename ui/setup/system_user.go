package setup

import (
	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/pictures"
	"latchkey/ui/widgets"
)

// showSystemUser sends the person to create the system user.
func (p *pages) showSystemUser() {
	name := p.setup.Progress().UserName
	p.showTrip(trip{
		page:    site.PageSystemUsers,
		picture: picture(p.shell, pictures.SystemUsers{BusinessSettings: businessSettings(p.shell), Add: p.shell.Meta("add")}, "system_users"),
		nextPicture: picture(p.shell, pictures.CreateSystemUser{
			Window: p.shell.Meta("business_settings"), Title: p.shell.Meta("create_system_user"), NameLabel: p.shell.Meta("system_user_name"),
			Name: name, RoleLabel: p.shell.Meta("system_user_role"), Role: p.shell.Meta("admin"), Create: p.shell.Meta("create_system_user"),
		}, "create_system_user"),
		instructions: []widgets.Instruction{
			{Text: p.shell.Say("step.system_user.do_add")},
			{Text: p.shell.Say("step.system_user.do_name"), Below: parts.CopyField(p.shell, name)},
			{Text: p.shell.Say("step.system_user.do_role"), Detail: p.shell.Say("step.system_user.role_detail")},
			{Text: p.shell.Say("step.system_user.do_create")},
		},
	})
}

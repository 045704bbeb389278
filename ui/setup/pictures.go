package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/pictures"
	"latchkey/ui/shell"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// drawn is a picture of what will be seen at Meta, with its words; user is the
// system user's name.
func drawn(s *shell.Shell, picture setup.Picture, user string) fyne.CanvasObject {
	return pictures.New(scene(s, picture, user), s.Say("picture."+string(picture)))
}

func scene(s *shell.Shell, picture setup.Picture, user string) pictures.Scene {
	switch picture {
	case setup.PictureSystemUsers:
		return pictures.SystemUsers{BusinessSettings: pictures.BusinessSettings{
			Window: s.Meta("business_settings"), Users: s.Meta("users"), People: s.Meta("people"),
			Partners: s.Meta("partners"), SystemUsers: s.Meta("system_users"),
		}, Add: s.Meta("add")}
	case setup.PictureCreateSystemUser:
		return pictures.CreateSystemUser{
			Window: s.Meta("business_settings"), Title: s.Meta("create_system_user"), NameLabel: s.Meta("system_user_name"),
			Name: user, RoleLabel: s.Meta("system_user_role"), Role: s.Meta("admin"), Create: s.Meta("create_system_user"),
		}
	case setup.PictureAssignAssets:
		return pictures.AssignAssets{
			Window: s.Meta("business_settings"), Title: s.Meta("assign_assets"), Kind: s.Meta("apps"),
			Asset: s.Say("picture.your_app"), Permission: s.Meta("manage_app"), Assign: s.Meta("save_changes"),
		}
	case setup.PictureGenerateToken:
		return pictures.GenerateToken{
			Window: s.Meta("business_settings"), Title: s.Meta("generate_token"), AppLabel: s.Meta("app"),
			App: s.Say("picture.your_app"), ExpiryLabel: s.Meta("expiration"), Expiry: s.Meta("never"),
			Permissions: []string{check.ScopeMessaging, check.ScopeManagement}, Generate: s.Meta("generate_token"),
		}
	case setup.PictureTokenShown:
		return pictures.TokenShown{
			Window: s.Meta("business_settings"), Title: s.Meta("token_generated"), Token: "EAAG…",
			Copy: s.Meta("copy"), Note: s.Meta("shown_once"),
		}
	}
	return nil
}

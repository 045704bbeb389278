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
	window := s.Meta("business_settings")
	switch picture {
	case setup.PictureSystemUsers:
		return pictures.SystemUsers{BusinessSettings: pictures.BusinessSettings{
			Window: window, Users: s.Meta("users"), People: s.Meta("people"),
			Partners: s.Meta("partners"), SystemUsers: s.Meta("system_users"),
		}, Add: s.Meta("add")}
	case setup.PicturePolicy:
		return pictures.Policy{Window: window, Title: s.Meta("policy"), Accept: s.Meta("i_accept")}
	case setup.PictureCreateSystemUser:
		return pictures.CreateSystemUser{
			Window: window, Title: s.Meta("create_system_user"), NameLabel: s.Meta("system_user_name"),
			Name: user, RoleLabel: s.Meta("system_user_role"), Role: s.Meta("admin"), Create: s.Meta("create_system_user"),
		}
	case setup.PictureAssign, setup.PictureAddAssets, setup.PictureGenerate:
		page := pictures.SystemUserPage{
			Window: window, SystemUsers: s.Meta("system_users"), User: user, Assign: s.Meta("assign_assets"),
			Generate: s.Meta("generate_token"), ToGenerate: picture == setup.PictureGenerate,
		}
		if picture == setup.PictureAddAssets {
			page.Assign = s.Meta("add_assets")
		}
		return page
	case setup.PictureAssignApp:
		return selectAssets(s, pictures.SelectAssets{Asset: s.Say("picture.your_app"), Permission: s.Meta("manage_app"), From: 2})
	case setup.PictureAssignAccount:
		return selectAssets(s, pictures.SelectAssets{
			Kind: 1, Asset: s.Say("picture.your_account"), Permission: s.Meta("manage_whatsapp_accounts"), From: 4, Last: true,
		})
	case setup.PictureAssignNumber:
		return selectAssets(s, pictures.SelectAssets{
			Kind: 1, Asset: s.Say("picture.your_number"), Permission: s.Meta("manage_whatsapp_accounts"), From: 4, InOne: true,
		}, s.Meta("messaging_accounts"))
	case setup.PictureAssignMessaging:
		return selectAssets(s, pictures.SelectAssets{
			Kind: 2, Asset: s.Say("picture.your_account"), Permission: s.Meta("manage_whatsapp_accounts"), From: 5, InOne: true, Last: true,
		}, s.Meta("messaging_accounts"))
	case setup.PictureAddApp:
		return pictures.AddAssets{
			Window: window, Title: s.Meta("add_assets"), Kind: s.Meta("apps"), Asset: s.Say("picture.your_app"),
			Permission: s.Meta("manage_app"), Save: s.Meta("save_changes"), From: 2,
		}
	case setup.PictureAddAccount:
		return pictures.AddAssets{
			Window: window, Title: s.Meta("add_assets"), Kind: s.Meta("whatsapp_accounts"), Asset: s.Say("picture.your_account"),
			Permission: s.Meta("full_control"), Save: s.Meta("save_changes"), From: 5, InOne: true,
		}
	}
	if made := makingScene(s, picture); made != nil {
		return made
	}
	return tokenScene(s, picture)
}

// makingScene is a picture of how a portfolio, an app or a phone number is had.
func makingScene(s *shell.Shell, picture setup.Picture) pictures.Scene {
	apps, app := s.Meta("app_dashboard"), s.Meta("create_app")
	switch picture {
	case setup.PicturePortfolios:
		return pictures.List{Window: s.Meta("business_settings"), Add: s.Meta("create_account")}
	case setup.PictureCreatePortfolio:
		return pictures.CreatePortfolio{
			Window: s.Meta("business_settings"), Title: s.Meta("create_portfolio"), Name: s.Meta("portfolio_name"),
			Person: s.Meta("your_name"), Email: s.Meta("business_email"), Create: s.Meta("create"),
		}
	case setup.PictureAppDetails:
		return pictures.Form{Window: apps, Title: app, Fields: []string{s.Meta("app_name"), s.Meta("app_contact_email")}, Next: s.Meta("next"), Number: 1}
	case setup.PictureUseCase:
		return pictures.AppChoice{Window: apps, Title: app, Choice: s.Meta("whatsapp_use_case"), Next: s.Meta("next"), Number: 2}
	case setup.PictureAppPortfolio:
		return pictures.AppChoice{Window: apps, Title: app, Choice: s.Say("picture.your_portfolio"), Next: s.Meta("next"), Number: 3}
	case setup.PictureCreateApp:
		return pictures.CreateApp{Window: apps, Title: app, Create: app}
	case setup.PictureNumbers:
		return pictures.List{Window: s.Meta("whatsapp_manager"), Add: s.Meta("add_phone_number")}
	case setup.PictureNumberName:
		return numberForm(s, 2, s.Say("picture.shown_name"))
	case setup.PictureNumberEntered:
		return numberForm(s, 3, s.Say("picture.your_number"))
	case setup.PictureNumberCode:
		return numberForm(s, 4, s.Say("picture.code"))
	}
	return nil
}

// numberForm is a step in which a phone number is added. What its field is called at Meta was not
// read, so that it has words of our own.
func numberForm(s *shell.Shell, number int, field string) pictures.Scene {
	return pictures.Form{
		Window: s.Meta("whatsapp_manager"), Title: s.Meta("add_phone_number"), Fields: []string{field}, Next: s.Meta("next"), Number: number,
	}
}

// selectAssets fills in what each look of that window has; more are kinds beside
// apps and WhatsApp accounts.
func selectAssets(s *shell.Shell, of pictures.SelectAssets, more ...string) pictures.Scene {
	of.Window, of.Title = s.Meta("business_settings"), s.Meta("select_assets_window")
	of.Types, of.Assets, of.Permissions = s.Meta("select_asset_type"), s.Meta("select_assets"), s.Meta("assign_permissions")
	of.Kinds = append([]string{s.Meta("apps"), s.Meta("whatsapp_accounts")}, more...)
	of.Group, of.Assign = s.Meta("full_control"), s.Meta("assign_assets")
	return of
}

func tokenScene(s *shell.Shell, picture setup.Picture) pictures.Scene {
	window, title := s.Meta("business_settings"), s.Meta("generate_token")
	permissions := []string{check.ScopeMessaging, check.ScopeManagement}
	switch picture {
	case setup.PictureSelectApp:
		return pictures.SelectApp{Window: window, Title: title, Label: s.Meta("select_app"), App: s.Say("picture.your_app"), Next: s.Meta("next")}
	case setup.PictureSetExpiration:
		return pictures.SetExpiration{
			Window: window, Title: title, Label: s.Meta("set_expiration"),
			Days: s.Meta("sixty_days"), Never: s.Meta("never"), Next: s.Meta("next"),
		}
	case setup.PictureAssignPermissions:
		return pictures.AssignPermissions{
			Window: window, Title: title, Label: s.Meta("assign_permissions"),
			Permissions: permissions, Generate: s.Meta("generate"),
		}
	case setup.PictureGenerateToken:
		return pictures.GenerateToken{
			Window: window, Title: s.Meta("generate"), AppLabel: s.Meta("app"), App: s.Say("picture.your_app"),
			ExpiryLabel: s.Meta("expiration"), Expiry: s.Meta("never"), Permissions: permissions, Generate: s.Meta("generate"),
		}
	case setup.PictureTokenShown:
		return pictures.TokenShown{
			Window: window, Title: s.Meta("token_generated"), Token: "EAAG…", Copy: s.Meta("copy"), Note: s.Meta("shown_once"),
		}
	}
	return nil
}

package setup

import (
	"latchkey/graph/site"
	"latchkey/wizard/check"
)

// Trip is a step that happens on one of Meta's pages. Below its ID hang the
// words "title", "lead", "open", "main" and "else": what else may be seen there.
type Trip struct {
	ID           string
	User         string // the system user's name, for the lead and the pictures
	Page         site.Page
	Pictures     []Picture // one after the other; for a face that shows any
	Instructions []Instruction
}

// Instruction is one thing to do on the page.
type Instruction struct {
	ID     string   // of its words
	Detail string   // id of what is said below; "" for nothing
	Values []string // to be copied there
}

// Picture is what will be seen at Meta, with what is to be pressed marked. Its
// words are below "picture".
type Picture string

// The pictures.
const (
	PictureSystemUsers      Picture = "system_users"
	PictureCreateSystemUser Picture = "create_system_user"
	PictureAssignAssets     Picture = "assign_assets"
	PictureGenerateToken    Picture = "generate_token"
	PictureTokenShown       Picture = "token_shown"
)

// AllPictures lists all pictures.
func AllPictures() []Picture {
	return []Picture{PictureSystemUsers, PictureCreateSystemUser, PictureAssignAssets, PictureGenerateToken, PictureTokenShown}
}

// Trip describes a step that happens on one of Meta's pages; ok is false for
// the others, and for one that goes another way to this token.
func (p Progress) Trip(step Step) (trip Trip, ok bool) {
	trip = Trip{ID: "step." + step.ID(), User: p.UserName, Page: site.PageSystemUsers}
	switch {
	case p.TokenSource() != FromSystemUser:
		return Trip{}, false
	case step == StepSystemUser:
		trip.Pictures = []Picture{PictureSystemUsers, PictureCreateSystemUser}
		trip.Instructions = []Instruction{
			{ID: "step.system_user.do_add"},
			{ID: "step.system_user.do_name", Values: []string{p.UserName}},
			{ID: "step.system_user.do_role", Detail: "step.system_user.role_detail"},
			{ID: "step.system_user.do_create"},
		}
	case step == StepAssets: // the app comes first: without it no token can be generated
		trip.Pictures = []Picture{PictureAssignAssets}
		trip.Instructions = []Instruction{
			{ID: "step.assets.do_kind"},
			{ID: "step.assets.do_app"},
			{ID: "step.assets.do_manage"},
			{ID: "step.assets.do_save"},
			{ID: "step.assets.do_account", Detail: "step.assets.account_detail"},
		}
	case step == StepGenerate:
		trip.Pictures = []Picture{PictureGenerateToken, PictureTokenShown}
		trip.Instructions = []Instruction{
			{ID: "step.generate.do_app"},
			{ID: "step.generate.do_expiry"},
			{ID: "step.generate.do_permissions", Values: []string{check.ScopeMessaging, check.ScopeManagement}},
			{ID: "step.generate.do_copy"},
		}
	default:
		return Trip{}, false
	}
	return trip, true
}

package setup

import (
	"latchkey/graph/site"
	"latchkey/wizard/check"
)

// Trip is a step that happens on one of Meta's pages. Below its ID hang the
// words "title", "lead", "main" and "else": what else may be seen there.
type Trip struct {
	ID           string
	User         string // the system user's name, for the lead, the instructions and the pictures
	Page         site.Page
	Elsewhere    []site.Page // that "else" leads to
	Seen         string      // id of the words that say when the page looked like this
	Term         string      // id of the word that has to be understood there; "" where the step's help tells it
	Pictures     []Picture   // one after the other; for a face that shows any
	Instructions []Instruction
}

// Instruction is one thing to do on the page.
type Instruction struct {
	ID     string   // of its words
	Detail string   // id of what is said below; "" for nothing
	Values []string // to be copied there
}

// Layout is one way in which Meta's page of a trip looks. ID is that of the words
// by which a person knows it; "" where the step has but one.
type Layout struct {
	ID   string
	Trip Trip
}

// When Meta's pages were seen or described as they are drawn.
const (
	seenInJune      = "trip.seen_june"      // Register a business phone number, 26 June 2026
	seenInSeptember = "trip.seen_september" // Get started and Access tokens, 11 and 19 September 2026
	seenInNovember  = "trip.seen_november"  // Get API key, 16 November 2026
	seenBefore      = "trip.seen_before"    // guides of 2026 that show the windows before those
)

// Trip describes a step that happens on one of Meta's pages, as Meta shows it
// now; ok is false for the others, and for one that goes another way to this
// token.
func (p Progress) Trip(step Step) (trip Trip, ok bool) {
	layouts := p.Layouts(step)
	if len(layouts) == 0 {
		return Trip{}, false
	}
	return layouts[0].Trip, true
}

// Layouts describes such a step in each way in which its page is met, the newest
// first.
func (p Progress) Layouts(step Step) []Layout {
	if p.TokenSource() != FromSystemUser {
		return nil
	}
	switch step {
	case StepSystemUser:
		return []Layout{p.layout(step, "", seenInSeptember, systemUserPictures, p.systemUserInstructions())}
	case StepAssets: // the app comes first: without it no token can be generated
		return []Layout{
			p.layout(step, "step.assets.together", seenInSeptember, assetPictures, assetInstructions),
			p.layout(step, "step.assets.split", seenInSeptember, splitAssetPictures, splitAssetInstructions),
			p.layout(step, "step.assets.before", seenBefore, assetPicturesBefore, assetInstructionsBefore),
		}
	case StepGenerate:
		return []Layout{
			p.layout(step, "step.generate.three_steps", seenInNovember, tokenPictures, tokenInstructions),
			p.layout(step, "step.generate.before", seenBefore, tokenPicturesBefore, tokenInstructionsBefore),
		}
	}
	return nil
}

func (p Progress) layout(step Step, id, seen string, pictures []Picture, instructions []Instruction) Layout {
	return Layout{ID: id, Trip: Trip{
		ID: "step." + step.ID(), User: p.UserName, Page: site.PageSystemUsers, Elsewhere: elsewhere[step],
		Seen: seen, Pictures: pictures, Instructions: instructions,
	}}
}

var elsewhere = map[Step][]site.Page{
	StepSystemUser: {site.PageApps, site.PageRequests},
	StepAssets:     {site.PageApps, site.PageWhatsAppAccounts, site.PageAppList, site.PageRequests},
	StepGenerate:   {site.PageApps},
}

func (p Progress) systemUserInstructions() []Instruction {
	return []Instruction{
		{ID: "step.system_user.do_add", Detail: "step.system_user.add_detail"},
		{ID: "step.system_user.do_name", Values: []string{p.UserName}},
		{ID: "step.system_user.do_role", Detail: "step.system_user.role_detail"},
		{ID: "step.system_user.do_create"},
	}
}

var (
	assetInstructions = []Instruction{
		{ID: "step.assets.do_open"},
		{ID: "step.assets.do_app"},
		{ID: "step.assets.do_manage"},
		{ID: "step.assets.do_account"},
		{ID: "step.assets.do_control", Detail: "step.assets.control_detail"},
		{ID: "step.assets.do_assign"},
	}
	splitAssetInstructions = []Instruction{
		{ID: "step.assets.do_open"},
		{ID: "step.assets.do_app"},
		{ID: "step.assets.do_manage"},
		{ID: "step.assets.do_number"},
		{ID: "step.assets.do_messaging"},
		{ID: "step.assets.do_assign"},
	}
	assetInstructionsBefore = []Instruction{
		{ID: "step.assets.do_open_before"},
		{ID: "step.assets.do_app"},
		{ID: "step.assets.do_manage"},
		{ID: "step.assets.do_save"},
		{ID: "step.assets.do_account_before"},
		{ID: "step.assets.do_save"},
	}
	tokenInstructions = []Instruction{
		{ID: "step.generate.do_open"},
		{ID: "step.generate.do_app"},
		{ID: "step.generate.do_expiry"},
		{ID: "step.generate.do_permissions", Values: tokenPermissions},
		{ID: "step.generate.do_copy"},
	}
	tokenInstructionsBefore = []Instruction{
		{ID: "step.generate.do_open_before"},
		{ID: "step.generate.do_app_before"},
		{ID: "step.generate.do_expiry_before"},
		{ID: "step.generate.do_permissions_before", Values: tokenPermissions},
		{ID: "step.generate.do_copy"},
	}
	tokenPermissions = []string{check.ScopeMessaging, check.ScopeManagement}
)

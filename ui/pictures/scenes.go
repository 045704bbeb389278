package pictures

import "latchkey/ui/theme"

// BusinessSettings are the words around every page of Meta's Business settings.
type BusinessSettings struct {
	Window      string // "Business settings"
	Users       string
	People      string
	Partners    string
	SystemUsers string
}

// SystemUsers is the list of system users; the button that adds one is marked.
type SystemUsers struct {
	BusinessSettings
	Add string
}

func (p SystemUsers) draw(s *sketch) {
	s.browser(p.Window)
	s.side(p.Users, p.SystemUsers, p.People, p.Partners, p.SystemUsers)
	add := s.button(322, 40, 90, p.Add)
	s.label(box{138, 44, add.x - 150, 20}, p.BusinessSettings.SystemUsers, heading)
	s.bars(138, 89, 20, 128, 101, 114)
	s.mark(1, add)
}

// CreateSystemUser is the box that the button of SystemUsers opens. It asks for a name and a
// role; they and its button are marked 2 to 4, for the opening was 1.
type CreateSystemUser struct {
	Window    string
	Title     string
	NameLabel string
	Name      string
	RoleLabel string
	Role      string
	Create    string
}

func (p CreateSystemUser) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	name := s.field(at.x+18, at.y+32, at.w-36, p.NameLabel, p.Name)
	role := s.field(at.x+18, at.y+88, at.w-36, p.RoleLabel, p.Role)
	create := s.button(at.x+at.w-18, at.y+at.h-42, 180, p.Create)
	s.mark(2, name)
	s.mark(3, role)
	s.mark(4, create)
}

// AssignAssets is the box in which an app or a WhatsApp account is given to the system user:
// kind, asset, permission and button are marked 1 to 4.
type AssignAssets struct {
	Window     string
	Title      string // "Assign assets"
	Kind       string // "Apps" or "WhatsApp accounts"
	Asset      string // the person's own app or account
	Permission string // such as "Manage app"
	Assign     string
}

func (p AssignAssets) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	top, bottom := at.y+29, at.y+at.h-46
	middle := at.x + 136
	s.rectangle(box{at.x, top, at.w, 1}, 0, theme.ColorNameLine, "")
	s.rectangle(box{at.x, bottom, at.w, 1}, 0, theme.ColorNameLine, "")
	s.rectangle(box{middle, top, 1, bottom - top}, 0, theme.ColorNameLine, "")
	s.bars(at.x+14, top+15, 60, 60, 72)
	kind := box{at.x + 12, top + 39, middle - at.x - 24, 18}
	s.label(kind, p.Kind, selected)
	asset := s.tick(middle+14, top+14, at.x+at.w-middle-28, true, p.Asset)
	permission := s.tick(middle+14, top+57, at.x+at.w-middle-28, true, p.Permission)
	s.tick(middle+14, top+88, 100, false, "")
	assign := s.button(at.x+at.w-16, at.y+at.h-37, 160, p.Assign)
	s.mark(1, kind)
	s.mark(2, asset)
	s.mark(3, permission)
	s.mark(4, assign)
}

// GenerateToken is the box in which app, expiry and permissions are chosen: they and the
// button are marked 1 to 4.
type GenerateToken struct {
	Window      string
	Title       string
	AppLabel    string
	App         string
	ExpiryLabel string
	Expiry      string // "Never"
	Permissions []string
	Generate    string
}

func (p GenerateToken) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	half := (at.w - 54) / 2
	app := s.field(at.x+16, at.y+30, half+20, p.AppLabel, p.App)
	expiry := s.field(at.x+60+half, at.y+30, half-22, p.ExpiryLabel, p.Expiry)
	y := at.y + 86
	list := box{at.x + 16, y, at.w - 32, 0} // its height is known below
	for _, permission := range p.Permissions[:min(len(p.Permissions), 2)] {
		s.tick(list.x+4, y, list.w-8, true, permission)
		y += 18
	}
	list.h = y - list.y
	s.tick(list.x+4, y+11, list.w-140, false, "")
	generate := s.button(at.x+at.w-16, at.y+at.h-38, 180, p.Generate)
	s.mark(1, app)
	s.mark(2, expiry)
	s.mark(3, list)
	s.mark(4, generate)
}

// TokenShown is the one moment in which Meta shows the token, behind the button of
// GenerateToken. The copy button is marked 4 like that one: both are one instruction.
type TokenShown struct {
	Window string
	Title  string
	Token  string // a stand-in such as "EAAG…", never a token
	Copy   string
	Note   string // that it will not be shown again
}

func (p TokenShown) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	copyButton := s.button(at.x+at.w-18, at.y+50, 90, p.Copy)
	field := box{at.x + 18, at.y + 50, copyButton.x - at.x - 32, 29}
	s.rectangle(field, 6, theme.ColorNameBackground, theme.ColorNameFieldLine)
	s.label(box{field.x + 8, field.y, field.w - 16, field.h}, p.Token, value)
	s.label(box{at.x + 18, at.y + 94, at.w - 36, 18}, p.Note, plain)
	s.bars(at.x+18, at.y+122, 18, 190, 140)
	s.mark(4, copyButton)
}

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
	s.lines(box{138, 36, add.x - 150, 36}, p.BusinessSettings.SystemUsers, heading)
	s.bars(138, 89, 20, 128, 101, 114)
	s.mark(1, add)
}

// Policy is what Meta shows before the first system user of a portfolio. Its button is
// marked 1 like that of SystemUsers: both are one instruction.
type Policy struct {
	Window string
	Title  string
	Accept string // "I accept"
}

func (p Policy) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	s.bars(at.x+16, at.y+40, 18, 240, 226, 250, 180)
	s.mark(1, s.lastButton(at, p.Accept))
}

// SystemUserPage is the page of one system user. Its name in the list and one of its two
// buttons are marked 1: both are one instruction.
type SystemUserPage struct {
	Window      string
	SystemUsers string // above the list
	User        string
	Assign      string // "Assign assets", or what older pages call it
	Generate    string // "Generate new token"
	ToGenerate  bool   // marks that button, and not the one that assigns
}

func (p SystemUserPage) draw(s *sketch) {
	s.browser(p.Window)
	s.label(box{12, 32, 118, 18}, p.SystemUsers, heading)
	user := box{14, 64, 114, 24}
	s.rectangle(box{10, 58, 122, 86}, 8, theme.ColorNameSurface, theme.ColorNameLine)
	s.label(box{user.x + 4, user.y, user.w - 8, user.h}, p.User, selected)
	s.bars(20, 102, 20, 76, 60)
	card := box{142, 34, 189, 178}
	s.rectangle(card, 10, theme.ColorNameSurface, theme.ColorNameLine)
	generate := s.button(card.x+card.w-14, card.y+14, 160, p.Generate)
	s.bars(card.x+14, card.y+58, 18, 96, 70)
	assign := s.button(card.x+card.w-14, card.y+98, 160, p.Assign)
	s.bars(card.x+14, card.y+142, 18, 120, 84)
	press := assign
	if p.ToGenerate {
		press = generate
	}
	s.mark(1, user, press)
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
	create := s.lastButton(at, p.Create)
	s.mark(2, name)
	s.mark(3, role)
	s.mark(4, create)
}

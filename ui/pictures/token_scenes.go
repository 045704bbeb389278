package pictures

import "latchkey/ui/theme"

// SelectApp is the first of the three steps of the token dialog: the app and the button are
// marked 2.
type SelectApp struct {
	Window string
	Title  string // "Generate new token"
	Label  string // "Select app"
	App    string
	Next   string
}

func (p SelectApp) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	app := s.field(at.x+18, at.y+48, at.w-36, p.Label, p.App)
	s.mark(2, app, s.lastButton(at, p.Next))
}

// SetExpiration is the second step: "Never" and the button are marked 3.
type SetExpiration struct {
	Window string
	Title  string
	Label  string // "Set expiration"
	Days   string // "60 days"
	Never  string
	Next   string
}

func (p SetExpiration) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	s.label(box{at.x + 18, at.y + 36, at.w - 36, 16}, p.Label, strong)
	s.radio(at.x+18, at.y+64, at.w-150, false, p.Days)
	never := s.radio(at.x+18, at.y+98, at.w-150, true, p.Never)
	s.mark(3, never, s.lastButton(at, p.Next))
}

// AssignPermissions is the third step: the permissions are marked 4, and the button that
// makes the token 5.
type AssignPermissions struct {
	Window      string
	Title       string
	Label       string // "Assign permissions"
	Permissions []string
	Generate    string // "Generate token"
}

func (p AssignPermissions) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	s.label(box{at.x + 18, at.y + 34, at.w - 36, 16}, p.Label, strong)
	s.tick(at.x+20, at.y+58, at.w-140, false, "")
	list := s.permissions(box{at.x + 16, at.y + 82, at.w - 32, 0}, p.Permissions)
	s.mark(4, list)
	s.mark(5, s.lastButton(at, p.Generate))
}

// permissions ticks two permissions, one below the other, and returns their place.
func (s *sketch) permissions(at box, names []string) box {
	for _, name := range names[:min(len(names), 2)] {
		s.tick(at.x+4, at.y+at.h, at.w-8, true, name)
		at.h += 18
	}
	return at
}

// GenerateToken is the older dialog, which asks for all on one page: app, expiry,
// permissions and the button are marked 2 to 5.
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
	list := s.permissions(box{at.x + 16, at.y + 86, at.w - 32, 0}, p.Permissions)
	s.tick(list.x+4, list.y+list.h+11, list.w-140, false, "")
	generate := s.button(at.x+at.w-16, at.y+at.h-38, 180, p.Generate)
	s.mark(2, app)
	s.mark(3, expiry)
	s.mark(4, list)
	s.mark(5, generate)
}

// TokenShown is the one moment in which Meta shows the token, behind the button that makes
// it. The copy button is marked 5 like that one: both are one instruction.
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
	s.mark(5, copyButton)
}

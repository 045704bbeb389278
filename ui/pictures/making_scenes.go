package pictures

// List is a list of what a person has at Meta; the button that adds to it is marked.
type List struct {
	Window string
	Add    string
}

func (p List) draw(s *sketch) {
	s.browser(p.Window)
	s.bars(20, 52, 0, 90)
	add := s.button(318, 40, 180, p.Add)
	s.bars(20, 96, 24, 180, 150)
	s.mark(1, add)
}

// CreatePortfolio is the box that asks for a new portfolio: its fields and its button are marked 2.
type CreatePortfolio struct {
	Window string
	Title  string
	Name   string // "Business portfolio name"
	Person string // "Your name"
	Email  string // "Business email"
	Create string
}

func (p CreatePortfolio) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	half := (at.w - 46) / 2
	name := s.field(at.x+18, at.y+32, at.w-36, p.Name, "")
	s.field(at.x+18, at.y+82, half, p.Person, "")
	s.field(at.x+28+half, at.y+82, half, p.Email, "")
	s.mark(2, box{name.x, name.y, name.w, 90}, s.lastButton(at, p.Create))
}

// Form is a step that asks for one or two things: they and the button are marked.
type Form struct {
	Window string
	Title  string
	Fields []string
	Next   string
	Number int // of the instruction
}

func (p Form) draw(s *sketch) {
	const each = 50
	s.browser(p.Window)
	at := s.dialog(p.Title)
	asked := box{at.x + 18, at.y + 32, at.w - 36, each*float32(len(p.Fields)) - 10}
	for i, label := range p.Fields {
		s.field(asked.x, asked.y+each*float32(i), asked.w, label, "")
	}
	s.mark(p.Number, asked, s.lastButton(at, p.Next))
}

// AppChoice is a step in which one thing is chosen: it and the button are marked.
type AppChoice struct {
	Window string
	Title  string // "Create app"
	Choice string
	Next   string
	Number int // of the instruction
}

func (p AppChoice) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	s.radio(at.x+20, at.y+42, at.w-40, false, "")
	choice := s.radio(at.x+20, at.y+74, at.w-40, true, p.Choice)
	s.radio(at.x+20, at.y+106, at.w-90, false, "")
	s.mark(p.Number, choice, s.lastButton(at, p.Next))
}

// CreateApp is the last step: its button makes the app and is marked 4.
type CreateApp struct {
	Window string
	Title  string // "Create app"
	Create string
}

func (p CreateApp) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	s.bars(at.x+18, at.y+46, 24, 150, 190, 120)
	s.mark(4, s.lastButton(at, p.Create))
}

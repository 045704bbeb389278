package sandbox

// addingNumber is the window that adds a phone number, as far as it was told. Meta adds numbers and
// verifies them in WhatsApp Manager; what its window asks for is known from guides of 2026. Source:
// developers.facebook.com, WhatsApp, Register a business phone number (26 June 2026).
type addingNumber struct {
	Step string // "name" or "number"
	Name string
}

// newNumber goes on to what is asked next about a number.
func (v *visit) newNumber() {
	adding := addingNumber{Step: "name", Name: v.text("name")}
	switch problem := v.nameProblem(adding.Name); {
	case v.text("step") != "number":
		v.showNumbers(&adding, complaint{})
	case problem != "":
		v.showNumbers(&adding, complaint{"name", problem})
	default:
		adding.Step = "number"
		v.showNumbers(&adding, complaint{})
	}
}

func (v *visit) nameProblem(name string) string {
	switch {
	case name == "":
		return v.say("rehearsal.enter_shown_name")
	case tooLong(name):
		return v.say("rehearsal.name_too_long")
	}
	return ""
}

// addNumber adds a number that is still to be verified, to the portfolio's first account of its own:
// none can be added to a test account, so that one is made where there is no other.
func (v *visit) addNumber() {
	name, number := v.text("name"), digits(v.text("number"))
	if problem := v.nameProblem(name); problem != "" {
		v.showNumbers(&addingNumber{Step: "name", Name: name}, complaint{"name", problem})
		return
	}
	adding := &addingNumber{Step: "number", Name: name}
	if len(number) < 7 || len(number) > 15 {
		v.showNumbers(adding, complaint{"number", v.say("rehearsal.enter_number")})
		return
	}
	for _, owner := range v.state.accountsOf(v.portfolio.id) {
		for _, known := range v.state.phonesOf(owner.id) {
			if digits(known.display) == number {
				v.showNumbers(adding, complaint{"number", v.say("rehearsal.number_here")})
				return
			}
		}
	}
	added := v.state.scenarios[v.portfolio.scenario].addPhone("number "+number+" of "+v.portfolio.id, "+"+number, v.accountForNumbers(name))
	added.name, added.verified, added.registered = name, false, false
	v.done(v.say("rehearsal.number_added"), pathNumbers)
}

func (v *visit) accountForNumbers(name string) *account {
	for _, known := range v.state.accountsOf(v.portfolio.id) {
		if !known.test {
			return known
		}
	}
	made := v.state.scenarios[v.portfolio.scenario].addAccount("account of "+v.portfolio.id, name, v.portfolio)
	made.access[v.viewer.id] = fullAccess
	return made
}

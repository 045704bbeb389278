package sandbox

// signupPage is Embedded Signup: a customer lets the provider's app use a
// WhatsApp account of theirs, and the provider's own page gets a code.
type signupPage struct {
	App       entry
	Customers []entry
	Customer  *entry // the one that agreed
	Code      string // shown in the answer that made it, and never again
	Seconds   int    // how long a code is good
}

func (v *visit) signup(through *app) { v.showSignup(through, signupPage{}, complaint{}) }

func (v *visit) showSignup(through *app, page signupPage, problem complaint) {
	page.Seconds = int(codeLife.Seconds())
	page.App = entry{ID: through.id, Name: through.name}
	for _, candidate := range v.signupCustomers(through) {
		listed := entry{ID: candidate.id, Name: candidate.name, Chosen: candidate.id == v.text("customer")}
		page.Customers = append(page.Customers, listed)
		if listed.Chosen {
			page.Customer = &listed
		}
	}
	v.show("signup", frame{
		Title: v.meta("embedded_signup"), Site: "developers", Place: "signup", Problem: problem, Body: page,
	})
}

// signupCustomers are the portfolios that could let the app in: the customers,
// where there are any, else every portfolio but the app's own.
func (v *visit) signupCustomers(through *app) []*portfolio {
	others := all(v.state.portfolios, func(p *portfolio) bool {
		return p.scenario == through.scenario && p.id != through.portfolio
	})
	if customers := all(others, func(p *portfolio) bool { return p.customer }); len(customers) > 0 {
		return customers
	}
	return others
}

// finishSignup gives the code. It is part of the answer alone, never of an
// address.
func (v *visit) finishSignup(through *app) {
	candidates := v.signupCustomers(through)
	from := first(candidates, func(p *portfolio) bool { return p.id == v.text("customer") })
	switch {
	case len(candidates) == 0:
		v.signup(through)
	case from == nil:
		v.showSignup(through, signupPage{}, complaint{"customer", v.say("rehearsal.choose_whose")})
	default:
		v.showSignup(through, signupPage{Code: v.state.issueCode(through.id, from.id)}, complaint{})
	}
}

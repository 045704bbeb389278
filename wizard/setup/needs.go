package setup

import "latchkey/graph/site"

// Needs is what must be there before the first step is left.
type Needs struct {
	List []Need
	Note string // id of what else is to be known; "" where nothing is
}

// Need is one thing that must be there. ID is that of its words.
type Need struct {
	ID   string
	Page site.Page // where it can be seen; PageNone where nothing is to be opened
	Open string    // id of the words that open the page
	// Make is how who has none makes one; nil where nothing can be made.
	Make *Making
}

// Making is how something needed is made at Meta. Below its ID hang the words "title", which
// asks for it, and "main", which ends it.
type Making struct {
	ID           string
	Page         site.Page
	Instructions []Instruction
}

var (
	// Source: the page itself, business.facebook.com/overview.
	makePortfolio = &Making{"need.make_portfolio", site.PageCreatePortfolio, []Instruction{
		{ID: "need.make_portfolio.do_press"}, {ID: "need.make_portfolio.do_name"}, {ID: "need.make_portfolio.do_confirm"},
	}}
	// Source: developers.facebook.com, WhatsApp, Get started (11 September 2026).
	makeApp = &Making{"need.make_app", site.PageCreateApp, []Instruction{
		{ID: "need.make_app.do_name"}, {ID: "need.make_app.do_use_case"}, {ID: "need.make_app.do_portfolio"}, {ID: "need.make_app.do_create"},
	}}
)

// Needs says what must be there first, by where the token is got.
func (p Progress) Needs() Needs {
	switch p.TokenSource() {
	case FromSignupCode:
		return Needs{[]Need{{ID: "need.signup"}, {ID: "need.secret"}}, "need.passed_over"}
	case FromSolution:
		return Needs{[]Need{{ID: "need.solution"}, {ID: "need.own_token"}}, "need.passed_over"}
	}
	return Needs{List: []Need{
		{"need.portfolio", site.PagePortfolios, "need.portfolio.open", makePortfolio},
		{"need.app", site.PageAppList, "need.app.open", makeApp},
		{"need.control", site.PageBusinessInfo, "need.control.open", nil},
	}}
}

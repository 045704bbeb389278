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
}

// Needs says what must be there first, by where the token is got.
func (p Progress) Needs() Needs {
	switch p.TokenSource() {
	case FromSignupCode:
		return Needs{[]Need{{ID: "need.signup"}, {ID: "need.secret"}}, "need.passed_over"}
	case FromSolution:
		return Needs{[]Need{{ID: "need.solution"}, {ID: "need.own_token"}}, "need.passed_over"}
	}
	return Needs{List: []Need{
		{"need.portfolio", site.PagePortfolios, "need.portfolio.open"},
		{"need.app", site.PageAppList, "need.app.open"},
		{"need.control", site.PageBusinessInfo, "need.control.open"},
	}}
}

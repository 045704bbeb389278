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
	// Make is how who has none makes one; nil where nothing can be made. Below its ID hangs one word
	// more than those of a Trip: "ask", which leads there.
	Make *Trip
}

var (
	// Source: the page itself, business.facebook.com/overview, and guides of 2026.
	makePortfolio = &Trip{
		ID: "need.make_portfolio", Term: "term.portfolio", Page: site.PageCreatePortfolio, Elsewhere: []site.Page{site.PagePortfolios}, Seen: seenBefore,
		Pictures: []Picture{PicturePortfolios, PictureCreatePortfolio},
		Instructions: []Instruction{
			{ID: "need.make_portfolio.do_press"}, {ID: "need.make_portfolio.do_name"}, {ID: "need.make_portfolio.do_confirm"},
		},
	}
	// Source: developers.facebook.com, WhatsApp, Get started (11 September 2026).
	makeApp = &Trip{
		ID: "need.make_app", Term: "term.app", Page: site.PageCreateApp, Elsewhere: []site.Page{site.PageAppList}, Seen: seenInSeptember,
		Pictures: []Picture{PictureAppDetails, PictureUseCase, PictureAppPortfolio, PictureCreateApp},
		Instructions: []Instruction{
			{ID: "need.make_app.do_name", Detail: "need.make_app.register_detail"}, {ID: "need.make_app.do_use_case"}, {ID: "need.make_app.do_portfolio"}, {ID: "need.make_app.do_create"},
		},
	}
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

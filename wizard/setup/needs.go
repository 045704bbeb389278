package setup

import "latchkey/graph/site"

// Needs is what must be there before the first step is left.
type Needs struct {
	List []Need
	Note string // id of what else is to be known; "" where nothing is
}

// Need is one thing that must be there. ID is that of its words; where it has a page, below it
// hang "detail": what it is, and what is seen there by who has it; "open", which leads there; and
// "none", which leads to what who lacks it can do.
type Need struct {
	ID   string
	Page site.Page // where it can be seen; PageNone where nothing is to be opened
	Make *Trip     // how who has none makes one; nil where nobody can
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
	// Source: developers.facebook.com, WhatsApp, Register a business phone number (26 June 2026):
	// it is added and verified in WhatsApp Manager; and Client phone numbers (30 June 2026), on
	// those that are in use in an app.
	makeNumber = &Trip{
		ID: "need.make_number", Term: "term.account", Page: site.PagePhoneNumbers, Elsewhere: []site.Page{site.PageAppList}, Seen: seenInJune,
		Pictures: []Picture{PictureNumbers, PictureNumberName, PictureNumberEntered, PictureNumberCode},
		Instructions: []Instruction{
			{ID: "need.make_number.do_press"},
			{ID: "need.make_number.do_name"},
			{ID: "need.make_number.do_number", Detail: "need.make_number.in_use_detail"},
			{ID: "need.make_number.do_code"},
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
		{"need.portfolio", site.PagePortfolios, makePortfolio},
		{"need.app", site.PageAppList, makeApp},
		{"need.number", site.PagePhoneNumbers, makeNumber},
		{"need.control", site.PagePeople, nil},
	}}
}

package sandbox

import "slices"

// solutionsPage is WhatsApp › Partner Solutions of an app.
type solutionsPage struct {
	App       entry
	Solutions []solutionView
	Statuses  []string // customers' ids that stand for an answer
}

type solutionView struct {
	ID, Name  string
	Customers []entry // Chosen: it has shared an account
}

func (v *visit) partnerSolutions(of *app) {
	page := solutionsPage{App: entry{ID: of.id, Name: of.name}, Statuses: orderedStatuses}
	for _, joined := range v.state.solutionsOf(of.id) {
		view := solutionView{ID: joined.id, Name: joined.name}
		for _, customer := range v.signupCustomers(of) {
			view.Customers = append(view.Customers, entry{
				ID: customer.id, Name: customer.name, Chosen: slices.Contains(joined.customers, customer.id),
			})
		}
		page.Solutions = append(page.Solutions, view)
	}
	v.show("partner_solutions", frame{Title: v.meta("partner_solutions"), Site: "developers", Place: "apps", Body: page})
}

package sandbox

import "strconv"

// prepareSolutionPartner makes the business a solution partner with customers
// of its own. The token is the partner's; those of the customers are still to
// be had, by a code or from the solution.
func prepareSolutionPartner(b *business) {
	b.portfolio.name, b.app.name, b.user.name = "Oven Software", "Oven Messaging", "oven-partner"
	b.account.name, b.phone.name = "Oven Software", "Oven Software"
	b.solution = &solution{id: b.id("solution", 16), name: "Oven Messaging for shops", app: b.app.id}
	b.state.solutions = append(b.state.solutions, b.solution)
	for _, name := range []string{"Corner Bakery", "Green Grocer", "Blue Café"} {
		b.solution.customers = append(b.solution.customers, b.addCustomer(name, true).BusinessID)
	}
	b.addCustomer("Paper and Pen", false)
}

// addCustomer adds a customer with a portfolio, an account and a number.
func (b *business) addCustomer(name string, hasShared bool) Customer {
	owner := b.addPortfolio("customer "+name, name)
	owner.customer = true
	shared := b.addAccount("account of "+name, name, owner)
	number := b.addPhone("phone of "+name, "+49 30 90182"+strconv.Itoa(len(b.customers)+1), shared)
	number.name = name
	added := Customer{BusinessID: owner.id, Name: name, AccountID: shared.id, PhoneID: number.id, Shared: hasShared}
	b.customers = append(b.customers, added)
	return added
}

package sandbox

import (
	"time"

	"latchkey/graph"
)

// Scenario is a prepared state with a token of its own. It carries ids and no
// sentences: the words for it are kept with the languages.
type Scenario struct {
	Name string
	// Token to check; always the same one for the same name.
	Token graph.Token
	// Ids of the things it is about, as an owner would expect them to be used.
	// An empty one is not part of it.
	BusinessID, AppID, UserID, AccountID, PhoneID string
	// SolutionID and CustomerID are those of a Multi-Partner Solution and of a
	// customer that shared an account with it.
	SolutionID, CustomerID string
	// Customers are those of a partner, each with a portfolio of its own.
	Customers []Customer
	// AppSecret of the app, as an owner would type it where it is asked for.
	AppSecret graph.Token
	// Training tells that there is a customer's story to it, and something to
	// put right; Server.Solved says when that is done.
	Training bool
}

// Customer is a customer of a Tech Provider or solution partner.
type Customer struct {
	BusinessID, Name, AccountID, PhoneID string
	// Shared tells that an account was shared with the solution.
	Shared bool
}

// definition says how a scenario comes about.
type definition struct {
	name     string
	training bool
	// prepare changes the state where everything is ready into this one.
	prepare func(*business)
	// solved reports whether what was wrong has been put right.
	solved func(*business) bool
}

// Scenarios lists all of them, the one where everything is ready first.
func Scenarios() []Scenario {
	state := newState(time.Now)
	list := make([]Scenario, len(definitions))
	for i, definition := range definitions {
		list[i] = state.scenarios[definition.name].scenario(definition)
	}
	return list
}

// Practice is the state in which a person practises: the portfolio, the app, the
// account and the number are there, the system user and the token are not. It
// is what the pages show first.
func Practice() Scenario {
	return newState(time.Now).scenarios[practiceDefinition.name].scenario(practiceDefinition)
}

// FindScenario returns the scenario of that name.
func FindScenario(name string) (Scenario, bool) {
	for _, scenario := range Scenarios() {
		if scenario.Name == name {
			return scenario, true
		}
	}
	return Scenario{}, false
}

func (b *business) scenario(from definition) Scenario {
	found := Scenario{
		Name:       b.name,
		Token:      b.given,
		BusinessID: b.portfolio.id,
		AppID:      b.app.id,
		AccountID:  b.account.id,
		PhoneID:    b.phone.id,
		AppSecret:  graph.NewToken(b.app.secret),
		Training:   from.training,
	}
	if b.user != nil {
		found.UserID = b.user.id
	}
	if b.solution != nil {
		found.SolutionID, found.CustomerID = b.solution.id, b.solution.customers[0]
	}
	found.Customers = b.customers
	return found
}

// Show makes the pages open on a portfolio of the scenario, where an address
// names none: on the one used last, as Meta's do, or the scenario's first. An
// unknown name changes nothing.
func (s *Server) Show(name string) {
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	shown := s.state.scenarios[name]
	if shown != nil && s.state.portfolio(s.state.lastUsed).scenario != name {
		s.state.lastUsed = shown.portfolio.id
	}
}

// Solved reports whether what is wrong in a training scenario has been put
// right. It is false for scenarios without anything to put right.
func (s *Server) Solved(name string) bool {
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	for _, definition := range definitions {
		if definition.name == name && definition.solved != nil {
			return definition.solved(s.state.scenarios[name])
		}
	}
	return false
}

// Share shares the number of a scenario with the WhatsApp Business app, as somebody
// may do meanwhile.
func (s *Server) Share(name string) {
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	if of := s.state.scenarios[name]; of != nil {
		of.phone.shared = true
	}
}

package practice

import (
	"fmt"
	"net/url"
	"sync"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// Practice is a rehearsal: a pretend Meta on this computer, with a keychain
// service and an index of its own.
type Practice struct {
	server *sandbox.Server
	env    environment.Environment
	began  time.Time
}

// Scenario is a prepared state of the pretend Meta, with a token to check.
// Training ones tell a customer's story and can be put right on the pages.
type Scenario struct {
	Name     string
	Token    graph.Token
	Training bool
}

// Start starts the pretend Meta. Tokens saved there go into the same
// keychain, under the practice service. Its pages speak the words.
func Start(folder *files.Folder, keychain vault.Keychain, words sandbox.Words) (*Practice, error) {
	server, err := sandbox.Start(sandbox.Options{Words: words})
	if err != nil {
		return nil, fmt.Errorf("starting the pretend Meta: %w", err)
	}
	pages := server.PagesURL()
	return &Practice{server: server, began: time.Now(), env: environment.Environment{
		Practice: true, Rehearsed: &sync.Map{},
		Graph:  graph.Options{BaseURL: server.GraphURL()},
		Site:   site.Site{Business: pages, Developers: pages, Status: pages, Facebook: pages},
		Vault:  vault.Open(vault.Options{Service: vault.PracticeService, Folder: folder, Keychain: keychain}),
		Folder: folder,
		Now:    time.Now,
	}}, nil
}

// Environment is where practice works.
func (p *Practice) Environment() environment.Environment { return p.env }

// Address is where the pretend Meta's pages are.
func (p *Practice) Address() string { return p.server.PagesURL() }

// Scenarios lists the prepared states.
func (p *Practice) Scenarios() []Scenario {
	var scenarios []Scenario
	for _, scenario := range sandbox.Scenarios() {
		scenarios = append(scenarios, Scenario{Name: scenario.Name, Token: scenario.Token, Training: scenario.Training})
	}
	return scenarios
}

// Training lists the prepared troubles, each with a story to it.
func (p *Practice) Training() []Scenario {
	var training []Scenario
	for _, scenario := range p.Scenarios() {
		if scenario.Training {
			training = append(training, scenario)
		}
	}
	return training
}

// Show makes the pretend pages open on a scenario's portfolio; "" goes back to
// the one for walking the whole way.
func (p *Practice) Show(scenario string) {
	if scenario == "" {
		scenario = sandbox.Practice().Name
	}
	p.server.Show(scenario)
}

// PracticePartner is what business tokens are practised with: a solution
// partner's app and solution, its own token, and its customers.
type Partner struct {
	App, Solution graph.ID
	Token         graph.Token
	Customers     []graph.ID // business portfolios
}

// practicePartner names the scenario of the partner.
const practicePartner = "solution-partner"

// Partner makes the pretend pages open on the partner's portfolio and says what
// there is to practise with.
func (p *Practice) Partner() Partner {
	p.server.Show(practicePartner)
	scenario, _ := sandbox.FindScenario(practicePartner)
	found := Partner{App: graph.ID(scenario.AppID), Solution: graph.ID(scenario.SolutionID), Token: scenario.Token}
	for _, customer := range scenario.Customers {
		found.Customers = append(found.Customers, graph.ID(customer.BusinessID))
	}
	return found
}

// SignupAddress is where the pretend Embedded Signup of an app begins.
func (p *Practice) SignupAddress(app graph.ID) string {
	return p.server.PagesURL() + "/messaging/whatsapp/onboard/?app_id=" + url.QueryEscape(string(app))
}

// Solved reports whether a training scenario's trouble has been put right.
func (p *Practice) Solved(scenario string) bool { return p.server.Solved(scenario) }

// Forgotten reports whether a saved token is of an earlier rehearsal, and so unknown
// to the pretend Meta of this one.
func (p *Practice) Forgotten(entry vault.Entry, found check.Report) bool {
	return entry.SavedAt.Before(p.began) && found.Verdict.About.Reason == check.TroubleReason(trouble.TokenMiscopied)
}

// Close ends the pretend Meta and forgets its state.
func (p *Practice) Close() { _ = p.server.Close() }

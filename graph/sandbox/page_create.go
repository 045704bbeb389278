package sandbox

import "net/mail"

// portfoliosPage is business.facebook.com/overview.
type portfoliosPage struct{ Portfolios []entry }

// portfolios lists the portfolios of the person at the pages, and makes one.
func (v *visit) portfolios() { v.showPortfolios(v.text("overlay") == "create", complaint{}) }

func (v *visit) createPortfolio() { v.showPortfolios(true, complaint{}) }

func (v *visit) showPortfolios(making bool, problem complaint) {
	v.show("portfolios", frame{
		Title: v.say("rehearsal.portfolios"), Site: "settings", Place: "portfolios", Overlay: making, Problem: problem,
		Body: portfoliosPage{v.ownPortfolios()},
	})
}

// ownPortfolios are those that the person at the pages has full control of.
func (v *visit) ownPortfolios() []entry {
	var own []entry
	for _, known := range v.state.portfolios {
		if known.scenario == v.portfolio.scenario && !known.customer && known.controlledBy(v.viewer) {
			own = append(own, entry{ID: known.id, Name: known.name, Detail: known.id, Chosen: known == v.portfolio})
		}
	}
	return own
}

// addPortfolio makes one that has nothing in it yet. What Meta asks for is known from guides
// of 2026: the name of the business, the person's own, and an email address.
func (v *visit) addPortfolio() {
	name := v.text("name")
	_, noAddress := mail.ParseAddress(v.text("email"))
	switch {
	case name == "":
		v.showPortfolios(true, complaint{"name", v.say("rehearsal.enter_business")})
	case tooLong(name):
		v.showPortfolios(true, complaint{"name", v.say("rehearsal.name_too_long")})
	case v.text("person") == "":
		v.showPortfolios(true, complaint{"person", v.say("rehearsal.enter_your_name")})
	case noAddress != nil:
		v.showPortfolios(true, complaint{"email", v.say("rehearsal.enter_email")})
	default:
		made := &portfolio{
			id: randomID(15), name: name, verification: "not_verified", scenario: v.portfolio.scenario, maker: v.viewer.id,
		}
		v.state.portfolios = append(v.state.portfolios, made)
		v.turnTo(made)
		v.done(v.say("rehearsal.portfolio_created"), pathBusinessInfo)
	}
}

// newAppPage is the app that is being made, as far as it was told.
type newAppPage struct {
	Step       string // "details", "use_case", "portfolio" or "overview"
	Name       string
	Email      string
	UseCase    string // "whatsapp" or "other"
	Owner      string // id of the portfolio, or "none"
	OwnerName  string
	Portfolios []entry
}

// newApp goes on to what is asked next about an app. Source: developers.facebook.com,
// WhatsApp, Get started (11 September 2026).
func (v *visit) newApp() { v.showNewApp(v.text("step")) }

func (v *visit) showNewApp(step string) {
	var problem complaint
	page := newAppPage{
		Step: "details", Name: v.text("name"), Email: v.text("email"), UseCase: v.text("use_case"), Owner: v.text("owner"),
		Portfolios: v.ownPortfolios(),
	}
	if owner := v.state.portfolio(page.Owner); owner != nil {
		page.OwnerName = owner.name
	}
	// Whatever is missing before that step is asked for first.
	for _, asked := range []struct {
		step, field, value, text string
	}{
		{"use_case", "name", page.Name, v.say("rehearsal.enter_app_name")},
		{"portfolio", "use_case", page.UseCase, v.say("rehearsal.choose_use_case")},
		{"overview", "owner", page.Owner, v.say("rehearsal.choose_portfolio")},
	} {
		if step == "" || step == page.Step || problem.Text != "" {
			break
		}
		if asked.value == "" {
			problem = complaint{asked.field, asked.text}
		} else if asked.field == "name" && tooLong(asked.value) {
			problem = complaint{asked.field, v.say("rehearsal.name_too_long")}
		} else {
			page.Step = asked.step
		}
	}
	v.show("create_app", frame{Title: v.meta("create_app"), Site: "developers", Place: "apps", Problem: problem, Body: page})
}

// createApp makes an app as it was described. Without a use case or a portfolio it has none:
// both are then the person's next steps.
func (v *visit) createApp() {
	name := v.text("name")
	if name == "" || tooLong(name) {
		v.showNewApp("use_case") // which says so
		return
	}
	id := randomID(15)
	made := &app{id: id, name: name, secret: scenarioSecret(id), scenario: v.portfolio.scenario}
	if owner := v.state.portfolio(v.text("owner")); owner != nil && owner.scenario == made.scenario && owner.controlledBy(v.viewer) {
		made.portfolio = owner.id
		v.turnTo(owner)
	}
	v.state.apps = append(v.state.apps, made)
	v.viewer.apps[id] = appManage
	if v.text("use_case") != "whatsapp" {
		v.done(v.say("rehearsal.app_created_bare"), pathDeveloper+"/"+id+"/")
		return
	}
	v.giveWhatsApp(made)
	v.done(v.say("rehearsal.app_created"), pathDeveloper+"/"+id+"/")
}

func (v *visit) addWhatsApp(of *app) {
	v.giveWhatsApp(of)
	v.done(v.say("rehearsal.whatsapp_added"), pathDeveloper+"/"+of.id+"/")
}

// giveWhatsApp adds WhatsApp to an app. A portfolio without a WhatsApp account then gets a
// test account with a test number, as at Meta.
func (v *visit) giveWhatsApp(to *app) {
	to.whatsApp = true
	owner := v.state.portfolio(to.portfolio)
	if owner == nil || len(v.state.accountsOf(owner.id)) > 0 {
		return
	}
	b := v.state.scenarios[owner.scenario]
	test := b.addAccount("test account of "+owner.id, "Test WhatsApp Business Account", owner)
	test.access[v.viewer.id] = fullAccess
	b.addPhone("test phone of "+owner.id, "+1 555 018 2045", test).becomeTestNumber(test)
}

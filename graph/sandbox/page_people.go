package sandbox

// start is the page that leads to the others.
func (v *visit) start() {
	v.show("start", frame{Title: v.say("rehearsal.title"), Site: "settings"})
}

// people is Business settings › People. The practice lets somebody else sit
// down at the computer, because only some people may make system users.
func (v *visit) people() {
	var list []entry
	for _, known := range v.state.users {
		if v.person(known) {
			control := v.say("rehearsal.basic_access")
			if known.role == admin {
				control = v.meta("full_control")
			}
			list = append(list, entry{ID: known.id, Name: known.name, Detail: control, Chosen: known == v.viewer})
		}
	}
	v.show("people", frame{Title: v.meta("people"), Site: "settings", Place: "people", Body: list})
}

// person reports whether somebody can sit down at the pages of this scenario.
func (v *visit) person(known *user) bool {
	owner := v.state.portfolio(known.portfolio)
	return !known.system && owner != nil && owner.scenario == v.portfolio.scenario
}

func (v *visit) practiseAs() {
	chosen := v.state.user(v.text("user"))
	if chosen == nil || !v.person(chosen) {
		v.gone()
		return
	}
	v.state.viewers[v.portfolio.scenario] = chosen
	v.done(v.say("rehearsal.you_practise_as", values{"Name": chosen.name}), pathPeople)
}

// businessInfo shows the portfolio itself.
func (v *visit) businessInfo() {
	v.show("business_info", frame{
		Title: v.meta("business_info"), Site: "settings", Place: "business_info", Body: v.portfolio.verification == "verified",
	})
}

// support is where a locked account is reviewed. It shows no lock: at Meta no
// page does either, until somebody asks.
func (v *visit) support() {
	var list []entry
	for _, owned := range v.state.accountsOf(v.portfolio.id) {
		list = append(list, entry{ID: owned.id, Name: owned.name, Detail: owned.id})
	}
	v.show("support", frame{Title: v.meta("business_support"), Site: "settings", Place: "support", Body: list})
}

func (v *visit) askForReview() {
	of := v.accountHere(v.text("account"))
	switch {
	case of == nil:
		v.gone()
	case !of.locked:
		v.message("settings", v.say("rehearsal.not_locked"), v.say("rehearsal.not_locked_detail", values{"Name": of.name}))
	default:
		of.locked = false
		v.done(v.say("rehearsal.review_done", values{"Name": of.name}), pathSupport)
	}
}

package sandbox

import "net/http"

// forManagers lets in who has full control of the portfolio.
func forManagers(do func(*visit)) func(*visit) {
	return func(v *visit) {
		if !v.manages() {
			v.refuse("settings", v.say("rehearsal.only_managers", values{"Name": v.portfolio.name}))
			return
		}
		do(v)
	}
}

// forOperators lets in who manages or develops the app that the address or the
// form names. The others see neither its secret nor its tokens, as at Meta.
func forOperators(do func(*visit, *app)) func(*visit) {
	return func(v *visit) {
		id := v.request.PathValue("app")
		if id == "" {
			id = v.text("app_id")
		}
		of := v.practised(id)
		switch {
		case of == nil:
			v.missing("developers", v.say("rehearsal.app_not_here"), v.say("rehearsal.app_not_here_detail"))
		case !v.viewer.operates(of.id):
			v.refuse("developers", v.say("rehearsal.not_your_app", values{"Name": v.viewer.name, "App": of.name}))
		default:
			do(v, of)
		}
	}
}

// practised gives the app of that id, and turns to the scenario it belongs to. It
// is nil when there is none.
func (v *visit) practised(id string) *app {
	found := v.state.app(id)
	if found != nil && found.scenario != v.portfolio.scenario {
		// The address named no portfolio: show the one the app belongs to.
		v.turnTo(v.state.scenarios[found.scenario].portfolio)
	}
	return found
}

// refuse says that the person at the page may not do what was asked.
func (v *visit) refuse(site, text string) {
	v.status = http.StatusForbidden
	v.message(site, v.say("rehearsal.not_you"), text)
}

func (v *visit) missing(site, title, text string) {
	v.status = http.StatusNotFound
	v.message(site, title, text)
}

// gone says that a form was about something that is not there.
func (v *visit) gone() {
	v.missing("settings", v.say("rehearsal.gone"), v.say("rehearsal.gone_detail"))
}

// manages reports whether the person at the page has full control of the
// portfolio.
func (v *visit) manages() bool { return v.portfolio.controlledBy(v.viewer) }

// controlledBy reports whether somebody has full control of the portfolio. The owner of one
// portfolio owns the others of the scenario too; whoever made one owns that.
func (p *portfolio) controlledBy(person *user) bool {
	return person.role == admin || p.maker == person.id
}

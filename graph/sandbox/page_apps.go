package sandbox

import "slices"

// appsPage is Business settings › Apps.
type appsPage struct {
	Apps    []entry
	App     *appView // the one chosen
	Overlay string   // "add", "people" or none
	People  []entry
}

// appView is an app with who may use it.
type appView struct {
	ID, Name string
	Access   []entry
}

func (v *visit) apps() { v.showApps(appsPage{Overlay: v.text("overlay")}, complaint{}) }

func (v *visit) showApps(page appsPage, problem complaint) {
	for _, listed := range v.state.appsOf(v.portfolio.id) {
		chosen := listed.id == v.text("app")
		page.Apps = append(page.Apps, entry{ID: listed.id, Name: listed.name, Detail: listed.id, Chosen: chosen})
		if chosen {
			page.App = v.appView(listed)
		}
	}
	if !v.manages() || page.App == nil && page.Overlay != "add" {
		page.Overlay = ""
	}
	if page.Overlay == "people" {
		for _, known := range v.state.users {
			if known.portfolio == v.portfolio.id {
				page.People = append(page.People, entry{ID: known.id, Name: known.name, Detail: v.userKind(known)})
			}
		}
	}
	v.show("apps", frame{
		Title: v.meta("apps"), Site: "settings", Place: "apps",
		Overlay: page.Overlay != "", Problem: problem, Body: page,
	})
}

func (v *visit) appView(of *app) *appView {
	view := &appView{ID: of.id, Name: of.name}
	for _, known := range v.state.users {
		if allowed := known.apps[of.id]; allowed != "" && !known.unsettled[of.id] {
			view.Access = append(view.Access, entry{ID: known.id, Name: known.name, Detail: v.userKind(known) + " · " + v.appTaskName(allowed)})
		}
		if v.text("overlay") == "" {
			delete(known.unsettled, of.id)
		}
	}
	return view
}

// addApp takes an app into the portfolio by its id.
func (v *visit) addApp() {
	page := appsPage{Overlay: "add"}
	wanted := v.state.app(v.text("app_id"))
	switch {
	case v.text("app_id") == "":
		v.showApps(page, complaint{"app_id", v.say("rehearsal.enter_app_id")})
	case wanted == nil || v.viewer.apps[wanted.id] != appManage:
		v.showApps(page, complaint{"app_id", v.say("rehearsal.no_such_app")})
	case wanted.portfolio != "":
		v.showApps(page, complaint{"app_id", v.say("rehearsal.app_taken")})
	default:
		wanted.portfolio = v.portfolio.id
		v.done(v.say("rehearsal.app_added"), pathApps, "app", wanted.id)
	}
}

func (v *visit) addPeopleToApp() {
	granted, added, allowed := v.appHere(v.text("app")), v.chosenUsers(), appTask(v.text("task"))
	page := appsPage{Overlay: "people"}
	switch {
	case granted == nil:
		v.gone()
		return
	case len(added) == 0:
		v.showApps(page, complaint{"user", v.say("rehearsal.choose_people")})
		return
	case !slices.Contains([]appTask{appManage, appDevelop, appTest, appInsights}, allowed):
		v.showApps(page, complaint{"task", v.say("rehearsal.choose_app_task")})
		return
	}
	for _, to := range added {
		v.state.assignApp(to, granted, allowed)
	}
	v.done(v.say("rehearsal.people_added"), pathApps, "app", granted.id)
}

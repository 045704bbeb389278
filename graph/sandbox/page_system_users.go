package sandbox

import "net/http"

// systemUsersPage is Business settings › System users.
type systemUsersPage struct {
	Users   []entry
	User    *systemUserView // the one chosen
	Overlay string          // "policy", "add", "assets", "assigned", "token", "revoke" or none
	Assets  assetChoice
	Token   tokenChoice
	HasApp  bool // the portfolio owns an app; without one, there is nothing to add
	Agreed  bool // to Meta's policy, a moment ago
	Older   bool // the windows are those before 2026
}

// systemUserView is a system user with what was assigned to it, as far as the
// list shows it.
type systemUserView struct {
	ID, Name, Role, Tab string
	Assigned            []entry
	Installed           []entry // apps with which it has made a token
}

func (v *visit) systemUsers() {
	if v.manages() {
		v.showSystemUsers(systemUsersPage{Overlay: v.text("overlay")}, complaint{})
		return
	}
	v.show("system_users", frame{Title: v.meta("system_users"), Site: "settings", Place: "system_users", Body: systemUsersPage{}})
}

func (v *visit) showSystemUsers(page systemUsersPage, problem complaint) {
	for _, listed := range v.state.systemUsersOf(v.portfolio.id) {
		chosen := listed.id == v.text("user")
		page.Users = append(page.Users, entry{ID: listed.id, Name: listed.name, Detail: v.roleName(listed.role), Chosen: chosen})
		if chosen {
			page.User = v.systemUserView(listed)
		}
	}
	page.HasApp = len(v.state.appsOf(v.portfolio.id)) > 0
	page.Older = v.portfolio.olderWindows
	if page.User == nil && page.Overlay != "add" && page.Overlay != "policy" {
		page.Overlay = ""
	}
	switch page.Overlay {
	case "add":
		if !v.portfolio.policyAccepted {
			page.Overlay = "policy"
		}
	case "policy":
		page.Agreed = v.portfolio.policyAccepted
	case "assets":
		page.Assets = v.assetChoice(v.state.user(page.User.ID))
	case "token":
		page.Token = v.tokenChoice(v.state.user(page.User.ID), page.Token)
	}
	v.show("system_users", frame{
		Title: v.meta("system_users"), Site: "settings", Place: "system_users",
		Overlay: page.Overlay != "", Wide: page.Overlay == "assets" && !page.Older, Problem: problem, Body: page,
	})
}

// systemUserView shows what the list knew before now, and loads it: what was
// assigned a moment ago shows the next time.
func (v *visit) systemUserView(of *user) *systemUserView {
	view := &systemUserView{ID: of.id, Name: of.name, Role: v.roleName(of.role), Tab: "assigned", Installed: v.state.installed(of)}
	if v.text("tab") == "installed" {
		view.Tab = "installed"
	}
	for _, granted := range v.state.apps {
		if allowed := of.apps[granted.id]; allowed != "" && !of.unsettled[granted.id] {
			view.Assigned = append(view.Assigned, entry{ID: granted.id, Name: granted.name, Detail: v.meta("app") + " · " + v.appTaskName(allowed)})
		}
	}
	for _, kind := range v.assetKinds() {
		for _, each := range kind.lists {
			if each.grants != nil && each.reaches(of.id) {
				view.Assigned = append(view.Assigned, entry{ID: each.id, Name: each.name, Detail: kind.one + " · " + v.accessName(each.grants, of.id)})
			}
		}
	}
	if v.request.Method == http.MethodGet && v.text("overlay") == "" {
		v.state.settle(of)
	}
	return view
}

// acceptPolicy agrees to what Meta shows before the first system user.
func (v *visit) acceptPolicy() {
	v.portfolio.policyAccepted = true
	v.leave(pathSystemUsers, "overlay", "policy")
}

func (v *visit) addSystemUser() {
	page := systemUsersPage{Overlay: "add"}
	if !v.portfolio.policyAccepted {
		v.leave(pathSystemUsers, "overlay", "add")
		return
	}
	if v.text("name") == "" {
		v.showSystemUsers(page, complaint{"name", v.say("rehearsal.enter_user_name")})
		return
	}
	wanted := role(v.text("role"))
	if wanted != admin && wanted != employee {
		v.showSystemUsers(page, complaint{"role", v.say("rehearsal.choose_role")})
		return
	}
	created, problem := v.state.addSystemUser(v.portfolio, v.text("name"), wanted)
	switch problem {
	case nameTooLong:
		v.showSystemUsers(page, complaint{"name", v.say("rehearsal.name_too_long")})
	case nameTaken:
		v.showSystemUsers(page, complaint{"name", v.say("rehearsal.name_taken")})
	case adminLimitReached:
		v.showSystemUsers(page, complaint{"role", v.say("rehearsal.one_admin")})
	case userLimitReached:
		v.showSystemUsers(page, complaint{"role", v.say("rehearsal.one_employee")})
	default:
		v.done(v.say("rehearsal.user_created"), pathSystemUsers, "user", created.id)
	}
}

// revokeTokens ends all tokens of a system user, as that button does at Meta.
func (v *visit) revokeTokens() {
	of := v.userHere(v.text("user"))
	if of == nil {
		v.gone()
		return
	}
	v.state.revoke(of)
	v.done(v.say("rehearsal.revoked", values{"Name": of.name}), pathSystemUsers, "user", of.id)
}

func (v *visit) roleName(of role) string {
	if of == admin {
		return v.meta("admin")
	}
	return v.meta("employee")
}

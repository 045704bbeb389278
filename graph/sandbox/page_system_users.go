package sandbox

import (
	"net/http"
	"slices"
	"strings"
)

// systemUsersPage is Business settings › System users.
type systemUsersPage struct {
	Users   []entry
	User    *systemUserView // the one chosen
	Overlay string          // "add", "assets", "token" or none
	Assets  assetChoice
	Token   tokenChoice
	HasApp  bool // the portfolio owns an app; without one, there is nothing to add
}

// systemUserView is a system user with what was assigned to it, as far as the
// list shows it.
type systemUserView struct {
	ID, Name, Role string
	Assigned       []entry
}

// assetChoice is the overlay Assign assets.
type assetChoice struct {
	Kind     string // "apps" or "accounts"
	Apps     []entry
	Accounts []entry
}

func (v *visit) systemUsers() {
	if v.manages() {
		v.showSystemUsers(systemUsersPage{Overlay: v.text("overlay")}, complaint{})
		return
	}
	v.show("system_users", frame{Title: meta("system_users"), Site: "settings", Place: "system_users", Body: systemUsersPage{}})
}

func (v *visit) showSystemUsers(page systemUsersPage, problem complaint) {
	for _, listed := range v.state.systemUsersOf(v.portfolio.id) {
		chosen := listed.id == v.text("user")
		page.Users = append(page.Users, entry{ID: listed.id, Name: listed.name, Detail: roleName(listed.role), Chosen: chosen})
		if chosen {
			page.User = v.systemUserView(listed)
		}
	}
	page.HasApp = len(v.state.appsOf(v.portfolio.id)) > 0
	if page.User == nil && page.Overlay != "add" {
		page.Overlay = ""
	}
	switch page.Overlay {
	case "assets":
		page.Assets = v.assetChoice(v.state.user(page.User.ID))
	case "token":
		page.Token = v.tokenChoice(v.state.user(page.User.ID), page.Token)
	}
	v.show("system_users", frame{
		Title: meta("system_users"), Site: "settings", Place: "system_users",
		Overlay: page.Overlay != "", Problem: problem, Body: page,
	})
}

// systemUserView shows what the list knew before now, and loads it: what was
// assigned a moment ago shows the next time.
func (v *visit) systemUserView(of *user) *systemUserView {
	view := &systemUserView{ID: of.id, Name: of.name, Role: roleName(of.role)}
	for _, granted := range v.state.apps {
		if allowed := of.apps[granted.id]; allowed != "" && !of.unsettled[granted.id] {
			view.Assigned = append(view.Assigned, entry{ID: granted.id, Name: granted.name, Detail: "App · " + appTaskName(allowed)})
		}
	}
	for _, granted := range v.state.accounts {
		if granted.reaches(of.id) {
			view.Assigned = append(view.Assigned, entry{ID: granted.id, Name: granted.name, Detail: "WhatsApp account · " + accessName(granted, of.id)})
		}
	}
	if v.request.Method == http.MethodGet && v.text("overlay") == "" {
		v.state.settle(of)
	}
	return view
}

func (v *visit) assetChoice(of *user) assetChoice {
	choice := assetChoice{Kind: "apps"}
	if v.text("kind") == "accounts" {
		choice.Kind = "accounts"
	}
	for _, owned := range v.state.appsOf(v.portfolio.id) {
		choice.Apps = append(choice.Apps, assetEntry(owned.id, owned.name, of.apps[owned.id] != ""))
	}
	for _, owned := range v.state.accountsOf(v.portfolio.id) {
		choice.Accounts = append(choice.Accounts, assetEntry(owned.id, owned.name, len(owned.access[of.id]) > 0))
	}
	return choice
}

func assetEntry(id, name string, assigned bool) entry {
	listed := entry{ID: id, Name: name, Detail: id}
	if assigned {
		listed.Detail += " · assigned"
	}
	return listed
}

func (v *visit) addSystemUser() {
	page := systemUsersPage{Overlay: "add"}
	if v.text("name") == "" {
		v.showSystemUsers(page, complaint{"name", "Enter a name for the system user."})
		return
	}
	wanted := role(v.text("role"))
	if wanted != admin && wanted != employee {
		v.showSystemUsers(page, complaint{"role", "Choose a role."})
		return
	}
	created, problem := v.state.addSystemUser(v.portfolio, v.text("name"), wanted)
	switch problem {
	case nameTooLong:
		v.showSystemUsers(page, complaint{"name", nameLimit})
	case nameTaken:
		v.showSystemUsers(page, complaint{"name", "There is a system user with this name already. Choose another name."})
	case adminLimitReached:
		v.showSystemUsers(page, complaint{"role", "This portfolio can have one admin system user, and has it. Use that one, or choose the role Employee."})
	default:
		v.done("System user created. Assign assets to it next.", pathSystemUsers, "user", created.id)
	}
}

func (v *visit) assignAppToUser() {
	to, granted := v.userHere(v.text("user")), v.appHere(v.text("app"))
	allowed := appTask(v.text("task"))
	switch {
	case to == nil:
		v.gone("system user")
	case granted == nil:
		v.showSystemUsers(systemUsersPage{Overlay: "assets"}, complaint{"app", "Choose an app."})
	case !slices.Contains([]appTask{appManage, appDevelop, appTest, appInsights}, allowed):
		v.showSystemUsers(systemUsersPage{Overlay: "assets"}, complaint{"task", "Choose what the system user may do with the app."})
	default:
		v.state.assignApp(to, granted, allowed)
		v.done("Assets assigned. "+listLags, pathSystemUsers, "user", to.id)
	}
}

func (v *visit) assignAccountToUser() {
	to, granted := v.userHere(v.text("user")), v.accountHere(v.text("account"))
	allowed := chosenTasks(v.form["task"])
	switch {
	case to == nil:
		v.gone("system user")
	case granted == nil:
		v.showSystemUsers(systemUsersPage{Overlay: "assets"}, complaint{"account", "Choose a WhatsApp account."})
	case len(allowed) == 0:
		v.showSystemUsers(systemUsersPage{Overlay: "assets"}, complaint{"task", "Choose what the system user may do with the WhatsApp account."})
	default:
		v.state.assignAccount(to, granted, allowed)
		v.done("Assets assigned. "+listLags, pathSystemUsers, "user", to.id)
	}
}

// chosenTasks reads the ticked tasks of an account; "everything" stands for all.
func chosenTasks(ticked []string) []task {
	if slices.Contains(ticked, string(taskFullControl)) {
		return fullAccess
	}
	var chosen []task
	for _, offered := range partialAccess {
		if slices.Contains(ticked, string(offered)) {
			chosen = append(chosen, offered)
		}
	}
	return chosen
}

func roleName(of role) string {
	if of == admin {
		return meta("admin")
	}
	return meta("employee")
}

func appTaskName(of appTask) string {
	return map[appTask]string{
		appManage: meta("manage_app"), appDevelop: "Develop app", appTest: "Test app", appInsights: "View insights",
	}[of]
}

func accessName(granted *account, user string) string {
	if slices.Contains(granted.access[user], taskFullControl) {
		return meta("full_access")
	}
	return meta("partial_access") + ": " + strings.ToLower(strings.ReplaceAll(strings.Join(tasksOf(granted, user), ", "), "_", " "))
}

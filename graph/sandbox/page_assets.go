package sandbox

import (
	"slices"
	"strings"
)

// assetChoice is the window in which assets are assigned: kinds, assets of the
// kind that is shown, and what may be done with them. Several kinds can be ticked
// before one press, as at Meta (September 2026).
type assetChoice struct {
	Kinds    []assetKind
	Shown    *assetKind
	Selected int // assets of all kinds
}

// assetKind is a kind of asset, with what of it is ticked so far. ID is the name
// of its field in the form; that of its tasks ends with "_task".
type assetKind struct {
	ID, Label     string
	Assets        []entry
	Full          []entry
	Partial       []entry
	none, nothing string // what is said when nothing of it is chosen, and nothing that may be done
	one, idLabel  string // what one of it is, and its ID
	lists         []asset
}

// asset is a thing that can be assigned. An app has no grants.
type asset struct {
	id, name string
	*grants
}

// assetKinds lists the kinds of the portfolio. Where Meta has split accounts, those
// of numbers are WhatsApp accounts, and the others Messaging accounts.
func (v *visit) assetKinds() []assetKind {
	appTasks, accountTasks := v.appTasks(), v.accountTasks()
	apps := assetKind{
		ID: "apps", Label: v.meta("apps"), one: v.meta("app"), Full: appTasks[:1], Partial: appTasks[1:],
		none: v.say("rehearsal.choose_an_app"), nothing: v.say("rehearsal.choose_user_app_task"),
	}
	for _, owned := range v.state.appsOf(v.portfolio.id) {
		apps.lists = append(apps.lists, asset{id: owned.id, name: owned.name})
	}
	accounts := assetKind{
		ID: "accounts", Label: v.meta("whatsapp_accounts"), one: v.say("rehearsal.whatsapp_account"), idLabel: v.meta("waba_id"),
		Full: accountTasks[:1], Partial: accountTasks[1:],
		none: v.say("rehearsal.choose_an_account"), nothing: v.say("rehearsal.choose_user_account_task"),
	}
	numbers := accounts
	for _, owned := range v.state.accountsOf(v.portfolio.id) {
		accounts.lists = append(accounts.lists, asset{owned.id, owned.name, &owned.grants})
		for _, number := range v.state.phonesOf(owned.id) {
			if number.own != nil && number.account == owned.id {
				numbers.lists = append(numbers.lists, asset{number.own.id, number.name + " " + number.display, &number.own.grants})
			}
		}
	}
	if !v.portfolio.split {
		return []assetKind{apps, accounts}
	}
	numbers.ID, numbers.idLabel = "numbers", v.say("rehearsal.whatsapp_account_id")
	accounts.Label, accounts.one, accounts.idLabel = v.meta("messaging_accounts"), v.say("rehearsal.messaging_account"), v.say("rehearsal.messaging_account_id")
	accounts.none = v.say("rehearsal.choose_a_messaging_account")
	return []assetKind{apps, numbers, accounts}
}

// appTasks are what may be done with an app, the most of it first.
func (v *visit) appTasks() []entry {
	return []entry{
		{ID: string(appManage), Name: v.meta("manage_app")},
		{ID: string(appDevelop), Name: v.say("rehearsal.task_develop")},
		{ID: string(appTest), Name: v.say("rehearsal.task_test")},
		{ID: string(appInsights), Name: v.say("rehearsal.task_insights")},
	}
}

func (v *visit) accountTasks() []entry {
	return []entry{
		{ID: string(taskFullControl), Name: v.meta("manage_whatsapp_accounts")},
		{ID: string(taskMessaging), Name: v.say("rehearsal.task_messaging")},
		{ID: string(taskManageTemplates), Name: v.say("rehearsal.task_manage_templates")},
		{ID: string(taskViewTemplates), Name: v.say("rehearsal.task_view_templates")},
		{ID: string(taskManagePhone), Name: v.say("rehearsal.task_manage_phone")},
		{ID: string(taskViewCost), Name: v.say("rehearsal.task_view_cost")},
	}
}

func (v *visit) assetChoice(of *user) assetChoice {
	choice := assetChoice{Kinds: v.assetKinds()}
	choice.Shown = &choice.Kinds[0]
	for i := range choice.Kinds {
		kind := &choice.Kinds[i]
		if kind.ID == v.text("kind") {
			choice.Shown = kind
		}
		for _, each := range kind.lists {
			listed := entry{ID: each.id, Name: each.name, Detail: each.id, Chosen: slices.Contains(v.form[kind.ID], each.id)}
			if of.apps[each.id] != "" || each.grants != nil && len(each.access[of.id]) > 0 {
				listed.Detail += " · " + v.say("rehearsal.assigned")
			}
			if listed.Chosen {
				choice.Selected++
			}
			kind.Assets = append(kind.Assets, listed)
		}
		ticked := v.form[kind.ID+"_task"]
		kind.Full, kind.Partial = tickedOf(kind.Full, ticked), tickedOf(kind.Partial, ticked)
	}
	return choice
}

func tickedOf(offered []entry, ticked []string) []entry {
	shown := slices.Clone(offered)
	for i := range shown {
		shown[i].Chosen = slices.Contains(ticked, shown[i].ID)
	}
	return shown
}

// assignAssets assigns what is ticked, of all kinds at once. It says what is
// missing of the kind where it is missing.
func (v *visit) assignAssets() {
	to := v.userHere(v.text("user"))
	if to == nil {
		v.gone()
		return
	}
	ask := func(kind assetKind, field, text string) {
		v.form.Set("kind", kind.ID)
		v.showSystemUsers(systemUsersPage{Overlay: "assets"}, complaint{field, text})
	}
	wanted := &request{portfolio: v.portfolio.id, by: v.viewer, to: to}
	kinds := v.assetKinds()
	for _, kind := range kinds {
		chosen := slices.DeleteFunc(slices.Clone(kind.lists), func(each asset) bool { return !slices.Contains(v.form[kind.ID], each.id) })
		ticked := v.form[kind.ID+"_task"]
		switch {
		case len(chosen) == 0 && len(ticked) == 0:
			continue
		case len(chosen) == 0:
			ask(kind, kind.ID, kind.none)
			return
		case kind.ID == "apps" && appTaskOf(ticked) == "" || kind.ID != "apps" && len(chosenTasks(ticked)) == 0:
			ask(kind, kind.ID+"_task", kind.nothing)
			return
		}
		for _, each := range chosen {
			wanted.add(v.state, each, ticked)
		}
	}
	switch {
	case len(wanted.assets) == 0:
		ask(kinds[0], kinds[0].ID, v.say("rehearsal.tick_something"))
	case v.portfolio.twoApprove:
		v.state.requests = append(v.state.requests, wanted)
		v.done(v.say("rehearsal.approval_wanted", values{"Name": v.portfolio.name}), pathSystemUsers, "user", to.id)
	default:
		wanted.grant()
		v.assigned(to)
	}
}

// assigned goes back to the system user; the older windows confirm first.
func (v *visit) assigned(to *user) {
	if v.portfolio.olderWindows {
		v.leave(pathSystemUsers, "user", to.id, "overlay", "assigned")
		return
	}
	v.done(v.say("rehearsal.assets_assigned"), pathSystemUsers, "user", to.id)
}

// appTaskOf reads the ticked tasks of an app: the most that is allowed; "" for
// none.
func appTaskOf(ticked []string) appTask {
	for _, offered := range []appTask{appManage, appDevelop, appTest, appInsights} {
		if slices.Contains(ticked, string(offered)) {
			return offered
		}
	}
	return ""
}

// chosenTasks reads the ticked tasks of an account; full control stands for all.
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

func (v *visit) appTaskName(of appTask) string {
	for _, offered := range v.appTasks() {
		if offered.ID == string(of) {
			return offered.Name
		}
	}
	return ""
}

func (v *visit) accessName(granted *grants, user string) string {
	if slices.Contains(granted.access[user], taskFullControl) {
		return v.meta("full_control")
	}
	var partial []string
	for _, offered := range v.accountTasks() {
		if slices.Contains(granted.access[user], task(offered.ID)) {
			partial = append(partial, offered.Name)
		}
	}
	return v.say("join.named", values{"Name": v.meta("partial_access"), "Value": strings.Join(partial, ", ")})
}

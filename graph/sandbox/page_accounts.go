package sandbox

import (
	"slices"
	"strings"
)

// accountsPage is Business settings › WhatsApp accounts, or Messaging accounts where
// Meta has split them.
type accountsPage struct {
	Title    string
	Here     string // its path
	IDLabel  string // of one of them
	Number   bool   // these are the accounts of single numbers
	Accounts []entry
	Account  *accountView // the one chosen
	Overlay  string       // "people" or none
	People   []entry      // who may be added
}

// accountView is an account with its tabs.
type accountView struct {
	ID, Name, Tab string
	Test          bool
	Numbers       []entry
	Access        []entry
	Partner       string
}

func (v *visit) accounts() {
	v.showAccounts(accountsPage{Overlay: v.text("overlay")}, complaint{})
}

func (v *visit) showAccounts(page accountsPage, problem complaint) {
	kind := v.accountKind()
	page.Title, page.Here, page.Number = kind.Label, v.accountsPath(), kind.ID == "numbers"
	page.IDLabel = kind.idLabel
	for _, listed := range kind.lists {
		chosen := listed.id == v.text("account")
		page.Accounts = append(page.Accounts, entry{ID: listed.id, Name: listed.name, Detail: listed.id, Chosen: chosen})
		if chosen {
			page.Account = v.accountView(listed, page.Overlay != "" || problem.Text != "")
		}
	}
	if page.Account == nil || !v.manages() {
		page.Overlay = ""
	}
	if page.Overlay == "people" {
		for _, known := range v.state.users {
			if known.portfolio == v.portfolio.id {
				page.People = append(page.People, entry{ID: known.id, Name: known.name, Detail: v.userKind(known)})
			}
		}
	}
	v.show("whatsapp_accounts", frame{
		Title: page.Title, Site: "settings", Place: strings.TrimPrefix(page.Here, "/latest/settings/"),
		Overlay: page.Overlay != "", Problem: problem, Body: page,
	})
}

// accountsPath is the page that the visit is about.
func (v *visit) accountsPath() string {
	if v.portfolio.split && strings.HasPrefix(v.request.URL.Path, pathMessaging) {
		return pathMessaging
	}
	return pathAccounts
}

// accountKind is what that page lists.
func (v *visit) accountKind() assetKind {
	kinds := v.assetKinds()
	if v.accountsPath() == pathMessaging {
		return kinds[2]
	}
	return kinds[1]
}

// listedAccount gives the account of that id, when the page lists it.
func (v *visit) listedAccount(id string) *asset {
	for _, listed := range v.accountKind().lists {
		if listed.id == id {
			return &listed
		}
	}
	return nil
}

// accountView shows who has access as the list knew it before now, and loads
// the list unless only an overlay was opened on top of it.
func (v *visit) accountView(of asset, overlay bool) *accountView {
	view := &accountView{ID: of.id, Name: of.name, Tab: "summary"}
	if tab := v.text("tab"); tab == "access" || tab == "partners" {
		view.Tab = tab
	}
	if messaging := v.accountHere(of.id); messaging != nil {
		view.Test, view.Partner = messaging.test, messaging.messagingWith
	}
	for _, number := range v.state.phones {
		if number.account == of.id || slices.Contains(number.alsoIn, of.id) || number.own != nil && number.own.id == of.id {
			view.Numbers = append(view.Numbers, entry{ID: number.id, Name: number.display, Detail: number.name})
		}
	}
	for _, known := range v.state.users {
		if of.reaches(known.id) {
			view.Access = append(view.Access, entry{ID: known.id, Name: known.name, Detail: v.userKind(known) + " · " + v.accessName(of.grants, known.id)})
		}
	}
	if view.Tab == "access" && !overlay {
		clear(of.unsettled)
	}
	return view
}

func (v *visit) addPeopleToAccount() {
	granted, added, allowed := v.listedAccount(v.text("account")), v.chosenUsers(), chosenTasks(v.form["task"])
	page := accountsPage{Overlay: "people"}
	switch {
	case granted == nil:
		v.gone()
		return
	case len(added) == 0:
		v.showAccounts(page, complaint{"user", v.say("rehearsal.choose_people")})
		return
	case len(allowed) == 0:
		v.showAccounts(page, complaint{"task", v.say("rehearsal.choose_account_task")})
		return
	}
	for _, to := range added {
		v.state.assignAccount(to, granted.grants, allowed)
	}
	v.done(v.say("rehearsal.people_added"), v.accountsPath(), "account", granted.id, "tab", "access")
}

// chosenUsers gives the ticked people and system users of the portfolio.
func (v *visit) chosenUsers() []*user {
	return all(v.state.users, func(u *user) bool {
		return u.portfolio == v.portfolio.id && slices.Contains(v.form["user"], u.id)
	})
}

// endPartner takes messaging back from the partner that owned it.
func (v *visit) endPartner() {
	of := v.accountHere(v.text("account"))
	if of == nil {
		v.gone()
		return
	}
	of.messagingWith = ""
	v.done(v.say("rehearsal.partner_removed"), v.accountsPath(), "account", of.id, "tab", "partners")
}

func (v *visit) userKind(of *user) string {
	if of.system {
		return v.say("rehearsal.system_user")
	}
	return v.say("rehearsal.person")
}

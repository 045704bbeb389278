package sandbox

import "slices"

// accountsPage is Business settings › WhatsApp accounts.
type accountsPage struct {
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
	for _, listed := range v.state.accountsOf(v.portfolio.id) {
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
				page.People = append(page.People, entry{ID: known.id, Name: known.name, Detail: userKind(known)})
			}
		}
	}
	v.show("whatsapp_accounts", frame{
		Title: meta("whatsapp_accounts"), Site: "settings", Place: "whatsapp_account",
		Overlay: page.Overlay != "", Problem: problem, Body: page,
	})
}

// accountView shows who has access as the list knew it before now, and loads
// the list unless only an overlay was opened on top of it.
func (v *visit) accountView(of *account, overlay bool) *accountView {
	view := &accountView{ID: of.id, Name: of.name, Test: of.test, Tab: "summary", Partner: of.messagingWith}
	if tab := v.text("tab"); tab == "access" || tab == "partners" {
		view.Tab = tab
	}
	for _, number := range v.state.phonesOf(of.id) {
		view.Numbers = append(view.Numbers, entry{ID: number.id, Name: number.display, Detail: number.name})
	}
	for _, known := range v.state.users {
		if of.reaches(known.id) {
			view.Access = append(view.Access, entry{ID: known.id, Name: known.name, Detail: userKind(known) + " · " + accessName(of, known.id)})
		}
	}
	if view.Tab == "access" && !overlay {
		clear(of.unsettled)
	}
	return view
}

func (v *visit) addPeopleToAccount() {
	granted, added, allowed := v.accountHere(v.text("account")), v.chosenUsers(), chosenTasks(v.form["task"])
	page := accountsPage{Overlay: "people"}
	switch {
	case granted == nil:
		v.gone("WhatsApp account")
		return
	case len(added) == 0:
		v.showAccounts(page, complaint{"user", "Choose at least one person or system user."})
		return
	case len(allowed) == 0:
		v.showAccounts(page, complaint{"task", "Choose what they may do with the WhatsApp account."})
		return
	}
	for _, to := range added {
		v.state.assignAccount(to, granted, allowed)
	}
	v.done("People added. "+listLags, pathAccounts, "account", granted.id, "tab", "access")
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
		v.gone("WhatsApp account")
		return
	}
	of.messagingWith = ""
	v.done("The partner no longer owns messaging.", pathAccounts, "account", of.id, "tab", "partners")
}

func userKind(of *user) string {
	if of.system {
		return "System user"
	}
	return "Person"
}

package sandbox

import (
	"slices"
	"time"
)

// developerView is an app in the app dashboard.
type developerView struct {
	ID, Name, Portfolio string
	WhatsApp            bool
}

func (v *visit) developerApps() {
	var list []developerView
	for _, known := range v.state.apps {
		if v.viewer.apps[known.id] != "" {
			list = append(list, v.developerView(known))
		}
	}
	v.show("developer_apps", frame{
		Title: v.meta("apps"), Site: "developers", Place: "apps", Body: list,
	})
}

func (v *visit) developerView(of *app) developerView {
	view := developerView{ID: of.id, Name: of.name, WhatsApp: of.whatsApp}
	if owner := v.state.portfolio(of.portfolio); owner != nil {
		view.Portfolio = owner.name
	}
	return view
}

func (v *visit) developerApp(of *app) {
	v.show("developer_app", frame{Title: of.name, Site: "developers", Place: "apps", Body: v.developerView(of)})
}

// setupPage is WhatsApp › API setup of an app.
type setupPage struct {
	App     developerView
	Numbers []setupNumber
	Secret  string // a temporary token, shown in the answer that made it
}

type setupNumber struct {
	ID, Display, AccountID, Account string
	Test                            bool
	Recipients                      []string
}

func (v *visit) apiSetup(of *app) { v.showSetup(of, "", complaint{}) }

func (v *visit) showSetup(of *app, secret string, problem complaint) {
	page := setupPage{App: v.developerView(of), Secret: secret}
	for _, owner := range v.state.accountsOf(v.portfolio.id) {
		for _, number := range v.state.phonesOf(owner.id) {
			page.Numbers = append(page.Numbers, setupNumber{
				ID: number.id, Display: number.display, AccountID: owner.id, Account: owner.name,
				Test: number.test, Recipients: number.recipients,
			})
		}
	}
	// Meta's page shows its test number first.
	slices.SortStableFunc(page.Numbers, func(a, b setupNumber) int {
		switch {
		case a.Test == b.Test:
			return 0
		case a.Test:
			return -1
		}
		return 1
	})
	v.show("api_setup", frame{
		Title: v.meta("api_setup"), Site: "developers", Place: "apps", Problem: problem, Body: page,
	})
}

// temporaryLife is how long a token from API setup lives at most.
const temporaryLife = 23 * time.Hour

func (v *visit) temporaryToken(of *app) {
	if !of.whatsApp {
		v.showSetup(of, "", complaint{Text: v.say("rehearsal.add_whatsapp_first")})
		return
	}
	made := v.state.generate(kindUser, v.viewer, of, []string{"public_profile", scopeManagement, scopeMessaging}, temporaryLife)
	v.showSetup(of, made.secret.Reveal(), complaint{})
}

// recipientLimit of Meta's test number (developers.facebook.com:
// whatsapp/cloud-api/get-started).
const recipientLimit = 5

func (v *visit) addRecipient(of *app) {
	number, to := v.state.phone(v.text("number")), digits(v.text("recipient"))
	field := "recipient-" + v.text("number")
	switch {
	case number == nil || v.accountHere(number.account) == nil || !number.test:
		v.showSetup(of, "", complaint{Text: v.say("rehearsal.choose_test_number")})
	case len(to) < 7 || len(to) > 15:
		v.showSetup(of, "", complaint{field, v.say("rehearsal.enter_recipient", values{"Number": number.display})})
	case len(number.recipients) >= recipientLimit:
		v.showSetup(of, "", complaint{field, v.say("rehearsal.recipients_full", values{"Number": number.display})})
	default:
		if !slices.Contains(number.recipients, to) {
			number.recipients = append(number.recipients, to)
		}
		v.done(v.say("rehearsal.recipient_added"), setupPath(of))
	}
}

func setupPath(of *app) string {
	return pathDeveloper + "/" + of.id + "/use_cases/customize/wa-dev-console/"
}

// explorer stands where Meta has the Graph API Explorer.
func (v *visit) explorer() {
	v.message("developers", v.say("rehearsal.explorer"),
		v.say("rehearsal.explorer_detail"))
}

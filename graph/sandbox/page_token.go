package sandbox

import (
	"slices"
	"strings"
	"time"
)

// tokenChoice is the dialog in which a token is generated, in the three steps of
// Meta's own (November 2026): app, expiration, permissions, and then the token, once.
type tokenChoice struct {
	Apps    []entry // of the portfolio, assigned or not
	App     *entry  // the one chosen
	Step    string  // "app", "expiry" or "permissions"
	Expiry  string  // "60" or "never"
	Never   bool    // may be chosen
	Search  string
	Offered []entry // permissions that fit the search
	Kept    []entry // ticked before the search, and not in what it found
	// Blocked: the system user has no role in the app, or too small a one, or the
	// list that would show it was not loaded anew.
	Blocked bool
	Secret  string // shown once, in the answer that made it
}

// lifetime is how long a token with this expiry lives, 0 for one that never
// expires. It reports whether the portfolio offers it.
func (p *portfolio) lifetime(expiry string) (life time.Duration, offered bool) {
	switch expiry {
	case "60":
		return sixtyDays, true
	case "never":
		return 0, !p.sixtyDaysOnly
	}
	return 0, false
}

func (v *visit) tokenChoice(of *user, choice tokenChoice) tokenChoice {
	choice.Expiry, choice.Search = v.text("expiry"), v.text("search")
	_, choice.Never = v.portfolio.lifetime("never")
	_, set := v.portfolio.lifetime(choice.Expiry)
	for _, owned := range v.state.appsOf(v.portfolio.id) {
		listed := entry{ID: owned.id, Name: owned.name, Chosen: owned.id == v.text("app")}
		choice.Apps = append(choice.Apps, listed)
		if listed.Chosen {
			choice.App = &listed
		}
	}
	switch {
	case v.portfolio.olderWindows && choice.App == nil && len(choice.Apps) > 0:
		choice.App = &choice.Apps[0] // all is asked on one page
	case choice.App == nil || v.text("step") == "app":
		choice.Step = "app"
		return choice
	case !set || v.text("step") == "expiry":
		choice.Step = "expiry"
		return choice
	}
	choice.Step = "permissions"
	choice.Blocked = !of.operates(choice.App.ID)
	for _, scope := range v.state.app(choice.App.ID).grantable() {
		ticked := slices.Contains(v.form["permission"], scope)
		offer := entry{ID: scope, Name: scope, Chosen: ticked}
		switch {
		case strings.Contains(scope, strings.ToLower(choice.Search)):
			choice.Offered = append(choice.Offered, offer)
		case ticked:
			choice.Kept = append(choice.Kept, offer)
		}
	}
	return choice
}

// generateToken makes the token and shows it in the very answer: it is never
// part of an address and never shown again.
func (v *visit) generateToken() {
	of, through := v.userHere(v.text("user")), v.appHere(v.text("app"))
	if of == nil {
		v.gone()
		return
	}
	page := systemUsersPage{Overlay: "token"}
	if through == nil || !of.operates(through.id) {
		v.showSystemUsers(page, complaint{"app", v.say("rehearsal.choose_assigned_app")})
		return
	}
	lifetime, known := v.portfolio.lifetime(v.text("expiry"))
	if !known {
		v.showSystemUsers(page, complaint{"expiry", v.say("rehearsal.choose_expiry")})
		return
	}
	scopes := slices.DeleteFunc(through.grantable(), func(scope string) bool {
		return !slices.Contains(v.form["permission"], scope)
	})
	if len(scopes) == 0 {
		v.showSystemUsers(page, complaint{"permission", v.say("rehearsal.tick_permission")})
		return
	}
	made := v.state.generate(kindSystemUser, of, through, scopes, lifetime)
	page.Token.Secret = made.secret.Reveal()
	v.showSystemUsers(page, complaint{})
}

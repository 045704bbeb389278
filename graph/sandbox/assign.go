package sandbox

import (
	"slices"
	"time"
)

// assignApp lets a user use an app. Like Meta's, the list shows it only when it
// is loaded once more.
func (state *State) assignApp(to *user, granted *app, allowed appTask) {
	to.apps[granted.id] = allowed
	to.unsettled[granted.id] = true
}

// assignAccount grants a user an account, with the same delay.
func (state *State) assignAccount(to *user, granted *grants, allowed []task) {
	granted.access[to.id] = slices.Clone(allowed)
	granted.unsettled[to.id] = true
}

// settle lets what was assigned to the user take effect: its list was loaded.
func (state *State) settle(of *user) {
	clear(of.unsettled)
	for _, granted := range state.accounts {
		delete(granted.unsettled, of.id)
	}
	for _, number := range state.phones {
		if number.own != nil {
			delete(number.own.unsettled, of.id)
		}
	}
}

// generate makes a token for a user. lifetime 0 means that it never expires.
func (state *State) generate(kind kind, of *user, through *app, scopes []string, lifetime time.Duration) *accessToken {
	made := &accessToken{
		secret: randomToken(), kind: kind, app: through.id, user: of.id,
		scopes: slices.Clone(scopes), issued: state.now(),
	}
	if lifetime > 0 {
		made.expires = made.issued.Add(lifetime)
	}
	return state.keep(made)
}

// grantable lists the permissions that an app can ask for. Those of WhatsApp
// are missing until the app has the WhatsApp product.
func (a *app) grantable() []string {
	scopes := []string{"ads_management", "ads_read", scopeBusiness, "catalog_management", "pages_show_list", "public_profile"}
	if a.whatsApp {
		scopes = append(scopes, scopeManageEvents, scopeManagement, scopeMessaging)
	}
	slices.Sort(scopes)
	return scopes
}

package check

import (
	"slices"
	"time"

	"latchkey/graph"
)

// The permissions that WhatsApp's Cloud API asks for.
// Source: developers.facebook.com, whatsapp/permissions.
const (
	ScopeMessaging  = "whatsapp_business_messaging"
	ScopeManagement = "whatsapp_business_management"
	// ScopeBusiness is ticked in Meta's own token guide and "rarely needed" in
	// its permissions page: neither required nor counted as too much.
	ScopeBusiness = "business_management"
)

// ownScopes are not counted as more than is needed. Embedded Signup has handed
// out manage_events in place of management.
var ownScopes = []string{
	ScopeMessaging, ScopeManagement, ScopeBusiness, "whatsapp_business_manage_events", "public_profile",
}

// Expectation is what the token is held to; empty ids hold it to nothing.
type Expectation struct {
	App      graph.ID
	Account  graph.ID // WhatsApp account
	Phone    graph.ID // phone number ID
	Business graph.ID // business portfolio: also where accounts are looked for
	Customer graph.ID // business portfolio that a business token must be of
	Kind     Kind     // KindSystemUser or KindBusinessIntegration: the kind that was meant
}

// Answer is one call's outcome. Asked is false when it was not made.
type Answer[T any] struct {
	Asked bool
	Value T
	Err   error
}

// OK reports whether the call was made and answered.
func (a Answer[T]) OK() bool { return a.Asked && a.Err == nil }

// Facts is all that the judges know. It is gathered by probes, or written by
// hand in a test.
type Facts struct {
	Paste      Paste
	Expected   Expectation
	Version    string
	Now        time.Time // this computer's clock
	Connection graph.Connection

	Inspection  Answer[graph.Inspection]
	Me          Answer[graph.Me]
	Permissions Answer[[]graph.Permission]
	Assigned    Answer[[]graph.AccountRef]
	Portfolio   Answer[[]graph.AccountRef]
	Accounts    []AccountFacts
	Customer    Answer[graph.Business] // of a business token
	// Unlisted counts accounts beyond the number that is looked at in full.
	Unlisted int
}

// AccountFacts is what is known of one WhatsApp account.
type AccountFacts struct {
	ID        graph.ID
	Account   Answer[graph.WhatsAppAccount]
	Templates Answer[[]graph.Template]
	Apps      Answer[[]graph.SubscribedApp]
	Users     Answer[[]graph.AssignedUser]
}

// GraphNow is the moment by Graph's clock: expiry is judged by it, since this
// computer's clock may be wrong.
func (f Facts) GraphNow() time.Time { return f.Connection.Now(f.Now) }

// scopes lists the permissions granted. known is false when neither
// debug_token nor /me/permissions told.
func (f Facts) scopes() (granted []string, known bool) {
	if f.Inspection.OK() {
		inspection := f.Inspection.Value
		granted = inspection.ScopeNames()
		known = inspection.Refusal == nil && (inspection.Scopes != nil || inspection.GranularScopes != nil)
	}
	if f.Permissions.OK() && len(f.Permissions.Value) > 0 {
		known = true
		for _, permission := range f.Permissions.Value {
			if permission.Status.Is("granted") && !slices.Contains(granted, string(permission.Name)) {
				granted = append(granted, string(permission.Name))
			}
		}
	}
	return granted, known
}

// kind is the token's kind as the report names it.
func (f Facts) kind() Kind {
	if f.Paste.Shape == ShapeAppToken {
		return KindApp
	}
	if f.Me.OK() && f.Me.Value.ClientBusinessID != "" {
		return KindBusinessIntegration
	}
	if !f.Inspection.OK() {
		return KindUnknown
	}
	switch kind := f.Inspection.Value.Type; {
	case kind.Is("SYSTEM_USER"):
		return KindSystemUser
	case kind.Is("USER"):
		return KindUser
	case kind.Is("PAGE"):
		return KindPage
	case kind.Is("APP"):
		return KindApp
	}
	return KindUnknown
}

// reached lists the accounts that answered, held to the expected one.
func (f Facts) reached() []AccountFacts {
	var reached []AccountFacts
	for _, account := range f.Accounts {
		if account.Account.OK() && (f.Expected.Account == "" || account.ID == f.Expected.Account) {
			reached = append(reached, account)
		}
	}
	return reached
}

// reachedGraph reports whether nothing stood between this computer and Graph.
func (f Facts) reachedGraph() bool {
	_, cause := f.firstAnswer()
	return cause == nil
}

// dead reports whether Graph refuses the token. A call that worked goes before
// what debug_token says.
func (f Facts) dead() bool {
	valid := f.Inspection.Value.Valid
	return !f.Me.OK() && (f.refusal() != nil || blocksEverything(f.Me.Err) || valid != nil && !*valid)
}

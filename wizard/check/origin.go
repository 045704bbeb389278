package check

import (
	"time"

	"latchkey/graph"
)

// Origin is where a person's token was made.
type Origin string

// The origins that debug_token lets be told apart. OriginAPISetup is a
// likelihood: a token of that page carries no mark of it.
const (
	OriginUnknown       Origin = ""
	OriginAPISetup      Origin = "api_setup"
	OriginGraphExplorer Origin = "graph_explorer"
	OriginFacebookLogin Origin = "facebook_login"
)

// The Graph API Explorer has an app of its own, seen in many an answer of
// debug_token. A token that it makes for another app bears that app's id.
const (
	explorerApp  = graph.ID("145634995501895")
	explorerName = "Graph API Explorer"
)

// longestSetup is how long a token of the API Setup page lives at most.
const longestSetup = 24 * time.Hour

// origin says where a person's token was made; OriginUnknown for other kinds.
func (f Facts) origin() Origin {
	inspection := f.Inspection.Value
	if f.kind() != KindUser {
		return OriginUnknown
	}
	issued, expires := inspection.IssuedAt.Time(), inspection.ExpiresAt.Time()
	shortLived := !issued.IsZero() && !expires.IsZero() && expires.Sub(issued) <= longestSetup
	switch {
	case inspection.AppID == explorerApp, inspection.Application.Is(explorerName):
		return OriginGraphExplorer
	case inspection.Metadata.AuthType != "", inspection.Metadata.SSO != "":
		return OriginFacebookLogin
	case shortLived && inspection.HasScope(ScopeMessaging) && inspection.HasScope(ScopeManagement):
		return OriginAPISetup
	}
	return OriginUnknown
}

package sandbox

import (
	"slices"
	"time"

	"latchkey/graph"
)

// The permissions that matter here, by the names of Meta's permissions
// reference.
const (
	scopeMessaging    = "whatsapp_business_messaging"
	scopeManagement   = "whatsapp_business_management"
	scopeManageEvents = "whatsapp_business_manage_events"
	scopeBusiness     = "business_management"
)

// kind of token, in the words of debug_token.
type kind string

const (
	kindUser       kind = "USER"
	kindSystemUser kind = "SYSTEM_USER"
	kindPage       kind = "PAGE"
	kindApp        kind = "APP"
)

// behaviour is how Graph behaves towards one token.
type behaviour int

const (
	normal behaviour = iota
	selfInspectionRefused
	rateLimited
	outage
	slow
	addressNotAllowed
)

// accessToken is a token the pretend Graph has given out.
type accessToken struct {
	secret graph.Token
	kind   kind
	app    string
	user   string // empty for an app's own token
	page   string // name of the page, for a page token
	scopes []string
	// targets limits a scope to accounts. A scope that is not in it reaches
	// everything the user reaches.
	targets map[string][]string
	// numericTargets: live Graph sends these ids as strings or as numbers.
	numericTargets bool
	issued         time.Time
	expires        time.Time // zero means never
	// ended is the subcode of error 190 with which the token was ended before
	// its time; 0 while it lives.
	ended     int
	behaviour behaviour
}

func (t *accessToken) may(scope string) bool { return slices.Contains(t.scopes, scope) }

// manages reports whether accounts may be read. In June 2026 tokens of Embedded
// Signup carried whatsapp_business_manage_events instead, and worked.
func (t *accessToken) manages() bool { return t.may(scopeManagement) || t.may(scopeManageEvents) }

func (t *accessToken) expired(now time.Time) bool {
	return !t.expires.IsZero() && !now.Before(t.expires)
}

func (t *accessToken) alive(now time.Time) bool { return t.ended == 0 && !t.expired(now) }

// aims reports whether a WhatsApp scope of the token reaches the account.
func (t *accessToken) aims(account string) bool {
	limited := false
	for _, scope := range []string{scopeManagement, scopeManageEvents, scopeMessaging} {
		ids, isLimited := t.targets[scope]
		if t.may(scope) && isLimited {
			limited = true
			if slices.Contains(ids, account) {
				return true
			}
		}
	}
	return !limited
}

// installed lists the apps with which a system user has made a token.
func (state *State) installed(of *user) []entry {
	var apps []entry
	for _, each := range state.apps {
		for _, made := range state.tokens {
			if made.user == of.id && made.app == each.id {
				apps = append(apps, entry{ID: each.id, Name: each.name, Detail: each.id})
				break
			}
		}
	}
	return apps
}

// revoke ends all tokens of a user.
func (state *State) revoke(of *user) {
	for _, made := range state.tokens {
		if made.user == of.id && made.ended == 0 {
			made.ended = 466
		}
	}
}

package repair

import (
	"errors"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/wizard/partner"
)

// Way is what helps where something was not done.
type Way string

// The ways on.
const (
	WayNone  Way = "none"  // nothing here
	WayAgain Way = "again" // the same once more: what stands in the way passes
	WayTyped Way = "typed" // something else is to be typed
	WayRenew Way = "renew" // only another token
	WayPage  Way = "page"  // it is mended on a page of Meta's
)

// WayAfter is the way on from a reason that the same call would meet again, or would not.
func WayAfter(reason partner.Reason) Way {
	switch {
	case reason.Kind == partner.KindUndecided, reason.Kind == partner.KindCanceled, reason.Kind == partner.KindKeychain:
		return WayAgain
	case reason.Kind == partner.KindInput, reason.ID == "fix.extend.another", typed(reason.Graph):
		return WayTyped
	}
	switch reason.ID {
	case "fix.extend.not_proved":
		return WayAgain
	case "fix.extend.ended", "fix.extend.kind", "fix.extend.not_longer", "fix.not_allowed":
		return WayRenew
	}
	if reason.Page != site.PageNone {
		return WayPage
	}
	return WayNone
}

// WayAfterError is the way on from an error of a call with nothing but a token.
func WayAfterError(err error) Way {
	if errors.Is(err, graph.ErrNotSendable) || errors.Is(err, graph.ErrNotAnID) {
		return WayNone
	}
	return WayAfter(partner.PrepareReason(err))
}

// typed reports whether Graph refused what a person typed: a secret or a PIN.
func typed(refused *trouble.Error) bool {
	if refused == nil {
		return false
	}
	switch refused.Trouble() {
	case trouble.AppSecretWrong, trouble.AppSecretProofWrong, trouble.WrongPIN:
		return true
	}
	return false
}

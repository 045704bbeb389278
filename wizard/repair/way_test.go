package repair_test

import (
	"errors"
	"testing"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/wizard/repair"
	"latchkey/wizard/vault"
)

// TestTryingAgainIsOfferedWhereItCanHelp: what Meta refuses for good is not asked once more.
func TestTryingAgainIsOfferedWhereItCanHelp(t *testing.T) {
	refused := func(code int, said string) error { return &trouble.Error{HTTPStatus: 400, Code: code, Message: said} }
	for name, test := range map[string]struct {
		err  error
		want repair.Way
	}{
		"no network":        {&graph.NetworkError{Kind: graph.NetworkNoDNS}, repair.WayAgain},
		"a limit":           {refused(80008, "Too many calls"), repair.WayAgain},
		"an outage":         {refused(2, "Service temporarily unavailable"), repair.WayAgain},
		"a locked keychain": {&vault.Error{Reason: vault.Locked}, repair.WayAgain},
		"the PIN":           {refused(133005, "Two-step verification PIN incorrect."), repair.WayTyped},
		"the secret":        {refused(1, "Error validating client secret."), repair.WayTyped},
		"a right":           {refused(200, "You do not have the necessary permissions"), repair.WayPage},
		"nobody knows":      {refused(987654, "Something that nobody knows"), repair.WayNone},
		"an odd token":      {graph.ErrNotSendable, repair.WayNone},
	} {
		t.Run(name, func(t *testing.T) {
			if way := repair.WayAfterError(test.err); way != test.want {
				t.Errorf("the way on is %q, not %q", way, test.want)
			}
		})
	}
	for name, test := range map[string]struct {
		err  error
		want repair.Way
	}{
		"the app may not":    {refused(3, "Application does not have the capability"), repair.WayRenew},
		"it has ended":       {&repair.RefusedError{Refusal: repair.HasEnded}, repair.WayRenew},
		"it never ends":      {&repair.RefusedError{Refusal: repair.NeverEnds}, repair.WayNone},
		"the app is unknown": {repair.ErrNoApp, repair.WayTyped},
		"somebody changed":   {repair.ErrChanged, repair.WayNone},
		"no answer":          {errors.New("no answer"), repair.WayAgain},
	} {
		t.Run(name, func(t *testing.T) {
			if way := repair.WayAfter(repair.ExtensionReason(test.err)); way != test.want {
				t.Errorf("the way on is %q, not %q", way, test.want)
			}
		})
	}
}

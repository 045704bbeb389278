package repair

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

// NumberState says what registering a number would be.
type NumberState string

// The states. The last ones must not be registered.
const (
	NumberReady      NumberState = "ready"
	NumberUnverified NumberState = "unverified" // Meta asks for a code first
	NumberConnected  NumberState = "connected"  // already: again only once its display name was changed
	NumberShared     NumberState = "shared"     // with the WhatsApp Business app, which would lose it
	NumberRestricted NumberState = "restricted" // by Meta
)

// AllNumberStates lists them.
func AllNumberStates() []NumberState {
	return []NumberState{NumberReady, NumberUnverified, NumberConnected, NumberShared, NumberRestricted}
}

// Number is a number that may be registered.
type Number struct {
	graph.PhoneNumber
	State NumberState
	App   string // that would register it: the token's own; "" where Graph does not tell it
}

// Number looks at a number. Errors are *trouble.Error and *graph.NetworkError, and
// graph.ErrNotAnID.
func (r *Repairer) Number(ctx context.Context, id graph.ID) (Number, error) {
	found, err := r.look(ctx, id)
	if err != nil {
		return found, err
	}
	if inspection, err := r.client.InspectToken(ctx); err == nil {
		found.App = string(inspection.Application)
	}
	return found, nil
}

func (r *Repairer) look(ctx context.Context, id graph.ID) (Number, error) {
	number, err := r.client.PhoneNumber(ctx, id)
	if err != nil {
		return Number{}, lookError{fmt.Errorf("reading the number: %w", err)}
	}
	return Number{PhoneNumber: number, State: judgeNumber(number)}, nil
}

func judgeNumber(number graph.PhoneNumber) NumberState {
	says := func(value graph.Text, any ...string) bool { return slices.ContainsFunc(any, value.Is) }
	switch {
	case says(number.Status, "BANNED", "RESTRICTED"):
		return NumberRestricted
	case number.Shared():
		return NumberShared
	case says(number.Status, "CONNECTED", "LINKED", "FLAGGED", "RATE_LIMITED"):
		return NumberConnected
	case says(number.Verification, "NOT_VERIFIED", "UNVERIFIED", "EXPIRED") && !number.Test():
		return NumberUnverified
	}
	return NumberReady
}

// Page is where Meta shows what keeps a number from being registered.
func (s NumberState) Page() site.Page {
	if s == NumberRestricted {
		return site.PageSupport
	}
	return site.PagePhoneNumbers
}

// Refused reports whether a number must not be registered.
func (s NumberState) Refused() bool { return s == NumberShared || s == NumberRestricted }

// ErrNotToRegister is a number that must not be registered; see NumberState. Nothing
// was asked of Graph but what it is.
var ErrNotToRegister = errors.New("this number must not be registered")

// Register registers a number with a PIN, and looks whether it is connected then.
// One that must not be registered by now is not: the error is ErrNotToRegister.
func (r *Repairer) Register(ctx context.Context, id graph.ID, pin graph.Token) (Number, Outcome, error) {
	number, err := r.look(ctx, id)
	switch {
	case err != nil:
		return number, "", err
	case number.State.Refused():
		return number, "", ErrNotToRegister
	}
	acted := r.client.Register(ctx, id, pin)
	after, looked := r.look(ctx, id)
	// Who was connected before shows nothing new.
	shows := after.State == NumberConnected && (number.State != NumberConnected || acted == nil)
	outcome, err := outcomeOf(acted, looked, shows)
	if looked != nil {
		after = number
	}
	return after, outcome, err
}

// codeLanguage is what the code is sent in.
const codeLanguage = "en_US"

// SendCode has WhatsApp send a code to a number. needed is false where the number is
// verified already.
func (r *Repairer) SendCode(ctx context.Context, id graph.ID, method graph.CodeMethod) (needed bool, err error) {
	err = r.client.RequestCode(ctx, id, method, codeLanguage)
	if refused := trouble.AsError(err); refused != nil && refused.Trouble() == trouble.NumberVerifiedAlready {
		return false, nil
	}
	return true, err
}

// Verify hands back the code that came, and looks whether the number is verified
// then.
func (r *Repairer) Verify(ctx context.Context, id graph.ID, code graph.Token) (Number, Outcome, error) {
	acted := r.client.VerifyCode(ctx, id, code)
	after, looked := r.look(ctx, id)
	outcome, err := outcomeOf(acted, looked, after.State != NumberUnverified)
	return after, outcome, err
}

// WantsCode reports whether Graph refused to register a number because it must be
// verified first.
func WantsCode(err error) bool {
	refused := trouble.AsError(err)
	return refused != nil && refused.Trouble() == trouble.NumberNotVerified
}

// ReadPIN reads a PIN as it was typed. ok is false for what is not six digits.
func ReadPIN(typed string) (pin graph.Token, ok bool) { return sixDigits(typed, " ") }

// ReadCode reads a code as it came: WhatsApp writes it as 123-456.
func ReadCode(typed string) (code graph.Token, ok bool) { return sixDigits(typed, " -") }

// sixDigits are what is typed without what may stand between and around.
func sixDigits(typed, between string) (graph.Token, bool) {
	text := strings.Map(func(r rune) rune {
		if strings.ContainsRune(between, r) {
			return -1
		}
		return r
	}, strings.TrimSpace(typed))
	if len(text) != 6 || strings.Trim(text, "0123456789") != "" {
		return graph.Token{}, false
	}
	return graph.NewToken(text), true
}

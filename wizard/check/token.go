package check

import (
	"cmp"
	"slices"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

// Why the token lives. Why it does not is always an error of Graph.
const TokenAliveAccepted Reason = "check.token.alive.accepted"

// tokenAlive asks whether Graph accepts the token. A call that worked decides;
// what debug_token says counts where no call could decide.
var tokenAlive = Check{
	ID: TokenAlive, Group: GroupToken, SpokenNumber: 4, Importance: 2, Decides: true, Essential: true, NewToken: true,
	Needs:    needsAnswer,
	Reasons:  map[Reason]Declared{TokenAliveAccepted: passes, SkippedNotReached: skips},
	Troubles: []Status{Fail, Unknown},
	stage:    afterIdentity,
	waits:    Facts.awaitsUser,
	judge: func(f Facts) Row {
		accepted := because(TokenAliveAccepted).with("User", string(f.Me.Value.Name)).
			with("App", string(f.Inspection.Value.Application)).with("Kind", string(f.kind()))
		switch {
		case f.Me.OK():
			return accepted.from(answered())
		case f.refusedAll() != nil:
			return troubleRow(f.refusedAll())
		case f.refusal() != nil:
			return troubleRow(f.refusal())
		case f.dead():
			return because(TroubleReason(trouble.TokenNotAccepted)).at(site.PageSystemUsers).from(answered())
		case f.Inspection.Value.Valid != nil, len(f.Permissions.Value) > 0, len(f.Assigned.Value) > 0:
			return accepted.from(answered())
		case conclusive(f.Me.Err):
			// Graph looks at the token first: an answer about rights or about other
			// things means that the token was accepted.
			return accepted.from(answerOf(f.Me.Err))
		case f.Me.Asked:
			return unknownRow(f.Me.Err)
		}
		return because(SkippedNotReached)
	},
}

// awaitsUser reports whether the next round may still tell that the token lives,
// and whose it is: a person is asked for by another call.
func (f Facts) awaitsUser() bool { return f.Me.Asked && !f.Me.OK() && !f.dead() }

// blocksEverything reports whether Graph says that the app or its business is
// blocked: the token is then of no use for any call.
func blocksEverything(err error) bool {
	cause := troubleOf(err)
	return cause == trouble.ApiAccessBlocked || cause == trouble.PolicyBlock
}

// shutDoors are what Graph says to every call: of an app that it has deleted, or
// switched off, or that takes calls with a proof or from certain addresses only.
var shutDoors = []trouble.Trouble{
	trouble.AddressNotAllowed, trouble.AppDeactivated, trouble.AppDeleted, trouble.AppSecretProof, trouble.AppSecretRequired,
}

// refusedAll is why Graph refuses every call alike, whatever the token may do;
// nil where it does not. One row says it, and no other call is made.
func (f Facts) refusedAll() error {
	cause := troubleOf(f.Me.Err)
	switch {
	case blocksEverything(f.Me.Err):
		return f.Me.Err
	case f.Permissions.Asked && troubleOf(f.Permissions.Err) != cause, f.Assigned.Asked && troubleOf(f.Assigned.Err) != cause:
		return nil
	case slices.Contains(shutDoors, cause),
		tellsNothing(cause) && f.Inspection.Asked && troubleOf(f.Inspection.Err) == cause && f.Permissions.Asked && f.Assigned.Asked:
		return f.Me.Err
	}
	return nil
}

// tellsNothing reports whether a trouble says neither that the token lives nor that
// it is dead: where each call of a round ends in it, that is one thing to tell. Of a
// limit each row is told, since it ends by itself.
func tellsNothing(cause trouble.Trouble) bool {
	return cause.Class == trouble.ClassRequest || cause.Class == trouble.ClassUnknown
}

// passedOver is why what debug_token tells of the token is of no use, or did not
// come; "" where it is to be judged.
func (f Facts) passedOver() Reason {
	switch {
	case f.refusedAll() != nil && (f.Inspection.Err != nil || f.dead()):
		return SkippedAllRefused
	case f.dead():
		return SkippedTokenDead
	}
	return ""
}

// refusal is Graph's word that the token itself does not work, the most exact
// one there is; nil when nothing said so.
func (f Facts) refusal() error {
	var found *trouble.Error
	candidates := []*trouble.Error{f.Inspection.Value.Refusal, trouble.AsError(f.Inspection.Err), trouble.AsError(f.Me.Err), trouble.AsError(f.Permissions.Err)}
	for _, candidate := range candidates {
		if candidate == nil || candidate.Trouble().Class != trouble.ClassToken {
			continue
		}
		if found == nil || found.Subcode == 0 && candidate.Subcode != 0 ||
			found.Subcode == candidate.Subcode && found.TraceID == "" { // which Meta's support asks for
			found = candidate
		}
	}
	if found == nil {
		return nil
	}
	return found
}

// Kind is a kind of token, as the report names it.
type Kind string

// The kinds of token. "business token" is Meta's short name for a business
// integration system user token.
const (
	KindSystemUser          Kind = "system_user"
	KindBusinessIntegration Kind = "business_integration"
	KindUser                Kind = "user"
	KindPage                Kind = "page"
	KindApp                 Kind = "app"
	KindUnknown             Kind = "unknown"
)

// Why a token's kind is as it is.
const (
	TokenKindSystemUser            Reason = "check.token.kind.system_user"
	TokenKindSystemUserForBusiness Reason = "check.token.kind.system_user_for_business"
	TokenKindBusiness              Reason = "check.token.kind.business_integration"
	TokenKindBusinessForSystemUser Reason = "check.token.kind.business_for_system_user"
	TokenKindOtherCustomer         Reason = "check.token.kind.other_customer"
	TokenKindUser                  Reason = "check.token.kind.user"
	TokenKindPage                  Reason = "check.token.kind.page"
	TokenKindApp                   Reason = "check.token.kind.app"
	TokenKindOther                 Reason = "check.token.kind.other"
	TokenKindUnknown               Reason = "check.token.kind.unknown"
)

var tokenKind = Check{
	ID: TokenKind, Group: GroupToken, SpokenNumber: 5, Importance: 4, Tells: true, Essential: true, NewToken: true,
	Needs: needsAnswer,
	Reasons: map[Reason]Declared{
		TokenKindSystemUser: passes, TokenKindSystemUserForBusiness: fails,
		TokenKindBusiness: passes, TokenKindBusinessForSystemUser: warns, TokenKindOtherCustomer: fails,
		TokenKindUser: warns, TokenKindPage: fails, TokenKindApp: fails,
		TokenKindOther: leavesOpen, TokenKindUnknown: leavesOpen, SkippedTokenDead: skips, SkippedAllRefused: skips,
	},
	Troubles: []Status{Unknown},
	stage:    afterIdentity,
	waits:    func(f Facts) bool { return f.kind() == KindBusinessIntegration && f.customerName() == "" },
	judge:    judgeKind,
}

func judgeKind(f Facts) Row {
	kind, meant := f.kind(), f.Expected.Kind
	switch {
	case kind == KindSystemUser && meant == KindBusinessIntegration:
		return because(TokenKindSystemUserForBusiness).with("User", string(f.Me.Value.Name)).from(answered())
	case kind == KindSystemUser:
		return because(TokenKindSystemUser).from(answered())
	case kind == KindBusinessIntegration && meant == KindSystemUser:
		return because(TokenKindBusinessForSystemUser).with("Customer", f.customer()).
			at(site.PageSystemUsers).from(answered())
	case kind == KindBusinessIntegration && f.ofOtherCustomer():
		return because(TokenKindOtherCustomer).with("Customer", f.customer()).with("Expected", string(f.Expected.Customer)).
			from(answered())
	case kind == KindBusinessIntegration:
		return because(TokenKindBusiness).with("Customer", f.customer()).from(answered())
	case kind == KindUser:
		return because(TokenKindUser).with("Origin", string(f.origin())).with("Meant", string(meant)).
			at(site.PageSystemUsers).from(answered())
	case kind == KindPage:
		return because(TokenKindPage).at(site.PageSystemUsers).from(answered())
	case kind == KindApp:
		return because(TokenKindApp).at(site.PageSystemUsers).from(answered())
	case f.Inspection.OK() && f.Inspection.Value.Type != "":
		return because(TokenKindOther).with("Type", string(f.Inspection.Value.Type)).from(answered())
	case f.passedOver() != "":
		return because(f.passedOver())
	case f.Inspection.Err != nil:
		return f.couldNotInspect(TokenKindUnknown)
	}
	return because(TokenKindUnknown).from(answered())
}

// ofOtherCustomer reports whether a business token is one of another portfolio
// than was expected. Where the token does not tell, it is not.
func (f Facts) ofOtherCustomer() bool {
	told := f.Me.Value.ClientBusinessID
	return f.Expected.Customer != "" && told != "" && told != f.Expected.Customer
}

// couldNotInspect tells a token that may not inspect itself, which is common
// and says nothing about it, from trouble on the way.
func (f Facts) couldNotInspect(open Reason) Row {
	switch classOf(f.Inspection.Err) {
	case "", trouble.ClassLimit, trouble.ClassOutage:
		return unknownRow(f.Inspection.Err)
	}
	return because(open).from(answerOf(f.Inspection.Err))
}

// Why the expected app is the token's own, or not.
const (
	AppMatchSame       Reason = "check.app.match.same"
	AppMatchOther      Reason = "check.app.match.other"
	AppMatchIsUser     Reason = "check.app.match.is_user"
	AppMatchIsBusiness Reason = "check.app.match.is_business"
	AppMatchIsAccount  Reason = "check.app.match.is_account"
	AppMatchIsPhone    Reason = "check.app.match.is_phone"
	AppMatchIsNumber   Reason = "check.app.match.is_number"
	AppMatchUnknown    Reason = "check.app.match.unknown"
)

// appMatch compares the token's app with the expected one.
var appMatch = Check{
	ID: AppMatch, Group: GroupToken, SpokenNumber: 7, Importance: 5, Decides: true, NewToken: true,
	Needs: []Need{aToken, anExpectedApp, anAnswer},
	Reasons: map[Reason]Declared{
		AppMatchSame: passes, AppMatchOther: fails, AppMatchIsUser: fails, AppMatchIsBusiness: fails, AppMatchIsAccount: fails,
		AppMatchIsPhone: fails, AppMatchIsNumber: fails, AppMatchUnknown: leavesOpen, SkippedTokenDead: skips, SkippedAllRefused: skips,
	},
	Troubles: []Status{Unknown},
	stage:    afterAccounts,
	judge: func(f Facts) Row {
		app, name, expected := f.Inspection.Value.AppID, string(f.Inspection.Value.Application), f.Expected.App
		switch {
		case app == expected:
			return because(AppMatchSame).with("App", name).from(answered())
		case app != "":
			return because(cmp.Or(notAnApp[f.whatIs(expected)], AppMatchOther)).with("App", name).with("ID", string(app)).
				with("Expected", string(expected)).at(site.PageSystemUsers).from(answered())
		case f.passedOver() != "":
			return because(f.passedOver())
		case f.Inspection.Err != nil:
			return f.couldNotInspect(AppMatchUnknown)
		}
		return because(AppMatchUnknown).from(answered())
	},
}

// notAnApp says what the expected app's id is instead.
var notAnApp = map[mistaken]Reason{
	isUser: AppMatchIsUser, isBusiness: AppMatchIsBusiness, isAccount: AppMatchIsAccount, isPhone: AppMatchIsPhone, isNumber: AppMatchIsNumber,
}

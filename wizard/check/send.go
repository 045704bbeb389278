package check

import (
	"slices"
	"strings"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

// healthOfCalls are entries of health_status about calls by SIP, which are off on
// nearly every number and stand in no message's way.
var healthOfCalls = []int64{138024, 138025}

// Why messages may be sent from the account, or not.
const (
	SendAllowedAllowed      Reason = "check.send.allowed.allowed"
	SendAllowedNotOnAccount Reason = "check.send.allowed.not_on_account"
	SendAllowedNoTask       Reason = "check.send.allowed.no_task"
	SendAllowedBlocked      Reason = "check.send.allowed.blocked"
	SendAllowedLimited      Reason = "check.send.allowed.limited"
	SendAllowedShared       Reason = "check.send.allowed.shared" // the number is the WhatsApp Business app's too
	SendAllowedTold         Reason = "check.send.allowed.told"   // in Meta's own words
)

// sendAllowed asks whether messages may be sent from the account: the permission
// on this very account, and what health_status holds against it. Green is no
// proof: health_status has stayed so on an account that was locked.
var sendAllowed = Check{
	ID: SendAllowed, Group: GroupNumbers, SpokenNumber: 20, Importance: 15, Essential: true,
	Needs: []Need{aToken, anAnswer, notAllRefused, aLivingToken, anAccount, theRightToSend},
	Reasons: map[Reason]Declared{
		SendAllowedAllowed: passes, SendAllowedNotOnAccount: failsOrWarns, SendAllowedNoTask: failsOrWarns,
		SendAllowedBlocked: failsOrWarns, SendAllowedLimited: warns, SendAllowedShared: failsOrWarns, SendAllowedTold: failsOrWarns,
		PermMessagingUnknown: leavesOpen,
	},
	Troubles: []Status{Fail, Warn, Unknown},
	stage:    afterAccess,
	subject:  eachCandidate,
	weighs:   true,
	each: func(f Facts, sender sender) Row {
		account := sender.account.Account.Value
		targets, all := f.Inspection.Value.Targets(ScopeMessaging)
		switch worst, found := worstHealth(account.Health, sender.number.Health); {
		case !all && len(targets) > 0 && !slices.Contains(targets, sender.account.ID):
			return because(SendAllowedNotOnAccount).with("Account", string(account.Name)).
				at(site.PageWhatsAppAccounts).from(answered())
		case f.accessTo(sender.account).lacks(Sending):
			return because(SendAllowedNoTask).with("Account", string(account.Name)).with("User", string(f.Me.Value.Name)).
				at(site.PageWhatsAppAccounts).from(answered())
		case found && sender.number.Shared() && worst.advisesToRegister():
			return because(SendAllowedShared).as(worst.Status).with("Number", string(sender.number.Display)).
				at(site.PagePhoneNumbers).from(worst.Graph)
		case found && sender.number.ID != "" && worst.advisesToRegister():
			return worst.offering(RepairRegister, sender)
		case found:
			return worst
		}
		return because(SendAllowedAllowed).with("Account", string(account.Name)).from(answered())
	},
	doubts: func(f Facts) (Row, bool) {
		granted, _ := f.scopes()
		return f.unknownScope(ScopeMessaging, PermMessagingUnknown), !slices.Contains(granted, ScopeMessaging)
	},
}

// healthNotRegistered is Meta's remark that a number is not registered.
const healthNotRegistered = 141000

// advisesToRegister reports whether the words of the row tell to register the
// number, ours or Meta's.
func (r Row) advisesToRegister() bool {
	switch r.Reason {
	case TroubleReason(trouble.NumberNotRegistered), TroubleReason(trouble.NumberNotVerified):
		return true
	}
	return r.Graph != nil && r.Graph.Error != nil && r.Graph.Error.Code == healthNotRegistered
}

// worstHealth reads what health_status holds against sending: the gravest thing
// of all that stand in the way.
func worstHealth(healths ...*graph.HealthStatus) (worst Row, found bool) {
	gravest := 0
	take := func(row Row, gravity int) {
		if gravity > gravest {
			worst, gravest = row, gravity
		}
	}
	for _, health := range healths {
		if health == nil {
			continue
		}
		explained := onlyCallsAreOff(*health)
		for _, entity := range health.Entities {
			takeEntity(entity, take)
			explained = explained || entity.CanSend.Is(string(health.CanSend))
		}
		switch {
		case explained:
		case health.CanSend.Is("BLOCKED"):
			take(sendingRow(Fail, SendAllowedBlocked, ""), blocksOnly)
		case health.CanSend.Is("LIMITED"):
			take(sendingRow(Warn, SendAllowedLimited, ""), limitsOnly)
		}
	}
	return worst, gravest > 0
}

// onlyCallsAreOff reports whether what the whole says comes of calls: each of its
// parts can send, and calls are said to be off.
func onlyCallsAreOff(health graph.HealthStatus) bool {
	off := func(canCall graph.Text) bool { return canCall != "" && !canCall.Is("AVAILABLE") }
	calls := off(health.CanCall)
	for _, entity := range health.Entities {
		for _, found := range entity.Errors {
			calls = calls || slices.Contains(healthOfCalls, found.Code.Value)
		}
		calls = calls || off(entity.CanCall)
	}
	return calls && len(health.Entities) > 0
}

// How grave something is that health_status tells, for the one row about it. What
// only Meta's support can undo, such as a ban, comes before what the owner can.
const (
	limitsOnly = iota + 1
	limits
	limitsSupport
	blocksOnly
	blocks
	blocksSupport
)

// takeEntity hands on what one link of the chain that a message passes says.
func takeEntity(entity graph.HealthEntity, take func(row Row, gravity int)) {
	status, unexplained := Warn, limitsOnly
	switch {
	case entity.CanSend.Is("BLOCKED"):
		status, unexplained = Fail, blocksOnly
	case !entity.CanSend.Is("LIMITED") && entity.CanSend != "":
		return
	}
	for _, found := range entity.Errors {
		if !slices.Contains(healthOfCalls, found.Code.Value) {
			row, bySupport := healthErrorRow(status, found)
			take(row, unexplained+1+bySupport)
		}
	}
	switch {
	case len(entity.Errors) > 0:
	case status == Fail:
		take(sendingRow(Fail, SendAllowedBlocked, entity.More()), unexplained)
	case entity.CanSend != "":
		take(sendingRow(Warn, SendAllowedLimited, entity.More()), unexplained)
	}
}

// healthErrorRow says what one of Meta's remarks means. bySupport is 1 where only
// Meta's support can undo it, else 0.
func healthErrorRow(status Status, found graph.HealthError) (result Row, bySupport int) {
	told := &trouble.Error{HTTPStatus: 200, Code: int(found.Code.Value), Message: string(found.Description)}
	if cause := told.Trouble(); cause == trouble.Unknown || cause == trouble.AsMetaSays {
		// Meta's own words say more than that the code is not known here.
		return sendingRow(status, SendAllowedTold, strings.TrimSpace(string(found.Description+" "+found.Solution))).from(answerOf(told)), 0
	}
	result = troubleRow(told).as(status)
	if told.Trouble().Fixer == trouble.FixerSupport {
		bySupport = 1
	}
	return result, bySupport
}

func sendingRow(status Status, reason Reason, message string) Row {
	return because(reason).as(status).with("Message", message).at(site.PagePhoneNumbers).from(answered())
}

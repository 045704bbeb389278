package check

import (
	"slices"
	"strings"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

// ignoredHealth are entries of health_status that stand in nobody's way: calls
// by SIP are off on nearly every number.
var ignoredHealth = []int64{138024}

// judgeSend asks whether messages may be sent from the account: the permission
// on this very account, and what health_status holds against it. Green is no
// proof: health_status has stayed so on an account that was locked.
func judgeSend(f Facts) Row {
	if row, skip := f.afterAccount(SendAllowed); skip {
		return row
	}
	messaging := judgeMessaging(f)
	if messaging.Status == Fail {
		return skipped(SendAllowed, "no_messaging")
	}
	return judgePreferred(f.preferred(), f.candidates(), func(sender sender) Row {
		row := f.sendFrom(sender)
		if row.Status == Pass && messaging.Status == Unknown {
			messaging.ID = SendAllowed
			return messaging
		}
		return row
	})
}

func (f Facts) sendFrom(sender sender) Row {
	account := sender.account.Account.Value
	targets, all := f.Inspection.Value.Targets(ScopeMessaging)
	if !all && len(targets) > 0 && !slices.Contains(targets, sender.account.ID) {
		return row(SendAllowed, Fail, "not_on_account").with("Account", string(account.Name)).
			at(site.PageWhatsAppAccounts).from(answered())
	}
	if f.accessTo(sender.account).lacks(Sending) {
		return row(SendAllowed, Fail, "no_task").with("Account", string(account.Name)).with("User", string(f.Me.Value.Name)).
			at(site.PageWhatsAppAccounts).from(answered())
	}
	if reason, found := worstHealth(account.Health, sender.number.Health); found {
		return reason
	}
	return row(SendAllowed, Pass, "allowed").with("Account", string(account.Name)).from(answered())
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
		explained := false
		for _, entity := range health.Entities {
			takeEntity(entity, take)
			explained = explained || entity.CanSend.Is(string(health.CanSend))
		}
		switch {
		case explained:
		case health.CanSend.Is("BLOCKED"):
			take(sendingRow(Fail, "blocked", ""), blocksUntold)
		case health.CanSend.Is("LIMITED"):
			take(sendingRow(Warn, "limited", ""), limitsUntold)
		}
	}
	return worst, gravest > 0
}

// How grave something is that health_status tells, for the one row about it. What
// only Meta's support can undo, such as a ban, comes before what the owner can.
const (
	limitsUntold = iota + 1
	limits
	limitsSupport
	blocksUntold
	blocks
	blocksSupport
)

// takeEntity hands on what one link of the chain that a message passes says.
func takeEntity(entity graph.HealthEntity, take func(row Row, gravity int)) {
	status, untold := Warn, limitsUntold
	switch {
	case entity.CanSend.Is("BLOCKED"):
		status, untold = Fail, blocksUntold
	case !entity.CanSend.Is("LIMITED") && entity.CanSend != "":
		return
	}
	for _, found := range entity.Errors {
		if !slices.Contains(ignoredHealth, found.Code.Value) {
			row, bySupport := healthErrorRow(status, found)
			take(row, untold+1+bySupport)
		}
	}
	switch {
	case len(entity.Errors) > 0:
	case status == Fail:
		take(sendingRow(Fail, "blocked", entity.More()), untold)
	case entity.CanSend != "":
		take(sendingRow(Warn, "limited", entity.More()), untold)
	}
}

// healthErrorRow says what one of Meta's remarks means. bySupport is 1 where only
// Meta's support can undo it, else 0.
func healthErrorRow(status Status, found graph.HealthError) (result Row, bySupport int) {
	told := &trouble.Error{HTTPStatus: 200, Code: int(found.Code.Value), Message: string(found.Description)}
	if told.Trouble() == trouble.Unknown {
		// Meta's own words say more than that the code is not known here.
		return sendingRow(status, "told", strings.TrimSpace(string(found.Description+" "+found.Solution))).from(answerOf(told)), 0
	}
	result = troubleRow(SendAllowed, told)
	result.Status = status
	if told.Trouble().Fixer == trouble.FixerSupport {
		bySupport = 1
	}
	return result, bySupport
}

func sendingRow(status Status, reason, message string) Row {
	return row(SendAllowed, status, reason).with("Message", message).at(site.PagePhoneNumbers).from(answered())
}

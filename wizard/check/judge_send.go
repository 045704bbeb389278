package check

import (
	"slices"
	"strings"

	"latchkey/graph"
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
	return judgeUsual(f.usual(), f.candidates(), func(sender sender) Row {
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
			at(graph.PageWhatsAppAccounts).from(answered())
	}
	if f.accessTo(sender.account).lacks(Sending) {
		return row(SendAllowed, Fail, "no_task").with("Account", string(account.Name)).with("User", string(f.Me.Value.Name)).
			at(graph.PageWhatsAppAccounts).from(answered())
	}
	if trouble, found := worstHealth(account.Health, sender.number.Health); found {
		return trouble
	}
	return row(SendAllowed, Pass, "allowed").with("Account", string(account.Name)).from(answered())
}

// worstHealth reads what health_status holds against sending: the first thing
// that blocks it, else the first that limits it.
func worstHealth(healths ...*graph.HealthStatus) (worst Row, found bool) {
	blocked := false
	for _, health := range healths {
		if health == nil {
			continue
		}
		blocked = blocked || health.CanSend.Is("BLOCKED")
		for _, entity := range health.Entities {
			outcome, bad := entityRow(entity)
			if bad && (!found || outcome.Status == Fail && worst.Status != Fail) {
				worst, found = outcome, true
			}
		}
	}
	if blocked && worst.Status != Fail {
		return row(SendAllowed, Fail, "blocked").at(graph.PagePhoneNumbers).from(answered()), true
	}
	return worst, found
}

// entityRow judges one link of the chain that a message passes.
func entityRow(entity graph.HealthEntity) (outcome Row, bad bool) {
	status := Warn
	switch {
	case entity.CanSend.Is("BLOCKED"):
		status = Fail
	case !entity.CanSend.Is("LIMITED"):
		return Row{}, false
	}
	for _, trouble := range entity.Errors {
		if slices.Contains(ignoredHealth, trouble.Code.Value) {
			continue
		}
		told := &graph.Error{HTTPStatus: 200, Code: int(trouble.Code.Value), Message: string(trouble.Description)}
		result := troubleRow(SendAllowed, told)
		if told.Trouble().ID == graph.TroubleUnknown {
			// Meta's own words say more than that the code is not known here.
			result = row(SendAllowed, status, "told").with("Message", strings.TrimSpace(string(trouble.Description+" "+trouble.Solution))).
				at(graph.PagePhoneNumbers).from(answerOf(told))
		}
		result.Status = status
		return result, true
	}
	if status == Fail && len(entity.Errors) == 0 {
		return row(SendAllowed, Fail, "blocked").at(graph.PagePhoneNumbers).from(answered()), true
	}
	return Row{}, false
}

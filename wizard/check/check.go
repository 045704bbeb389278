package check

import (
	"context"
	"time"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

// judged is one check: its id, the stage after which its facts are known, and
// the judge.
type judged struct {
	id    ID
	stage stage
	judge func(Facts) Row
}

// stage orders the gathering: a row is delivered as soon as its stage is over.
type stage int

const (
	onPaste stage = iota
	onIdentity
	onAccounts
	onAccess
)

// checks is every check in the order of the report.
var checks = []judged{
	{LocalShape, onPaste, judgeShape},
	{NetReach, onIdentity, judgeReach},
	{NetClock, onIdentity, judgeClock},
	{TokenAlive, onIdentity, judgeAlive},
	{TokenKind, onIdentity, judgeKind},
	{TokenExpiry, onIdentity, judgeExpiry},
	{AppMatch, onAccounts, judgeApp},
	{PermMessaging, onIdentity, judgeMessaging},
	{PermManagement, onAccounts, judgeManagement},
	{PermSurplus, onIdentity, judgeSurplus},
	{AccountReach, onAccounts, judgeAccountReach},
	{AccountReview, onAccounts, judgeAccountReview},
	{PhoneList, onAccounts, judgePhoneList},
	{PhoneVerified, onAccounts, judgePhoneVerified},
	{PhoneName, onAccounts, judgePhoneName},
	{PhoneStatus, onAccounts, judgePhoneStatus},
	{PhoneQuality, onAccounts, judgePhoneQuality},
	{PhoneTest, onAccounts, judgePhoneTest},
	{TemplatesRead, onAccounts, judgeTemplates},
	{SendAllowed, onAccess, judgeSend},
	{WebhookSubscribed, onAccounts, judgeWebhook},
	{APIVersion, onIdentity, judgeVersion},
}

// IDs lists all checks in their order.
func IDs() []ID {
	ids := make([]ID, len(checks))
	for i, check := range checks {
		ids[i] = check.id
	}
	return ids
}

// Request is one check of one token.
type Request struct {
	Paste    Paste
	Expected Expectation
	Graph    graph.Options
	Access   bool             // ask what the user may do with each account also where that is one more round of calls
	Now      func() time.Time // nil for time.Now
	OnRow    func(Row)        // called from the goroutine that called Run, as rows are known; may be nil
}

// Run checks a token. It always returns a whole report: what could not be
// asked is in the rows. The error is only for a request that makes no sense,
// such as a base address that is not Graph's.
func Run(ctx context.Context, request Request) (Report, error) {
	if request.Now == nil {
		request.Now = time.Now
	}
	client, err := graph.New(request.Graph, request.Paste.Token)
	if err != nil {
		return Report{}, err
	}
	defer client.Close()

	facts := Facts{Paste: request.Paste, Expected: request.Expected, Version: client.Version(), Now: request.Now()}
	finish := func(done stage) {
		for _, check := range checks {
			if check.stage == done && request.OnRow != nil {
				request.OnRow(check.judge(facts).redacted(facts.Paste.Token))
			}
		}
	}
	finish(onPaste)
	if facts.Paste.Usable() {
		probeIdentity(ctx, client, &facts)
	}
	facts.Now = request.Now()
	finish(onIdentity)
	if facts.worthAskingAccounts() {
		probeAccounts(ctx, client, &facts)
	}
	finish(onAccounts)
	if request.Access {
		probeAccess(ctx, client, &facts)
	}
	finish(onAccess)
	return newReport(facts, judgeAll(facts)), nil
}

// judgeAll judges by all that is known in the end: whose customer a business
// token is for is told with the accounts, and which number is the usual one with
// what the user may do.
func judgeAll(facts Facts) []Row {
	rows := make([]Row, len(checks))
	for i, check := range checks {
		rows[i] = check.judge(facts).redacted(facts.Paste.Token)
	}
	return rows
}

// worthAskingAccounts is false when the first round has said already that no
// call will be answered, or that asking on only makes a limit last longer.
func (f Facts) worthAskingAccounts() bool {
	_, hopeless := f.afterAlive(AccountReach)
	return !hopeless && classOf(f.Me.Err) != trouble.ClassLimit
}

// redacted is the last line of defence: a person may have typed the token where
// an expected id belongs, and it does not leave in a row.
func (r Row) redacted(token graph.Token) Row {
	for name, value := range r.Values {
		r.Values[name] = graph.Redact(value, token)
	}
	return r
}

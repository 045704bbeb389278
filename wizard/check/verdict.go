package check

import "slices"

// Outcome is the verdict's one word.
type Outcome string

// The outcomes of a whole check.
const (
	Ready     Outcome = "ready"
	Attention Outcome = "attention"
	NotReady  Outcome = "not_ready"
	Undecided Outcome = "unknown"
)

// The reasons of a verdict.
const (
	VerdictReady           Reason = "verdict.ready"
	VerdictReadyEnds       Reason = "verdict.ready_ends"
	VerdictReadyDataAccess Reason = "verdict.ready_data_access"
	VerdictEnds            Reason = "verdict.ends"
	VerdictDataAccess      Reason = "verdict.data_access"
	VerdictDataAccessPast  Reason = "verdict.data_access_past"
	VerdictTemporary       Reason = "verdict.temporary"
	VerdictKindUnknown     Reason = "verdict.kind_unknown"
	VerdictExpiryUnknown   Reason = "verdict.expiry_unknown"
	VerdictTestNumber      Reason = "verdict.test_number"
	VerdictAdvice          Reason = "verdict.advice"
	VerdictUnknown         Reason = "verdict.unknown"
	VerdictNotReady        Reason = "verdict.not_ready"
	VerdictAlmost          Reason = "verdict.almost"
	VerdictDead            Reason = "verdict.dead"
	VerdictNoToken         Reason = "verdict.no_token"
)

// VerdictReasons lists all reasons of a verdict.
var VerdictReasons = []Reason{
	VerdictReady, VerdictReadyEnds, VerdictReadyDataAccess, VerdictEnds, VerdictDataAccess, VerdictDataAccessPast,
	VerdictTemporary, VerdictKindUnknown, VerdictExpiryUnknown, VerdictTestNumber, VerdictAdvice, VerdictUnknown,
	VerdictNotReady, VerdictAlmost, VerdictDead, VerdictNoToken,
}

// Verdict is what a person reads first. About is the row that decided, if one
// did.
type Verdict struct {
	Status  Outcome
	Reason  Reason
	About   Row
	Missing int // things to fix
}

// Expires reports whether a token that is ready has an end all the same: to a person that is
// worth a word, and no reason to call it anything else than ready.
func (v Verdict) Expires() bool {
	return v.Reason == VerdictReadyEnds || v.Reason == VerdictReadyDataAccess
}

// Shown is the outcome that a person is shown: one that is ready and has an end is never plainly
// fine.
func (v Verdict) Shown() Outcome {
	if v.Expires() {
		return Attention
	}
	return v.Status
}

// judgeVerdict is a function of the rows alone.
func judgeVerdict(rows []Row) Verdict {
	if fails := withStatus(rows, Fail); len(fails) > 0 {
		return failing(rows, fails)
	}
	unknown := withStatus(rows, Unknown)
	if undecided := among(unknown, func(check Check) bool { return check.Decides }); len(undecided) > 0 {
		// The first obstacle on the way explains the later ones.
		return Verdict{Status: Undecided, Reason: VerdictUnknown, About: undecided[0]}
	}
	expiry, _ := find(rows, TokenExpiry)
	about := mostImportant(withStatus(rows, Warn))
	notKnown := mostImportant(among(unknown, func(check Check) bool { return check.Tells }))
	temporary := about.Reason == TokenKindUser
	switch {
	case expiry.Status == Warn, temporary && !expiry.Date.IsZero():
		return Verdict{Status: Attention, Reason: endReason(expiry), About: expiry}
	case temporary:
		return Verdict{Status: Attention, Reason: VerdictTemporary, About: about}
	case notKnown.ID == TokenKind:
		return Verdict{Status: Attention, Reason: VerdictKindUnknown, About: notKnown}
	case notKnown.ID != "":
		return Verdict{Status: Attention, Reason: VerdictExpiryUnknown, About: notKnown}
	case about.ID == PhoneTest:
		return Verdict{Status: Attention, Reason: VerdictTestNumber, About: about}
	case about.ID != "":
		return Verdict{Status: Attention, Reason: VerdictAdvice, About: about}
	case expiry.Reason == TokenExpiryDataAccess:
		return Verdict{Status: Ready, Reason: VerdictReadyDataAccess, About: expiry}
	case !expiry.Date.IsZero():
		return Verdict{Status: Ready, Reason: VerdictReadyEnds, About: expiry}
	}
	return Verdict{Status: Ready, Reason: VerdictReady, About: expiry}
}

// failing is the verdict where something has to be put right.
func failing(rows, fails []Row) Verdict {
	missing := countCauses(fails)
	verdict := Verdict{Status: NotReady, Reason: VerdictNotReady, About: mostImportant(fails), Missing: missing}
	alive, _ := find(rows, TokenAlive)
	switch id := verdict.About.ID; {
	case id == LocalShape:
		verdict.Reason = VerdictNoToken
	case id == TokenAlive:
		verdict.Reason = VerdictDead
	case alive.Status == Pass && missing == 1 && id != TokenKind && id != TokenExpiry:
		verdict.Reason = VerdictAlmost
	}
	return verdict
}

// countCauses counts what has to be put right. What stops messages is what
// another row says already, and without the management permission neither
// accounts nor templates answer.
func countCauses(fails []Row) int {
	causes := len(fails)
	drop := func(id ID) {
		if _, found := find(fails, id); found && causes > 1 {
			causes--
		}
	}
	drop(SendAllowed)
	if _, found := find(fails, PermManagement); found {
		drop(AccountReach)
		drop(TemplatesRead)
	}
	return causes
}

// endReason says what it is that ends: the token, or its access to data.
func endReason(expiry Row) Reason {
	switch expiry.Reason {
	case TokenExpiryDataAccessPast:
		return VerdictDataAccessPast
	case TokenExpiryDataAccess, TokenExpiryDataAccessSoon, TokenExpiryDataAccessToday:
		return VerdictDataAccess
	}
	return VerdictEnds
}

func withStatus(rows []Row, status Status) []Row {
	var found []Row
	for _, row := range rows {
		if row.Status == status {
			found = append(found, row)
		}
	}
	return found
}

// among are the rows of checks of some kind.
func among(rows []Row, kind func(Check) bool) []Row {
	return slices.DeleteFunc(slices.Clone(rows), func(row Row) bool { return !kind(row.check()) })
}

// mostImportant is the row that the verdict is about, of several that it could be.
func mostImportant(rows []Row) Row {
	if len(rows) == 0 {
		return Row{}
	}
	return slices.MinFunc(rows, func(a, b Row) int { return a.check().Importance - b.check().Importance })
}

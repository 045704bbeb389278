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

// Verdict is what a person reads first. Reason is the id of its words; About
// is the row that decided, if one did.
type Verdict struct {
	Status  Outcome
	Reason  string
	About   Row
	Missing int // things to fix
}

// deciding checks are the calls that a token is for: when one of them could not
// be made, nothing can be said.
var deciding = []ID{NetReach, TokenAlive, AppMatch, PermMessaging, PermManagement, AccountReach, PhoneList, TemplatesRead}

// telling checks say how long and as what the token works. Where they could
// not be made the token may be in use, with a word about what is not known.
var telling = []ID{TokenExpiry, TokenKind}

// byImportance orders what the verdict's sentence is about when several rows
// could be it.
var byImportance = []ID{
	LocalShape, TokenAlive, TokenExpiry, TokenKind, AppMatch, PermMessaging, PermManagement, AccountReach,
	PhoneList, AccountReview, PhoneStatus, PhoneVerified, PhoneName, PhoneTest, SendAllowed, TemplatesRead,
	NetReach, PhoneQuality, PermSurplus, WebhookSubscribed, NetClock, APIVersion,
}

// judgeVerdict is a function of the rows alone.
func judgeVerdict(rows []Row) Verdict {
	if fails := withStatus(rows, Fail); len(fails) > 0 {
		return failing(rows, fails)
	}
	unknown := withStatus(rows, Unknown)
	if undecided := among(unknown, deciding); len(undecided) > 0 {
		// The first obstacle on the way explains the later ones.
		return Verdict{Status: Undecided, Reason: "verdict.unknown", About: undecided[0]}
	}
	expiry, _ := find(rows, TokenExpiry)
	about := mostImportant(withStatus(rows, Warn))
	untold := mostImportant(among(unknown, telling))
	verdict := func(status Outcome, reason string, about Row) Verdict {
		return Verdict{Status: status, Reason: "verdict." + reason, About: about}
	}
	temporary := about.Reason == "check.token.kind.user"
	switch {
	case expiry.Status == Warn, temporary && expiry.Values["Date"] != "":
		return verdict(Attention, endReason(expiry), expiry)
	case temporary:
		return verdict(Attention, "temporary", about)
	case untold.ID == TokenKind:
		return verdict(Attention, "kind_untold", untold)
	case untold.ID != "":
		return verdict(Attention, "expiry_untold", untold)
	case about.ID == PhoneTest:
		return verdict(Attention, "test_number", about)
	case about.ID != "":
		return verdict(Attention, "advice", about)
	case expiry.Values["Date"] != "":
		return verdict(Ready, "ready_"+endReason(expiry), expiry)
	}
	return verdict(Ready, "ready", expiry)
}

// failing is the verdict where something has to be put right.
func failing(rows, fails []Row) Verdict {
	missing := countCauses(fails)
	verdict := Verdict{Status: NotReady, Reason: "verdict.not_ready", About: mostImportant(fails), Missing: missing}
	alive, _ := find(rows, TokenAlive)
	switch id := verdict.About.ID; {
	case id == LocalShape:
		verdict.Reason = "verdict.no_token"
	case id == TokenAlive:
		verdict.Reason = "verdict.dead"
	case alive.Status == Pass && missing == 1 && id != TokenKind && id != TokenExpiry:
		verdict.Reason = "verdict.almost"
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
func endReason(expiry Row) string {
	switch expiry.Reason {
	case "check.token.expiry.data_access_past":
		return "data_access_past"
	case "check.token.expiry.data_access", "check.token.expiry.data_access_soon", "check.token.expiry.data_access_today":
		return "data_access"
	}
	return "ends"
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

func among(rows []Row, ids []ID) []Row {
	var found []Row
	for _, row := range rows {
		if slices.Contains(ids, row.ID) {
			found = append(found, row)
		}
	}
	return found
}

func mostImportant(rows []Row) Row {
	for _, id := range byImportance {
		if row, ok := find(rows, id); ok {
			return row
		}
	}
	return Row{}
}

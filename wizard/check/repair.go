package check

import "latchkey/graph"

// RepairKind names what can be put right from here, with the token of the check;
// see package wizard/repair. RepairNone is nothing.
type RepairKind string

// The repairs that a row can offer.
const (
	RepairNone      RepairKind = ""
	RepairSubscribe RepairKind = "subscribe" // the token's own app to the account's messages
	RepairRegister  RepairKind = "register"  // the number for the Cloud API
)

// AllRepairKinds lists them.
func AllRepairKinds() []RepairKind { return []RepairKind{RepairSubscribe, RepairRegister} }

// Repair is what can be put right from here about a row, and of what: the account,
// and the number where it is about one.
type Repair struct {
	Kind    RepairKind
	Account graph.ID
	Phone   graph.ID
}

// offering makes a row offer a repair.
func (r Row) offering(kind RepairKind, of sender) Row {
	r.Repair = Repair{Kind: kind, Account: of.account.ID, Phone: of.number.ID}
	return r
}

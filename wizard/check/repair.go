package check

import (
	"latchkey/graph"
	"latchkey/graph/trouble"
)

// RepairKind names what can be put right from here, with the token of the check;
// see package wizard/repair. RepairNone is nothing.
type RepairKind string

// The repairs that a row can offer.
const (
	RepairNone      RepairKind = ""
	RepairSubscribe RepairKind = "subscribe" // the token's own app to the account's messages
	RepairRegister  RepairKind = "register"  // the number for the Cloud API
	RepairProof     RepairKind = "proof"     // the app demands one: check again with its secret
)

// The repairs of a token itself, which no row offers.
const (
	RepairExtend RepairKind = "extend" // a saved one gets sixty more days
	RepairRevoke RepairKind = "revoke" // one is ended for everybody who has it
)

// AllRepairKinds lists what can be put right from here.
func AllRepairKinds() []RepairKind {
	return []RepairKind{RepairSubscribe, RepairRegister, RepairProof, RepairExtend, RepairRevoke}
}

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

// proofs are what Graph says of an app that takes calls with a proof of its secret
// only.
var proofs = []trouble.Trouble{trouble.AppSecretProof, trouble.AppSecretProofWrong}

// DemandsProof reports whether nothing more could be told without a proof of the
// app's secret, or with one of another app's.
func (r Report) DemandsProof() bool { return r.Verdict.About.Repair.Kind == RepairProof }

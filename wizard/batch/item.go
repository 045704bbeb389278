package batch

import (
	"latchkey/wizard/check"
)

// Item is one row of a list.
type Item struct {
	Row      int    // the line in the list, from 1
	Name     string // the person's own, may be ""
	Paste    check.Paste
	Saved    string // the name of a saved token, in place of Paste
	Expected check.Expectation
	Fault    Fault // why the row cannot be checked, "" where it can
}

// Fault says why a row of a list cannot be checked; it is the id of its words.
type Fault string

// The faults of a row itself. A token that cannot be had from the keychain has
// the fault "keychain." and the vault's reason.
const (
	FaultUnreadable Fault = "batch.unreadable"   // its quotes do not match
	FaultTooMany    Fault = "batch.too_many"     // more columns than there are
	FaultApp        Fault = "batch.bad_app"      // no id stands in the column of the app
	FaultAccount    Fault = "batch.bad_account"  // no id stands in that of the account
	FaultNumber     Fault = "batch.bad_number"   // no id stands in that of the number
	FaultNoToken    Fault = "batch.no_token"     // neither a token nor a name of one
	FaultNoName     Fault = "batch.no_such_name" // no token is saved under the name
	FaultNeither    Fault = "batch.neither"      // no token, and no name of a saved one
	FaultNotChecked Fault = "batch.not_checked"  // the check could not begin
)

// Faults lists the faults of rows.
var Faults = []Fault{
	FaultUnreadable, FaultTooMany, FaultApp, FaultAccount, FaultNumber, FaultNoToken, FaultNoName, FaultNeither, FaultNotChecked,
}

package check

import (
	"strings"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

// Reason says why a row, or a verdict, is as it is. It is the id of its words,
// and stands in reports that were sent and lists that were kept: a reason that
// is renamed is still understood by its earlier name. The reasons of a check
// are beside the check.
type Reason string

// Why a check was passed over.
const (
	SkippedNoToken            Reason = "skipped.no_token"
	SkippedNotReached         Reason = "skipped.not_reached"
	SkippedTokenDead          Reason = "skipped.token_dead"
	SkippedAllRefused         Reason = "skipped.all_refused"
	SkippedNotAsked           Reason = "skipped.not_asked"
	SkippedPermissionsUnknown Reason = "skipped.unknown"
	SkippedNoAccount          Reason = "skipped.no_account"
	SkippedNoNumber           Reason = "skipped.no_number"
	SkippedNoMessaging        Reason = "skipped.no_messaging"
)

// SkippedReasons lists why a check may be passed over.
var SkippedReasons = []Reason{
	SkippedNoToken, SkippedNotReached, SkippedTokenDead, SkippedNotAsked, SkippedPermissionsUnknown, SkippedNoAccount,
	SkippedNoNumber, SkippedNoMessaging, SkippedAllRefused,
}

// TroubleReason is the reason that an error of Graph gives.
func TroubleReason(cause trouble.Trouble) Reason { return Reason("trouble." + cause.ID) }

// NetworkReason is the reason that trouble on the way gives.
func NetworkReason(kind graph.NetworkKind) Reason { return Reason("network." + string(kind)) }

// Borrowed reports whether a reason is an error of Graph's or of the network's,
// which is told in the same words wherever it is met.
func (r Reason) Borrowed() bool {
	return strings.HasPrefix(string(r), "trouble.") || strings.HasPrefix(string(r), "network.")
}

// BorrowedReasons lists the reasons that are not a check's own.
func BorrowedReasons() []Reason {
	var all []Reason
	for _, cause := range trouble.All() {
		all = append(all, TroubleReason(cause))
	}
	for _, kind := range graph.AllNetworkKinds() {
		all = append(all, NetworkReason(kind))
	}
	return all
}

// UnmarshalText reads a reason, also one that an earlier program wrote.
func (r *Reason) UnmarshalText(text []byte) error {
	*r = Reason(strings.ReplaceAll(string(text), "untold", "unknown"))
	return nil
}

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
	SkippedNotAsked           Reason = "skipped.not_asked"
	SkippedPermissionsUnknown Reason = "skipped.unknown"
	SkippedNoAccount          Reason = "skipped.no_account"
	SkippedNoNumber           Reason = "skipped.no_number"
	SkippedNoMessaging        Reason = "skipped.no_messaging"
)

// TroubleReason is the reason that an error of Graph gives.
func TroubleReason(cause trouble.Trouble) Reason { return Reason("trouble." + cause.ID) }

// NetworkReason is the reason that trouble on the way gives.
func NetworkReason(kind graph.NetworkKind) Reason { return Reason("network." + string(kind)) }

// UnmarshalText reads a reason, also one that an earlier program wrote.
func (r *Reason) UnmarshalText(text []byte) error {
	*r = Reason(strings.ReplaceAll(string(text), "untold", "unknown"))
	return nil
}

package words

import (
	"cmp"
	"time"

	"latchkey/wizard/partner"
)

// PartnerFault says what is wrong with what was typed into a field: "app",
// "secret" or "code".
func (w *Words) PartnerFault(field string, fault partner.Fault) string {
	return cmp.Or(w.Maybe("partner."+field+"."+string(fault)), w.Say("partner."+field+".empty"))
}

// CustomerValues are what the sentences about a customer's token take: whose it
// is, and when it ends.
func (w *Words) CustomerValues(result partner.Result, now time.Time) Values {
	values := Values{"ID": string(result.Customer.Business), "Name": cmp.Or(result.SavedAs, result.Customer.Name)}
	if !result.ExpiresAt.IsZero() {
		values["When"] = w.Date(result.ExpiresAt, now)
	}
	return values
}

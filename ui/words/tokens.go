package words

import (
	"cmp"
	"time"

	"latchkey/wizard/repair"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// OfEntry are the values of the sentences about extending a saved token.
func (w *Words) OfEntry(entry vault.Entry, now time.Time) Values {
	values := Values{"Name": entry.Name, "User": cmp.Or(entry.UserName, entry.UserID), "App": cmp.Or(entry.AppName, entry.AppID)}
	if !entry.ExpiresAt.IsZero() {
		values["When"] = w.Date(entry.ExpiresAt, now)
	}
	return values
}

// Extending says what extending a saved token would do.
func (w *Words) Extending(entry vault.Entry, now time.Time) string {
	return w.Paragraph(w.Say("fix.extend.get", w.OfEntry(entry, now)), w.Say("fix.extend.will", w.OfEntry(entry, now)))
}

// OfRevocation are the values of the sentences about revoking a token.
func (w *Words) OfRevocation(of *repair.Revocation) Values {
	entry := of.Entry
	return Values{
		"Last4": of.Last4, "User": cmp.Or(entry.UserName, entry.UserID), "App": cmp.Or(entry.AppName, entry.AppID),
		"Number": saved.NumberOf(entry), "Names": w.Quoted(of.SavedAs...),
	}
}

// Revoking says what revoking a token would end.
func (w *Words) Revoking(of *repair.Revocation) string {
	values := w.OfRevocation(of)
	return w.Paragraph(w.Say("fix.revoke.will", values), w.Say("fix.revoke.stops", values))
}

// Renewing says which token is being renewed, why, and that it stays until then.
func (w *Words) Renewing(old vault.Entry, now time.Time) string {
	end, why := saved.EndOf(old), ""
	switch condition := saved.ConditionOf(old, now); {
	case condition == saved.Ended:
		why = w.Say("renew.why.ended", Values{"When": w.When(end, now)})
	case condition == saved.Broken:
		why = w.Say("renew.why.broken")
	case !end.IsZero():
		why = w.Say("renew.why.ends", Values{"When": w.When(end, now)})
	}
	of := w.Say("renew.of", Values{"Name": old.Name, "Last4": old.Last4})
	return w.Paragraph(of, why, w.Say("renew.stays"))
}

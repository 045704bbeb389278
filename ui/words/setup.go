package words

import (
	"slices"
	"time"
	"unicode"
	"unicode/utf8"

	"latchkey/wizard/check"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// SummaryLine is what a line of the summary says, told at now.
func (w *Words) SummaryLine(summary setup.Summary, line setup.Line, now time.Time) string {
	switch line {
	case setup.LineName:
		return summary.Name
	case setup.LineWorksAs:
		return w.WorksAs(summary.Token)
	case setup.LineAccount:
		return w.Say("keep.account_text", Values{"Name": string(summary.Account.Name), "ID": string(summary.Account.ID)})
	case setup.LineNumber:
		return w.Say("keep.number_text", Values{"Number": string(summary.Number.Display), "Name": string(summary.Number.VerifiedName)})
	case setup.LineMay:
		return w.MayDo(summary.Granted)
	case setup.LineExpires:
		return w.Expires(summary.Token, now)
	case setup.LineKeptIn:
		return w.KeptIn(summary.Place, summary.Service)
	}
	return ""
}

// Changeable says what of a summary can be changed.
func (w *Words) Changeable(summary setup.Summary) string {
	for _, line := range summary.Lines() {
		if summary.Change(line) == setup.ChangeNumber {
			return w.Say("keep.fixed_but_number")
		}
	}
	return w.Say("keep.fixed")
}

// WorksAs says whose token it is: which kind of user, of which app.
func (w *Words) WorksAs(token check.TokenFacts) string {
	if token.Kind == "" {
		return w.Say("kept.unknown")
	}
	return w.Say("keep.works_as_text", Values{
		"Kind": w.Say("kind." + string(token.Kind)), "User": token.UserName, "App": token.AppName,
	})
}

// MayDo says what the permissions for WhatsApp allow.
func (w *Words) MayDo(granted []string) string {
	var may []string
	for _, scope := range []string{check.ScopeMessaging, check.ScopeManagement} {
		if slices.Contains(granted, scope) {
			may = append(may, w.Say("scope."+scope))
		}
	}
	return capital(w.LongList(may...))
}

// capital makes a phrase begin as a sentence does.
func capital(phrase string) string {
	first, size := utf8.DecodeRuneInString(phrase)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + phrase[size:]
}

// Expires says when a token ends.
func (w *Words) Expires(token check.TokenFacts, now time.Time) string {
	switch {
	case token.NeverExpires:
		return w.Say("keep.never")
	case token.ExpiresAt.IsZero():
		return w.Say("keep.not_known")
	}
	return w.Date(token.ExpiresAt, now)
}

// KeptIn says in which keychain a token lies, and under which service.
func (w *Words) KeptIn(place vault.Place, service string) string {
	return w.Say("keep.place", Values{"Place": w.Say("place." + string(place)), "Service": service})
}

// Difference says how a new token is not like the one it renews.
func (w *Words) Difference(difference setup.Difference) string {
	return w.Say("renew.differs_"+string(difference.Kind), Values{"Was": difference.Was, "Is": difference.Is})
}

// Scenario is a scenario of practice in a few words; training ones tell a
// customer's trouble.
func (w *Words) Scenario(name string, training bool) string {
	if training {
		return w.Say("training." + name + ".title")
	}
	return w.Say("scenario." + name)
}

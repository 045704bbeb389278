package parts

import (
	"slices"

	"latchkey/ui/shell"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// WorksAs says whose token it is: which kind of user, of which app.
func WorksAs(s *shell.Shell, token check.TokenFacts) string {
	if token.Kind == "" {
		return s.Say("kept.unknown")
	}
	return s.Say("keep.works_as_text", words.Values{
		"Kind": s.Say("kind." + string(token.Kind)), "User": token.UserName, "App": token.AppName,
	})
}

// MayDo says what the permissions for WhatsApp allow.
func MayDo(s *shell.Shell, granted []string) string {
	var may []string
	for _, scope := range []string{check.ScopeMessaging, check.ScopeManagement} {
		if slices.Contains(granted, scope) {
			may = append(may, s.Say("scope."+scope))
		}
	}
	return s.Words.LongList(may...)
}

// Expires says when a token ends.
func Expires(s *shell.Shell, token check.TokenFacts) string {
	switch {
	case token.NeverExpires:
		return s.Say("keep.never")
	case token.ExpiresAt.IsZero():
		return s.Say("keep.not_known")
	}
	return s.Words.Date(token.ExpiresAt, s.Now())
}

// Service is the name under which the keychain keeps tokens now.
func Service(s *shell.Shell) string {
	if s.Practice() != nil {
		return vault.PracticeService
	}
	return vault.Service
}

// TokenDetail tells one saved token from another: number, app, last characters.
func TokenDetail(s *shell.Shell, entry vault.Entry) string {
	return s.Say("saved.detail", words.Values{
		"Number": saved.NumberOf(entry), "App": entry.AppName, "Last4": entry.Last4,
	})
}

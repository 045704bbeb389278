package parts

import (
	"latchkey/ui/shell"
	"latchkey/ui/words"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

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

package saved

import (
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// Note puts into an index entry what a report says. A check that could not be
// made changes nothing but leaves the last word standing, and so does what a
// check was not told.
func Note(entry *vault.Entry, report check.Report) {
	if report.Verdict.Status == check.Undecided {
		return
	}
	entry.LastCheckedAt = report.CheckedAt
	entry.Verdict = string(report.Verdict.Status)
	token := report.Token
	if token.Kind != check.KindUnknown {
		entry.Kind = string(token.Kind)
	}
	if token.AppID != "" {
		entry.AppID, entry.AppName = string(token.AppID), token.AppName
	}
	if token.ClientBusinessID != "" {
		entry.ClientBusinessID = string(token.ClientBusinessID)
	}
	if token.UserID != "" {
		entry.UserID, entry.UserName = string(token.UserID), token.UserName
	}
	if len(report.Permissions.Granted) > 0 {
		entry.Permissions = report.Permissions.Granted
	}
	if token.NeverExpires || !token.ExpiresAt.IsZero() {
		entry.NeverExpires, entry.ExpiresAt = token.NeverExpires, token.ExpiresAt
		entry.DataAccessExpiresAt = token.DataAccessExpiresAt
		entry.IssuedAt = token.IssuedAt
	}
	if len(report.Accounts) > 0 {
		entry.Accounts = accountsOf(report)
	}
	notePreferred(entry, report.Preferred)
}

// notePreferred fills in what the token is used for, where nobody chose it: tokens
// that were fetched or taken over have gone through no setup. Without it nothing
// can be sent with them.
func notePreferred(entry *vault.Entry, preferred check.Preferred) {
	if entry.AccountID == "" {
		entry.AccountID = string(preferred.Account)
	}
	if entry.PhoneID == "" && entry.AccountID == string(preferred.Account) {
		entry.PhoneID = string(preferred.Phone)
	}
}

func accountsOf(report check.Report) []vault.Account {
	accounts := make([]vault.Account, len(report.Accounts))
	for i, account := range report.Accounts {
		accounts[i] = vault.Account{ID: string(account.ID), Name: string(account.Name)}
		for _, number := range account.Numbers {
			accounts[i].Phones = append(accounts[i].Phones, vault.Phone{
				ID: string(number.ID), Display: string(number.Display), Name: string(number.VerifiedName), Test: number.Test(),
			})
		}
	}
	return accounts
}

package wizard

import (
	"context"
	"errors"

	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// ErrNothingToSave says that there is no checked token.
var ErrNothingToSave = errors.New("there is no checked token to save")

// choose fills in account, number and name where only one can be meant. What
// was chosen before is kept as long as the token still reaches it.
func (s *Setup) choose(report check.Report) {
	account := find(report.Accounts, func(a graph.WhatsAppAccount) bool { return a.ID == s.progress.Account })
	if account == nil {
		account = first(report.Accounts)
		s.progress.Phone = ""
	}
	if account == nil {
		return
	}
	s.progress.Account = account.ID
	number := find(account.Numbers, func(n graph.PhoneNumber) bool { return n.ID == s.progress.Phone })
	if number == nil {
		number = find(account.Numbers, func(n graph.PhoneNumber) bool { return !n.Test() })
	}
	if number == nil {
		number = first(account.Numbers)
	}
	if number != nil {
		s.progress.Phone = number.ID
	}
	if s.progress.Name == "" {
		s.progress.Name = suggestName(report, account.ID)
	}
}

// Choose sets the account, and with it the number that the token will be
// used for. number may be "": then the account's first own one is meant.
func (s *Setup) Choose(account, number graph.ID) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.progress.Account, s.progress.Phone = account, number
	if s.report != nil {
		s.choose(*s.report)
	}
}

// Chosen returns the account and number chosen; nil where there is none.
func (s *Setup) Chosen() (*graph.WhatsAppAccount, *graph.PhoneNumber) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.report == nil {
		return nil, nil
	}
	account := find(s.report.Accounts, func(a graph.WhatsAppAccount) bool { return a.ID == s.progress.Account })
	if account == nil {
		return nil, nil
	}
	return account, find(account.Numbers, func(n graph.PhoneNumber) bool { return n.ID == s.progress.Phone })
}

// Rename sets the name under which the token will be saved. Errors are
// *vault.NameError, and vault.ErrTokenInEntry for a name that holds a token.
func (s *Setup) Rename(name string) error {
	name, err := vault.CleanName(name)
	if err != nil {
		return err
	}
	if graph.Redact(name, s.Token()) != name {
		return vault.ErrTokenInEntry
	}
	s.Change(func(progress *Progress) { progress.Name = name })
	return nil
}

// Save keeps the token in the keychain under the progress' name, reads it back
// and ends the setup. With replace, a token of that name gives way; otherwise a
// *vault.TakenError says that there is one. The outcome is the vault's word on
// what the name stands for now, also beside an error.
func (s *Setup) Save(ctx context.Context, replace bool) (vault.Outcome, error) {
	s.mutex.Lock()
	report, token, progress, fetched := s.report, s.paste.Token, s.progress, s.fetched
	s.mutex.Unlock()
	if report == nil || token.IsZero() {
		return vault.NotSaved, ErrNothingToSave
	}
	name, err := vault.CleanName(progress.Name)
	if err != nil {
		return vault.NotSaved, err
	}
	entry := vault.Entry{Name: name, AccountID: string(progress.Account), PhoneID: string(progress.Phone)}
	saved.Note(&entry, *report)
	noteFetched(&entry, progress, fetched)

	save := s.world.Vault.Save
	if replace || s.renews != nil && s.renews.Name == name {
		save = s.world.Vault.Replace
	}
	outcome, err := save(ctx, entry, token)
	if err != nil {
		return outcome, err
	}
	s.end(&entry)
	s.remembering.Lock()
	defer s.remembering.Unlock()
	return outcome, s.world.Progress.Remove(ctx)
}

// end makes the setup one that is over: the next one starts at its beginning.
func (s *Setup) end(saved *vault.Entry) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.saved = saved
	s.progress = Progress{Business: s.progress.Business, App: s.progress.App}
}

// Saved is what was saved, nil before.
func (s *Setup) Saved() *vault.Entry {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.saved
}

// Token is the token of this setup, for the copy button after saving.
func (s *Setup) Token() graph.Token {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.paste.Token
}

func find[T any](things []T, fits func(T) bool) *T {
	for i := range things {
		if fits(things[i]) {
			return &things[i]
		}
	}
	return nil
}

func first[T any](things []T) *T {
	if len(things) == 0 {
		return nil
	}
	return &things[0]
}

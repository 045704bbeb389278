package setup

import (
	"context"
	"errors"
	"strings"

	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// ErrNothingToSave says that there is no checked token.
var ErrNothingToSave = errors.New("there is no checked token to save")

// choose takes the account and number that the token is most likely used for.
// What was chosen before is kept as long as the token still reaches it.
func (s *Setup) choose(report check.Report) {
	account := find(report.Accounts, func(a graph.WhatsAppAccount) bool { return a.ID == s.progress.Account })
	if account == nil {
		s.progress.Account, s.progress.Phone = report.Preferred.Account, report.Preferred.Phone
		return
	}
	if find(account.Numbers, func(n graph.PhoneNumber) bool { return n.ID == s.progress.Phone }) != nil {
		return
	}
	switch own := find(account.Numbers, func(n graph.PhoneNumber) bool { return !n.Test() }); {
	case account.ID == report.Preferred.Account:
		s.progress.Phone = report.Preferred.Phone
	case own != nil:
		s.progress.Phone = own.ID
	case len(account.Numbers) > 0:
		s.progress.Phone = account.Numbers[0].ID
	default:
		s.progress.Phone = ""
	}
}

// Name is the one under which the token will be saved: what the person typed,
// else the account's name, else the app's.
func (s *Setup) Name() string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.progress.Name != "" || s.report == nil {
		return s.progress.Name
	}
	return suggestName(*s.report, s.progress.Account)
}

// suggestName is what the token could be called: the account's name, else the
// app's.
func suggestName(report check.Report, account graph.ID) string {
	for _, known := range report.Accounts {
		if known.ID == account && strings.TrimSpace(string(known.Name)) != "" {
			return clip(string(known.Name))
		}
	}
	if report.Token.AppName != "" {
		return clip(report.Token.AppName)
	}
	return "WhatsApp"
}

func clip(name string) string {
	name, err := vault.CleanName(name)
	if err != nil {
		return "WhatsApp"
	}
	return name
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
	if graph.HoldsSecret(name, s.Token()) {
		return vault.ErrTokenInEntry
	}
	s.Change(func(progress *Progress) { progress.Name = name })
	return nil
}

// Save keeps the token in the keychain under the progress' name, reads it back
// and ends the setup. With replace, a token of that name gives way, and Undo
// puts it back; otherwise a *vault.TakenError says that there is one. The outcome is the vault's word on
// what the name stands for now, also beside an error.
func (s *Setup) Save(ctx context.Context, replace bool) (vault.Outcome, error) {
	s.mutex.Lock()
	report, token, progress, fetched := s.current(), s.paste.Token, s.progress, s.fetched
	renews := s.renews != nil && !s.undone
	s.mutex.Unlock()
	if report == nil || token.IsZero() {
		return vault.NotSaved, ErrNothingToSave
	}
	name, err := vault.CleanName(s.Name())
	if err != nil {
		return vault.NotSaved, err
	}
	entry := vault.Entry{Name: name, AccountID: string(progress.Account), PhoneID: string(progress.Phone)}
	saved.Note(&entry, *report)
	noteFetched(&entry, progress, fetched)

	save := s.env.Vault.Save
	if replace || renews && s.renews.Name == name {
		s.holdFormer(ctx, name, token)
		save = s.env.Vault.Replace
	}
	outcome, err := save(ctx, entry, token)
	if err != nil {
		return outcome, err
	}
	entry.Last4 = token.Last4()
	if listed, err := s.env.Vault.Entry(ctx, name); err == nil {
		entry = listed // with all that the vault has filled in
	}
	s.end(&entry)
	s.remembering.Lock()
	defer s.remembering.Unlock()
	return outcome, s.store.Remove(ctx)
}

// end makes the setup one that is over: the next one starts at its beginning.
func (s *Setup) end(saved *vault.Entry) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.saved, s.ended = saved, s.progress
	if s.former != nil && s.former.Name() != saved.Name {
		s.former = nil
	}
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

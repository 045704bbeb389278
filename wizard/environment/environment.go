// Package environment is where the assistant works: Meta, this computer's keychain
// and this person's files, or the rehearsal's stand-ins for them; and what is
// checked there.
package environment

import (
	"context"
	"sync"
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
	"latchkey/wizard/partner"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// Environment is what the assistant works with.
type Environment struct {
	Practice bool
	// Rehearsed holds in practice what is otherwise written into files; it ends with the rehearsal.
	Rehearsed *sync.Map
	Graph     graph.Options
	Site      site.Site
	Vault     *vault.Vault
	Folder    *files.Folder // settings and what is remembered between runs
	Now       func() time.Time
}

// CheckOptions say how a token is checked.
type CheckOptions struct {
	Paste    check.Paste // what was pasted, where it was
	Expected check.Expectation
	Access   bool            // what the token's user may do with each account too: one more round of calls
	OnRow    func(check.Row) // hears of rows as they are known; may be nil
}

// Check checks a token and keeps nothing of it.
func (e Environment) Check(ctx context.Context, token graph.Token, options CheckOptions) (check.Report, error) {
	return check.Run(ctx, check.Request{
		Token: token, Paste: options.Paste, Expected: options.Expected, Access: options.Access, OnRow: options.OnRow,
		Graph: e.Graph, Now: e.Now,
	})
}

// CheckSaved checks a saved token and notes the outcome in the index. The
// token is held to the account and number it was saved for.
func (e Environment) CheckSaved(ctx context.Context, name string, onRow func(check.Row)) (check.Report, error) {
	entry, err := e.Vault.Entry(ctx, name)
	if err != nil {
		return check.Report{}, err
	}
	token, err := e.Vault.Token(ctx, name)
	if err != nil {
		return check.Report{}, err
	}
	expected := check.Expectation{App: graph.ID(entry.AppID), Account: graph.ID(entry.AccountID), Phone: graph.ID(entry.PhoneID), Kind: check.Kind(entry.Kind)}
	report, err := e.Check(ctx, token, CheckOptions{Expected: expected, OnRow: onRow})
	if err != nil {
		return report, err
	}
	err = e.Vault.Update(ctx, name, func(now *vault.Entry) {
		// Another program may have saved another token meanwhile.
		if now.SavedAt.Equal(entry.SavedAt) {
			saved.Note(now, report)
		}
	})
	return report, err
}

// Page is the address of one of Meta's pages.
func (e Environment) Page(page site.Page, ids site.PageIDs) string { return e.Site.Address(page, ids) }

// BusinessTokens is where customers' business tokens are got.
func (e Environment) BusinessTokens() partner.BusinessTokens {
	return partner.BusinessTokens{Graph: e.Graph, Vault: e.Vault, Now: e.Now}
}

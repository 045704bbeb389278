package wizard

import (
	"context"
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// World is where the assistant works: Meta, this computer's keychain and this
// person's files, or the rehearsal's stand-ins for them.
type World struct {
	Practice bool
	Graph    graph.Options
	Site     site.Site
	Vault    *vault.Vault
	Progress Store
	Now      func() time.Time
}

// Check checks a token in this world and keeps nothing of it.
func (w World) Check(ctx context.Context, paste check.Paste, expected check.Expectation, onRow func(check.Row)) (check.Report, error) {
	return check.Run(ctx, check.Request{Paste: paste, Expected: expected, Graph: w.Graph, Now: w.Now, OnRow: onRow})
}

// CheckInFull is Check with what the token's user may do with each account also
// where that takes one more round of calls.
func (w World) CheckInFull(ctx context.Context, paste check.Paste, expected check.Expectation, onRow func(check.Row)) (check.Report, error) {
	return check.Run(ctx, check.Request{Paste: paste, Expected: expected, Graph: w.Graph, Now: w.Now, OnRow: onRow, Access: true})
}

// CheckSaved checks a saved token and notes the outcome in the index. The
// token is held to the account and number it was saved for.
func (w World) CheckSaved(ctx context.Context, name string, onRow func(check.Row)) (check.Report, error) {
	entry, err := w.Vault.Entry(ctx, name)
	if err != nil {
		return check.Report{}, err
	}
	token, err := w.Vault.Token(ctx, name)
	if err != nil {
		return check.Report{}, err
	}
	paste := check.Paste{Token: token, Shape: check.ShapeToken}
	expected := check.Expectation{App: graph.ID(entry.AppID), Account: graph.ID(entry.AccountID), Phone: graph.ID(entry.PhoneID), Kind: check.Kind(entry.Kind)}
	report, err := w.Check(ctx, paste, expected, onRow)
	if err != nil {
		return report, err
	}
	err = w.Vault.Update(ctx, name, func(entry *vault.Entry) { saved.Note(entry, report) })
	return report, err
}

// Page is the address of one of Meta's pages in this world.
func (w World) Page(page site.Page, ids site.PageIDs) string { return w.Site.Address(page, ids) }

package partner

import (
	"context"
	"fmt"
	"slices"
	"time"

	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// Source is a Multi-Partner Solution, and the partner's own token with which
// its customers' tokens are fetched.
type Source struct {
	Solution graph.ID
	Partner  graph.Token
	// SavedAs is the name under which the partner's token is saved: then a
	// customer's token can be fetched again without anybody typing. "" where it
	// was pasted.
	SavedAs string
}

// SavedSource is the source with a saved partner's token. Errors are the
// vault's.
func (b BusinessTokens) SavedSource(ctx context.Context, solution graph.ID, savedAs string) (Source, error) {
	token, err := b.Vault.Token(ctx, savedAs)
	return Source{Solution: solution, Partner: token, SavedAs: savedAs}, err
}

// Partners are the saved tokens that may be the partner's own: all but those of
// customers, in the order of the list. Errors are the vault's.
func (b BusinessTokens) Partners(ctx context.Context) ([]vault.Entry, error) {
	entries, err := b.Vault.List(ctx)
	return slices.DeleteFunc(entries, func(entry vault.Entry) bool {
		return entry.Kind == string(check.KindBusinessIntegration)
	}), err
}

// Fetch fetches one customer's token and keeps nothing of it. It asks again, in
// growing pauses, where that can help, and never otherwise. SolutionReason says
// what an error means.
func (b BusinessTokens) Fetch(ctx context.Context, from Source, business graph.ID) (graph.SolutionToken, error) {
	fetcher, err := b.newFetcher(from, b.Paused)
	if err != nil {
		return graph.SolutionToken{}, err
	}
	defer fetcher.client.Close()
	return fetcher.fetch(ctx, business)
}

// When a token is fetched again before it ends: with a week left, or a quarter
// of its life where that is less.
const (
	dueBefore  = 7 * 24 * time.Hour
	dueQuarter = 4
)

// Due reports whether a saved token of a solution should be fetched again.
func Due(entry vault.Entry, now time.Time) bool {
	if !Refetchable(entry) || entry.ExpiresAt.IsZero() {
		return false
	}
	began := entry.IssuedAt
	if began.IsZero() {
		began = entry.SavedAt
	}
	before := dueBefore
	if life := entry.ExpiresAt.Sub(began); life > 0 {
		before = min(before, life/dueQuarter)
	}
	return entry.ExpiresAt.Sub(now) <= before
}

// Refetchable reports whether a saved token came from a solution.
func Refetchable(entry vault.Entry) bool {
	return entry.SolutionID != "" && entry.ClientBusinessID != ""
}

// Refetched is a saved token after it was fetched again.
type Refetched struct {
	Entry   vault.Entry
	Outcome vault.Outcome
	Report  check.Report // of the new token
}

// Refetch fetches a saved token of a solution again, with the saved token of
// the partner, or with the one given where that was not saved. The new token is
// checked first, held to the account and number that the old one was saved for;
// unless it is of use the old one stays, and the error is a *NotProvedError.
func (b BusinessTokens) Refetch(ctx context.Context, name string, partner graph.Token) (Refetched, error) {
	entry, err := b.Vault.Entry(ctx, name)
	if err != nil {
		return Refetched{}, err
	}
	from, err := b.sourceOf(ctx, entry, partner)
	if err != nil {
		return Refetched{Entry: entry}, err
	}
	fetched, err := b.Fetch(ctx, from, graph.ID(entry.ClientBusinessID))
	if err != nil {
		return Refetched{Entry: entry}, err
	}
	return b.replace(ctx, entry, fetched)
}

func (b BusinessTokens) sourceOf(ctx context.Context, entry vault.Entry, partner graph.Token) (Source, error) {
	from := Source{Solution: graph.ID(entry.SolutionID), Partner: partner, SavedAs: entry.Partner}
	switch {
	case !Refetchable(entry):
		return Source{}, ErrNotOfASolution
	case !partner.IsZero():
		return from, nil
	case entry.Partner == "":
		return Source{}, ErrNoPartner
	}
	return b.SavedSource(ctx, from.Solution, from.SavedAs)
}

// replace puts a fetched token in the place of a saved one, once it is proved.
func (b BusinessTokens) replace(ctx context.Context, entry vault.Entry, fetched graph.SolutionToken) (Refetched, error) {
	result, err := b.prove(ctx, entry, fetched)
	if err != nil {
		return result, err
	}
	result.Outcome, err = b.Vault.Replace(ctx, result.Entry, fetched.Token)
	return result, err
}

// prove checks a fetched token, held to what the saved one is for.
func (b BusinessTokens) prove(ctx context.Context, entry vault.Entry, fetched graph.SolutionToken) (Refetched, error) {
	report, err := check.Run(ctx, check.Request{
		Token: fetched.Token, Graph: b.Graph, Now: b.now,
		Expected: check.Expectation{
			App: graph.ID(entry.AppID), Account: graph.ID(entry.AccountID), Phone: graph.ID(entry.PhoneID),
		},
	})
	result := Refetched{Entry: entry, Outcome: vault.OldKept, Report: report}
	if err != nil {
		return result, fmt.Errorf("checking the new token: %w", err)
	}
	if other := report.Token.ClientBusinessID; other != "" && string(other) != entry.ClientBusinessID {
		return result, ErrOtherCustomer
	}
	if status := report.Verdict.Status; status != check.Ready && status != check.Attention {
		return result, &NotProvedError{Report: report}
	}
	// The old token's times say nothing of the new one; a check that is told
	// these has the last word.
	entry.IssuedAt, entry.ExpiresAt, entry.NeverExpires = b.now().UTC(), fetched.ExpiresAt, false
	entry.DataAccessExpiresAt = time.Time{}
	saved.Note(&entry, report)
	result.Entry = entry
	return result, nil
}

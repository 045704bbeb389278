package partner

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"latchkey/graph"
	"latchkey/wizard/vault"
)

// atOnce bounds how many customers' tokens are fetched together. It is low:
// all of them count against one limit of the partner's app.
const atOnce = 4

// Done says what came of one customer.
type Done string

// What can come of one.
const (
	DoneSaved  Done = "saved"  // under a new name
	DoneAgain  Done = "again"  // fetched again, in the place of the older token
	DoneFresh  Done = "fresh"  // saved before, and not due yet: left alone
	DoneFailed Done = "failed" // Err says why; an older token is still there
)

// AllDone lists what can come of one customer.
func AllDone() []Done {
	return []Done{DoneSaved, DoneAgain, DoneFresh, DoneFailed}
}

// Result is what came of one customer.
type Result struct {
	Customer  Customer
	Done      Done
	SavedAs   string // name in the keychain; "" where there is none
	ExpiresAt time.Time
	Err       error // SolutionReason says what it means; vault's errors too
}

// Progress tells how far many customers have come.
type Progress struct {
	Done, All int
	Latest    *Result   // the customer that was done last; nil when only time passes
	Until     time.Time // Graph asked to wait until then; zero when it did not
}

// FetchMany fetches a token for each customer and saves it under the customer's
// name. Tokens that were saved before are fetched again only once they are due,
// so that a run that was stopped can simply be repeated. tell hears of each
// customer and of each pause, one at a time; it may be nil.
//
// The results are in the order of the customers. The error is only for a run
// that could not begin; keychain trouble ends the run, since the next token
// could not be kept either.
func (b BusinessTokens) FetchMany(ctx context.Context, from Source, customers []Customer, tell func(Progress)) ([]Result, error) {
	run := &run{tokens: b, all: len(customers), tell: tell}
	fetcher, err := b.newFetcher(from, run.pauses)
	if err != nil {
		return nil, err
	}
	defer fetcher.client.Close()
	if err := b.Vault.Prove(ctx); err != nil {
		return nil, err
	}
	saved, err := b.Vault.List(ctx)
	if err != nil {
		return nil, err
	}
	run.fetcher, run.saved = fetcher, saved

	results := make([]Result, len(customers))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for i, customer := range customers {
		group.Go(func() error {
			results[i] = run.one(ctx, customer)
			run.tells(results[i])
			return keychainTrouble(results[i].Err)
		})
	}
	_ = group.Wait()
	return results, nil
}

// run is FetchMany under way.
type run struct {
	tokens  BusinessTokens
	fetcher *fetcher

	mutex sync.Mutex // saves one after another, since each may ask the person
	saved []vault.Entry

	telling sync.Mutex
	done    int
	all     int
	tell    func(Progress)
}

func (r *run) one(ctx context.Context, customer Customer) Result {
	result := Result{Customer: customer, Done: DoneFailed}
	earlier, found := r.earlier(customer.Business)
	if found {
		result.SavedAs, result.ExpiresAt = earlier.Name, earlier.ExpiresAt
		if !Due(earlier, r.tokens.now()) && r.tokens.holds(ctx, earlier) {
			result.Done = DoneFresh
			return result
		}
	}
	fetched, err := r.fetcher.fetch(ctx, customer.Business)
	switch {
	case err != nil:
		result.Err = err
	case found:
		r.again(ctx, &result, earlier, fetched)
	default:
		r.first(ctx, &result, fetched)
	}
	if ctx.Err() != nil && result.Err != nil {
		result.Err = context.Cause(ctx)
	}
	return result
}

// earlier is the entry of this customer's token from this solution.
func (r *run) earlier(business graph.ID) (vault.Entry, bool) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for _, entry := range r.saved {
		if entry.SolutionID == string(r.fetcher.from.Solution) && entry.ClientBusinessID == string(business) {
			return entry, true
		}
	}
	return vault.Entry{}, false
}

// again puts a fetched token in the place of the customer's older one.
func (r *run) again(ctx context.Context, result *Result, earlier vault.Entry, fetched graph.SolutionToken) {
	earlier.Partner = cmp.Or(r.fetcher.from.SavedAs, earlier.Partner)
	refetched, err := r.tokens.prove(ctx, earlier, fetched)
	if err != nil {
		result.Err = err
		return
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if _, err := r.tokens.Vault.Replace(ctx, refetched.Entry, fetched.Token); err != nil {
		result.Err = err
		return
	}
	result.Done, result.ExpiresAt = DoneAgain, refetched.Entry.ExpiresAt
}

// first keeps a customer's first token. Whose it is was asked for, and is held
// against what the token says of itself; where that is not told, Meta's word at
// the fetching stands.
func (r *run) first(ctx context.Context, result *Result, fetched graph.SolutionToken) {
	business := string(result.Customer.Business)
	entry := r.tokens.describe(ctx, fetched.Token)
	if entry.ClientBusinessID != "" && entry.ClientBusinessID != business {
		result.Err = ErrOtherCustomer
		return
	}
	entry.ClientBusinessID, entry.ExpiresAt = business, fetched.ExpiresAt
	entry.SolutionID, entry.Partner = string(r.fetcher.from.Solution), r.fetcher.from.SavedAs

	r.mutex.Lock()
	defer r.mutex.Unlock()
	entry, err := r.tokens.saveAs(ctx, cmp.Or(result.Customer.Name, nameFor(entry)), entry, fetched.Token)
	if err != nil {
		result.Err = err
		return
	}
	r.saved = append(r.saved, entry)
	result.Done, result.SavedAs, result.ExpiresAt = DoneSaved, entry.Name, entry.ExpiresAt
}

// holds reports whether the keychain still has a token of an entry.
func (b BusinessTokens) holds(ctx context.Context, entry vault.Entry) bool {
	_, err := b.Vault.Token(ctx, entry.Name)
	return err == nil
}

// keychainTrouble is err where it means that no token can be kept.
func keychainTrouble(err error) error {
	var trouble *vault.Error
	if errors.As(err, &trouble) && trouble.Reason != vault.TooBig {
		return err
	}
	return nil
}

func (r *run) tells(result Result) {
	r.telling.Lock()
	defer r.telling.Unlock()
	r.done++
	if r.tell != nil {
		r.tell(Progress{Done: r.done, All: r.all, Latest: &result})
	}
}

func (r *run) pauses(until time.Time) {
	r.telling.Lock()
	defer r.telling.Unlock()
	if r.tell != nil {
		r.tell(Progress{Done: r.done, All: r.all, Until: until})
	}
}

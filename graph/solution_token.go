package graph

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// ErrSolutionVersion says that the client's version is older than Meta's
// solution endpoint.
var ErrSolutionVersion = errors.New("this version of Graph gives no solution tokens")

// SolutionToken is a business token of one customer of a Multi-Partner
// Solution.
type SolutionToken struct {
	Token     Token
	ExpiresAt time.Time // UTC; zero when Graph named no end
}

// SolutionToken fetches the business token (business integration system user
// token) that a Multi-Partner Solution has for a customer's business
// portfolio. The client's own token is the partner's. Both ids are digits
// only, else the error is ErrNotAnID.
//
// A version later than those that Meta has published the endpoint for is asked
// too: Graph itself knows best.
//
// It asks again where Graph says that the fault is passing (is_transient, an
// outage, a limit), and never otherwise. Each fetch may give another token.
// Source: github.com/facebook/openapi, GET /{Version}/{Solution-ID}/access_token.
func (c *Client) SolutionToken(ctx context.Context, solution, business ID) (SolutionToken, error) {
	if first, _ := SolutionVersions(); IsLaterVersion(first, c.version) {
		return SolutionToken{}, fmt.Errorf("fetching a solution token with %s: %w", c.version, ErrSolutionVersion)
	}
	if !solution.Digits() || !business.Digits() {
		return SolutionToken{}, fmt.Errorf("fetching a solution token: %w", ErrNotAnID)
	}
	var answer struct {
		AccessToken string `json:"access_token"`
		ExpiresAt   Number `json:"expires_at"`
	}
	err := c.retry(ctx, patient, call{
		method:     http.MethodGet,
		node:       solution,
		edge:       "access_token",
		query:      url.Values{"business_id": {string(business)}},
		bearsToken: true,
	}, &answer)
	if err != nil {
		return SolutionToken{}, err
	}
	token := NewToken(answer.AccessToken)
	if token.IsZero() {
		return SolutionToken{}, c.unexpected()
	}
	return SolutionToken{Token: token, ExpiresAt: answer.ExpiresAt.Time()}, nil
}

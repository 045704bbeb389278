package setup

import (
	"cmp"
	"errors"
	"net/url"
	"regexp"
	"strings"

	"latchkey/graph"
	"latchkey/graph/site"
)

// AddressError is why nothing was read from a pasted address. Its words are
// below "address".
type AddressError string

// The reasons.
const (
	ErrNoAddress   AddressError = "none"
	ErrOtherSite   AddressError = "other_site" // not of Meta's Business settings or app dashboard
	ErrNoIDs       AddressError = "no_ids"     // of Meta's, without a portfolio or app in it
	ErrTokenInside AddressError = "token"      // the text holds a token
)

// AllAddressErrors lists all reasons.
func AllAddressErrors() []AddressError {
	return []AddressError{ErrNoAddress, ErrOtherSite, ErrNoIDs, ErrTokenInside}
}

func (e AddressError) Error() string { return "reading an address: " + string(e) }

// AddressErrorOf is the reason in an error of ReadAddress, ErrNoAddress for
// another error.
func AddressErrorOf(err error) AddressError {
	var reason AddressError
	if errors.As(err, &reason) {
		return reason
	}
	return ErrNoAddress
}

// TakeIDs notes what was read from an address: later pages open on this
// portfolio and app.
func (p *Progress) TakeIDs(ids site.PageIDs) {
	p.Business, p.App = cmp.Or(ids.Business, p.Business), cmp.Or(ids.App, p.App)
}

var (
	digitsForm  = regexp.MustCompile(`^\d{5,20}$`)
	appPathForm = regexp.MustCompile(`/apps/(\d{5,20})(?:/|$)`)
)

// ReadAddress takes the portfolio's and the app's id from the address of a
// Business settings or app dashboard page: people often have the right one
// open already. A bare number could be either id and is refused.
func ReadAddress(text string) (site.PageIDs, error) {
	text = strings.Trim(strings.TrimSpace(text), "<>\"'")
	if graph.HoldsSecret(text) {
		return site.PageIDs{}, ErrTokenInside
	}
	if !strings.Contains(text, "://") && strings.Contains(text, ".facebook.com") {
		text = "https://" + text
	}
	address, err := url.Parse(text)
	if err != nil || address.Host == "" {
		return site.PageIDs{}, ErrNoAddress
	}
	host := strings.ToLower(address.Hostname())
	if host != "facebook.com" && !strings.HasSuffix(host, ".facebook.com") && host != "127.0.0.1" && host != "localhost" {
		return site.PageIDs{}, ErrOtherSite
	}
	var ids site.PageIDs
	for _, name := range []string{"business_id", "global_scope_id"} {
		if id := address.Query().Get(name); ids.Business == "" && digitsForm.MatchString(id) {
			ids.Business = graph.ID(id)
		}
	}
	if match := appPathForm.FindStringSubmatch(address.Path); match != nil {
		ids.App = graph.ID(match[1])
	}
	if ids == (site.PageIDs{}) {
		return ids, ErrNoIDs
	}
	return ids, nil
}

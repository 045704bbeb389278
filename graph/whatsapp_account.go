package graph

import (
	"cmp"
	"context"
	"net/url"
	"strings"

	"latchkey/graph/trouble"
)

// WhatsAppAccount is a WhatsApp Business Account (WABA) with its numbers.
// Source: developers.facebook.com, WhatsApp Business Account reference. Values
// of the review and status fields differ in case between Meta's sources.
type WhatsAppAccount struct {
	ID                   ID             `json:"id"`
	Name                 Text           `json:"name"`
	ReviewStatus         Text           `json:"account_review_status"`
	BusinessVerification Text           `json:"business_verification_status"`
	OwnershipType        Text           `json:"ownership_type"`
	Status               Text           `json:"status"`
	Health               *HealthStatus  `json:"health_status"`
	Owner                *Owner         `json:"owner_business_info"`
	PhoneNumbers         *phonesOnePage `json:"phone_numbers"`
	Currency             Text           `json:"currency"`           // of its bills, such as EUR
	Country              Text           `json:"country"`            // two letters
	Funding              ID             `json:"primary_funding_id"` // how it pays: absent where it cannot

	// Numbers are all phone numbers of the account. NumbersError says why the
	// list may be short: a page after the first could not be read.
	Numbers      []PhoneNumber `json:"-"`
	NumbersError error         `json:"-"`
	// LeftOut are the fields that Graph did not tell, because it refused them.
	LeftOut []string `json:"-"`
}

// Owner is the business portfolio that owns the account.
type Owner struct {
	ID   ID   `json:"id"`
	Name Text `json:"name"`
}

type phonesOnePage struct {
	Data   []PhoneNumber `json:"data"`
	Paging paging        `json:"paging"`
}

// HealthStatus says whether messages can be sent, and what stands against it.
// It has stayed green on an account that was locked: never proof of health.
type HealthStatus struct {
	CanSend  Text           `json:"can_send_message"`     // AVAILABLE, LIMITED, BLOCKED
	CanCall  Text           `json:"can_receive_call_sip"` // the same, for calls
	Entities []HealthEntity `json:"entities"`
}

// HealthEntity is one link of the chain: number, account, business or app.
type HealthEntity struct {
	Type       Text          `json:"entity_type"`
	ID         ID            `json:"id"`
	CanSend    Text          `json:"can_send_message"`
	CanCall    Text          `json:"can_receive_call_sip"`
	Errors     []HealthError `json:"errors"`
	Additional []Text        `json:"additional_info"` // more in Meta's words, mostly why it is LIMITED
}

// More is what Meta adds in its own words; "" for nothing.
func (e HealthEntity) More() string {
	words := make([]string, len(e.Additional))
	for i, text := range e.Additional {
		words[i] = string(text)
	}
	return strings.Join(words, " ")
}

// HealthError is Meta's own description of what is wrong.
type HealthError struct {
	Code        Number `json:"error_code"`
	Description Text   `json:"error_description"`
	Solution    Text   `json:"possible_solution"`
}

// WhatsAppAccount reads an account with all its numbers: one call, since
// fields nest, and one more for each further hundred numbers, or where the
// answer held no list of them.
func (c *Client) WhatsAppAccount(ctx context.Context, id ID) (account WhatsAppAccount, err error) {
	err = c.askingAround(func(left leftOut) error {
		account = WhatsAppAccount{ID: id, LeftOut: left.account}
		return c.get(ctx, id, "", url.Values{"fields": {left.accountQuery()}}, &account)
	})
	if err != nil {
		if refusesField(err) {
			return c.plainAccount(ctx, id, err)
		}
		return WhatsAppAccount{ID: id}, err
	}
	account.ID = cmp.Or(account.ID, id)
	nested := account.PhoneNumbers
	account.PhoneNumbers = nil
	if nested == nil || nested.Data == nil {
		// Graph leaves out a nested list that is empty, and one that it would
		// rather be asked for by itself.
		account.Numbers, account.NumbersError = c.phoneNumbersAfter(ctx, id, "")
		return account, nil
	}
	account.Numbers = nested.Data
	if after := nested.Paging.following(); after != "" {
		more, err := c.phoneNumbersAfter(ctx, id, after)
		account.Numbers = append(account.Numbers, more...)
		account.NumbersError = err
	}
	return account, nil
}

// plainAccount reads an account of which Graph refuses something without naming
// the field: by name alone, then its numbers, then each field by itself. What
// has no list of numbers is no account: then refused stands.
func (c *Client) plainAccount(ctx context.Context, id ID, refused error) (WhatsAppAccount, error) {
	account := WhatsAppAccount{ID: id}
	if err := c.get(ctx, id, "", url.Values{"fields": {"id,name"}}, &account); err != nil {
		return WhatsAppAccount{ID: id}, refused
	}
	account.Numbers, account.NumbersError = c.phoneNumbersAfter(ctx, id, "")
	if trouble.AsError(account.NumbersError) != nil {
		return WhatsAppAccount{ID: id}, refused
	}
	for _, field := range without(accountFields, []string{"name"}) {
		if err := c.get(ctx, id, "", url.Values{"fields": {"id," + field}}, &account); err != nil {
			account.LeftOut = append(account.LeftOut, field)
		}
	}
	return account, nil
}

// refusesField reports whether a call failed for what was asked about its
// object: a field that is not there, needs a right of its own, or makes the
// answer too large.
func refusesField(err error) bool {
	graphError := trouble.AsError(err)
	if graphError == nil {
		return false
	}
	switch graphError.Trouble() {
	case trouble.OtherKindOfObject, trouble.TooMuchData, trouble.AppNotAssigned, trouble.PermissionMissing, trouble.PortfolioPermissionMissing:
		return true
	}
	return false
}

// AccountRef is an account's id and name, as lists give them.
type AccountRef struct {
	ID   ID   `json:"id"`
	Name Text `json:"name"`
}

// AssignedAccounts lists the accounts assigned to a system user. user is its
// id, or "me". Documented by Meta for system users; people have no such edge.
func (c *Client) AssignedAccounts(ctx context.Context, user ID) ([]AccountRef, error) {
	return c.accountList(ctx, user, "assigned_whatsapp_business_accounts")
}

// OwnedAccounts lists the accounts that a portfolio owns. It needs
// business_management.
func (c *Client) OwnedAccounts(ctx context.Context, business ID) ([]AccountRef, error) {
	return c.accountList(ctx, business, "owned_whatsapp_business_accounts")
}

// ClientAccounts lists the accounts that others shared with a portfolio. It
// needs business_management.
func (c *Client) ClientAccounts(ctx context.Context, business ID) ([]AccountRef, error) {
	return c.accountList(ctx, business, "client_whatsapp_business_accounts")
}

func (c *Client) accountList(ctx context.Context, owner ID, edge string) ([]AccountRef, error) {
	return list[AccountRef](ctx, c, owner, edge, url.Values{"fields": {"id,name"}})
}

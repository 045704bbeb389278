package graph

import (
	"context"
	"net/url"
	"strings"
)

// PhoneNumber is a business phone number of a WhatsApp account.
// Source: developers.facebook.com, WhatsApp Business phone number reference.
type PhoneNumber struct {
	ID           ID            `json:"id"`
	Display      Text          `json:"display_phone_number"`
	VerifiedName Text          `json:"verified_name"`
	Quality      Text          `json:"quality_rating"`                            // GREEN, YELLOW, RED, NA, UNKNOWN
	Verification Text          `json:"code_verification_status"`                  // VERIFIED, UNVERIFIED or NOT_VERIFIED, EXPIRED
	NameStatus   Text          `json:"name_status"`                               // APPROVED, AVAILABLE_WITHOUT_REVIEW, DECLINED, EXPIRED, PENDING_REVIEW, NONE
	Status       Text          `json:"status"`                                    // CONNECTED, PENDING, DISCONNECTED and others
	Platform     Text          `json:"platform_type"`                             // CLOUD_API, ON_PREMISE, NOT_APPLICABLE
	Mode         Text          `json:"account_mode"`                              // LIVE, SANDBOX
	Limit        Text          `json:"whatsapp_business_manager_messaging_limit"` // of the whole portfolio: TIER_250, TIER_2K and more
	OnBizApp     bool          `json:"is_on_biz_app"`                             // shared with the WhatsApp Business app
	Throughput   *Throughput   `json:"throughput"`
	Health       *HealthStatus `json:"health_status"`
}

// Throughput is how many messages a second the number may send.
type Throughput struct {
	Level Text `json:"level"`
}

// PhoneNumber reads one number, with the plainest fields alone where Graph refuses
// others without naming them.
func (c *Client) PhoneNumber(ctx context.Context, id ID) (number PhoneNumber, err error) {
	read := func(fields string) error {
		number = PhoneNumber{ID: id}
		return c.get(ctx, id, "", url.Values{"fields": {fields}}, &number)
	}
	err = c.askingAround(func(left leftOut) error { return read(left.phoneQuery()) })
	if refusesField(err) {
		if plain := read("id," + strings.Join(plainNumberFields, ",")); plain == nil {
			return number, nil
		}
	}
	return number, err
}

// phoneNumbersAfter reads the numbers behind a cursor, all of them for "". Where
// Graph refuses what is asked without naming the field, they come with the
// plainest ones alone.
func (c *Client) phoneNumbersAfter(ctx context.Context, account ID, after string) (numbers []PhoneNumber, err error) {
	list := func(fields string) ([]PhoneNumber, error) {
		return listFrom[PhoneNumber](ctx, c, account, "phone_numbers", url.Values{"fields": {fields}}, after)
	}
	err = c.askingAround(func(left leftOut) (err error) {
		numbers, err = list(left.phoneQuery())
		return err
	})
	if refusesField(err) {
		if plain, again := list("id," + strings.Join(plainNumberFields, ",")); again == nil {
			return plain, nil
		}
	}
	return numbers, err
}

// Shared reports whether the number is also in use in the WhatsApp Business app.
// Then it must not be registered, which would take it out of the app.
func (n PhoneNumber) Shared() bool { return n.OnBizApp && !n.Test() }

// Test reports whether this is the number that Meta lends for first tests. It
// shows as +1 555…, in sandbox mode or with the name "Test Number".
func (n PhoneNumber) Test() bool {
	if n.Mode.Is("SANDBOX") || n.VerifiedName.Is("Test Number") {
		return true
	}
	digits := strings.NewReplacer("+", "", " ", "", "-", "", "(", "", ")", "", ".", "").Replace(string(n.Display))
	return strings.HasPrefix(digits, "1555") && len(digits) == 11
}

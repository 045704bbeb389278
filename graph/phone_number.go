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
	Quality      Text          `json:"quality_rating"`           // GREEN, YELLOW, RED, NA, UNKNOWN
	Verification Text          `json:"code_verification_status"` // VERIFIED, NOT_VERIFIED, EXPIRED
	NameStatus   Text          `json:"name_status"`              // APPROVED, AVAILABLE_WITHOUT_REVIEW, DECLINED, EXPIRED, PENDING_REVIEW, NONE
	Status       Text          `json:"status"`                   // CONNECTED, PENDING, DISCONNECTED and others
	Platform     Text          `json:"platform_type"`            // CLOUD_API, ON_PREMISE, NOT_APPLICABLE
	Mode         Text          `json:"account_mode"`             // LIVE, SANDBOX
	Limit        Text          `json:"messaging_limit_tier"`
	Throughput   *Throughput   `json:"throughput"`
	Health       *HealthStatus `json:"health_status"`
}

// Throughput is how many messages a second the number may send.
type Throughput struct {
	Level Text `json:"level"`
}

const phoneNumberFields = "id,display_phone_number,verified_name,quality_rating,code_verification_status," +
	"name_status,status,platform_type,throughput,account_mode,messaging_limit_tier,health_status"

// phoneNumbersAfter reads the numbers behind a cursor, all of them for "".
func (c *Client) phoneNumbersAfter(ctx context.Context, account ID, after string) ([]PhoneNumber, error) {
	query := url.Values{"fields": {phoneNumberFields}}
	return listFrom[PhoneNumber](ctx, c, account, "phone_numbers", query, after)
}

// Test reports whether this is the number that Meta lends for first tests. It
// shows as +1 555…, in sandbox mode or with the name "Test Number".
func (n PhoneNumber) Test() bool {
	if n.Mode.Is("SANDBOX") || n.VerifiedName.Is("Test Number") {
		return true
	}
	digits := strings.NewReplacer("+", "", " ", "", "-", "", "(", "", ")", "", ".", "").Replace(string(n.Display))
	return strings.HasPrefix(digits, "1555") && len(digits) == 11
}

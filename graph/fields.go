package graph

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"latchkey/graph/trouble"
)

// accountFields and phoneNumberFields are asked of every account and number,
// besides the id. They are asked one less at a time where Graph refuses one.
var (
	accountFields = []string{
		"name", "account_review_status", "business_verification_status", "ownership_type", "status",
		"health_status", "owner_business_info", "currency", "country", "primary_funding_id",
	}
	phoneNumberFields = []string{
		"display_phone_number", "verified_name", "quality_rating", "code_verification_status", "name_status", "status",
		"platform_type", "throughput", "account_mode", "whatsapp_business_manager_messaging_limit", "is_on_biz_app", "health_status",
	}
	// plainNumberFields are those without which nothing can be said of a number.
	plainNumberFields = []string{"display_phone_number", "verified_name", "code_verification_status", "name_status", "status", "platform_type"}
)

// leftOut are the fields that Graph has refused by name: one that it has taken
// away says nothing about the account.
type leftOut struct{ account, phone []string }

func (l leftOut) accountQuery() string {
	return "id," + strings.Join(without(accountFields, l.account), ",") +
		",phone_numbers.limit(" + strconv.Itoa(pageSize) + "){" + l.phoneQuery() + "}"
}

func (l leftOut) phoneQuery() string {
	return "id," + strings.Join(without(phoneNumberFields, l.phone), ",")
}

func without(fields, refused []string) []string {
	return slices.DeleteFunc(slices.Clone(fields), func(field string) bool { return slices.Contains(refused, field) })
}

// namesOfFields finds what may be the name of a field in a sentence of Graph's:
// with an underscore, or in brackets, as in "nonexisting field (status)".
var namesOfFields = regexp.MustCompile(`[a-z]+(?:_[a-z]+)+|\([a-z]+\)`)

// and is what is left out after another refusal too. more is false where it
// names no field that was asked.
func (l leftOut) and(refused error) (_ leftOut, more bool) {
	graphError := trouble.AsError(refused)
	if graphError == nil {
		return l, false
	}
	onAccount, onNumber := true, true
	if _, kind, told := strings.Cut(graphError.Message, "on node type ("); told {
		onAccount, onNumber = strings.HasPrefix(kind, "WhatsAppBusinessAccount"), strings.HasPrefix(kind, "WhatsAppBusinessPhoneNumber")
	}
	for _, name := range namesOfFields.FindAllString(graphError.Message, -1) {
		name = strings.Trim(name, "()")
		if onAccount && slices.Contains(without(accountFields, l.account), name) {
			l.account, more = append(slices.Clone(l.account), name), true
		}
		if onNumber && slices.Contains(without(phoneNumberFields, l.phone), name) {
			l.phone, more = append(slices.Clone(l.phone), name), true
		}
	}
	return l, more
}

// askingAround asks, and asks again without each field that Graph refuses by
// name. What was refused once is not asked of the next account either.
func (c *Client) askingAround(ask func(leftOut) error) error {
	c.mutex.Lock()
	left := c.leftOut
	c.mutex.Unlock()
	for {
		err := ask(left)
		if err == nil {
			c.mutex.Lock()
			c.leftOut = left
			c.mutex.Unlock()
			return nil
		}
		more := false
		if left, more = left.and(err); !more {
			return err
		}
	}
}

package check

import (
	"strings"

	"latchkey/graph"
)

// mistaken is what an id that was typed belongs to, in place of what was asked for.
type mistaken string

const (
	isApp      mistaken = "app"
	isUser     mistaken = "user"
	isBusiness mistaken = "business"
	isAccount  mistaken = "account"
	isPhone    mistaken = "phone"  // a phone number ID
	isNumber   mistaken = "number" // the number itself
)

// whatIs recognises an id that was typed in the wrong place; "" for one that is
// met nowhere.
func (f Facts) whatIs(id graph.ID) mistaken {
	for _, known := range []struct {
		what mistaken
		id   graph.ID
	}{
		{isApp, f.Inspection.Value.AppID},
		{isUser, f.userID()},
		{isBusiness, f.Expected.Business},
		{isBusiness, f.Me.Value.ClientBusinessID},
	} {
		if known.id == id {
			return known.what
		}
	}
	for _, account := range f.Accounts {
		if owner := account.Account.Value.Owner; owner != nil && owner.ID == id {
			return isBusiness
		}
		// An expected account that did not answer is only what somebody typed.
		if account.ID == id && (account.Account.OK() || id != f.Expected.Account) {
			return isAccount
		}
		for _, number := range account.Account.Value.Numbers {
			switch {
			case number.ID == id:
				return isPhone
			case digits(string(id)) != "" && digits(string(number.Display)) == digits(string(id)):
				return isNumber
			}
		}
	}
	return ""
}

func digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

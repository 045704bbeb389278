package check

import (
	"strings"

	"latchkey/graph"
)

// whatIs recognises an id that was typed in the wrong place: "is_app",
// "is_user", "is_business", "is_account", "is_phone" (a phone number ID),
// "is_number" (the number itself), or "" for one that is met nowhere.
func (f Facts) whatIs(id graph.ID) string {
	for _, known := range []struct {
		name string
		id   graph.ID
	}{
		{"is_app", f.Inspection.Value.AppID},
		{"is_user", f.userID()},
		{"is_business", f.Expected.Business},
		{"is_business", f.Me.Value.ClientBusinessID},
	} {
		if known.id == id {
			return known.name
		}
	}
	for _, account := range f.Accounts {
		if owner := account.Account.Value.Owner; owner != nil && owner.ID == id {
			return "is_business"
		}
		// An expected account that did not answer is only what somebody typed.
		if account.ID == id && (account.Account.OK() || id != f.Expected.Account) {
			return "is_account"
		}
		for _, number := range account.Account.Value.Numbers {
			switch {
			case number.ID == id:
				return "is_phone"
			case digits(string(id)) != "" && digits(string(number.Display)) == digits(string(id)):
				return "is_number"
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

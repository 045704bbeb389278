package batch

import (
	"cmp"
	"errors"

	"latchkey/wizard/check"
	"latchkey/wizard/report"
	"latchkey/wizard/vault"
)

// Result is what came of one row: the document about its check, as far as a
// list shows it. Of its checks those are kept that are not fine, and the one
// that decided; of accounts and numbers, the names of the first.
type Result struct {
	Row             int    `json:"row"`
	Name            string `json:"name"`
	Saved           string `json:"saved,omitempty"` // the saved token that was checked
	Fault           Fault  `json:"fault,omitempty"` // why it was not checked
	Account         string `json:"account"`         // name of the first one reached
	PhoneNumber     string `json:"phone_number"`    // the first one
	report.Document `json:"report"`
}

// resultOf sums up what came of an item.
func resultOf(item Item, found check.Report, err error) Result {
	result := Result{Row: item.Row, Name: item.Name, Saved: item.Saved, Fault: item.Fault}
	if err != nil {
		result.Fault = faultOf(err)
	}
	if result.Fault != "" {
		found = check.Report{Verdict: check.Verdict{Status: check.Undecided}, Token: check.TokenFacts{Kind: check.KindUnknown}}
	}
	whole := report.New(found)
	for _, account := range whole.Accounts {
		result.Account = cmp.Or(result.Account, account.Name)
		if len(account.Numbers) > 0 {
			result.PhoneNumber = cmp.Or(result.PhoneNumber, account.Numbers[0].Display)
		}
	}
	result.Document = report.Document{CheckedAt: whole.CheckedAt, Graph: whole.Graph, Verdict: whole.Verdict, Token: whole.Token}
	for _, one := range whole.Checks {
		if one.Problem() || one.ID == whole.Verdict.About {
			result.Checks = append(result.Checks, one)
		}
	}
	return result
}

func faultOf(err error) Fault {
	var keychain *vault.Error
	if errors.As(err, &keychain) {
		return Fault("keychain." + string(keychain.Reason))
	}
	var name *vault.NameError
	if errors.As(err, &name) {
		return Fault("name." + string(name.Fault))
	}
	return FaultNotChecked
}

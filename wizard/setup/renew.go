package setup

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/vault"
)

// Renew starts a setup that ends with another token in the place of a
// saved one. What is known already is filled in and the steps up to generating
// are done: the system user and its assets are there. Nothing of it is
// remembered between runs; the old token stays until the new one is proved.
func Renew(env environment.Environment, entry vault.Entry) *Setup {
	progress := Progress{
		Situation: OwnBusiness, Role: Admin, UserName: cmp.Or(entry.UserName, SuggestedUserName), App: graph.ID(entry.AppID),
		Account: graph.ID(entry.AccountID), Phone: graph.ID(entry.PhoneID), Name: entry.Name,
	}
	switch {
	case entry.SolutionID != "":
		progress.Situation, progress.Purpose = SolutionPartner, PurposeCustomers
		progress.Solution, progress.Business = graph.ID(entry.SolutionID), graph.ID(entry.ClientBusinessID)
	case entry.Kind == string(check.KindBusinessIntegration):
		progress.Situation = TechProvider
	}
	return &Setup{
		env:      env,
		store:    Forgetful{},
		step:     StepGenerate,
		renews:   &entry,
		proved:   true, // the old token lies there
		progress: progress,
	}
}

// Renews is the saved token that is being renewed, nil in a first setup.
func (s *Setup) Renews() *vault.Entry { return s.renews }

// Difference is something in which a new token is not like the one it renews.
type Difference struct {
	Kind DifferenceKind
	Was  string
	Is   string
}

// DifferenceKind is in what a new token is not like the one it renews.
type DifferenceKind string

// The kinds of difference.
const (
	OtherApp       DifferenceKind = "app"
	OtherKind      DifferenceKind = "kind" // of token
	OtherUser      DifferenceKind = "user"
	LostAccount    DifferenceKind = "account"
	LostNumber     DifferenceKind = "number"
	LostPermission DifferenceKind = "permission"
	SameToken      DifferenceKind = "same" // no difference at all, where one is needed
)

// AllDifferenceKinds lists all kinds of difference.
func AllDifferenceKinds() []DifferenceKind {
	return []DifferenceKind{OtherApp, OtherKind, OtherUser, LostAccount, LostNumber, LostPermission, SameToken}
}

// Differences tells exactly how the checked token differs from the one it
// renews: another app, an account or number that it does not reach, another
// system user, a permission that is gone, or the very same token again.
func (s *Setup) Differences(ctx context.Context) []Difference {
	report := s.Report()
	if s.renews == nil || report == nil {
		return nil
	}
	differences := compare(*s.renews, *report)
	if old, err := s.env.Vault.Token(ctx, s.renews.Name); err == nil && old.Equal(s.Token()) {
		differences = append(differences, Difference{Kind: SameToken})
	}
	return differences
}

// compare holds a report against what was saved. What was not known then or is
// not told now is no difference.
func compare(old vault.Entry, report check.Report) []Difference {
	var differences []Difference
	differ := func(kind DifferenceKind, was, is string) {
		differences = append(differences, Difference{kind, was, is})
	}
	token := report.Token
	if old.AppID != "" && token.AppID != "" && old.AppID != string(token.AppID) {
		differ(OtherApp, named(old.AppName, old.AppID), named(token.AppName, string(token.AppID)))
	}
	if old.Kind != "" && token.Kind != check.KindUnknown && old.Kind != string(token.Kind) {
		differ(OtherKind, old.Kind, string(token.Kind))
	}
	if old.UserID != "" && token.UserID != "" && old.UserID != string(token.UserID) {
		differ(OtherUser, named(old.UserName, old.UserID), named(token.UserName, string(token.UserID)))
	}
	for _, account := range old.Accounts {
		now := find(report.Accounts, func(a graph.WhatsAppAccount) bool { return string(a.ID) == account.ID })
		if now == nil {
			differ(LostAccount, named(account.Name, account.ID), "")
			continue
		}
		for _, phone := range account.Phones {
			if find(now.Numbers, func(n graph.PhoneNumber) bool { return string(n.ID) == phone.ID }) == nil {
				differ(LostNumber, named(phone.Display, phone.ID), "")
			}
		}
	}
	for _, permission := range old.Permissions {
		if strings.HasPrefix(permission, "whatsapp_") && len(report.Permissions.Granted) > 0 && !slices.Contains(report.Permissions.Granted, permission) {
			differ(LostPermission, permission, "")
		}
	}
	return differences
}

func named(name, id string) string {
	if name == "" {
		return id
	}
	return name
}

package partner

import (
	"cmp"
	"context"
	"errors"
	"strconv"
	"strings"

	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// Keep saves a token that a code was exchanged for. name may be "": then it is
// called after the customer's WhatsApp account. A code cannot be exchanged
// twice, so a name that is taken is no reason to lose the token: it gets the
// customer's id behind it, and a number where that is taken too; for the same
// reason a ctx that ends cuts short what the token is asked about itself, and
// never the saving. The entry says under which name it was saved, and that a look
// at the token with a whole check is still to come.
func (b BusinessTokens) Keep(ctx context.Context, app graph.ID, got graph.IssuedToken, name string) (vault.Entry, error) {
	entry := b.describe(ctx, got.Token)
	entry.AppID, entry.ExpiresAt = string(app), got.ExpiresAt(b.now())
	if name == "" {
		name = nameFor(entry)
	}
	return b.saveAs(context.WithoutCancel(ctx), name, entry, got.Token)
}

// describe is what a business token tells of itself in two calls. What is not
// told is left empty: the token was given by Meta a moment ago.
func (b BusinessTokens) describe(ctx context.Context, token graph.Token) vault.Entry {
	entry := vault.Entry{Kind: string(check.KindBusinessIntegration), IssuedAt: b.now().UTC()}
	client, err := graph.New(b.Graph, token)
	if err != nil {
		return entry
	}
	defer client.Close()
	me, _ := client.Me(ctx)
	entry.UserID, entry.UserName, entry.ClientBusinessID = string(me.ID), string(me.Name), string(me.ClientBusinessID)
	accounts, _ := client.AssignedAccounts(ctx, "me")
	for _, account := range accounts {
		entry.Accounts = append(entry.Accounts, vault.Account{ID: string(account.ID), Name: string(account.Name)})
	}
	if len(accounts) == 1 {
		entry.AccountID = string(accounts[0].ID)
	}
	return entry
}

// nameFor is the name of the customer's WhatsApp account, else the id of the
// customer's portfolio.
func nameFor(entry vault.Entry) string {
	for _, account := range entry.Accounts {
		if name, err := vault.CleanName(account.Name); err == nil {
			return name
		}
	}
	if entry.ClientBusinessID != "" {
		return entry.ClientBusinessID
	}
	return "WhatsApp"
}

// saveAs saves under the first of the names that stands for no other token.
func (b BusinessTokens) saveAs(ctx context.Context, name string, entry vault.Entry, token graph.Token) (vault.Entry, error) {
	for count := 0; ; count++ {
		entry.Name = nameAgain(name, entry, count)
		_, err := b.Vault.Save(ctx, entry, token)
		var taken *vault.TakenError
		if !errors.As(err, &taken) {
			return entry, err
		}
	}
}

// nameAgain is what a token is called after count names were taken: the name
// alone, then with what tells customers apart behind it, then with a number
// too, since one customer may sign up again and again.
func nameAgain(name string, entry vault.Entry, count int) string {
	if count == 0 {
		return name
	}
	behind, number := "", count+1
	if id := graph.ID(cmp.Or(entry.ClientBusinessID, entry.UserID)); id.Plain() {
		behind, number = " "+string(id), count
	}
	if number > 1 {
		behind += " " + strconv.Itoa(number)
	}
	letters := []rune(name)
	return strings.TrimSpace(string(letters[:min(len(letters), vault.MaxName-len(behind))])) + behind
}

package terminal_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

var errKeychain = errors.New("the user refused")

func (b *bench) saveAs(name string, story sandbox.Scenario) {
	b.t.Helper()
	if _, err := b.Vault.Save(b.t.Context(), vault.Entry{Name: name, Kind: "system_user"}, story.Token); err != nil {
		b.t.Fatal(err)
	}
}

func TestSolutionToken(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	b.saveAs("Oven", story)
	b.business(terminal.ExitReady, "", "solution-token", "--solution", story.SolutionID, "--business", story.CustomerID, "--saved", "Oven")
	says(t, b.out.String(), "Saved as Corner Bakery", "It is good until")
	held := b.keychain.All()[vault.Service+"/Corner Bakery"]
	silent(t, b.out.String()+b.err.String(), held, story.Token.Reveal())

	b.business(terminal.ExitReady, "", "solution-token", "--solution", story.SolutionID, "--business", story.CustomerID, "--saved", "Oven")
	says(t, b.out.String(), "Nothing was fetched")

	b.business(terminal.ExitReady, "", "renew", "--saved", "Corner Bakery")
	says(t, b.out.String(), "Corner Bakery: fetched again, good until")
	renewed := b.keychain.All()[vault.Service+"/Corner Bakery"]
	if renewed == held || renewed == "" {
		t.Error("the token was not renewed")
	}
	silent(t, b.out.String()+b.err.String(), renewed)

	b.business(terminal.ExitNoToken, "", "renew", "--saved", "Oven")
	says(t, b.err.String(), "The new token is missing", "System users")
	b.business(terminal.ExitNoToken, "", "renew", "--saved", "Nobody")
}

// A partner's token that was pasted is asked for again.
func TestRenewWithAPastedPartnersToken(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	own := story.Token.Reveal() + "\n"
	b.business(terminal.ExitReady, own, "solution-token", "--solution", story.SolutionID, "--business", story.CustomerID, "--save", "Bakery")
	before := b.keychain.All()[vault.Service+"/Bakery"]
	b.business(terminal.ExitNoToken, "", "renew", "--saved", "Bakery")
	says(t, b.err.String(), "Your own token is needed to fetch this one again")
	b.business(terminal.ExitFailed, token(t, "expired")+"\n", "renew", "--saved", "Bakery")
	says(t, b.err.String(), "Meta does not accept your own token")
	if b.keychain.All()[vault.Service+"/Bakery"] != before {
		t.Error("the old token gave way")
	}
	b.business(terminal.ExitReady, own, "renew", "--saved", "Bakery")
	if b.keychain.All()[vault.Service+"/Bakery"] == before {
		t.Error("the token was not renewed")
	}
}

func TestTheAnswersOfASolutionInWords(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	b.saveAs("Oven", story)
	for business, want := range map[string]struct {
		code int
		says string
	}{
		"400":                         {terminal.ExitUsage, "An ID is not right"},
		"401":                         {terminal.ExitFailed, "Meta does not accept your own token"},
		"403":                         {terminal.ExitFailed, "Your app has no access to this Multi-Partner Solution"},
		"404":                         {terminal.ExitFailed, "The solution or the business was not found"},
		"422":                         {terminal.ExitFailed, "has not shared its WhatsApp account"},
		story.Customers[3].BusinessID: {terminal.ExitFailed, "has not shared its WhatsApp account"},
		"my customer":                 {terminal.ExitUsage, "digits only"},
	} {
		b.business(want.code, "", "solution-token", "--solution", story.SolutionID, "--business", business, "--saved", "Oven")
		says(t, b.err.String(), want.says)
		if strings.Contains(b.err.String(), "[") {
			t.Errorf("%s has no words: %s", business, b.err)
		}
	}
	b.business(terminal.ExitUsage, "", "solution-token", "--solution", story.SolutionID, "--saved", "Oven")
	b.business(terminal.ExitUsage, "", "solution-token", "--business", "1", "--saved", "Oven")
	b.business(terminal.ExitNoToken, "", "solution-token", "--solution", "1", "--business", "1", "--saved", "Nobody")
	b.business(terminal.ExitNoToken, "+49 30 901820\n", "solution-token", "--solution", "1", "--business", "1")
}

func TestSolutionTokensOfAList(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	b.saveAs("Oven", story)
	list := filepath.Join(t.TempDir(), "customers.csv")
	text := "Business ID,Name\n"
	for _, customer := range story.Customers {
		text += customer.BusinessID + "," + customer.Name + " shop\n"
	}
	text += "no id\n"
	if err := os.WriteFile(list, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	b.business(terminal.ExitFailed, "", "solution-token", "--solution", story.SolutionID, "--list", list, "--saved", "Oven")
	says(t, b.out.String(), "Corner Bakery shop: saved", "Green Grocer shop: saved", "Blue Café shop: saved", "Paper and Pen shop ("+story.Customers[3].BusinessID+"): This business has not shared")
	says(t, b.err.String(), "Line 6 has no business portfolio ID", "4 of 4 done", "Ask the customer to go through")
	for _, customer := range story.Customers[:3] {
		if held := b.keychain.All()[vault.Service+"/"+customer.Name+" shop"]; held == "" || strings.Contains(b.out.String()+b.err.String(), held) {
			t.Errorf("%s: saved %t, and shown or not", customer.Name, held != "")
		}
	}
	b.business(terminal.ExitUsage, "", "solution-token", "--solution", "1", "--list", filepath.Join(t.TempDir(), "none"), "--saved", "Oven")
	b.business(terminal.ExitUsage, "", "solution-token", "--solution", "1", "--list", list, "--save", "x", "--saved", "Oven")
}

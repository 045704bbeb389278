package terminal_test

import (
	"testing"

	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// known saves a token and lets a check fill in what is known of it.
func (b *bench) known(name, scenario string) {
	b.t.Helper()
	b.save(name, scenario)
	b.run("", "check", "--saved", name)
}

func TestRenewByHand(t *testing.T) {
	b := newBench(t)
	b.known("shop", "surplus")
	held := func() string { return b.keychain.All()[vault.Service+"/shop"] }

	b.expect(terminal.ExitNoToken, "+49 30 901820\n", "renew", "--saved", "shop")
	says(t, b.err.String(), "This is a phone number, not a token")
	b.expect(terminal.ExitFailed, token(t, "expired")+"\n", "renew", "--saved", "shop")
	says(t, b.err.String(), "The old token stays as it is")
	b.expect(terminal.ExitFailed, token(t, "surplus")+"\n", "renew", "--saved", "shop")
	says(t, b.err.String(), "the same token as before")

	// Another system user's token takes a yes.
	b.expect(terminal.ExitUsage, token(t, "two-accounts")+"\n", "renew", "--saved", "shop")
	says(t, b.err.String(), "The new token is not like the old one", "Add --yes", "The old token stays as it is")
	if held() != token(t, "surplus") {
		t.Error("the old token gave way")
	}
	b.expect(terminal.ExitReady, token(t, "two-accounts")+"\n", "renew", "--saved", "shop", "--yes")
	says(t, b.out.String(), "“shop” is renewed")
	entry, err := b.Vault.Entry(t.Context(), "shop")
	if held() != token(t, "two-accounts") || err != nil || entry.Verdict == "" || entry.PhoneID == "" {
		t.Errorf("the new token was not saved: %+v, %v", entry, err)
	}
	silent(t, b.out.String()+b.err.String()+b.inFiles(), token(t, "two-accounts"))
	b.expect(terminal.ExitNoToken, "", "renew", "--saved", "Nobody")
}

// A person is told where the new token comes from, and asked for it by name.
func TestRenewAsksAPerson(t *testing.T) {
	b := newBench(t)
	b.known("shop", "surplus")
	b.Prompt = &answers{token(t, "two-accounts"), "n"}
	b.expect(terminal.ExitFailed, "", "renew", "--saved", "shop")
	says(t, b.err.String(), "Generate token", "Paste the new token", "Replace the old token anyway?", "Nothing was done.")
	if b.keychain.All()[vault.Service+"/shop"] != token(t, "surplus") {
		t.Error("the old token gave way")
	}
}

// The prompt for the partner's own token does not ask for “the token”.
func TestThePartnersOwnTokenIsAskedFor(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	b.Prompt = &answers{story.Token.Reveal()}
	b.expect(terminal.ExitReady, "", "solution-token", "--solution", story.SolutionID, "--business", story.CustomerID, "--save", "Bakery")
	says(t, b.err.String(), "Paste your own token, the partner’s")
	b.Prompt = &answers{story.Token.Reveal()}
	b.expect(terminal.ExitReady, "", "renew", "--saved", "Bakery")
	says(t, b.err.String(), "Paste your own token, the partner’s")
}

func TestRenewByCode(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	lines := func() string {
		return story.AppSecret.Reveal() + "\n" + b.server.State().IssueCode(story.AppID, story.CustomerID) + "\n"
	}
	b.expect(terminal.ExitReady, lines(), "exchange-code", "--app", story.AppID, "--save", "Bakery")
	before := b.keychain.All()[vault.Service+"/Bakery"]
	b.expect(terminal.ExitReady, lines(), "renew", "--saved", "Bakery", "--yes")
	says(t, b.out.String(), "“Bakery” is renewed")
	renewed := b.keychain.All()[vault.Service+"/Bakery"]
	if renewed == before || renewed == "" {
		t.Error("the token was not renewed")
	}
	entry, err := b.Vault.Entry(t.Context(), "Bakery")
	if err != nil || entry.ClientBusinessID != story.CustomerID || entry.Kind != "business_integration" {
		t.Errorf("%+v, %v", entry, err)
	}
	b.nowhere(story.AppSecret.Reveal())

	// A code works once: what does not take the old one's place is kept too.
	other := story.Customers[1].BusinessID
	code := b.server.State().IssueCode(story.AppID, other)
	b.expect(terminal.ExitUsage, story.AppSecret.Reveal()+"\n"+code+"\n", "renew", "--saved", "Bakery", "--app", story.AppID)
	says(t, b.err.String(), "The new token is not like the old one", "its token was kept as Bakery "+other)
	if held := b.keychain.All(); held[vault.Service+"/Bakery"] != renewed || held[vault.Service+"/Bakery "+other] == "" {
		t.Error("the old token gave way, or the new one is lost")
	}
}

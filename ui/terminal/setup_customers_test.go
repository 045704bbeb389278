package terminal_test

import (
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// TestSetupByCode: a Tech Provider is led from step 1 to the code, and keeps the
// customer's token.
func TestSetupByCode(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	secret := story.AppSecret.Reveal()
	code := b.server.State().IssueCode(story.AppID, story.CustomerID)
	b.expect(terminal.ExitReady, typed("2",
		"", "no number", // a bad app ID
		"", story.AppID, "123", // a bad secret
		"", "", secret, code, // the app is known by now
		"", "", ""), "setup")
	says(t, b.out.String(), "Step 4 of 7", "An app ID has digits only", "That is a number, not the app secret",
		"Enter alone keeps "+story.AppID, "the code is good for 30 seconds", "Step 6 of 7", "It is a business token", "is in your keychain")
	silent(t, b.out.String(), "Step 2 of 7", "Step 3 of 7", "Step 5 of 7")
	b.nowhere(secret, code)
	entry, err := b.Vault.Entry(t.Context(), "Corner Bakery")
	if err != nil || entry.Kind != "business_integration" || entry.ClientBusinessID != story.CustomerID {
		t.Errorf("%+v %v", entry, err)
	}
}

func TestSetupTellsWhyACodeIsRefused(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	code := b.server.State().IssueCode(story.AppID, story.CustomerID)
	wrong := "5ec7e70123456789abcdef5ec7e70fed"
	b.expect(terminal.ExitNoToken, typed("2", "", story.AppID, wrong, code, "q"), "setup")
	says(t, b.out.String(), "There is a problem: ", "app secret")
	b.nowhere(wrong, code)
}

// Before a code was sent none can be used up.
func TestSetupTellsWhyGraphIsNotReached(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	b.server.SetFault(sandbox.FaultServerError, 0)
	b.expect(terminal.ExitNoToken, typed("2", "", story.AppID, story.AppSecret.Reveal(), "q"), "setup")
	says(t, b.out.String(), "There is a problem: Meta is having trouble right now")
	silent(t, b.out.String(), "used up")
}

// TestSetupBySolution: a solution partner's customer token comes with the
// partner's own saved token, and can then be fetched again without typing.
func TestSetupBySolution(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	b.saveAs("Oven", story)
	b.expect(terminal.ExitReady, typed("3", "2",
		"w", "w", // to the code and back again
		"", story.SolutionID, story.CustomerID, "1",
		"", "", ""), "setup")
	says(t, b.out.String(), "What will you use this token for?", "Fetch the business tokens", "Exchange the code", "latchkey solution-token --list", "Step 6 of 7", "is in your keychain")
	entry, err := b.Vault.Entry(t.Context(), "Corner Bakery")
	if err != nil || entry.Partner != "Oven" || entry.SolutionID != story.SolutionID || entry.ExpiresAt.IsZero() {
		t.Fatalf("%+v %v", entry, err)
	}
	before := b.keychain.All()[vault.Service+"/Corner Bakery"]
	b.business(terminal.ExitReady, "", "renew", "--saved", "Corner Bakery")
	if after := b.keychain.All()[vault.Service+"/Corner Bakery"]; after == before {
		t.Error("it was not fetched again")
	}
}

func TestSetupForCustomersInPractice(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, typed("3", "2", "t", "", "", ""), "setup", "--practice")
	says(t, b.out.String(), "Practice. Nothing here reaches Meta", "It is a business token", "is in your keychain")
	b.expect(terminal.ExitNoToken, typed("2", "o", "e", "q"), "setup", "--practice")
	if len(b.browser.opened) != 2 {
		t.Errorf("opened %v", b.browser.opened)
	}
}

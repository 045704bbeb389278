package terminal_test

import (
	"strings"
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// business runs a command for business tokens and holds it to an exit code.
func (b *bench) business(code int, input string, arguments ...string) {
	b.t.Helper()
	b.In = strings.NewReader(input)
	b.clear()
	if got := b.Run(b.t.Context(), arguments); got != code {
		b.t.Fatalf("latchkey %s ends with %d, not %d:\n%s\n%s", strings.Join(arguments, " "), got, code, b.out, b.err)
	}
}

func partnerStory(t *testing.T) sandbox.Scenario {
	t.Helper()
	story, found := sandbox.FindScenario("solution-partner")
	if !found {
		t.Fatal("there is no such scenario")
	}
	return story
}

// nowhere fails the test when a secret, or eight characters of it, stands in
// what was written, in the files, or in the keychain.
func (b *bench) nowhere(secrets ...string) {
	b.t.Helper()
	var kept strings.Builder
	for name, secret := range b.keychain.All() {
		kept.WriteString(name + " " + secret + "\n")
	}
	for where, text := range map[string]string{
		"standard output": b.out.String(), "standard error": b.err.String(), "the files": b.inFiles(), "the keychain": kept.String(),
	} {
		for _, secret := range secrets {
			for i := range max(0, len(secret)-7) {
				if strings.Contains(text, secret[i:i+8]) {
					b.t.Fatalf("%s holds %s of a secret:\n%s", where, secret[i:i+8], text)
				}
			}
		}
	}
}

func TestExchangeCode(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	code := b.server.State().IssueCode(story.AppID, story.CustomerID)
	lines := story.AppSecret.Reveal() + "\n" + code + "\n"
	b.business(terminal.ExitReady, lines, "exchange-code", "--app", story.AppID)
	says(t, b.out.String(), "Saved as Corner Bakery", story.CustomerID, "It works.")
	says(t, b.err.String(), "latchkey pipe")
	held := b.keychain.All()[vault.Service+"/Corner Bakery"]
	if held == "" {
		t.Fatalf("nothing was saved: %v", b.keychain.All())
	}
	silent(t, b.out.String()+b.err.String(), held)
	b.nowhere(story.AppSecret.Reveal(), code)
	entry, err := b.Vault.Entry(t.Context(), "Corner Bakery")
	if err != nil || entry.Kind != "business_integration" || entry.ClientBusinessID != story.CustomerID || entry.Verdict != "attention" || !entry.NeverExpires {
		t.Errorf("%+v %v", entry, err)
	}

	b.business(terminal.ExitFailed, lines, "exchange-code", "--app", story.AppID, "--save", "Another name")
	says(t, b.err.String(), "This code was used before")
	b.nowhere(story.AppSecret.Reveal(), code)
}

func TestExchangeCodeTroubles(t *testing.T) {
	story := partnerStory(t)
	secret, wrong := story.AppSecret.Reveal(), "5ec7e70123456789abcdef5ec7e70fed"
	for name, test := range map[string]struct {
		app, input string // %c is a fresh code
		arguments  []string
		code       int
		says       string
	}{
		"wrong secret":          {story.AppID, wrong + "\n%c\n", nil, terminal.ExitFailed, "The app secret does not belong to this app"},
		"code of nobody":        {story.AppID, secret + "\nAQmadeUpCodeOfNobody0123456789\n", nil, terminal.ExitFailed, "This code does not belong to this app"},
		"code first":            {story.AppID, "%c\n" + secret + "\n", nil, terminal.ExitNoToken, "That is a code, not the app secret"},
		"no code":               {story.AppID, secret + "\n", nil, terminal.ExitNoToken, "There is no code"},
		"nothing":               {story.AppID, "", nil, terminal.ExitNoToken, "There is no app secret"},
		"no app":                {"", secret, nil, terminal.ExitUsage, "Enter the app’s ID"},
		"an app that is no id":  {"my app", secret, nil, terminal.ExitUsage, "An app ID has digits only"},
		"a name that is taken":  {story.AppID, "", []string{"--save", "Shop"}, terminal.ExitUsage, "Another token is already saved as"},
		"a name that cannot be": {story.AppID, "", []string{"--save", " Shop"}, terminal.ExitUsage, "space"},
		"another Graph":         {story.AppID, "", []string{"--graph-url", "https://elsewhere.invalid"}, terminal.ExitUsage, "this computer only"},
		"a secret as argument":  {story.AppID, "", []string{secret}, terminal.ExitUsage, "Do not type a token as part of the command"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.save("Shop", "ready")
			code := b.server.State().IssueCode(story.AppID, story.CustomerID)
			arguments := append([]string{"exchange-code", "--app", test.app}, test.arguments...)
			b.business(test.code, strings.ReplaceAll(test.input, "%c", code), arguments...)
			says(t, b.err.String(), test.says)
			b.nowhere(secret, code, wrong)
			if len(b.keychain.All()) != 1 {
				t.Errorf("the keychain holds %d tokens", len(b.keychain.All()))
			}
		})
	}
}

func TestExchangeCodeGetsEverythingReadyFirst(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	code := b.server.State().IssueCode(story.AppID, story.CustomerID)
	lines := story.AppSecret.Reveal() + "\n" + code + "\n"
	b.keychain.FailWith(errKeychain)
	b.business(terminal.ExitNoKeychain, lines, "exchange-code", "--app", story.AppID)
	b.keychain.FailWith(nil)
	b.server.SetFault(sandbox.FaultServerError, 0)
	b.business(terminal.ExitUnknown, lines, "exchange-code", "--app", story.AppID)
	// Nothing was sent, so no code is lost.
	says(t, b.err.String(), b.Words.Say("network.outage.title"))
	silent(t, b.err.String(), "used up")
	b.server.SetFault("", 0)
	// The code was not touched by either.
	b.business(terminal.ExitReady, lines, "exchange-code", "--app", story.AppID, "--save", "Bakery")
	says(t, b.out.String(), "Saved as Bakery")
}

// In practice nothing comes to lie beside the real tokens.
func TestExchangeCodeOfThePractice(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	address := b.server.GraphURL()
	b.Graph.BaseURL = ""
	code := b.server.State().IssueCode(story.AppID, story.CustomerID)
	b.business(terminal.ExitReady, story.AppSecret.Reveal()+"\n"+code+"\n", "exchange-code", "--app", story.AppID, "--graph-url", address)
	if b.keychain.All()[vault.PracticeService+"/Corner Bakery"] == "" {
		t.Errorf("the keychain holds %v", b.keychain.All())
	}
}

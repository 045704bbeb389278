package terminal_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"latchkey/ui/terminal"
	"latchkey/wizard/setup"
)

// typed is what a person types, one line after the other.
func typed(lines ...string) string { return strings.Join(lines, "\n") + "\n" }

// toThePaste goes from the first step to the fifth: my own business, and then
// three trips, each opening the page and coming back.
var toThePaste = []string{"1", "", "", "", "", "", ""}

func through(further ...string) string { return typed(append(toThePaste, further...)...) }

// TestSetupInPractice goes through all seven steps, as pipes and screen readers
// do: lines in, words out.
func TestSetupInPractice(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, through("t", "1", "", "", ""), "setup", "--practice")
	says(t, b.out.String(),
		"Step 1 of 7: Your business", "Whose WhatsApp is it?", "What you need first", "Your keychain works.",
		"Step 2 of 7: System user", "Press + Add", "latchkey-whatsapp",
		"Step 3 of 7: Assign assets", "Choose latchkey-whatsapp on the page and press Assign assets",
		"Step 4 of 7: Generate the token", "whatsapp_business_messaging", "whatsapp_business_management",
		"Step 5 of 7: Paste it", "Step 6 of 7: Check it", "✓ OK Meta accepts the token", "Your token is ready",
		"Step 7 of 7: Keep it", "Expires Never", "Latchkey practice",
		"is in your keychain", "Phone number ID:", "WhatsApp Business Account ID:", "Practice. Nothing here reaches Meta")
	silent(t, b.out.String(), "**", "\x1b", "There is a problem", "[terminal.")
	secret := token(t, "ready")
	silent(t, b.out.String()+b.err.String()+b.inFiles(), secret)
	held := b.keychain.All()
	if len(held) != 1 || held["Latchkey practice/Corner Bakery"] != secret {
		t.Errorf("the keychain holds %d secrets, not this token under its name", len(held))
	}
	if len(b.browser.opened) != 3 {
		t.Errorf("%d pages were opened", len(b.browser.opened))
	}
	for _, address := range b.browser.opened {
		if !strings.HasPrefix(address, "http://127.0.0.1:") || !strings.HasSuffix(address, "/latest/settings/system_users") {
			t.Errorf("practice opened %s", address)
		}
	}
}

// TestSetupForReal: the same way with Meta's addresses and the real service.
func TestSetupForReal(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, through("  Bearer "+token(t, "ready"), "", "", "show", ""), "setup")
	says(t, b.out.String(), "latchkey send-test --saved 'Corner Bakery' --to NUMBER", "latchkey exec --saved 'Corner Bakery' -- YOUR-PROGRAM",
		"latchkey pipe --saved 'Corner Bakery' -- YOUR-PROGRAM", "Removed before use", "ends in "+token(t, "ready")[len(token(t, "ready"))-4:])
	silent(t, b.out.String(), "Practice")
	if b.keychain.All()["Latchkey/Corner Bakery"] != token(t, "ready") {
		t.Error("the keychain does not hold the token")
	}
	if count := strings.Count(b.out.String(), token(t, "ready")); count != 1 {
		t.Errorf("the token is shown %d times, not once on demand", count)
	}
	silent(t, b.err.String()+b.inFiles(), token(t, "ready"))
	if b.browser.opened[0] != "https://business.facebook.com/latest/settings/system_users" {
		t.Errorf("opened %s", b.browser.opened[0])
	}
}

func TestSetupGoesOnWhereItWasLeft(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitNoToken, typed("1", "", "", "q"), "setup")
	says(t, b.out.String(), "Step 3 of 7")
	says(t, b.err.String(), "No token was saved. “latchkey setup” continues where you left off")

	b.expect(terminal.ExitNoToken, typed("b", "q"), "setup")
	says(t, b.out.String(), "You closed it halfway", "Your keychain works.", "Step 3 of 7", "Step 2 of 7")
	silent(t, b.out.String(), "Step 1 of 7")

	// Left at the check, it goes on at the paste: the token is not remembered.
	b.expect(terminal.ExitNoToken, typed("n", "n", "n", token(t, "ready"), "q", "", "q", "q"), "setup")
	says(t, b.out.String(), "Step 6 of 7", "Leave without saving the token?")
	silent(t, b.inFiles(), token(t, "ready"))
	b.expect(terminal.ExitNoToken, typed("q"), "setup")
	says(t, b.out.String(), "Step 5 of 7")
	silent(t, b.out.String(), "Step 6 of 7")
}

func TestEndOfInputLosesNothing(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitNoToken, "1\n\n", "setup")
	says(t, b.err.String(), "continues where you left off")
	b.expect(terminal.ExitNoToken, "", "setup")
	says(t, b.out.String(), "Step 2 of 7")
}

func TestSetupNeedsAnAnswerFirst(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitNoToken, typed("", "x", "?", "m", "q"), "setup")
	says(t, b.out.String(), "There is a problem: Type one of these",
		"Most people choose My own business", "Send them this message.")
	silent(t, b.out.String(), "Step 2 of 7")
}

func TestAddressMakesThePagesExact(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitNoToken, typed("a", "hello", "a", "https://example.com/?business_id=123456", "a", token(t, "ready"),
		"a", "https://business.facebook.com/latest/settings/people?business_id=987654321012345", "4", "1", "c", "q"), "setup")
	says(t, b.out.String(), "beginning with https", "This is not an address of Meta", "This contains a token", "Found portfolio 987654321012345",
		"https://business.facebook.com/latest/settings/system_users?business_id=987654321012345")
	silent(t, b.out.String()+b.inFiles(), token(t, "ready"))
	if len(b.browser.opened) != 1 || b.browser.opened[0] != "https://business.facebook.com/overview" {
		t.Errorf("opened %v", b.browser.opened)
	}
}

func TestWithoutABrowserTheAddressIsShown(t *testing.T) {
	b := newBench(t)
	b.browser.absent = true
	b.expect(terminal.ExitNoToken, typed("1", "", "e", "q"), "setup")
	says(t, b.out.String(), "No browser opened.", "https://business.facebook.com/latest/settings/system_users", "the limit is reached")
}

// TestKeychainIsProvedBeforeTheTrip: nobody makes a token that cannot be kept.
func TestKeychainIsProvedBeforeTheTrip(t *testing.T) {
	b := newBench(t)
	b.keychain.FailWith(errors.New("no"))
	b.expect(terminal.ExitNoKeychain, typed("1", "", "q"), "setup")
	says(t, b.out.String(), "✕ To fix", "Try again")
	silent(t, b.out.String(), "Step 2 of 7")

	in, writer := io.Pipe()
	ended := make(chan int, 1)
	b.clear()
	b.In = in
	go func() { ended <- b.Run(t.Context(), []string{"setup"}) }()
	_, _ = io.WriteString(writer, "1\n")
	b.out.waitFor(t, "Try again")
	b.keychain.FailWith(nil)
	_, _ = io.WriteString(writer, "\n")
	b.out.waitFor(t, "Step 2 of 7")
	_ = writer.Close()
	<-ended
}

func TestWhatIsNoTokenIsNamed(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitNoToken, through("+49 170 1234567", "", "0123456789abcdef0123456789abcdef", "q"), "setup")
	says(t, b.out.String(), "There is a problem: This is a phone number, not a token", "There is a problem: Nothing was pasted",
		"There is a problem: This is an app secret")
	silent(t, b.out.String(), "Step 6 of 7", "0123456789abcdef")
}

func TestTokenThatDoesNotWorkIsNotSaved(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitNoToken, through(token(t, "account-not-assigned"), "", "o", "d", "q"), "setup")
	says(t, b.out.String(), "Almost: one thing is missing", "✕ To fix The WhatsApp account is not assigned", "Details for support", "Graph code 100/33")
	silent(t, b.out.String(), "Step 7 of 7")
	if last := b.browser.opened[len(b.browser.opened)-1]; last != "https://business.facebook.com/latest/settings/whatsapp_account" {
		t.Errorf("the fix opened %s", last)
	}
}

func TestNumberIsChosenByName(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, through(token(t, "two-accounts"), "40", "2", "", "2", "1", "", ""), "setup")
	says(t, b.out.String(), "Which number will you use?", "There is a problem: Type a number from 1 to", "Change: Number")
	entries, err := b.Vault.List(t.Context())
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v, %v", entries, err)
	}
	if first := entries[0].Accounts[0]; entries[0].AccountID != first.ID || entries[0].PhoneID != first.Phones[0].ID {
		t.Errorf("saved for %s and %s, not the first number", entries[0].AccountID, entries[0].PhoneID)
	}
}

func TestNameIsChangedInTheSummary(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, through(token(t, "ready"), "", "1", "a\tb", strings.Repeat("x", 81), "EAAmadeup0123456789abcdefghijklm", " My shop ", "", ""), "setup")
	says(t, b.out.String(), "There is a problem: The name contains a line break", "There is a problem: The name is too long", "There is a problem: The name contains a token", "Name My shop")
	if _, ok := b.keychain.All()["Latchkey/My shop"]; !ok {
		t.Error("it is not saved under the new name")
	}
}

func TestTakenName(t *testing.T) {
	b := newBench(t)
	b.save("Corner Bakery", "surplus")
	b.expect(terminal.ExitReady, through(token(t, "ready"), "", "", "", "Second", "", ""), "setup")
	says(t, b.out.String(), "This name is taken")
	held := b.keychain.All()
	if held["Latchkey/Second"] != token(t, "ready") || held["Latchkey/Corner Bakery"] != token(t, "surplus") {
		t.Error("the other name was not taken, or the old token did not stay")
	}
	b.expect(terminal.ExitReady, through(token(t, "two-accounts"), "", "", "1", "Corner Bakery", "", "r", ""), "setup")
	if b.keychain.All()["Latchkey/Corner Bakery"] != token(t, "two-accounts") {
		t.Error("the old token was not replaced")
	}
}

// TestCheckIsNotRepeated: back and next without a change asks nothing again.
func TestCheckIsNotRepeated(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitNoToken, through(token(t, "ready"), "b", "", "", "b", "q"), "setup")
	if count := strings.Count(b.out.String(), "Looking at your token"); count != 1 {
		t.Errorf("it was checked %d times", count)
	}
	says(t, b.out.String(), "Next, with the token that ends in")
}

func TestSaveThatFails(t *testing.T) {
	b := newBench(t)
	prompt := &lineByLine{lines: bufio.NewScanner(strings.NewReader(through(token(t, "ready"), "", "", "q")))}
	prompt.before = func(nth int) {
		if nth == len(toThePaste)+3 { // before the summary's Enter
			b.keychain.FailWith(errors.New("no"))
		}
	}
	b.Prompt = prompt
	b.expect(terminal.ExitNoToken, "", "setup")
	says(t, b.out.String(), "There is a problem:", "Step 7 of 7")
	silent(t, b.out.String(), "is in your keychain")
	if !prompt.hidden {
		t.Error("the token was not asked for hidden")
	}
}

// lineByLine is a prompt that lets something happen before an answer.
type lineByLine struct {
	lines  *bufio.Scanner
	before func(nth int)
	nth    int
	hidden bool
}

func (l *lineByLine) Line(context.Context) (string, error) {
	l.nth++
	l.before(l.nth)
	if !l.lines.Scan() {
		return "", io.EOF
	}
	return l.lines.Text(), nil
}

func (l *lineByLine) Secret(ctx context.Context) (string, error) {
	l.hidden = true
	return l.Line(ctx)
}

func TestInterruptEndsTheSetup(t *testing.T) {
	b := newBench(t)
	in, writer := io.Pipe()
	defer func() { _ = writer.Close() }()
	ctx, cancel := context.WithCancel(t.Context())
	b.In = in
	ended := make(chan int, 1)
	go func() { ended <- b.Run(ctx, []string{"setup"}) }()
	_, _ = io.WriteString(writer, "1\n")
	b.out.waitFor(t, "Step 2 of 7")
	cancel()
	select {
	case code := <-ended:
		if code != terminal.ExitInterrupted {
			t.Errorf("exit code %d", code)
		}
	case <-time.After(time.Minute):
		t.Fatal("it does not end")
	}
}

// TestSetupSaysWhatTheWindowSays: the titles of all steps, from the same ids.
func TestSetupSaysWhatTheWindowSays(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, through(token(t, "ready"), "", "", ""), "setup")
	for _, step := range setup.Steps {
		says(t, b.out.String(), b.Words.Say("step."+step.ID()+".name"), b.Words.Say("step."+step.ID()+".title"))
	}
}

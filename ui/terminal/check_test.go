package terminal_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"latchkey/ui/terminal"
)

func TestCheckEndsWithTheVerdictsCode(t *testing.T) {
	b := newBench(t)
	for _, each := range []struct {
		name, input string
		flags       []string
		code        int
		says        string
	}{
		{"ready", token(t, "ready"), nil, terminal.ExitReady, "This token will work and never expires."},
		{"ready, with what follows in a pipe", token(t, "ready") + "\r\n", nil, terminal.ExitReady, "never expires"},
		{"attention", token(t, "test-number-only"), nil, terminal.ExitReady, "only for Meta’s test number"},
		{"expired", token(t, "expired"), nil, terminal.ExitFailed, "expired"},
		{"not assigned", token(t, "account-not-assigned"), nil, terminal.ExitFailed, "not assigned"},
		{"another app than expected", token(t, "ready"), []string{"--app", "111222333444555"}, terminal.ExitFailed, "app"},
		{"outage", token(t, "outage"), nil, terminal.ExitUnknown, "says nothing about the token"},
		{"limit", token(t, "rate-limited"), nil, terminal.ExitUnknown, "says nothing about the token"},
		{"too little time", token(t, "slow"), []string{"--timeout", "1ms"}, terminal.ExitUnknown, "says nothing about the token"},
		{"nothing", "", nil, terminal.ExitNoToken, "Nothing was pasted"},
		{"a phone number", "+49 170 1234567", nil, terminal.ExitNoToken, "This is a phone number, not a token"},
		{"an app secret", strings.Repeat("0123456789abcdef", 2), nil, terminal.ExitNoToken, "app secret"},
	} {
		t.Run(each.name, func(t *testing.T) {
			b.t = t
			b.expect(each.code, each.input, append([]string{"check"}, each.flags...)...)
			says(t, b.out.String(), each.says)
			b.expect(each.code, each.input, append([]string{"check", "--json"}, each.flags...)...)
			says(t, b.document()["verdict"].(map[string]any)["summary"].(string), each.says)
			if b.err.String() != "" {
				t.Errorf("standard error is not empty: %s", b.err)
			}
		})
	}
}

func TestVerdictComesFirstAndTheRestInOneLine(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitFailed, token(t, "account-not-assigned"), "check")
	lines := strings.Split(strings.TrimSpace(b.out.String()), "\n")
	says(t, lines[0], "Meta accepts the token, but one thing needs fixing")
	if last := lines[len(lines)-1]; !regexp.MustCompile(`\d+ more checks are fine\. \d+ more checks wait for this\.`).MatchString(last) {
		t.Errorf("the last line does not tell what is left out: %s", last)
	}
	silent(t, b.out.String(), "Later", "waba.review", "fbtrace_id")
	says(t, b.out.String(), "✕ To fix", "https://business.facebook.com/latest/settings/whatsapp_account")

	b.expect(terminal.ExitFailed, token(t, "account-not-assigned"), "check", "--details")
	says(t, b.out.String(), "– Later", "waba.review", "HTTP 400, Graph code 100/33, fbtrace_id")
	silent(t, b.out.String(), "more checks")
}

func TestNothingWaitsForAReadyToken(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, token(t, "ready"), "check")
	says(t, b.out.String(), "more checks are fine")
	silent(t, b.out.String(), "wait for this", "waits for this")
}

// TestPipedOutputIsPlain: 80 characters wide, without codes for colours.
func TestPipedOutputIsPlain(t *testing.T) {
	b := newBench(t)
	for _, scenario := range []string{"ready", "account-not-assigned", "expired", "outage"} {
		b.run(token(t, scenario), "check", "--details")
		for _, line := range strings.Split(b.out.String(), "\n") {
			if len([]rune(line)) > 80 && !strings.Contains(line, "://") {
				t.Errorf("wider than 80 characters: %q", line)
			}
			if strings.ContainsAny(line, "\x1b*") || strings.TrimRight(line, " ") != line {
				t.Errorf("not plain: %q", line)
			}
		}
	}
}

func TestLineBreakOfAPipeIsNoJunk(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, token(t, "ready")+"\n", "check", "--details")
	silent(t, b.out.String(), "Removed")
	b.expect(terminal.ExitReady, "Bearer "+token(t, "ready")+"\n", "check", "--details")
	says(t, b.out.String(), "Removed before use: the word Bearer")
}

func TestCheckOfASavedToken(t *testing.T) {
	b := newBench(t)
	b.save("Corner Bakery", "ready")
	b.save("Old shop", "expired")
	b.expect(terminal.ExitReady, "", "check", "--saved", "Corner Bakery")
	b.expect(terminal.ExitFailed, "", "check", "--saved", "Old shop")
	b.expect(terminal.ExitFailed, "", "check", "--saved", "Corner Bakery", "--app", "111222333444555")

	entry, err := b.Vault.Entry(t.Context(), "Corner Bakery")
	if err != nil {
		t.Fatal(err)
	}
	if entry.Verdict != "ready" || entry.LastCheckedAt.IsZero() {
		t.Errorf("the list of saved tokens has not learnt of the check alone: %+v", entry)
	}
}

func TestSavedNameThatIsNotThere(t *testing.T) {
	b := newBench(t)
	b.save("Corner Bakery", "ready")
	b.expect(terminal.ExitNoToken, "", "check", "--saved", "Corner")
	says(t, b.err.String(), "No token is saved under this name.", "latchkey saved")
	b.expect(terminal.ExitNoToken, "", "check", "--saved", "Corner", "--json")
	says(t, b.document()["verdict"].(map[string]any)["summary"].(string), "No token is saved under this name.")
	b.expect(terminal.ExitUsage, "", "check", "--saved", "")
	says(t, b.err.String(), "The token has no name")
}

func TestKeychainThatDoesNotGiveTheToken(t *testing.T) {
	b := newBench(t)
	b.save("Corner Bakery", "ready")
	b.keychain.FailWith(errors.New("the daemon has gone"))
	b.expect(terminal.ExitNoKeychain, "", "check", "--saved", "Corner Bakery")
	says(t, b.err.String(), "keychain")
	b.expect(terminal.ExitNoKeychain, "", "check", "--saved", "Corner Bakery", "--json")
	says(t, b.document()["verdict"].(map[string]any)["summary"].(string), "keychain")

	b.keychain.FailWith(nil)
	_ = b.keychain.Delete("Latchkey", "Corner Bakery")
	b.expect(terminal.ExitNoKeychain, "", "check", "--saved", "Corner Bakery")
	says(t, b.err.String(), "This token is not in the keychain.")
}

func TestStandardInputThatCannotBeRead(t *testing.T) {
	b := newBench(t)
	for _, flags := range [][]string{{"check"}, {"check", "--json"}} {
		b.clear()
		b.In = iotestErr{}
		if code := b.Run(t.Context(), flags); code != terminal.ExitNoToken {
			t.Errorf("exit code %d", code)
		}
		says(t, b.err.String(), "Standard input could not be read.")
	}
	b.document()
}

type iotestErr struct{}

func (iotestErr) Read([]byte) (int, error) { return 0, errors.New("bad file descriptor") }

// TestInterruptEndsTheCheck at once, while a token is waited for and while Graph
// is asked.
func TestInterruptEndsTheCheck(t *testing.T) {
	asked := make(chan struct{}, 100)
	hanging := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-r.Context().Done()
	}))
	defer hanging.Close()
	read := make(chan struct{}, 100)
	for name, each := range map[string]struct {
		input   string
		under   <-chan struct{} // tells that the moment has come
		further bool            // more input is waited for
	}{
		"waiting for a token": {"EAA", read, true},
		"asking Graph":        {token(t, "ready"), asked, false},
	} {
		b := newBench(t)
		b.Graph.BaseURL = hanging.URL
		in, writer := io.Pipe()
		defer func() { _ = writer.Close() }()
		b.In = in
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan int, 1)
		go func() { ended <- b.Run(ctx, []string{"check"}) }()
		_, _ = io.WriteString(writer, each.input)
		read <- struct{}{}
		if !each.further {
			_ = writer.Close()
		}
		<-each.under
		cancel()
		select {
		case code := <-ended:
			if code != terminal.ExitInterrupted {
				t.Errorf("%s: exit code %d", name, code)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%s: it does not end", name)
		}
	}
}

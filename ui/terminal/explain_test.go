package terminal_test

import (
	"testing"

	"latchkey/ui/terminal"
)

func TestExplainSaysWhatItIsWhoFixesItAndWhere(t *testing.T) {
	b := newBench(t)
	for _, each := range []struct {
		name, code, input string
		says              []string
	}{
		{"a code with its subcode", "190/463", "", []string{"190/463: This token has expired", "You can fix this:", "Generate token", "https://business.facebook.com/latest/settings/system_users"}},
		{"a code", "131031", "", []string{"Meta has locked this WhatsApp account", "Business support can fix this:", "https://business.facebook.com/direct-support"}},
		{"an error's body", "-", `{"error":{"message":"Error validating access token","type":"OAuthException","code":190,"error_subcode":460,"fbtrace_id":"AbCdEf"}}`, []string{"190/460", "password", "fbtrace_id AbCdEf"}},
		{"curl's output", "-", "HTTP/2 400\r\ncontent-type: application/json\r\n\r\n{\"error\":{\"message\":\"x\",\"code\":100,\"error_subcode\":33}}", []string{"100/33"}},
		{"a line of a log", "-", `2026-09-01 ERROR send failed: {"error":{"message":"(#131030) Recipient not in allowed list","code":131030}} retrying`, []string{"131030"}},
		{"two errors", "-", `{"error":{"message":"x","code":190,"error_subcode":463}} {"error":{"message":"y","code":131031}}`, []string{"190/463", "131031"}},
		{"a code nobody knows", "987654", "", []string{"987654", "Latchkey does not know"}},
	} {
		t.Run(each.name, func(t *testing.T) {
			b.t = t
			b.expect(terminal.ExitReady, each.input, "explain", each.code)
			says(t, b.out.String(), each.says...)
			silent(t, b.out.String(), "**", "[trouble.")
		})
	}
}

func TestExplainNeedsAnError(t *testing.T) {
	b := newBench(t)
	for _, text := range []string{"", "all is well", "{}"} {
		b.expect(terminal.ExitUsage, text, "explain", "-")
		says(t, b.err.String(), "No error from Meta was found there.")
	}
	b.expect(terminal.ExitUsage, "", "explain", "banana")
}

// Whoever has no code at hand finds the error by its words.
func TestExplainSearchesByWord(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, "", "explain", "token", "expired")
	says(t, b.out.String(), "463: This token has expired", "Generate token")
	b.expect(terminal.ExitReady, "phone number list\n", "explain", "-")
	says(t, b.out.String(), "131030")
	b.expect(terminal.ExitReady, "", "explain", "--json", "locked")
	if errors, _ := b.document()["errors"].([]any); len(errors) == 0 {
		t.Errorf("nothing was found: %s", b.out)
	}
}

func TestExplainAsJSON(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, "", "explain", "--json", "190/463")
	differences := fits("document", b.document(), object{
		"schema": oneOf{"latchkey.explain/1"},
		"errors": list{object{
			"code": number, "subcode": number, "title": text, "cause": text, "fix": text, "url": text, "fbtrace_id": text,
			"fixer": oneOf{"owner", "developer", "support", "meta"},
		}},
	})
	for _, difference := range differences {
		t.Error(difference)
	}
}

// TestExplainHidesATokenInTheText: people paste whole commands.
func TestExplainHidesATokenInTheText(t *testing.T) {
	b := newBench(t)
	secret := token(t, "ready")
	b.expect(terminal.ExitReady, `{"error":{"message":"Malformed access token `+secret+`","code":190}}`, "explain", "-")
	silent(t, b.out.String()+b.err.String(), secret[:20])
}

package terminal_test

import (
	"strings"
	"testing"

	"latchkey/ui/terminal"
)

// TestTokenIsNeverAnArgument: it is refused, not shown again, and the text says
// how to hand it over.
func TestTokenIsNeverAnArgument(t *testing.T) {
	b := newBench(t)
	secret := token(t, "ready")
	for _, arguments := range [][]string{
		{"check", secret},
		{"check", "--token", secret},
		{"check", "--token=" + secret},
		{"check", "--access-token", secret},
		{"check", "--json", secret},
		{"check", "-" + secret},
		{"check", "--" + secret},
		{"check", "0123456789abcdef0123456789abcdef"},
		{secret},
		{"help", secret},
		{"setup", secret},
		{"doctor", secret},
	} {
		b.expect(terminal.ExitUsage, "", arguments...)
		says(t, b.err.String(), "Do not type a token as part of the command", "standard input")
		silent(t, b.out.String()+b.err.String(), arguments[len(arguments)-1], secret[:12])
	}
	for _, arguments := range [][]string{
		{"check", "--timeout", secret},
		{"check", "--app", secret + "/"},
		{"check", "--saved", secret},
		{"check", "--api-version", secret},
		{"check", "--graph-url", secret},
		{"practise", "--scenario", secret},
		{"practise", "--fault", secret},
		{"saved", "remove", secret},
	} {
		if code := b.run("", arguments...); code != terminal.ExitUsage && code != terminal.ExitNoToken {
			t.Errorf("%s %s ends with %d", arguments[0], arguments[1], code)
		}
		silent(t, b.out.String()+b.err.String(), secret[:12])
	}
}

func TestUsageIsExplained(t *testing.T) {
	b := newBench(t)
	for _, each := range []struct {
		arguments string
		says      string
	}{
		{"chekc", "There is no command “chekc”. Did you mean check?"},
		{"help chekc", "There is no command “chekc”."},
		{"check --jsn", "There is no option “jsn” here."},
		{"check --saved", "The option “saved” needs something after it."},
		{"check --timeout soon", "--timeout needs a time, such as 30s."},
		{"check --timeout -1s", "--timeout must be more than zero"},
		{"check --graph-url https://example.com", "a token is sent only to Meta."},
		{"check --api-version 25", "--api-version looks like v25.0."},
		{"check --phone +49/170", "digits only"},
		{"check --batch list.csv --saved shop", "Choose one of --saved, --saved-all and --batch."},
		{"check --saved-all --saved shop", "Choose one of --saved, --saved-all and --batch."},
		{"check --saved-all --batch list.csv", "Choose one of --saved, --saved-all and --batch."},
		{"check --csv", "--csv goes with --batch only."},
		{"check --saved shop --concurrency 2", "--concurrency goes with --batch only."},
		{"check --anew", "--anew goes with --batch only."},
		{"check --batch - --concurrency many", "--concurrency takes a number from 1 to 16."},
		{"exchange-code --secret x", "--secret would end up in your shell’s history."},
		{"exchange-code --app 1 --code x", "--code would end up in your shell’s history."},
		{"version now", "“now” is not expected here."},
		{"explain", "Name a code such as 190/463"},
		{"saved remove", "Name the token."},
		{"practise --port many", "--port needs a port"},
	} {
		b.expect(terminal.ExitUsage, token(t, "ready"), strings.Fields(each.arguments)...)
		says(t, b.err.String(), each.says)
		if b.out.String() != "" {
			t.Errorf("%s writes to standard output: %s", each.arguments, b.out)
		}
	}
}

// The words beside the commands stand below each other.
func TestHelpStandsInColumns(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, "", "--help")
	columns := map[int]bool{}
	for _, command := range []string{"check", "exchange-code", "solution-token"} {
		for line := range strings.Lines(b.out.String()) {
			if rest, found := strings.CutPrefix(line, "  "+command+" "); found {
				columns[len(line)-len(strings.TrimLeft(rest, " "))] = true
			}
		}
	}
	if len(columns) != 1 {
		t.Errorf("they stand in %d columns:\n%s", len(columns), b.out)
	}
}

func TestHelpTellsOfEveryCommand(t *testing.T) {
	b := newBench(t)
	for _, arguments := range [][]string{{}, {"--help"}, {"help"}} {
		b.expect(terminal.ExitReady, "", arguments...)
		says(t, b.out.String(), "setup", "check", "explain", "saved", "practise", "doctor", "version")
	}
	for _, command := range []string{"setup", "check", "explain", "saved", "practise", "doctor", "version"} {
		b.expect(terminal.ExitReady, "", command, "--help")
		says(t, b.out.String(), "Usage: latchkey "+command)
		silent(t, b.out.String(), "[terminal.", "[flags]")
	}
	b.expect(terminal.ExitReady, "", "saved", "remove", "-h")
	says(t, b.out.String(), "latchkey saved remove NAME")
}

package terminal

import (
	"context"
	"strings"
	"time"

	"latchkey/graph"
	"latchkey/graph/value"
	"latchkey/wizard/check"
	"latchkey/wizard/partner"
)

// appSecret asks for the secret of the token's app, or takes the next line of standard
// input. It is not shown from then on. Errors are of type exit.
func (t *Terminal) appSecret(ctx context.Context, lines Prompt) (graph.Token, error) {
	text, err := t.hidden(ctx, lines, t.Words.Say("terminal.app_secret"))
	if err != nil {
		return graph.Token{}, err
	}
	secret, fault := t.readSecret(text)
	if fault != partner.NoFault {
		return secret, exit{code: ExitNoToken, says: t.Words.PartnerFault("secret", fault)}
	}
	return secret, nil
}

// readSecret reads what was typed for an app's secret, and sees to it that no secret is
// shown, also one that belongs elsewhere. Plain words are none, and stay readable.
func (t *Terminal) readSecret(text string) (graph.Token, partner.Fault) {
	if typed := strings.TrimSpace(text); !strings.Contains(typed, " ") {
		t.guard.Know(graph.NewToken(typed))
	}
	secret, fault := partner.ReadAppSecret(text)
	t.guard.Know(secret)
	return secret, fault
}

// withoutSecret takes an app secret off the end of what was piped in: it stands on a
// line of its own below the token. The secret is zero where there is none.
func (t *Terminal) withoutSecret(text string) (rest string, secret graph.Token) {
	trimmed := strings.TrimSpace(text)
	at := strings.LastIndexByte(trimmed, '\n')
	if at < 0 {
		return text, graph.Token{}
	}
	last := strings.TrimSpace(trimmed[at:])
	if !value.AppSecretForm.Whole().MatchString(last) {
		return text, graph.Token{}
	}
	secret, _ = t.readSecret(last)
	return trimmed[:at], secret
}

// proved is what run finds, once more with the secret of the token's app where the app
// demands a proof of it. Who sits at the terminal is asked for the secret; otherwise it
// is the next line of lines, which may be nil for none, and is not waited for longer
// than given: a pipe may be left open. Nothing of it is kept.
func (t *Terminal) proved(ctx context.Context, longest time.Duration, lines Prompt, run func(graph.Token) (check.Report, error)) (check.Report, error) {
	report, err := run(graph.Token{})
	asked := t.answers()
	if asked != nil {
		lines = asked
	}
	for err == nil && report.DemandsProof() && lines != nil {
		if asked != nil {
			t.tell(t.Words.Sentence(t.Words.Row(report.Verdict.About, t.Now()).Title))
		}
		waiting, cancel := ctx, func() {}
		if asked == nil {
			waiting, cancel = context.WithTimeout(ctx, longest)
		}
		text, unread := t.hidden(waiting, lines, t.Words.Say("terminal.proof_secret"))
		cancel()
		if unread != nil || strings.TrimSpace(text) == "" {
			break
		}
		secret, fault := t.readSecret(text)
		if fault == partner.NoFault {
			report, err = run(secret)
		} else {
			t.tell(t.Words.PartnerFault("secret", fault))
		}
		if asked == nil {
			break
		}
	}
	return report, err
}

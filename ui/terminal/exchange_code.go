package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/handover"
	"latchkey/wizard/partner"
	"latchkey/wizard/vault"
)

// exchangeOptions are the flags of "latchkey exchange-code".
type exchangeOptions struct{ app, save, graphURL string }

// exchangeCodeCommand turns a code of Embedded Signup into a customer's token
// in the keychain. Secret and code come as two lines on standard input, or from
// hidden prompts; neither is ever an argument.
func (t *Terminal) exchangeCodeCommand() *cobra.Command {
	var options exchangeOptions
	command := &cobra.Command{
		Use: "exchange-code --app ID [--save NAME]", Short: t.Words.Say("terminal.exchange"), Long: t.Words.Say("terminal.exchange_long"), Args: t.noToken,
		RunE: func(command *cobra.Command, _ []string) error { return t.exchangeCode(command.Context(), options) },
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&options.app, "app", "", t.Words.Say("terminal.flag_exchange_app"))
	flags.StringVar(&options.save, "save", "", t.Words.Say("terminal.flag_save"))
	flags.StringVar(&options.graphURL, "graph-url", "", t.Words.Say("terminal.flag_graph_url"))
	return command
}

func (t *Terminal) exchangeCode(ctx context.Context, options exchangeOptions) error {
	env, err := t.environmentAt(options.graphURL)
	if err != nil {
		return err
	}
	exchange := env.BusinessTokens().NewExchange()
	defer exchange.Close()
	if fault := exchange.SetApp(options.app); fault != partner.NoFault {
		return usage(t.Words.Say("partner.app." + string(fault)))
	}
	if err := t.freeName(ctx, env, options.save); err != nil {
		return err
	}
	got, err := t.exchanged(ctx, exchange)
	if err != nil {
		return err
	}
	entry, err := env.BusinessTokens().Keep(ctx, exchange.App(), got, options.save)
	if err != nil {
		t.tell(t.Words.Say("terminal.code_gone"))
		return t.keychainExit(err)
	}
	return t.savedNow(ctx, env, entry)
}

// exchanged asks for app secret and code, and exchanges the code.
func (t *Terminal) exchanged(ctx context.Context, exchange *partner.Exchange) (graph.IssuedToken, error) {
	keyboard := newKeyboard(t.In)
	secret, err := t.hidden(ctx, keyboard, t.Words.Say("terminal.app_secret"))
	if err != nil {
		return graph.IssuedToken{}, err
	}
	t.guard.Know(graph.NewToken(strings.TrimSpace(secret)))
	if fault := exchange.SetSecret(secret); fault != partner.NoFault {
		return graph.IssuedToken{}, exit{code: ExitNoToken, says: t.Words.Say("partner.secret." + string(fault))}
	}
	// All of this before there is a code: it is good for half a minute.
	if err := exchange.Prepare(ctx); err != nil {
		return graph.IssuedToken{}, t.reasonExit(partner.PrepareReason(err))
	}
	if keyboard.terminal != nil {
		t.tell(t.Words.Say("terminal.get_code"))
	}
	text, err := t.hidden(ctx, keyboard, t.Words.Say("terminal.code"))
	if err != nil {
		return graph.IssuedToken{}, err
	}
	code, fault := partner.ReadCode(text)
	if fault != partner.NoFault {
		return graph.IssuedToken{}, exit{code: ExitNoToken, says: t.Words.Say("partner.code." + string(fault))}
	}
	t.guard.Know(code.Token)
	got, err := exchange.Run(ctx, code)
	t.guard.Know(got.Token)
	if err != nil {
		return graph.IssuedToken{}, t.stopped(ctx, t.reasonExit(partner.ExchangeReason(err)))
	}
	return got, nil
}

// stopped gives an ending the code of a Ctrl+C, where that is what ended it; what
// it says stays.
func (t *Terminal) stopped(ctx context.Context, err error) error {
	var ending exit
	if ctx.Err() != nil && errors.As(err, &ending) {
		ending.code = ExitInterrupted
		return ending
	}
	return err
}

// savedNow says under which name a token was saved, what a check says of it,
// and how to hand it on. The token itself is not printed.
func (t *Terminal) savedNow(ctx context.Context, env environment.Environment, entry vault.Entry) error {
	values := words.Values{"Name": entry.Name, "Customer": entry.ClientBusinessID}
	if !entry.ExpiresAt.IsZero() {
		values["When"] = t.Words.Date(entry.ExpiresAt, t.Now())
	}
	t.print(t.Words.Say("terminal.saved_as", values))
	if report, err := env.CheckSaved(ctx, entry.Name, nil); err == nil {
		t.print(t.Words.Verdict(report).Summary)
	}
	pipe := []string{"latchkey", "pipe", "--saved", entry.Name, "--", "COMMAND"}
	if env.Practice {
		t.tell(t.Words.Say("terminal.where_practice", words.Values{"Service": vault.PracticeService, "Name": entry.Name}))
		pipe = slices.Insert(pipe, 2, "--practice")
	}
	values["Command"] = handover.Command(pipe...)
	t.tell(t.Words.Say("terminal.saved_next", values))
	if ctx.Err() != nil {
		return exit{code: ExitInterrupted}
	}
	return nil
}

// environmentAt is the real environment, or, with the address of a Graph on this computer,
// one whose tokens are kept apart with those of practice.
func (t *Terminal) environmentAt(graphURL string) (environment.Environment, error) {
	env := t.Environment()
	if graphURL == "" {
		return env, nil
	}
	if _, err := graph.ParseBaseURL(graphURL); err != nil {
		return env, usage(t.Words.Say("terminal.graph_url_elsewhere"))
	}
	env.Practice, env.Graph.BaseURL = true, graphURL
	env.Vault = t.withTokensOf(true).Vault
	return env, nil
}

// freeName refuses a name that cannot be used, or stands for another token.
func (t *Terminal) freeName(ctx context.Context, env environment.Environment, name string) error {
	if name == "" {
		return nil
	}
	if err := vault.CheckName(name); err != nil {
		return t.keychainExit(err)
	}
	if _, err := env.Vault.Entry(ctx, name); err == nil {
		return usage(t.Words.Say("terminal.name_taken", words.Values{"Name": name}))
	}
	return nil
}

// hidden reads one line that a terminal does not show, after a prompt where a
// person sees it. The end of the input is an empty line.
func (t *Terminal) hidden(ctx context.Context, lines Prompt, prompt string) (string, error) {
	if keyboard, ok := lines.(*keyboard); !ok || keyboard.terminal != nil {
		_, _ = fmt.Fprint(t.Err, prompt+" ")
		defer func() { _, _ = fmt.Fprintln(t.Err) }()
	}
	text, err := lines.Secret(ctx)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", t.inputExit(err, ExitNoToken)
	}
	return text, nil
}

// reasonExit says why a business token was not had.
func (t *Terminal) reasonExit(reason partner.Reason) error {
	ending := exit{code: reasonCode(reason), says: t.Words.Sentence(t.Words.Say(reason.ID+".title", reason.Values)), advice: t.Words.ReasonAdvice(reason)}
	if ending.code == ExitInterrupted {
		return exit{code: ExitInterrupted}
	}
	return ending
}

func reasonCode(reason partner.Reason) int {
	switch reason.Kind {
	case partner.KindCanceled:
		return ExitInterrupted
	case partner.KindUndecided:
		return ExitUnknown
	case partner.KindKeychain:
		return ExitNoKeychain
	case partner.KindInput:
		return ExitUsage
	}
	return ExitFailed
}

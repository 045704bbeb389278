package terminal

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/ui/terminal/screen"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/repair"
	"latchkey/wizard/vault"
)

// fixOptions are the flags that every repair has.
type fixOptions struct {
	saved, graphURL string
	yes             bool
}

func (t *Terminal) fixFlags(flags *pflag.FlagSet, options *fixOptions) {
	flags.SortFlags = false
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_fix_saved"))
	flags.BoolVar(&options.yes, "yes", false, t.Words.Say("terminal.flag_yes"))
	flags.StringVar(&options.graphURL, "graph-url", "", t.Words.Say("terminal.flag_graph_url"))
}

// fixCommand repairs from here what Graph lets one repair. Each says first what it
// would do, and asks.
func (t *Terminal) fixCommand() *cobra.Command {
	fix := &cobra.Command{
		Use: "fix COMMAND", Short: t.Words.Say("terminal.fix"), Long: t.Words.Say("terminal.fix_long"), Args: t.noCommand,
		RunE: func(command *cobra.Command, _ []string) error { return command.Help() },
	}
	fix.AddCommand(t.fixSubscribeCommand(), t.fixUnsubscribeCommand(), t.fixRegisterCommand(), t.fixExtendCommand(), t.fixRevokeCommand())
	return fix
}

// toFix is what a repair works with.
type toFix struct {
	env   environment.Environment
	entry vault.Entry // of a saved token; only a name where nothing is known of it
	token graph.Token
	lines Prompt // what else is typed, or the further lines of standard input
}

// toFix gets the token that a repair acts with: a saved one, or the first line of
// standard input, or of a hidden prompt. Errors are of type exit.
func (t *Terminal) toFix(ctx context.Context, options fixOptions) (toFix, error) {
	env, err := t.environmentAt(options.graphURL)
	if err != nil {
		return toFix{}, err
	}
	got := toFix{env: env, lines: t.lines()}
	if options.saved != "" {
		keeper := t.terminalOf(ctx, options.graphURL, options.saved)
		got.env.Vault = keeper.Vault
		got.entry, got.token, err = keeper.fromKeychain(ctx, options.saved)
		return got, err
	}
	text, err := t.hidden(ctx, got.lines, t.Words.Say("terminal.paste_token"))
	if err != nil {
		return got, err
	}
	paste := t.pasted(text)
	if !paste.Usable() {
		return got, t.unusable(paste)
	}
	got.token = paste.Token
	return got, nil
}

// person is who can be asked; nil where nobody sits at the terminal.
func (f toFix) person() Prompt {
	if keyboard, ok := f.lines.(*keyboard); ok && keyboard.terminal == nil {
		return nil
	}
	return f.lines
}

// find is the account and number to repair: those that were named, or those that the
// token was saved for, or else what a check finds.
func (t *Terminal) find(ctx context.Context, got toFix, named check.Repair) (check.Repair, error) {
	found := named
	found.Account, found.Phone = cmp.Or(named.Account, graph.ID(got.entry.AccountID)), cmp.Or(named.Phone, graph.ID(got.entry.PhoneID))
	if found.Kind == check.RepairRegister && found.Phone != "" || found.Kind == check.RepairSubscribe && found.Account != "" {
		return found, nil
	}
	report, err := got.env.Check(ctx, got.token, environment.CheckOptions{Expected: check.Expectation{Account: found.Account, Phone: found.Phone}})
	if err != nil {
		return found, usage(t.Words.Say("terminal.graph_url_elsewhere"))
	}
	found = repair.Find(report, named.Kind)
	if found.Kind == check.RepairRegister && found.Phone == "" || found.Account == "" {
		t.printReport(screen.Of(t.Out), report, false)
		code := ExitFailed
		if report.Verdict.Status == check.Undecided {
			code = ExitUnknown
		}
		return found, t.stopped(ctx, exit{code: code, says: t.Words.Say("fix.nothing_found")})
	}
	return found, nil
}

// repairing gets the token that a repair acts with, finds what is to be repaired, and has a
// repairer with that token, which is to be closed. Errors are of type exit.
func (t *Terminal) repairing(ctx context.Context, options fixOptions, named check.Repair) (toFix, check.Repair, *repair.Repairer, error) {
	got, err := t.toFix(ctx, options)
	if err != nil {
		return got, named, nil, err
	}
	found, err := t.find(ctx, got, named)
	if err != nil {
		return got, found, nil, err
	}
	repairer, err := repair.With(got.env.Graph, got.token)
	if err != nil {
		return got, found, nil, exit{code: ExitNoToken, says: t.Words.Say("desk.odd_token")}
	}
	return got, found, repairer, nil
}

// badID refuses what is typed for an id and is none.
func (t *Terminal) badID(ids ...string) error {
	for _, id := range ids {
		if id != "" && !graph.ID(id).Digits() {
			return usage(t.Words.Say("terminal.bad_id"))
		}
	}
	return nil
}

// outcome prints what Graph shows after a repair.
func (t *Terminal) outcome(outcome repair.Outcome, says string) error {
	t.print(says)
	switch outcome {
	case repair.NotYet:
		return exit{code: ExitFailed}
	case repair.Unseen:
		return exit{code: ExitUnknown}
	}
	return nil
}

// fixExit says why a repair was not made, or that nobody knows whether it was.
func (t *Terminal) fixExit(ctx context.Context, err error) error {
	unanswered := "fix.not_done"
	if repair.MayBeDone(err) {
		unanswered = "fix.unknown"
	}
	return t.stopped(ctx, t.graphExit(err, "fix.refused", unanswered))
}

// graphExit says why Graph did not do what it was asked, by the ids of the words for a
// refusal and for no answer. Other errors stay.
func (t *Terminal) graphExit(err error, refused, unanswered string) error {
	if failure := trouble.AsError(err); failure != nil {
		t.tell(t.Words.Say(refused))
		t.printExplanation(screen.Of(t.Err), t.explained(failure))
		code := ExitFailed
		if class := failure.Trouble().Class; class == trouble.ClassOutage || class == trouble.ClassLimit {
			code = ExitUnknown
		}
		return exit{code: code}
	}
	if failure := graph.AsNetworkError(err); failure != nil {
		says := t.Words.Sentence(t.Words.Say("network."+string(failure.Kind)+".title", failure.Values()))
		return exit{code: ExitUnknown, says: says, advice: t.Words.Say(unanswered)}
	}
	return err
}

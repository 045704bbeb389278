package terminal

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"latchkey/graph"
	"latchkey/wizard/environment"
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
	got := toFix{env: env, lines: t.Prompt}
	if got.lines == nil {
		got.lines = newKeyboard(t.In)
	}
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

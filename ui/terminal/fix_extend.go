package terminal

import (
	"context"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/wizard/partner"
	"latchkey/wizard/repair"
	"latchkey/wizard/vault"
)

// extendOptions are the flags of "latchkey fix extend".
type extendOptions struct {
	fixOptions
	app string
}

// fixExtendCommand gives a saved 60-day token sixty more days. The app's secret comes
// as a line of standard input or from a hidden prompt.
func (t *Terminal) fixExtendCommand() *cobra.Command {
	var options extendOptions
	command := &cobra.Command{
		Use: "extend --saved NAME [--app ID] [--yes]", Short: t.Words.Say("terminal.fix_extend"), Long: t.Words.Say("terminal.fix_extend_long"), Args: t.noToken,
		RunE: func(command *cobra.Command, _ []string) error { return t.extend(command.Context(), options) },
	}
	flags := command.Flags()
	t.fixFlags(flags, &options.fixOptions)
	flags.Lookup("saved").Usage = t.Words.Say("terminal.flag_fix_extend")
	flags.StringVar(&options.app, "app", "", t.Words.Say("terminal.flag_fix_app"))
	return command
}

// extend puts a new token in the place of one that ends. An error leaves the old one
// where it is.
func (t *Terminal) extend(ctx context.Context, options extendOptions) error {
	if err := t.badID(options.app); err != nil {
		return err
	}
	env, err := t.environmentAt(options.graphURL)
	if err != nil {
		return err
	}
	entry, err := t.withTokensOf(env.Practice).savedEntry(ctx, options.saved)
	if err != nil {
		return err
	}
	if refusal := repair.RefusesExtension(entry, t.Now()); refusal != repair.NoRefusal {
		return t.notExtended(ctx, vault.OldKept, &repair.RefusedError{Refusal: refusal})
	}
	lines := t.lines()
	secret, err := t.appSecret(ctx, lines)
	if err != nil {
		return err
	}
	extension, err := repair.LookAtExtension(ctx, env, entry.Name, graph.ID(options.app), secret)
	if err != nil {
		return t.notExtended(ctx, vault.OldKept, err)
	}
	person := toFix{lines: lines}.person()
	if err := t.agreed(ctx, consent{options.yes, "--yes"}, person, t.Words.Extending(extension.Entry, t.Now())); err != nil {
		return err
	}
	extended, err := extension.Extend(ctx)
	if err != nil {
		return t.notExtended(ctx, extended.Outcome, err)
	}
	t.print(t.Words.Sentence(t.Words.Say("fix.extend.done", t.Words.OfEntry(extended.Entry, t.Now()))))
	t.print(t.Words.Verdict(extended.Report).Summary)
	t.tell(t.Words.Say("fix.extend.old", t.Words.OfEntry(entry, t.Now())))
	return nil
}

// notExtended says why a token was not extended, and which of the two is kept.
func (t *Terminal) notExtended(ctx context.Context, outcome vault.Outcome, err error) error {
	reason := repair.ExtensionReason(err)
	if reason.Kind == partner.KindKeychain {
		t.tell(t.Words.Maybe("outcome." + string(outcome)))
		return t.keychainExit(err)
	}
	t.tell(t.Words.Say("terminal.old_kept"))
	return t.stopped(ctx, t.reasonExit(reason))
}

// lines is what is typed, or else the lines of standard input.
func (t *Terminal) lines() Prompt {
	if t.Prompt != nil {
		return t.Prompt
	}
	return newKeyboard(t.In)
}

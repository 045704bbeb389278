package terminal

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/wizard/repair"
)

// revokeOptions are the flags of "latchkey fix revoke".
type revokeOptions struct {
	fixOptions
	app    string
	remove bool
}

// fixRevokeCommand ends one token for everybody who has it. Token and app secret come
// as lines of standard input or from hidden prompts.
func (t *Terminal) fixRevokeCommand() *cobra.Command {
	var options revokeOptions
	command := &cobra.Command{
		Use: "revoke [--saved NAME] [--app ID] [--remove] [--yes]", Short: t.Words.Say("terminal.fix_revoke"), Long: t.Words.Say("terminal.fix_revoke_long"), Args: t.noToken,
		RunE: func(command *cobra.Command, _ []string) error { return t.revoke(command.Context(), options) },
	}
	flags := command.Flags()
	t.fixFlags(flags, &options.fixOptions)
	flags.StringVar(&options.app, "app", "", t.Words.Say("terminal.flag_fix_app"))
	flags.BoolVar(&options.remove, "remove", false, t.Words.Say("terminal.flag_fix_remove"))
	return command
}

// revoke ends a token once the person has said yes, and looks whether it has ended.
func (t *Terminal) revoke(ctx context.Context, options revokeOptions) error {
	if err := t.badID(options.app); err != nil {
		return err
	}
	got, err := t.toFix(ctx, options.fixOptions)
	if err != nil {
		return err
	}
	secret, err := t.appSecret(ctx, got.lines)
	if err != nil {
		return err
	}
	revocation, err := repair.LookAtRevocation(ctx, got.env, got.token, graph.ID(options.app), secret)
	switch {
	case errors.Is(err, repair.ErrEnded):
		t.print(t.Words.Sentence(t.Words.Say("fix.revoke.ended.title")))
		return t.removeRevoked(ctx, got, revocation, options.remove)
	case err != nil:
		return t.stopped(ctx, t.reasonExit(repair.RevocationReason(err)))
	}
	if err := t.agreed(ctx, consent{options.yes, "--yes"}, got.person(), t.Words.Revoking(revocation)); err != nil {
		return err
	}
	if err := revocation.Revoke(ctx); err != nil {
		return t.stopped(ctx, t.reasonExit(repair.RevocationReason(err)))
	}
	t.print(t.Words.Sentence(t.Words.Say("fix.revoke.done")))
	return t.removeRevoked(ctx, got, revocation, options.remove)
}

// removeRevoked takes a token that has ended out of the keychain, where it lies there
// and that was asked for or is agreed to.
func (t *Terminal) removeRevoked(ctx context.Context, got toFix, revocation *repair.Revocation, asked bool) error {
	if len(revocation.SavedAs) == 0 {
		return nil
	}
	values := t.Words.OfRevocation(revocation)
	if !asked && got.person() != nil {
		asked = t.agreed(ctx, consent{}, got.person(), t.Words.Say("fix.revoke.remove_ask", values)) == nil
	}
	if !asked {
		t.tell(t.Words.Say("fix.revoke.stays", values))
		return nil
	}
	if err := revocation.Remove(ctx); err != nil {
		return t.keychainExit(err)
	}
	t.tell(t.Words.Sentence(t.Words.Say("fix.revoke.removed", values)))
	return nil
}

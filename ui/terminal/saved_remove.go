package terminal

import (
	"context"

	"github.com/spf13/cobra"

	"latchkey/ui/words"
)

func (t *Terminal) savedRemoveCommand() *cobra.Command {
	var practice bool
	command := &cobra.Command{
		Use: "remove NAME", Short: t.Words.Say("terminal.saved_remove"), Args: t.someName,
		RunE: func(command *cobra.Command, arguments []string) error {
			return t.among(practice).removeSaved(command.Context(), nameTyped(arguments))
		},
	}
	command.Flags().BoolVar(&practice, "practice", false, t.Words.Say("terminal.flag_among_practice"))
	return command
}

// removeSaved deletes a token from the keychain; the vault has looked whether
// it is gone when it says so.
func (t *Terminal) removeSaved(ctx context.Context, name string) error {
	t.lookBack(ctx)
	if err := t.Vault.Remove(ctx, name); err != nil {
		return t.savedExit(err, false)
	}
	t.tell(t.Words.Say("remove.gone", words.Values{"Name": name}) + ". " + t.Words.Say("remove.gone_text"))
	t.tell(t.Words.Say("terminal.revoke"))
	return nil
}

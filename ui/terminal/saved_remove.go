package terminal

import (
	"context"

	"github.com/spf13/cobra"

	"latchkey/ui/words"
)

func (t *Terminal) savedRemoveCommand() *cobra.Command {
	var practice, yes, all bool
	command := &cobra.Command{
		Use: "remove NAME [--yes] | remove --all", Short: t.Words.Say("terminal.saved_remove"),
		Args: func(command *cobra.Command, arguments []string) error {
			if all {
				return t.noArguments(command, arguments)
			}
			return t.someName(command, arguments)
		},
		RunE: func(command *cobra.Command, arguments []string) error {
			if all {
				return t.removeAll(command.Context(), yes)
			}
			return t.withTokensOf(practice).removeSaved(command.Context(), nameTyped(arguments), yes)
		},
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.BoolVar(&yes, "yes", false, t.Words.Say("terminal.flag_yes"))
	flags.BoolVar(&all, "all", false, t.Words.Say("terminal.flag_remove_all"))
	flags.BoolVar(&practice, "practice", false, t.Words.Say("terminal.flag_among_practice"))
	return command
}

// removeSaved deletes a token from the keychain; the vault has looked whether
// it is gone when it says so. A person is asked first, a script is not.
func (t *Terminal) removeSaved(ctx context.Context, name string, yes bool) error {
	t.settleEarlierRuns(ctx)
	if answers := t.answers(); answers != nil {
		question := t.Words.Paragraph(t.Words.Say("remove.title", words.Values{"Name": name}), t.Words.Say("remove.text"))
		if err := t.agreed(ctx, consent{yes, "--yes"}, answers, question); err != nil {
			return err
		}
	}
	if err := t.Vault.Remove(ctx, name); err != nil {
		return t.savedExit(err, false)
	}
	t.tell(t.Words.Paragraph(t.Words.Say("remove.gone", words.Values{"Name": name}), t.Words.Say("remove.gone_text")))
	t.tell(t.Words.Say("terminal.revoke"))
	return nil
}

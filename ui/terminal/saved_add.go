package terminal

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

func (t *Terminal) savedAddCommand() *cobra.Command {
	return &cobra.Command{
		Use: "add NAME", Short: t.Words.Say("terminal.saved_add"), Long: t.Words.Say("terminal.saved_add_long"), Args: t.someName,
		RunE: func(command *cobra.Command, arguments []string) error {
			return t.addSaved(command.Context(), nameTyped(arguments))
		},
	}
}

// addSaved lists a token that the keychain holds and the list does not know, or
// knows as another one, and checks it: that fills in what the list says of it.
func (t *Terminal) addSaved(ctx context.Context, name string) error {
	t.settleEarlierRuns(ctx)
	state, err := t.Vault.State(ctx, name)
	if err == nil && state == vault.Present {
		t.tell(t.Words.Say("terminal.listed_already", words.Values{"Name": name}))
		return nil
	}
	var taken *vault.TakenError
	switch _, err := t.Vault.Adopt(ctx, vault.Entry{Name: name}); {
	case vault.IsNotFound(err):
		return exit{code: ExitNoToken, says: t.Words.Sentence(t.Words.Say("keychain.not_found.title"))}
	case errors.As(err, &taken):
		return usage(t.Words.Say("terminal.name_taken", words.Values{"Name": taken.Name}))
	case err != nil:
		return t.keychainExit(err)
	}
	t.print(t.Words.Say("terminal.listed", words.Values{"Name": name}))
	report, err := t.Environment().CheckSaved(ctx, name, nil)
	if err != nil {
		return t.keychainExit(err)
	}
	t.print(t.Words.Verdict(report).Summary)
	return nil
}

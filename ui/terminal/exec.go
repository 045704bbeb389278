package terminal

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// execCommand runs a command that has a saved token in its environment.
func (t *Terminal) execCommand() *cobra.Command {
	var saved, name string
	command := &cobra.Command{
		Use: "exec --saved NAME [--env WHATSAPP_TOKEN] -- COMMAND …", Short: t.Words.Say("terminal.exec"), Long: t.Words.Say("terminal.exec_long"),
		Args: t.someCommand,
		RunE: func(command *cobra.Command, arguments []string) error {
			return t.exec(command.Context(), saved, name, arguments)
		},
	}
	flags := command.Flags()
	flags.SetInterspersed(false) // what follows COMMAND is its own
	flags.SortFlags = false
	flags.StringVar(&saved, "saved", "", t.Words.Say("terminal.flag_hand_over"))
	flags.StringVar(&name, "env", handover.DefaultName, t.Words.Say("terminal.flag_env"))
	return command
}

func (t *Terminal) exec(ctx context.Context, saved, name string, arguments []string) error {
	entry, token, err := t.fromKeychain(ctx, saved)
	if err != nil {
		return err
	}
	variables, err := handover.Values(entry, token, name)
	if err != nil {
		return t.valuesExit(err)
	}
	return t.commandExit(handover.Exec(ctx, arguments, variables))
}

// someCommand refuses to start nothing.
func (t *Terminal) someCommand(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return usage(t.Words.Say("terminal.exec_what", words.Values{"Command": command.Name()}))
	}
	return nil
}

// fromKeychain is a saved token and what the index says of it. One that only
// the keychain knows has an entry with nothing but its name.
func (t *Terminal) fromKeychain(ctx context.Context, name string) (vault.Entry, graph.Token, error) {
	if name == "" {
		return vault.Entry{}, graph.Token{}, usage(t.Words.Say("terminal.saved_what"))
	}
	entry, unlisted := t.Vault.Entry(ctx, name)
	if unlisted != nil && !errors.Is(unlisted, vault.ErrNotListed) {
		return vault.Entry{}, graph.Token{}, t.keychainExit(unlisted)
	}
	token, err := t.Vault.Token(ctx, name)
	if err != nil {
		return vault.Entry{}, graph.Token{}, t.savedExit(err, unlisted == nil)
	}
	if unlisted != nil {
		entry = vault.Entry{Name: name}
	}
	return entry, token, nil
}

// savedEntry is what the index says of a saved token.
func (t *Terminal) savedEntry(ctx context.Context, name string) (vault.Entry, error) {
	if name == "" {
		return vault.Entry{}, usage(t.Words.Say("terminal.saved_what"))
	}
	entry, err := t.Vault.Entry(ctx, name)
	switch {
	case errors.Is(err, vault.ErrNotListed):
		return entry, exit{code: ExitNoToken, says: t.Words.Say("terminal.no_such_name"), advice: t.Words.Say("terminal.see_saved")}
	case err != nil:
		return entry, t.keychainExit(err)
	}
	return entry, nil
}

func (t *Terminal) valuesExit(err error) error {
	if errors.Is(err, handover.ErrName) {
		return usage(t.Words.Say("terminal.env_name"))
	}
	return exit{code: ExitNoToken, says: t.Words.Say("handover.odd_token")}
}

// commandExit passes the exit code of a command on, or says why it was not
// started.
func (t *Terminal) commandExit(code int, err error) error {
	var start *handover.StartError
	switch {
	case errors.As(err, &start) && start.Missing():
		return exit{code: start.ExitCode(), says: t.Words.Say("terminal.exec_missing", words.Values{"Command": start.Command})}
	case errors.As(err, &start):
		return exit{code: start.ExitCode(), says: t.Words.Say("terminal.exec_cannot", words.Values{"Command": start.Command, "Reason": start.Err.Error()})}
	case errors.Is(err, context.Canceled):
		return exit{code: ExitInterrupted}
	case err != nil:
		return exit{code: handover.ExitCannotRun, says: t.Words.Say("terminal.exec_input")}
	case code != ExitReady:
		return exit{code: code}
	}
	return nil
}

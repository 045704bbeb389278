package terminal

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"latchkey/ui/words"
	"latchkey/wizard/handover"
)

// execCommand runs a command that has a saved token in its environment.
func (t *Terminal) execCommand() *cobra.Command {
	var saved, name string
	var practice bool
	command := &cobra.Command{
		Use: "exec --saved NAME [--env WHATSAPP_TOKEN] -- COMMAND …", Short: t.Words.Say("terminal.exec"), Long: t.Words.Say("terminal.exec_long"),
		Args: t.someCommand,
		RunE: func(command *cobra.Command, arguments []string) error {
			return t.withTokensOf(practice).exec(command.Context(), saved, name, arguments)
		},
	}
	flags := command.Flags()
	flags.SetInterspersed(false) // what follows COMMAND is its own
	flags.SortFlags = false
	flags.StringVar(&saved, "saved", "", t.Words.Say("terminal.flag_hand_over"))
	flags.BoolVar(&practice, "practice", false, t.Words.Say("terminal.flag_among_practice"))
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
		return t.valuesExit(err, name)
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

func (t *Terminal) valuesExit(err error, name string) error {
	if name == handover.PhoneNumberName || name == handover.AccountName {
		return usage(t.Words.Say("terminal.env_taken", words.Values{"Variable": name}))
	}
	switch {
	case errors.Is(err, handover.ErrMeansMore):
		return usage(t.Words.Say("terminal.env_means_more", words.Values{"Variable": name}))
	case errors.Is(err, handover.ErrName):
		return usage(t.Words.Say("terminal.env_name"))
	}
	return exit{code: ExitNoToken, says: t.Words.Say("handover.odd_token")}
}

// commandExit passes the exit code of a command on, or says why it was not
// started.
func (t *Terminal) commandExit(code int, err error) error {
	var start *handover.StartError
	switch {
	case errors.As(err, &start) && start.Fault() == handover.StartMissing:
		return exit{code: start.ExitCode(), says: t.Words.Say("terminal.exec_missing", words.Values{"Command": shown(start.Command)})}
	case errors.As(err, &start):
		return exit{code: start.ExitCode(), says: t.Words.Say("terminal.exec_cannot", words.Values{"Command": shown(start.Command), "Reason": shown(start.Err.Error())})}
	case errors.Is(err, context.Canceled):
		return exit{code: ExitInterrupted}
	case err != nil:
		return exit{code: handover.ExitCannotRun, says: t.Words.Say("terminal.exec_input")}
	case code != ExitReady:
		return exit{code: code}
	}
	return nil
}

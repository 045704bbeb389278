package terminal

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"latchkey/ui/terminal/screen"
	"latchkey/ui/terminal/setup"
	"latchkey/wizard/environment"
	"latchkey/wizard/practice"
)

func (t *Terminal) setupCommand() *cobra.Command {
	var practise bool
	command := &cobra.Command{
		Use: "setup [--practice]", Short: t.Words.Say("terminal.setup"), Long: t.Words.Say("terminal.setup_long"), Args: t.noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			if practise {
				return t.practiseSetup(command.Context())
			}
			t.settleEarlierRuns(command.Context())
			return t.setup(command.Context(), t.Environment(), nil)
		},
	}
	command.Flags().BoolVar(&practise, "practice", false, t.Words.Say("terminal.flag_practice"))
	return command
}

// practiseSetup walks the whole way in the rehearsal.
func (t *Terminal) practiseSetup(ctx context.Context) error {
	practice, err := practice.Start(t.Folder, t.Keychain, t.Words)
	if err != nil {
		return usage(t.Words.Say("practice.failed"))
	}
	defer practice.Close()
	return t.setup(ctx, practice.Environment(), practice)
}

// setup walks through the seven steps, and turns how that ended into an exit
// code: 0 with a token in the keychain, else what was missing for it.
func (t *Terminal) setup(ctx context.Context, env environment.Environment, practice *practice.Practice) error {
	prompt := t.Prompt
	if prompt == nil {
		prompt = newKeyboard(t.In)
	}
	closed := t.Words.Say("terminal.setup_closed")
	if practice != nil {
		closed = t.Words.Say("terminal.practice_closed")
	}
	err := setup.Walk(ctx, setup.Terminal{
		Screen: screen.Of(t.Out), Prompt: prompt, Words: t.Words, Browser: t.Browser, Now: t.Now,
	}, env, practice)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled):
		return exit{code: ExitInterrupted}
	case errors.Is(err, setup.ErrNoKeychain):
		return exit{code: ExitNoKeychain, says: closed}
	case errors.Is(err, setup.ErrLeft):
		return exit{code: ExitNoToken, says: closed}
	}
	return exit{code: ExitNoToken, says: t.Words.Say("terminal.unreadable")}
}

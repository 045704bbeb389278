package terminal

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"latchkey/ui/words"
	"latchkey/wizard/handover"
)

// envFileOptions are the flags of "latchkey env-file".
type envFileOptions struct {
	saved, name, path string
	yes, practice     bool
}

// envFileCommand writes a saved token into a .env file.
func (t *Terminal) envFileCommand() *cobra.Command {
	var options envFileOptions
	command := &cobra.Command{
		Use: "env-file --saved NAME --file PATH [--env WHATSAPP_TOKEN] [--yes]", Short: t.Words.Say("terminal.env_file"), Long: t.Words.Say("terminal.env_file_long"),
		Args: t.noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			return t.withTokensOf(options.practice).envFile(command.Context(), options)
		},
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_hand_over"))
	flags.BoolVar(&options.practice, "practice", false, t.Words.Say("terminal.flag_among_practice"))
	flags.StringVar(&options.path, "file", "", t.Words.Say("terminal.flag_file"))
	flags.StringVar(&options.name, "env", handover.DefaultName, t.Words.Say("terminal.flag_env"))
	flags.BoolVar(&options.yes, "yes", false, t.Words.Say("terminal.flag_yes"))
	return command
}

func (t *Terminal) envFile(ctx context.Context, options envFileOptions) error {
	if options.path == "" {
		return usage(t.Words.Say("terminal.file_what"))
	}
	entry, token, err := t.fromKeychain(ctx, options.saved)
	if err != nil {
		return err
	}
	variables, err := handover.Values(entry, token, options.name)
	if err != nil {
		return t.valuesExit(err, options.name)
	}
	risks, err := handover.EnvFileRisks(ctx, options.path, variables)
	if err != nil {
		return t.envFileExit(err)
	}
	t.tell(t.Words.Say("envfile.plain"))
	for _, risk := range risks {
		t.tell(t.Words.Say("envfile.risk." + string(risk)))
	}
	question := t.Words.Say("envfile.question", words.Values{"Path": shown(options.path)})
	if err := t.agreed(ctx, consent{options.yes, "--yes"}, t.answers(), question); err != nil {
		return err
	}
	if err := handover.WriteEnvFile(ctx, t.Folder, options.path, variables); err != nil {
		return t.envFileExit(err)
	}
	names, unknown := handover.Names(variables)
	t.tell(t.Words.Say("envfile.written", words.Values{"Path": shown(options.path), "Names": t.Words.List(names...)}))
	if len(unknown) > 0 {
		t.tell(t.Words.Say("envfile.unknown", words.Values{"Names": t.Words.List(unknown...)}))
	}
	return nil
}

func (t *Terminal) envFileExit(err error) error {
	var file *handover.EnvFileError
	if !errors.As(err, &file) {
		return t.keychainExit(err)
	}
	return exit{code: ExitFailed, says: t.Words.Say("envfile."+string(file.Fault), words.Values{"Path": shown(file.Path)}), advice: t.Words.Say("envfile.untouched")}
}

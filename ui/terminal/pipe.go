package terminal

import (
	"context"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
)

// pipeOptions are the flags of "latchkey pipe".
type pipeOptions struct {
	saved         string
	practice      bool
	newline, list bool
}

// pipeCommand runs a command that reads a saved token from its standard input.
func (t *Terminal) pipeCommand() *cobra.Command {
	var options pipeOptions
	command := &cobra.Command{
		Use: "pipe --saved NAME [--newline] -- COMMAND …", Short: t.Words.Say("terminal.pipe"), Long: t.Words.Say("terminal.pipe_long"),
		Args: func(command *cobra.Command, arguments []string) error {
			if options.list {
				return t.noArguments(command, arguments)
			}
			return t.someCommand(command, arguments)
		},
		RunE: func(command *cobra.Command, arguments []string) error {
			if options.list {
				t.listRecipes(options.saved)
				return nil
			}
			return t.withTokensOf(options.practice).pipe(command.Context(), options, arguments)
		},
	}
	flags := command.Flags()
	flags.SetInterspersed(false) // what follows COMMAND is its own
	flags.SortFlags = false
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_hand_over"))
	flags.BoolVar(&options.practice, "practice", false, t.Words.Say("terminal.flag_among_practice"))
	flags.BoolVar(&options.newline, "newline", false, t.Words.Say("terminal.flag_newline"))
	flags.BoolVar(&options.list, "list", false, t.Words.Say("terminal.flag_recipes"))
	return command
}

func (t *Terminal) pipe(ctx context.Context, options pipeOptions, arguments []string) error {
	_, token, err := t.fromKeychain(ctx, options.saved)
	if err != nil {
		return err
	}
	return t.commandExit(handover.Pipe(ctx, arguments, token, options.newline))
}

// listRecipes prints ready lines for well-known secret stores.
func (t *Terminal) listRecipes(saved string) {
	if saved == "" {
		saved = "NAME"
	}
	out := screen.Of(t.Out)
	for i, recipe := range handover.Recipes() {
		if i > 0 {
			out.Line("")
		}
		out.Line(screen.Bold(t.Words.Say("recipe." + recipe.ID + ".title")))
		out.Line(t.Words.Say("recipe."+recipe.ID+".note", words.Values{"Placeholder": handover.Placeholder}))
		out.Exactly("  " + graph.Clean(recipe.Line(saved)))
	}
}

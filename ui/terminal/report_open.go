package terminal

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"latchkey/graph/site"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/support"
)

func (t *Terminal) openCommand() *cobra.Command {
	var asJSON, details, messages bool
	command := &cobra.Command{
		Use: "open [--json | --details | --messages] FILE | -", Short: t.Words.Say("terminal.report_open"), Args: t.exactly(1, "terminal.open_what"),
		RunE: func(command *cobra.Command, arguments []string) error {
			report, err := t.readReport(command.Context(), arguments[0])
			switch {
			case err != nil:
				return err
			case asJSON:
				return t.printJSON(report)
			case messages:
				return t.printMessages(report)
			}
			t.print(t.Words.Say("terminal.report_is"))
			if err := t.printPlain(report); err != nil || !details {
				return err
			}
			t.print("")
			t.printDetails(screen.Of(t.Out), report.Document, report.PageIDs())
			return nil
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, t.Words.Say("terminal.flag_json"))
	command.Flags().BoolVar(&details, "details", false, t.Words.Say("terminal.flag_details"))
	command.Flags().BoolVar(&messages, "messages", false, t.Words.Say("terminal.flag_messages"))
	return command
}

func (t *Terminal) compareCommand() *cobra.Command {
	return &cobra.Command{
		Use: "compare OLD NEW", Short: t.Words.Say("terminal.report_compare"), Args: t.exactly(2, "terminal.compare_what"),
		RunE: func(command *cobra.Command, arguments []string) error {
			before, err := t.readReport(command.Context(), arguments[0])
			if err != nil {
				return err
			}
			after, err := t.readReport(command.Context(), arguments[1])
			if err != nil {
				return err
			}
			differences := support.Compare(before, after)
			if len(differences) == 0 {
				t.print(t.Words.Say("difference.none"))
			}
			for _, difference := range differences {
				t.print(difference.Text(t.Words, after.CheckedAt))
			}
			return nil
		},
	}
}

func (t *Terminal) codeCommand() *cobra.Command {
	return &cobra.Command{
		Use: "code CODE", Short: t.Words.Say("terminal.report_code"), Args: t.someCode,
		RunE: func(_ *cobra.Command, arguments []string) error {
			spoken, err := support.ReadCode(strings.Join(arguments, ""))
			if err != nil {
				id := "report.code.not"
				if errors.Is(err, support.ErrMisheard) {
					id = "report.code.misheard"
				}
				return exit{code: ExitUsage, says: t.Words.Sentence(t.Words.Say(id + ".title")), advice: t.Words.Say(id + ".fix")}
			}
			t.print(t.Words.Spoken(spoken))
			for _, refused := range spoken.Errors() {
				t.print("")
				t.printExplanation(screen.Of(t.Out), t.explained(refused))
			}
			return nil
		},
	}
}

// exactly wants a number of files, and says by the id what they are.
func (t *Terminal) exactly(count int, id string) cobra.PositionalArgs {
	return func(_ *cobra.Command, arguments []string) error {
		if len(arguments) != count {
			return usage(t.Words.Say(id))
		}
		return nil
	}
}

func (t *Terminal) someCode(_ *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return usage(t.Words.Say("terminal.code_what"))
	}
	return nil
}

func (t *Terminal) answerCommand() *cobra.Command {
	var inChat bool
	command := &cobra.Command{
		Use: "answer [--chat]", Short: t.Words.Say("terminal.report_answer"), Args: t.noArguments,
		RunE: func(*cobra.Command, []string) error {
			if !inChat {
				t.print(t.Words.Say(support.FirstAnswer))
				return nil
			}
			t.tell(t.Words.Say(support.TokenInChatDesk))
			t.tell("")
			t.print(t.Words.Say(support.TokenInChat))
			return nil
		},
	}
	command.Flags().BoolVar(&inChat, "chat", false, t.Words.Say("terminal.flag_chat"))
	return command
}

// readReport opens a file as a report; "-" stands for standard input.
func (t *Terminal) readReport(ctx context.Context, path string) (support.Report, error) {
	report, err := fromFile(ctx, t, path, support.Open)
	var fault *support.OpenError
	switch {
	case errors.As(err, &fault):
		id := "report.open." + string(fault.Fault)
		return report, exit{code: ExitUsage, says: t.Words.Sentence(t.Words.Say(id + ".title")), advice: t.Words.Advice(id, nil)}
	case err != nil && (path == "-" || errors.Is(err, context.Canceled)):
		return report, t.inputExit(err, ExitUsage)
	case err != nil:
		return report, usage(t.Words.Say("terminal.report_not_read", words.Values{"Path": shown(path)}))
	}
	return report, nil
}

// printMessages prints the ready messages to the customer, with a line between
// them.
func (t *Terminal) printMessages(report support.Report) error {
	for i, message := range support.Messages(report, t.Words.ForWindow(), site.Meta) { // which the customer has
		if i > 0 {
			t.print("\n-----\n")
		}
		t.print(message.Text)
	}
	return nil
}

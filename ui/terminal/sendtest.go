package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"latchkey/graph/site"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/saved"
)

// sendTestOptions are the flags of "latchkey send-test".
type sendTestOptions struct {
	saved, to, graphURL string
	yes                 bool
}

// sendTestCommand sends a template from a saved token's number.
func (t *Terminal) sendTestCommand() *cobra.Command {
	var options sendTestOptions
	command := &cobra.Command{
		Use: "send-test --saved NAME --to NUMBER [--yes]", Short: t.Words.Say("terminal.send_test"), Long: t.Words.Say("terminal.send_test_long"),
		Args: t.noArguments,
		RunE: func(command *cobra.Command, _ []string) error { return t.sendTest(command.Context(), options) },
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_send_from"))
	flags.StringVar(&options.to, "to", "", t.Words.Say("terminal.flag_to"))
	flags.BoolVar(&options.yes, "yes", false, t.Words.Say("terminal.flag_yes"))
	flags.StringVar(&options.graphURL, "graph-url", "", t.Words.Say("terminal.flag_graph_url"))
	return command
}

func (t *Terminal) sendTest(ctx context.Context, options sendTestOptions) error {
	recipient, err := handover.Recipient(options.to)
	if err != nil {
		return t.sendExit(err)
	}
	env, err := t.environmentAt(options.graphURL)
	if err != nil {
		return err
	}
	keeper := t.terminalOf(ctx, options.graphURL, options.saved)
	env.Vault = keeper.Vault
	entry, _, err := keeper.fromKeychain(ctx, options.saved)
	if err != nil {
		return err
	}
	if entry.PhoneID == "" {
		return t.sendExit(handover.ErrNoPhoneNumber)
	}
	message, err := handover.FindTestMessage(ctx, env.Graph, env.Vault, entry)
	if err != nil {
		return t.sendExit(err)
	}
	question := t.Words.Paragraph(
		t.Words.Say("send.question", words.Values{
			"Number": saved.NumberOf(entry), "To": "+" + recipient, "Template": message.Template, "Language": message.Language,
		}),
		t.Words.Say("send.charged"))
	if message.Text != "" {
		question += "\n" + t.Words.Say("send.text", words.Values{"Text": message.Text})
	}
	if err := t.agreed(ctx, consent{options.yes, "--yes"}, t.answers(), question); err != nil {
		return err
	}
	sent, err := handover.SendTest(ctx, env.Graph, env.Vault, entry, message, recipient)
	if err != nil {
		return t.sendExit(err)
	}
	id := "send.accepted"
	if sent.KeptBack() {
		id = "send.held"
	}
	t.tell(t.Words.Say(id, words.Values{"To": "+" + sent.Recipient}))
	return nil
}

// sendExit says why no test message was sent, or that it is not known whether
// one was.
func (t *Terminal) sendExit(err error) error {
	var recipient *handover.RecipientError
	if errors.As(err, &recipient) {
		return usage(t.Words.Say("recipient." + string(recipient.Fault)))
	}
	if errors.Is(err, handover.ErrNoPhoneNumber) {
		return exit{code: ExitFailed, says: t.Words.Say("send.no_number")}
	}
	if errors.Is(err, handover.ErrNoTemplate) {
		return exit{code: ExitFailed, says: t.Words.Say("send.no_template"), advice: site.Meta.Address(site.PageTemplates, site.PageIDs{})}
	}
	unanswered := "send.not_sent"
	if handover.MayHaveGoneOut(err) {
		unanswered = "send.unknown"
	}
	said := t.graphExit(err, "send.refused", unanswered)
	var ending exit
	if errors.As(said, &ending) {
		return said
	}
	return t.savedExit(err, true)
}

// answers is whoever can be asked; nil where nobody sits at the terminal.
func (t *Terminal) answers() Prompt {
	if t.Prompt != nil {
		return t.Prompt
	}
	if keyboard := newKeyboard(t.In); keyboard.terminal != nil {
		return keyboard
	}
	return nil
}

// consent is a yes that was said beforehand, by an option.
type consent struct {
	given  bool
	option string
}

// agreed asks a question that wants a yes, unless one was said beforehand. An
// error ends the command without doing anything.
func (t *Terminal) agreed(ctx context.Context, before consent, answers Prompt, question string) error {
	if before.given {
		return nil
	}
	t.tell(question)
	if answers == nil {
		return usage(t.Words.Say("terminal.needs_yes", words.Values{"Option": before.option}))
	}
	_, _ = fmt.Fprint(t.Err, t.Words.Say("terminal.yes_or_no")+" ")
	typed, err := answers.Line(ctx)
	switch {
	case ctx.Err() != nil:
		return exit{code: ExitInterrupted}
	case err != nil && !errors.Is(err, io.EOF):
		return t.inputExit(err, ExitUsage)
	case !slices.Contains(strings.Fields(t.Words.Say("terminal.yes_words")), strings.ToLower(strings.TrimSpace(typed))):
		return exit{code: ExitFailed, says: t.Words.Say("terminal.nothing_done")}
	}
	return nil
}

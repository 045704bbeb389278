package terminal

import (
	"context"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/words"
	"latchkey/wizard/check"
)

// subscribeOptions are the flags of "latchkey fix subscribe" and "unsubscribe".
type subscribeOptions struct {
	fixOptions
	account string
}

// fixSubscribeCommand has the token's app receive an account's messages.
func (t *Terminal) fixSubscribeCommand() *cobra.Command {
	command, options := t.subscribing()
	command.Use, command.Short, command.Long = "subscribe [--saved NAME] [--waba ID] [--yes]", t.Words.Say("terminal.fix_subscribe"), t.Words.Say("terminal.fix_subscribe_long")
	command.RunE = func(command *cobra.Command, _ []string) error { return t.subscribe(command.Context(), *options, true) }
	return command
}

// fixUnsubscribeCommand ends that.
func (t *Terminal) fixUnsubscribeCommand() *cobra.Command {
	command, options := t.subscribing()
	command.Use, command.Short, command.Long = "unsubscribe [--saved NAME] [--waba ID] [--yes]", t.Words.Say("terminal.fix_unsubscribe"), t.Words.Say("terminal.fix_unsubscribe_long")
	command.RunE = func(command *cobra.Command, _ []string) error { return t.subscribe(command.Context(), *options, false) }
	return command
}

func (t *Terminal) subscribing() (*cobra.Command, *subscribeOptions) {
	command, options := &cobra.Command{Args: t.noToken}, &subscribeOptions{}
	t.fixFlags(command.Flags(), &options.fixOptions)
	command.Flags().StringVar(&options.account, "waba", "", t.Words.Say("terminal.flag_fix_waba"))
	return command, options
}

// subscribe has the token's own app listen to an account, or no longer.
func (t *Terminal) subscribe(ctx context.Context, options subscribeOptions, wanted bool) error {
	if err := t.badID(options.account); err != nil {
		return err
	}
	got, found, repairer, err := t.repairing(ctx, options.fixOptions, check.Repair{Kind: check.RepairSubscribe, Account: graph.ID(options.account)})
	if err != nil {
		return err
	}
	defer repairer.Close()
	before, err := repairer.Subscription(ctx, found.Account)
	if err != nil {
		return t.fixExit(ctx, err)
	}
	id, act := "fix.unsubscribe", repairer.Unsubscribe
	if wanted {
		id, act = "fix.subscribe", repairer.Subscribe
	}
	if before.App != "" && before.Listens == wanted {
		t.print(t.Words.Say(id+".already", words.OfSubscription(before)))
		return nil
	}
	will := t.Words.Subscribing(id, before)
	if err := t.agreed(ctx, consent{options.yes, "--yes"}, got.person(), will); err != nil {
		return err
	}
	after, outcome, err := act(ctx, before)
	if err != nil {
		return t.fixExit(ctx, err)
	}
	return t.outcome(outcome, t.Words.Say(id+"."+string(outcome), words.OfSubscription(after)))
}

package terminal

import (
	"cmp"
	"context"
	"time"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/partner"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// renewOptions are the flags of "latchkey renew".
type renewOptions struct {
	saved, app, graphURL string
	yes, extend          bool
}

// renewCommand puts a new token in the place of a saved one, once it is proved.
func (t *Terminal) renewCommand() *cobra.Command {
	var options renewOptions
	command := &cobra.Command{
		Use: "renew --saved NAME [--extend] [--app ID] [--yes]", Short: t.Words.Say("terminal.renew"), Long: t.Words.Say("terminal.renew_long"), Args: t.noToken,
		RunE: func(command *cobra.Command, _ []string) error { return t.renew(command.Context(), options) },
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_renew"))
	flags.BoolVar(&options.extend, "extend", false, t.Words.Say("terminal.flag_renew_extend"))
	flags.StringVar(&options.app, "app", "", t.Words.Say("terminal.flag_renew_app"))
	flags.BoolVar(&options.yes, "yes", false, t.Words.Say("terminal.flag_renew_yes"))
	flags.StringVar(&options.graphURL, "graph-url", "", t.Words.Say("terminal.flag_graph_url"))
	return command
}

func (t *Terminal) renew(ctx context.Context, options renewOptions) error {
	if options.extend {
		return t.extend(ctx, extendOptions{fixOptions{options.saved, options.graphURL, options.yes}, options.app})
	}
	env, err := t.environmentAt(options.graphURL)
	if err != nil {
		return err
	}
	entry, err := t.withTokensOf(env.Practice).savedEntry(ctx, options.saved)
	switch {
	case err != nil:
		return err
	case partner.Refetchable(entry):
		return t.refetch(ctx, env, entry)
	case entry.Kind == string(check.KindBusinessIntegration):
		return t.renewByCode(ctx, env, entry, options)
	}
	return t.renewByHand(ctx, env, entry, options)
}

// refetch fetches a solution's token again, with the partner's own token.
func (t *Terminal) refetch(ctx context.Context, env environment.Environment, entry vault.Entry) error {
	token := graph.Token{}
	if entry.Partner == "" {
		paste, err := t.readToken(ctx, "terminal.partner_token")
		switch {
		case err != nil:
			return t.inputExit(err, ExitNoToken)
		case paste.Shape == check.ShapeEmpty:
			return exit{code: ExitNoToken, says: t.Words.Sentence(t.Words.Say("partner.no_partner.title")), advice: t.Words.Advice("partner.no_partner", nil)}
		case !paste.Usable():
			return t.unusable(paste)
		}
		token = paste.Token
	}
	tokens := env.BusinessTokens()
	tokens.Paused = func(until time.Time) { t.tellProgress(partner.Progress{Until: until}) }
	fetched, err := tokens.Refetch(ctx, entry.Name, token)
	if err != nil {
		return t.reasonExit(partner.SolutionReason(err))
	}
	t.print(t.Words.Say("partner.done.again", t.Words.CustomerValues(partner.Result{
		Customer: partner.Customer{Business: graph.ID(entry.ClientBusinessID)}, SavedAs: entry.Name, ExpiresAt: fetched.Entry.ExpiresAt,
	}, t.Now())))
	t.print(t.Words.Verdict(fetched.Report).Summary)
	return nil
}

// renewByHand takes a token that was made at Meta.
func (t *Terminal) renewByHand(ctx context.Context, env environment.Environment, entry vault.Entry, options renewOptions) error {
	how := cmp.Or(t.Words.Maybe("renew.how."+entry.Kind), t.Words.Say("renew.how.system_user"))
	if t.answers() != nil {
		t.tell(how)
	}
	paste, err := t.readToken(ctx, "terminal.new_token")
	switch {
	case err != nil:
		return t.inputExit(err, ExitNoToken)
	case paste.Shape == check.ShapeEmpty:
		return exit{code: ExitNoToken, says: t.Words.Say("terminal.new_token_what"), advice: how}
	case !paste.Usable():
		return t.unusable(paste)
	}
	renewal := setup.Renew(env, entry)
	defer renewal.Forget()
	renewal.Paste(paste.Token.Reveal())
	return t.replace(ctx, renewal, options.yes)
}

// renewByCode takes the token of a customer who went through Embedded Signup
// again. A code works once, so a token that does not take the old one's place
// is kept under another name.
func (t *Terminal) renewByCode(ctx context.Context, env environment.Environment, entry vault.Entry, options renewOptions) error {
	exchange := env.BusinessTokens().NewExchange()
	defer exchange.Close()
	if fault := exchange.SetApp(cmp.Or(options.app, entry.AppID)); fault != partner.NoFault {
		return usage(t.Words.Say("partner.app." + string(fault)))
	}
	got, err := t.exchanged(ctx, exchange)
	if err != nil {
		return err
	}
	renewal := setup.Renew(env, entry)
	defer renewal.Forget()
	renewal.Take(setup.Fetched{Token: got.Token, ExpiresAt: got.ExpiresAt(t.Now())})
	if err = t.replace(ctx, renewal, options.yes); err == nil {
		return nil
	}
	kept, notKept := env.BusinessTokens().Keep(ctx, exchange.App(), got, entry.Name)
	if notKept != nil {
		t.tell(t.Words.Say("terminal.code_gone"))
		return err
	}
	t.tell(t.Words.Say("terminal.kept_beside", words.Values{"Name": kept.Name}))
	return err
}

// replace puts a renewal's token in the old one's place, once it is proved and
// what differs was agreed to. An error leaves the old one where it is.
func (t *Terminal) replace(ctx context.Context, renewal *setup.Setup, yes bool) error {
	report, err := renewal.Check(ctx, nil)
	if err != nil {
		return t.keychainExit(err)
	}
	if failed := ending(ctx, report); failed != nil {
		t.printReport(screen.Of(t.Out), report, false)
		t.tell(t.Words.Say("terminal.old_kept"))
		return failed
	}
	if err := t.agreeToDifferences(ctx, renewal.Differences(ctx), yes); err != nil {
		return err
	}
	name := renewal.Renews().Name
	outcome, err := renewal.Save(ctx, true)
	if err != nil {
		t.tell(t.Words.Maybe("outcome." + string(outcome)))
		return t.keychainExit(err)
	}
	// The keychain may not have answered when the two were compared.
	if outcome == vault.AlreadyThere {
		return exit{code: ExitFailed, says: t.Words.Difference(setup.Difference{Kind: setup.SameToken})}
	}
	t.print(t.Words.Sentence(t.Words.Say("renew.fetched", words.Values{"Name": name})))
	t.print(t.Words.Verdict(report).Summary)
	return nil
}

// agreeToDifferences says how the new token is not like the old one, and asks.
func (t *Terminal) agreeToDifferences(ctx context.Context, differences []setup.Difference, yes bool) error {
	if len(differences) == 0 {
		return nil
	}
	t.tell(screen.Bold(t.Words.Say("renew.differs")))
	for _, difference := range differences {
		text := t.Words.Difference(difference)
		if difference.Kind == setup.SameToken {
			return exit{code: ExitFailed, says: text}
		}
		t.tell(text)
	}
	question := t.Words.Paragraph(t.Words.Say("renew.ask"), t.Words.Say("renew.ask_text"))
	err := t.agreed(ctx, consent{yes, "--yes"}, t.answers(), question)
	if err != nil {
		t.tell(t.Words.Say("terminal.old_kept"))
	}
	return err
}

// unusable names what came in place of a token.
func (t *Terminal) unusable(paste check.Paste) error {
	return exit{code: ExitNoToken, says: t.Words.Sentence(t.Words.Row(check.ShapeRow(paste), t.Now()).Title)}
}

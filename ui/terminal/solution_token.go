package terminal

import (
	"context"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/partner"
)

// solutionOptions are the flags of "latchkey solution-token".
type solutionOptions struct{ solution, business, list, saved, save, graphURL string }

// solutionTokenCommand fetches tokens of customers from a Multi-Partner
// Solution into the keychain: of one, or of a whole list.
func (t *Terminal) solutionTokenCommand() *cobra.Command {
	var options solutionOptions
	command := &cobra.Command{
		Use: "solution-token --solution ID {--business ID | --list FILE}", Short: t.Words.Say("terminal.solution"),
		Long: t.Words.Say("terminal.solution_long"), Args: t.noToken,
		RunE: func(command *cobra.Command, _ []string) error { return t.solutionToken(command.Context(), options) },
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&options.solution, "solution", "", t.Words.Say("terminal.flag_solution"))
	flags.StringVar(&options.business, "business", "", t.Words.Say("terminal.flag_business"))
	flags.StringVar(&options.list, "list", "", t.Words.Say("terminal.flag_customers"))
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_partner"))
	flags.StringVar(&options.save, "save", "", t.Words.Say("terminal.flag_save"))
	flags.StringVar(&options.graphURL, "graph-url", "", t.Words.Say("terminal.flag_graph_url"))
	return command
}

func (t *Terminal) solutionToken(ctx context.Context, options solutionOptions) error {
	env, err := t.environmentAt(options.graphURL)
	if err != nil {
		return err
	}
	solution, fault := partner.ReadID(options.solution)
	if fault != partner.NoFault {
		return usage(t.Words.Say("terminal.solution_id"))
	}
	t.withTokensOf(env.Practice).settleEarlierRuns(ctx)
	customers, err := t.customers(ctx, env, options)
	if err != nil {
		return err
	}
	from, err := t.partnersToken(ctx, env, options.saved)
	if err != nil {
		return err
	}
	from.Solution = solution
	results, err := env.BusinessTokens().FetchMany(ctx, from, customers, t.tellProgress)
	if err != nil {
		return t.reasonExit(partner.SolutionReason(err))
	}
	if options.list != "" {
		return t.printFetched(results)
	}
	switch result := results[0]; result.Done {
	case partner.DoneFailed:
		return t.reasonExit(partner.SolutionReason(result.Err))
	case partner.DoneFresh:
		t.print(t.Words.Say("terminal.fresh", t.Words.CustomerValues(result, t.Now())))
		return nil
	default:
		entry, err := env.Vault.Entry(ctx, result.SavedAs)
		if err != nil {
			return t.keychainExit(err)
		}
		return t.savedNow(ctx, env, entry)
	}
}

// customers are the one of --business or those of the list.
func (t *Terminal) customers(ctx context.Context, env environment.Environment, options solutionOptions) ([]partner.Customer, error) {
	switch {
	case (options.business == "") == (options.list == ""):
		return nil, usage(t.Words.Say("terminal.business_or_list"))
	case options.list != "" && options.save != "":
		return nil, usage(t.Words.Say("terminal.save_one"))
	case options.list != "":
		return t.customerList(ctx, options.list)
	}
	business, fault := partner.ReadID(options.business)
	if fault != partner.NoFault {
		return nil, usage(t.Words.Say("terminal.business_id"))
	}
	if err := t.freeName(ctx, env, options.save); err != nil {
		return nil, err
	}
	return []partner.Customer{{Business: business, Name: options.save}}, nil
}

// mostList is the largest list that is read, in bytes.
const mostList = 4 << 20

func (t *Terminal) customerList(ctx context.Context, path string) ([]partner.Customer, error) {
	content, err := fromFile(ctx, t, path, func(in io.Reader) (string, error) { return readUpTo(mostList, in) })
	if err != nil {
		return nil, t.listUnread(path, err)
	}
	customers, bad := partner.ReadList(content)
	for _, line := range bad {
		t.tell(t.Words.Say("partner.line."+string(line.Fault), words.Values{"Line": strconv.Itoa(line.Line)}))
	}
	if len(customers) == 0 {
		return nil, usage(t.Words.Say("terminal.list_empty"))
	}
	return customers, nil
}

// partnersToken is a saved one, or what comes on standard input.
func (t *Terminal) partnersToken(ctx context.Context, env environment.Environment, saved string) (partner.Source, error) {
	if saved != "" {
		from, err := env.BusinessTokens().SavedSource(ctx, "", saved)
		if err != nil {
			return from, t.savedExit(err, false)
		}
		return from, nil
	}
	paste, err := t.readToken(ctx, "terminal.partner_token")
	switch {
	case err != nil:
		return partner.Source{}, t.inputExit(err, ExitNoToken)
	case !paste.Usable():
		return partner.Source{}, t.unusable(paste)
	}
	return partner.Source{Partner: paste.Token}, nil
}

// tellProgress says how far a list has come, and when it has to wait.
func (t *Terminal) tellProgress(progress partner.Progress) {
	switch {
	case !progress.Until.IsZero():
		t.tell(t.Words.Say("terminal.pause", words.Values{"When": t.Words.When(progress.Until, t.Now())}))
	case progress.All > 1:
		t.tell(t.Words.Say("terminal.progress", words.Counted(progress.All), words.Values{"Done": t.Words.Number(progress.Done)}))
	}
}

// printFetched prints a row for each customer and, once each, what mends the
// troubles met. The exit code is the gravest one's.
func (t *Terminal) printFetched(results []partner.Result) error {
	out := screen.Of(t.Out)
	code := ExitReady
	var reasons []partner.Reason
	for _, result := range results {
		values := t.Words.CustomerValues(result, t.Now())
		if result.Done != partner.DoneFailed {
			out.Row(t.Words, check.Pass, t.Words.Say("partner.done."+string(result.Done), values))
			continue
		}
		reason := partner.SolutionReason(result.Err)
		values["Why"] = t.Words.Say(reason.ID+".title", reason.Values)
		status := check.Fail
		if reason.Again {
			status = check.Unknown
		}
		out.Row(t.Words, status, t.Words.Say("partner.done.failed", values))
		if !slices.ContainsFunc(reasons, func(known partner.Reason) bool { return known.ID == reason.ID }) {
			reasons = append(reasons, reason)
		}
		if next := reasonCode(reason); code == ExitReady || next == ExitFailed || next == ExitNoKeychain {
			code = next
		}
	}
	for _, reason := range reasons {
		t.tell(screen.Bold(t.Words.Say(reason.ID+".title", reason.Values)))
		t.tell(t.Words.ReasonAdvice(reason))
	}
	if code != ExitReady {
		return exit{code: code}
	}
	return nil
}

package terminal

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/report"
	"latchkey/wizard/vault"
)

// checkOptions are the flags of "latchkey check".
type checkOptions struct {
	json, details       bool
	fromKeychain, all   bool
	saved               string
	app, account, phone string
	graphURL, version   string
	timeout             time.Duration
}

func (t *Terminal) checkCommand() *cobra.Command {
	var options checkOptions
	var list batchOptions
	command := &cobra.Command{
		Use:   "check [--json] [--details] [--saved NAME | --saved-all | --batch FILE] [--app ID] [--waba ID] [--phone ID]",
		Short: t.Words.Say("terminal.check"),
		Long:  t.Words.Say("terminal.check_long"),
		Args:  t.noToken,
		RunE: func(command *cobra.Command, _ []string) error {
			options.fromKeychain = command.Flags().Changed("saved")
			if err := t.together(command.Flags()); err != nil {
				return err
			}
			if command.Flags().Changed("batch") {
				return t.checkBatch(command.Context(), options, list)
			}
			if options.all {
				if err := t.usable(options); err != nil {
					return err
				}
				return t.checkAll(command.Context(), options)
			}
			return t.check(command.Context(), options)
		},
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.BoolVar(&options.json, "json", false, t.Words.Say("terminal.flag_json"))
	flags.BoolVar(&options.details, "details", false, t.Words.Say("terminal.flag_details"))
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_saved"))
	flags.BoolVar(&options.all, "saved-all", false, t.Words.Say("terminal.flag_saved_all"))
	flags.StringVar(&options.app, "app", "", t.Words.Say("terminal.flag_app"))
	flags.StringVar(&options.account, "waba", "", t.Words.Say("terminal.flag_waba"))
	flags.StringVar(&options.phone, "phone", "", t.Words.Say("terminal.flag_phone"))
	flags.StringVar(&options.graphURL, "graph-url", "", t.Words.Say("terminal.flag_graph_url"))
	flags.StringVar(&options.version, "api-version", graph.DefaultVersion, t.Words.Say("terminal.flag_api_version"))
	flags.DurationVar(&options.timeout, "timeout", 30*time.Second, t.Words.Say("terminal.flag_timeout"))
	t.batchFlags(flags, &list)
	return command
}

func (t *Terminal) check(ctx context.Context, options checkOptions) error {
	if err := t.usable(options); err != nil {
		return err
	}
	keeper := t.terminalFor(ctx, options)
	result, err := keeper.examine(ctx, options)
	if err != nil {
		var ending exit
		if options.json && errors.As(err, &ending) && ending.code != ExitUsage {
			return errors.Join(err, t.printNothing(options, ending))
		}
		return err
	}
	ids := keeper.pageIDs(ctx, options, result)
	if options.json {
		err = t.printJSON(t.profile(result, ids))
	} else {
		t.printReportAt(screen.Of(t.Out), result, ids, options.details)
	}
	if err == nil {
		err = ending(ctx, result)
	}
	return err
}

// pageIDs are the ids known for the links: a token that has ended does not tell
// its app, and the list of saved ones or the flags may.
func (t *Terminal) pageIDs(ctx context.Context, options checkOptions, result check.Report) site.PageIDs {
	ids := site.PageIDs{App: cmp.Or(result.Token.AppID, graph.ID(options.app))}
	if ids.App == "" && options.fromKeychain {
		if entry, err := t.Vault.Entry(ctx, options.saved); err == nil {
			ids.App = graph.ID(entry.AppID)
		}
	}
	return ids
}

// profile is the document that other programs read.
func (t *Terminal) profile(result check.Report, ids site.PageIDs) report.Profile {
	told := report.New(result)
	if ids.App == "" {
		ids = told.PageIDs()
	}
	return told.Say(t.Words, site.Meta, ids).Profile()
}

// printNothing prints the document of a check that was not begun, with the
// reason in the place of the verdict's sentence.
func (t *Terminal) printNothing(options checkOptions, ending exit) error {
	document := t.profile(check.NotChecked(t.Now(), options.version), site.PageIDs{})
	document.Verdict.Summary = ending.says
	return t.printJSON(document)
}

// usable refuses flags that make no sense before a token is asked for.
func (t *Terminal) usable(options checkOptions) error {
	if options.graphURL != "" {
		if _, err := graph.ParseBaseURL(options.graphURL); err != nil {
			return usage(t.Words.Say("terminal.graph_url_elsewhere"))
		}
	}
	if !graph.IsVersion(options.version) {
		return usage(t.Words.Say("terminal.bad_version", words.Values{"Version": graph.DefaultVersion}))
	}
	if options.timeout <= 0 {
		return usage(t.Words.Say("terminal.bad_timeout"))
	}
	return t.badID(options.app, options.account, options.phone)
}

// examine gets the token and checks it. Errors are of type exit.
func (t *Terminal) examine(ctx context.Context, options checkOptions) (check.Report, error) {
	if options.fromKeychain {
		return t.examineSaved(ctx, options)
	}
	paste, secret, err := t.readTokenAndSecret(ctx)
	if err != nil {
		return check.Report{}, t.inputExit(err, ExitNoToken)
	}
	if !secret.IsZero() {
		return t.ask(ctx, paste, secret, options)
	}
	return t.proved(ctx, options.timeout, nil, func(secret graph.Token) (check.Report, error) { return t.ask(ctx, paste, secret, options) })
}

// examineSaved checks a saved token. Home learns what came of it, unless the
// flags make it another question than Home's.
func (t *Terminal) examineSaved(ctx context.Context, options checkOptions) (check.Report, error) {
	entry, token, err := t.savedToken(ctx, options.saved)
	if err != nil {
		return check.Report{}, err
	}
	if options.all { // who is asked for one secret after another does not know for which token
		return t.askSaved(ctx, entry, token, graph.Token{}, options)
	}
	return t.proved(ctx, options.timeout, newKeyboard(t.In), func(secret graph.Token) (check.Report, error) {
		return t.askSaved(ctx, entry, token, secret, options)
	})
}

func (t *Terminal) askSaved(ctx context.Context, entry vault.Entry, token, secret graph.Token, options checkOptions) (check.Report, error) {
	if listed := entry.Last4 != ""; listed && options.graphURL == "" && options.expected() == (check.Expectation{}) {
		env := t.Environment()
		env.Graph.Version = options.version
		ctx, cancel := context.WithTimeout(ctx, options.timeout)
		defer cancel()
		result, err := env.CheckSavedWithSecret(ctx, options.saved, secret)
		switch {
		case err == nil:
			return result, nil
		case len(result.Rows) > 0:
			_, advice := t.Words.VaultTrouble(err)
			t.tell(advice)
			return result, nil
		}
		return check.Report{}, t.savedExit(err, true)
	}
	return t.ask(ctx, check.Paste{Token: token, Shape: check.ShapeToken}, secret, options)
}

func (t *Terminal) ask(ctx context.Context, paste check.Paste, secret graph.Token, options checkOptions) (check.Report, error) {
	ctx, cancel := context.WithTimeout(ctx, options.timeout)
	defer cancel()
	env := t.Environment()
	env.Graph.Version = options.version
	if options.graphURL != "" {
		env.Graph.BaseURL = options.graphURL
	}
	result, err := env.Check(ctx, paste.Token, environment.CheckOptions{Paste: paste, Expected: options.expected(), AppSecret: secret, Access: options.details})
	if err != nil {
		return result, usage(t.Words.Say("terminal.graph_url_elsewhere"))
	}
	return result, nil
}

func (o checkOptions) expected() check.Expectation {
	return check.Expectation{App: graph.ID(o.app), Account: graph.ID(o.account), Phone: graph.ID(o.phone)}
}

// ending is the exit code of a report.
func ending(ctx context.Context, result check.Report) error {
	switch {
	case ctx.Err() != nil:
		return exit{code: ExitInterrupted}
	case !result.Paste.Usable():
		return exit{code: ExitNoToken}
	case result.Verdict.Status == check.NotReady:
		return exit{code: ExitFailed}
	case result.Verdict.Status == check.Undecided:
		return exit{code: ExitUnknown}
	}
	return nil
}

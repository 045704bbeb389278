package terminal

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/report"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// checkOptions are the flags of "latchkey check".
type checkOptions struct {
	json, details       bool
	saved               string
	app, account, phone string
	graphURL, version   string
	timeout             time.Duration
}

func (t *Terminal) checkCommand() *cobra.Command {
	var options checkOptions
	command := &cobra.Command{
		Use:   "check",
		Short: t.Words.Say("terminal.check"),
		Long:  t.Words.Say("terminal.check_long"),
		Args:  cobra.NoArgs,
		RunE:  func(command *cobra.Command, _ []string) error { return t.check(command.Context(), options) },
	}
	flags := command.Flags()
	flags.BoolVar(&options.json, "json", false, t.Words.Say("terminal.flag_json"))
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_saved"))
	flags.StringVar(&options.app, "app", "", t.Words.Say("terminal.flag_app"))
	flags.StringVar(&options.account, "waba", "", t.Words.Say("terminal.flag_waba"))
	flags.StringVar(&options.phone, "phone", "", t.Words.Say("terminal.flag_phone"))
	flags.StringVar(&options.graphURL, "graph-url", "", t.Words.Say("terminal.flag_graph_url"))
	flags.StringVar(&options.version, "api-version", graph.DefaultVersion, t.Words.Say("terminal.flag_api_version"))
	flags.DurationVar(&options.timeout, "timeout", 30*time.Second, t.Words.Say("terminal.flag_timeout"))
	return command
}

func (t *Terminal) check(ctx context.Context, options checkOptions) error {
	if err := t.usable(options); err != nil {
		return err
	}
	paste, err := t.pasteFor(ctx, options)
	if err != nil {
		if options.json {
			t.printReport(check.NotChecked(t.Now(), options.version), options)
		}
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, options.timeout)
	defer cancel()
	result, err := check.Run(ctx, check.Request{
		Paste:    paste,
		Expected: check.Expectation{App: graph.ID(options.app), Account: graph.ID(options.account), Phone: graph.ID(options.phone)},
		Graph:    graph.Options{BaseURL: options.graphURL, Version: options.version},
		Now:      t.Now,
	})
	if err != nil {
		return exit{ExitUsage, err.Error()}
	}
	t.printReport(result, options)
	return ending(result)
}

// usable refuses flags that make no sense before a token is asked for.
func (t *Terminal) usable(options checkOptions) error {
	if options.graphURL != "" {
		if _, err := graph.ParseBaseURL(options.graphURL); err != nil {
			return exit{ExitUsage, t.Words.Say("terminal.graph_url_elsewhere")}
		}
	}
	if !graph.IsVersion(options.version) {
		return exit{ExitUsage, t.Words.Say("terminal.bad_version")}
	}
	if options.timeout <= 0 {
		return exit{ExitUsage, t.Words.Say("terminal.bad_timeout")}
	}
	for _, id := range []string{options.app, options.account, options.phone} {
		if id != "" && !graph.ID(id).Plain() {
			return exit{ExitUsage, t.Words.Say("terminal.bad_id")}
		}
	}
	return nil
}

// pasteFor takes the token from the keychain, or from standard input.
func (t *Terminal) pasteFor(ctx context.Context, options checkOptions) (check.Paste, error) {
	if options.saved == "" {
		return t.readToken(t.Words.Say("terminal.paste_token"))
	}
	token, err := t.Vault.Token(ctx, options.saved)
	if err != nil {
		return check.Paste{}, t.keychainExit(err)
	}
	return check.Paste{Token: token, Shape: check.ShapeToken}, nil
}

// keychainExit says what keeps the keychain from answering.
func (t *Terminal) keychainExit(err error) error {
	id := "keychain." + string(vault.Other)
	var keychain *vault.Error
	if errors.As(err, &keychain) {
		id = "keychain." + string(keychain.Reason)
	}
	return exit{ExitNoKeychain, t.Words.Say(id+".title") + ". " + t.Words.Say(id+".cause") + "\n" + t.Words.Say(id+".fix")}
}

// ending is the exit code of a report.
func ending(result check.Report) error {
	switch {
	case !result.Paste.Usable():
		return exit{code: ExitNoToken}
	case result.Verdict.Status == check.NotReady:
		return exit{code: ExitFailed}
	case result.Verdict.Status == check.Untold:
		return exit{code: ExitUnknown}
	}
	return nil
}

func (t *Terminal) printReport(result check.Report, options checkOptions) {
	if options.json {
		document := report.New(result, t.Words, graph.Meta, graph.PageIDs{})
		encoder := json.NewEncoder(t.Out)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		_ = encoder.Encode(document)
		return
	}
	t.printRows(result)
}

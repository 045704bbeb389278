package terminal

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/release"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/report"
	"latchkey/wizard/support"
)

// reportOptions are the flags of "latchkey report".
type reportOptions struct {
	checkOptions
	output, maker string
	show          support.Show
}

// reportCommand makes a report to be sent, and reads those of others.
func (t *Terminal) reportCommand() *cobra.Command {
	var options reportOptions
	command := &cobra.Command{
		Use:   "report [--saved NAME] [--output FILE] [--show-names] [--show-numbers] [--show-ids]",
		Short: t.Words.Say("terminal.report"), Long: t.Words.Say("terminal.report_long"), Args: t.noToken,
		RunE: func(command *cobra.Command, _ []string) error {
			options.fromKeychain = command.Flags().Changed("saved")
			return t.report(command.Context(), options)
		},
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&options.output, "output", "", t.Words.Say("terminal.flag_report_output"))
	flags.BoolVar(&options.json, "json", false, t.Words.Say("terminal.flag_json"))
	flags.BoolVar(&options.show.Names, "show-names", false, t.Words.Say("terminal.flag_show_names"))
	flags.BoolVar(&options.show.Numbers, "show-numbers", false, t.Words.Say("terminal.flag_show_numbers"))
	flags.BoolVar(&options.show.IDs, "show-ids", false, t.Words.Say("terminal.flag_show_ids"))
	flags.StringVar(&options.maker, "made-by", "", t.Words.Say("terminal.flag_made_by"))
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_saved"))
	flags.StringVar(&options.app, "app", "", t.Words.Say("terminal.flag_app"))
	flags.StringVar(&options.account, "waba", "", t.Words.Say("terminal.flag_waba"))
	flags.StringVar(&options.phone, "phone", "", t.Words.Say("terminal.flag_phone"))
	flags.StringVar(&options.graphURL, "graph-url", "", t.Words.Say("terminal.flag_graph_url"))
	flags.StringVar(&options.version, "api-version", graph.DefaultVersion, t.Words.Say("terminal.flag_api_version"))
	flags.DurationVar(&options.timeout, "timeout", 30*time.Second, t.Words.Say("terminal.flag_timeout"))
	command.AddCommand(t.openCommand(), t.compareCommand(), t.codeCommand(), t.answerCommand())
	return command
}

// report checks a token and makes a report of it. The exit code is the check's.
func (t *Terminal) report(ctx context.Context, options reportOptions) error {
	if err := t.usable(options.checkOptions); err != nil {
		return err
	}
	if options.output != "" && writerFor(options.output) == nil {
		return usage(t.Words.Say("terminal.report_ending"))
	}
	checked, err := t.terminalFor(ctx, options.checkOptions).examine(ctx, options.checkOptions)
	if err != nil {
		return err
	}
	made := support.Build(report.New(checked), t.Words, support.Options{
		Show: options.show, Maker: options.maker, Now: t.Now(), Version: release.Version,
	})
	switch {
	case options.output != "":
		err = t.writeReport(options.output, made)
	case options.json:
		err = t.printJSON(made)
	default:
		err = t.printPlain(made)
	}
	if err != nil {
		return err
	}
	return ending(ctx, checked)
}

// reportWriter writes a report in one of its forms.
type reportWriter func(io.Writer, support.Report, support.Words, site.Site) error

// writerFor is the form that a file's name asks for, nil where it asks for
// none.
func writerFor(path string) reportWriter {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm":
		return support.WritePage
	case ".txt":
		return support.WritePlain
	case ".json":
		return func(to io.Writer, report support.Report, _ support.Words, _ site.Site) error {
			text, err := json.MarshalIndent(report, "", "  ")
			if err != nil {
				return fmt.Errorf("making the report: %w", err)
			}
			_, err = to.Write(append(text, '\n'))
			return err
		}
	}
	return nil
}

// writeReport writes a report to a file of its own: nothing is overwritten.
func (t *Terminal) writeReport(path string, report support.Report) error {
	named := words.Values{"Path": shown(path)}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case errors.Is(err, fs.ErrExist):
		return usage(t.Words.Say("terminal.report_exists", named))
	case err != nil:
		return t.notWritten(ExitUsage, named, err)
	}
	err = writerFor(path)(t.guard.Writer(file), report, t.Words, site.Meta)
	if err = errors.Join(err, file.Close()); err != nil {
		_ = os.Remove(path)
		return t.notWritten(ExitFailed, named, err)
	}
	t.tell(t.Words.Say("terminal.report_saved_to", named))
	t.tell(t.Words.Say("report.code", words.Values{"Code": report.Spoken().String()}))
	return nil
}

// notWritten says which file could not be written, with the system's own cause.
func (t *Terminal) notWritten(code int, named words.Values, err error) error {
	cause := words.Values{"Cause": graph.Clean(systemCause(err))}
	return exit{code: code, says: t.Words.Say("terminal.report_not_written", named, cause)}
}

// printPlain prints a report for people.
func (t *Terminal) printPlain(report support.Report) error {
	var text bytes.Buffer
	if err := support.WritePlain(&text, report, t.Words, site.Meta); err != nil {
		return fmt.Errorf("making the report: %w", err)
	}
	out := screen.Of(t.Out)
	for line := range strings.Lines(text.String()) {
		out.Line(withoutLineEnd(line))
	}
	return nil
}

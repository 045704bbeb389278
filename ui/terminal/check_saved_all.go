package terminal

import (
	"context"
	"errors"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/terminal/screen"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/report"
)

// namedReport is one saved token's report in the document of --saved-all.
type namedReport struct {
	Name   string         `json:"name"`
	Report report.Profile `json:"report"`
}

// checkAll checks every saved token. The exit code is the gravest of all.
func (t *Terminal) checkAll(ctx context.Context, options checkOptions) error {
	t.settleEarlierRuns(ctx)
	entries, err := t.Vault.List(ctx)
	if err != nil {
		return t.keychainExit(err)
	}
	reports := make([]namedReport, 0, len(entries))
	gravest := ExitReady
	ask := func(ctx context.Context, name string) (check.Report, error) {
		options.saved, options.fromKeychain = name, true
		return t.examine(ctx, options)
	}
	err = t.Environment().CheckAllSaved(ctx, entries, ask, func(one environment.SavedCheck) {
		result, err := one.Report, one.Err
		if err == nil {
			err = ending(ctx, result)
		}
		var code exit
		if errors.As(err, &code) {
			gravest = graver(gravest, code.code)
		}
		if result.Rows == nil {
			result = check.NotChecked(t.Now(), options.version)
		}
		document := t.profile(result, site.PageIDs{App: graph.ID(one.Entry.AppID)})
		if code.says != "" {
			document.Verdict.Summary = code.says
		}
		reports = append(reports, namedReport{one.Entry.Name, document})
		if !options.json {
			t.printOne(len(reports), one.Entry.Name, result, document, options.details)
		}
	})
	if err != nil {
		gravest = ExitInterrupted
	}
	if options.json {
		err = t.printJSON(struct {
			Schema  string        `json:"schema"`
			Reports []namedReport `json:"reports"`
		}{"latchkey.reports/1", reports})
		if err != nil {
			return err
		}
	}
	if len(entries) == 0 && !options.json {
		t.tellNothingSaved()
	}
	if gravest != ExitReady {
		return exit{code: gravest}
	}
	return nil
}

// printOne prints a saved token's name above its report. count is how many
// there are with this one.
func (t *Terminal) printOne(count int, name string, result check.Report, document report.Profile, details bool) {
	out := screen.Of(t.Out)
	if count > 1 {
		out.Line("")
	}
	out.Line(screen.Bold(name))
	if result.Token.Kind == check.KindUnknown && result.Verdict.About.Status == check.Skipped {
		out.Line(document.Verdict.Summary)
		return
	}
	t.printReport(out, result, details)
}

// gravity orders exit codes: a token that does not work is graver than one that
// could not be read, and that than one that could not be checked.
var gravity = []int{ExitReady, ExitUnknown, ExitNoToken, ExitNoKeychain, ExitFailed, ExitInterrupted}

func graver(a, b int) int {
	for i := len(gravity) - 1; i >= 0; i-- {
		if gravity[i] == a || gravity[i] == b {
			return gravity[i]
		}
	}
	return a
}

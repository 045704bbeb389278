package terminal

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
)

// batchOptions are the flags of "latchkey check" for a whole list.
type batchOptions struct {
	file        string // "-" for standard input
	csv, anew   bool
	concurrency int
}

// batchFlags adds the flags to those of "check".
func (t *Terminal) batchFlags(flags *pflag.FlagSet, options *batchOptions) {
	flags.StringVar(&options.file, "batch", "", t.Words.Say("terminal.flag_batch"))
	flags.BoolVar(&options.csv, "csv", false, t.Words.Say("terminal.flag_csv"))
	flags.IntVar(&options.concurrency, "concurrency", batch.DefaultConcurrency, t.Words.Say("terminal.flag_concurrency"))
	flags.BoolVar(&options.anew, "anew", false, t.Words.Say("terminal.flag_anew"))
}

// checkBatch checks a list of tokens. The results go to standard output, the
// progress to people. The exit code is the gravest of all rows; a run that was
// cut off prints what it has and goes on the next time.
func (t *Terminal) checkBatch(ctx context.Context, options checkOptions, list batchOptions) error {
	if err := t.usable(options); err != nil {
		return err
	}
	if list.concurrency < 1 || list.concurrency > batch.MostConcurrency {
		return usage(t.badConcurrency())
	}
	if list.csv && options.json {
		return usage(t.Words.Say("terminal.csv_or_json"))
	}
	items, err := t.readList(ctx, list.file)
	if err != nil {
		return err
	}
	holdTo(items, options.expected())
	memory := batch.Remember(t.Folder, t.Now)
	if list.anew {
		if err := memory.Forget(ctx); err != nil {
			return t.keychainExit(err)
		}
	}
	results, err := batch.Run(ctx, items, t.checkItem(options), batch.Options{
		Concurrency: list.concurrency, Memory: memory, OnProgress: t.batchProgress(), Token: t.Vault.Token,
	})
	var file *files.Error
	switch {
	case err != nil && ctx.Err() == nil && len(results) < len(items):
		return t.keychainExit(err)
	case errors.As(err, &file):
		_, advice := t.Words.VaultTrouble(err)
		t.tell(advice)
	}
	batch.Sort(results)
	if err := t.printBatch(results, options, list); err != nil {
		return err
	}
	if ctx.Err() != nil {
		t.tell(t.Words.Say("terminal.batch_stopped", words.Counted(len(items)), words.Values{"Done": t.Words.Number(len(results))}))
		return exit{code: ExitInterrupted}
	}
	return batchEnding(results)
}

func (t *Terminal) badConcurrency() string {
	return t.Words.Say("terminal.bad_concurrency", words.Values{"Most": strconv.Itoa(batch.MostConcurrency)})
}

// readList reads the list from a file or from standard input.
func (t *Terminal) readList(ctx context.Context, path string) ([]batch.Item, error) {
	t.settleEarlierRuns(ctx)
	entries, err := t.Vault.List(ctx)
	if err != nil {
		return nil, t.keychainExit(err)
	}
	saved := map[string]bool{}
	for _, entry := range entries {
		saved[entry.Name] = true
	}
	list, err := fromFile(ctx, t, path, func(in io.Reader) (batch.List, error) {
		return batch.ReadList(in, func(name string) bool { return saved[name] })
	})
	if len(list.PassedOver) > 0 {
		t.tell(t.Words.Say("terminal.columns_passed_over", words.Values{"Names": t.Words.List(list.PassedOver...)}))
	}
	id := ""
	switch {
	case err == nil:
		return list.Items, nil
	case errors.Is(err, batch.ErrTooLong):
		id = "too_long"
	case errors.Is(err, batch.ErrNotText):
		id = "not_text"
	case errors.Is(err, batch.ErrNoRows):
		return nil, exit{code: ExitNoToken, says: t.Words.Say("batch.list.no_rows"), advice: t.Words.Say("batch.list.how")}
	case path == "-":
		return nil, t.inputExit(err, ExitNoToken)
	default:
		return nil, t.listUnread(path, err)
	}
	return nil, exit{code: ExitUsage, says: t.Words.Say("batch.list." + id), advice: t.Words.Say("batch.list.how")}
}

// holdTo holds rows to the ids of the flags where they name none of their own. It
// is done before the run, so that one that goes on knows what it was held to.
func holdTo(items []batch.Item, preferred check.Expectation) {
	for i := range items {
		own := &items[i].Expected
		own.App, own.Account, own.Phone = cmp.Or(own.App, preferred.App), cmp.Or(own.Account, preferred.Account), cmp.Or(own.Phone, preferred.Phone)
	}
}

// listUnread says which list could not be read, and why.
func (t *Terminal) listUnread(path string, err error) error {
	id := "terminal.list_not_read"
	switch {
	case errors.Is(err, context.Canceled):
		return exit{code: ExitInterrupted}
	case errors.Is(err, errTooMuch):
		id = "terminal.list_too_large"
	case errors.Is(err, fs.ErrNotExist):
		id = "terminal.list_missing"
	}
	return usage(t.Words.Say(id, words.Values{"Path": shown(path)}))
}

// checkItem checks one row.
func (t *Terminal) checkItem(options checkOptions) batch.Check {
	env := t.Environment()
	env.Graph.Version = options.version
	if options.graphURL != "" {
		env.Graph.BaseURL = options.graphURL
	}
	return env.CheckItem(options.timeout)
}

// batchProgress tells people how far the run has come, not more often than
// they can read.
func (t *Terminal) batchProgress() func(batch.Progress) {
	const pause = 5 * time.Second
	told, until := t.Now(), time.Time{}
	return func(now batch.Progress) {
		switch {
		case now.Done > 0 && now.Done == now.Remembered && now.Latest == nil && until.IsZero():
			t.tell(t.Words.Say("terminal.batch_goes_on", words.Counted(now.All), words.Values{"Done": t.Words.Number(now.Done)}))
		case now.LimitedUntil.After(until):
			until = now.LimitedUntil
			t.tell(t.Words.Say("terminal.batch_limited", words.Values{"When": t.Words.When(until, t.Now())}))
		case now.Latest != nil && t.Now().Sub(told) >= pause:
			told = t.Now()
			t.tell(t.Words.Say("terminal.batch_progress", words.Counted(now.All), words.Values{
				"Done": t.Words.Number(now.Done), "Left": now.Left.Round(time.Second).String(),
			}))
		}
	}
}

// printBatch prints the results, the gravest first.
func (t *Terminal) printBatch(results []batch.Result, options checkOptions, list batchOptions) error {
	switch {
	case options.json:
		return t.printJSON(batch.NewDocument(results, t.sayResult))
	case list.csv:
		return batch.WriteCSV(t.Out, results, t.sayResult)
	}
	out := screen.Of(t.Out)
	for _, result := range results {
		if result.Verdict.Shown() != check.Ready || options.details {
			name := t.Words.Say("batch.row", words.Values{"Row": t.Words.Number(result.Row), "Name": nameOf(result), "Last4": result.Token.Last4})
			out.Row(t.Words, rowStatus(result), name, t.sayResult(result))
		}
	}
	counted := batch.Count(results)
	out.Line("")
	out.Line(t.Words.Say("batch.count", words.Counted(len(results)), words.Values{
		"Ready": count(counted[check.Ready]), "Attention": count(counted[check.Attention]),
		"NotReady": count(counted[check.NotReady]), "Unknown": count(counted[check.Undecided]),
	}))
	return nil
}

func nameOf(result batch.Result) string {
	if result.Name != "" {
		return result.Name
	}
	return result.Saved
}

// sayResult is what came of a row, in one sentence.
func (t *Terminal) sayResult(result batch.Result) string {
	if result.Fault != "" {
		return words.Plain(t.Words.Say(string(result.Fault) + ".title"))
	}
	return words.Plain(t.Words.Verdict(result).Summary)
}

func rowStatus(result batch.Result) check.Status {
	switch result.Verdict.Shown() {
	case check.Ready:
		return check.Pass
	case check.Attention:
		return check.Warn
	case check.NotReady:
		return check.Fail
	}
	return check.Unknown
}

// batchEnding is the exit code of all rows together: one that failed, or that
// could not be used, is graver than one that could not be checked.
func batchEnding(results []batch.Result) error {
	code := ExitReady
	for _, result := range results {
		switch {
		case result.Verdict.Status == check.NotReady:
			code = graver(code, ExitFailed)
		case strings.HasPrefix(string(result.Fault), "keychain."):
			code = graver(code, ExitNoKeychain)
		case result.Fault != "":
			code = graver(code, ExitNoToken)
		case result.Verdict.Status == check.Undecided:
			code = graver(code, ExitUnknown)
		}
	}
	if code != ExitReady {
		return exit{code: code}
	}
	return nil
}

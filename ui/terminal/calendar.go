package terminal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/natefinch/atomic"
	"github.com/spf13/cobra"

	"latchkey/ui/words"
	"latchkey/wizard/reminder"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// calendarCommand writes the ends of saved tokens as a calendar file.
func (t *Terminal) calendarCommand() *cobra.Command {
	var name, output string
	command := &cobra.Command{
		Use: "calendar [--saved NAME] [--output FILE]", Short: t.Words.Say("terminal.calendar"), Long: t.Words.Say("terminal.calendar_long"),
		Args: t.noArguments,
		RunE: func(command *cobra.Command, _ []string) error { return t.calendar(command.Context(), name, output) },
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&name, "saved", "", t.Words.Say("terminal.flag_calendar_saved"))
	flags.StringVar(&output, "output", "", t.Words.Say("terminal.flag_calendar_file"))
	return command
}

func (t *Terminal) calendar(ctx context.Context, name, output string) error {
	entries, err := t.entriesFor(ctx, name)
	if err != nil {
		return err
	}
	now := t.Now()
	for _, entry := range entries {
		if why := saved.WithoutDate(entry, now); why != "" {
			t.tell(t.Words.Say("calendar."+why, words.Values{"Name": entry.Name}))
		}
	}
	ends := reminder.Ends(entries, now)
	if len(ends) == 0 {
		t.tell(t.Words.Say("calendar.nothing"))
		return nil
	}
	text := t.guard.Text(reminder.Calendar(ends, now, func(end reminder.End) reminder.Text { return t.Words.End(end, now) }))
	if output == "" || isStandardOutput(output) {
		_, err := fmt.Fprint(t.Out, text)
		return err
	}
	return t.writeCalendar(ctx, output, text)
}

// entriesFor is one saved token by name, or all of them for "".
func (t *Terminal) entriesFor(ctx context.Context, name string) ([]vault.Entry, error) {
	if name == "" {
		t.settleEarlierRuns(ctx)
		entries, err := t.Vault.List(ctx)
		if err != nil {
			return nil, t.keychainExit(err)
		}
		return entries, nil
	}
	entry, err := t.savedEntry(ctx, name)
	if err != nil {
		return nil, err
	}
	return []vault.Entry{entry}, nil
}

// ownCalendar stands in every calendar that Latchkey writes.
const ownCalendar = "PRODID:-//Latchkey//"

// writeCalendar writes the file, over an older one of its own but over nothing
// else: another calendar holds somebody's dates. A link is followed, and what is
// no file, such as /dev/stdout, is written to as it is.
func (t *Terminal) writeCalendar(ctx context.Context, path, text string) error {
	values := words.Values{"Path": shown(path)}
	replaced, err := await(ctx, func() (bool, error) { return replaceCalendar(path, text) })
	switch {
	case errors.Is(err, context.Canceled):
		return exit{code: ExitInterrupted}
	case errors.Is(err, syscall.EPIPE):
		return exit{code: ExitInterrupted} // who reads has enough
	case err != nil:
		return exit{code: ExitFailed, says: t.Words.Say("calendar.not_written", values)}
	case !replaced:
		return usage(t.Words.Say("calendar.other_file", values))
	}
	t.tell(t.Words.Say("calendar.written", values))
	return nil
}

// isStandardOutput reports whether a path is another name of standard output,
// which may be a pipe whose reader has gone: opened anew it would wait for one.
func isStandardOutput(path string) bool {
	named, err := os.Stat(path)
	if err != nil {
		return false
	}
	output, err := os.Stdout.Stat()
	return err == nil && os.SameFile(named, output)
}

// replaceCalendar reports false for a file that is another's.
func replaceCalendar(path, text string) (bool, error) {
	about, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(path); err == nil {
			return false, fmt.Errorf("following a link that leads nowhere: %w", fs.ErrNotExist)
		}
		return true, atomic.WriteFile(path, strings.NewReader(text))
	case err != nil:
		return false, err
	case !about.Mode().IsRegular():
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return false, err
		}
		_, err = file.WriteString(text)
		return true, errors.Join(err, file.Close())
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return false, err
	}
	before, err := os.ReadFile(target)
	if err != nil || !bytes.Contains(before, []byte(ownCalendar)) {
		return false, err
	}
	return true, atomic.WriteFile(target, strings.NewReader(text))
}

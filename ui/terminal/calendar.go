package terminal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

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
	text := reminder.Calendar(ends, now, func(end reminder.End) reminder.Text { return t.Words.End(end, now) })
	if output == "" {
		_, err := fmt.Fprint(t.Out, text)
		return err
	}
	return t.writeCalendar(output, text)
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
// else: another calendar holds somebody's dates.
func (t *Terminal) writeCalendar(path, text string) error {
	values := words.Values{"Path": path}
	before, err := os.ReadFile(path)
	switch {
	case err == nil && !bytes.Contains(before, []byte(ownCalendar)):
		return usage(t.Words.Say("calendar.other_file", values))
	case err == nil || errors.Is(err, fs.ErrNotExist):
		err = atomic.WriteFile(path, strings.NewReader(text))
	}
	if err != nil {
		return exit{code: ExitFailed, says: t.Words.Say("calendar.not_written", values)}
	}
	t.tell(t.Words.Say("calendar.written", values))
	return nil
}

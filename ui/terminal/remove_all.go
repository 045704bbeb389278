package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"latchkey/ui/instance"
	"latchkey/ui/words"
	"latchkey/wizard/files"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// RemoveAll takes everything that Latchkey keeps off this computer, practice and the
// window's look included. What keeps an open window the only one stays until it is
// closed.
func (t *Terminal) RemoveAll(ctx context.Context) (saved.Removed, error) {
	removed, err := saved.RemoveAll(ctx, t.Folder, instance.Files(), t.Vault, t.withTokensOf(true).Vault)
	if err != nil {
		return removed, err
	}
	for _, folder := range t.WindowFolders {
		if err := os.RemoveAll(folder); err != nil {
			return removed, &files.Error{Reason: files.Other, Doing: "remove the window's settings", Path: folder, Err: err}
		}
	}
	t.WindowClosed()
	return removed, nil
}

// removeAll does so once it was confirmed by a whole phrase, and says what was
// proved to be gone.
func (t *Terminal) removeAll(ctx context.Context, yes bool) error {
	t.settleEarlierRuns(ctx)
	damaged, _ := t.Vault.Damaged()
	if err := t.confirmRemoveAll(ctx, yes); err != nil {
		return err
	}
	removed, err := t.RemoveAll(ctx)
	for _, name := range removed.Names {
		t.print(t.Words.Sentence(t.Words.Say("remove.gone", words.Values{"Name": name})))
	}
	switch {
	case len(removed.Left) > 0:
		left := words.Values{"Names": t.Words.List(removed.Left...)}
		return exit{code: ExitNoKeychain, says: t.Words.Sentence(t.Words.Say("removeall.left")), advice: t.Words.Say("removeall.left_text", left)}
	case err != nil:
		return t.keychainExit(err)
	}
	t.tell(t.Words.Paragraph(t.Words.Say("removeall.done"), t.Words.Say("removeall.done_text", words.Counted(len(removed.Names)))))
	if len(damaged) > 0 {
		t.tell(t.Words.Say("terminal.remove_all_unlisted", words.Values{"Service": vault.Service}))
	}
	return nil
}

// confirmRemoveAll wants a phrase typed, which no key pressed by mistake types.
func (t *Terminal) confirmRemoveAll(ctx context.Context, yes bool) error {
	if yes {
		return nil
	}
	t.tell(t.Words.Paragraph(t.Words.Say("removeall.title"), t.Words.Say("removeall.text")))
	answers := t.answers()
	if answers == nil {
		return usage(t.Words.Say("terminal.needs_yes", words.Values{"Option": "--yes"}))
	}
	phrase := t.Words.Say("terminal.remove_all_phrase")
	_, _ = fmt.Fprint(t.Err, t.Words.Say("terminal.remove_all_type", words.Values{"Phrase": phrase})+" ")
	typed, err := answers.Line(ctx)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return t.inputExit(err, ExitUsage)
	case !strings.EqualFold(strings.Join(strings.Fields(typed), " "), phrase):
		return exit{code: ExitFailed, says: t.Words.Say("terminal.nothing_done")}
	}
	return nil
}

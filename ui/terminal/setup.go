package terminal

import (
	"context"
	"errors"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/practice"
	"latchkey/wizard/setup"
)

func (t *Terminal) setupCommand() *cobra.Command {
	var practise bool
	command := &cobra.Command{
		Use: "setup [--practice]", Short: t.Words.Say("terminal.setup"), Long: t.Words.Say("terminal.setup_long"), Args: t.noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			if practise {
				return t.practiseSetup(command.Context())
			}
			t.settleEarlierRuns(command.Context())
			return t.setup(command.Context(), t.Environment(), nil)
		},
	}
	command.Flags().BoolVar(&practise, "practice", false, t.Words.Say("terminal.flag_practice"))
	return command
}

// practiseSetup walks the whole way in the rehearsal.
func (t *Terminal) practiseSetup(ctx context.Context) error {
	practice, err := practice.Start(t.Folder, t.Keychain)
	if err != nil {
		return usage(t.Words.Say("practice.failed"))
	}
	defer practice.Close()
	return t.setup(ctx, practice.Environment(), practice)
}

// setup walks through the seven steps, line by line: no full-screen tricks, so
// that screen readers, braille lines and pipes can follow. It says and asks
// what the window does, and like the window decides nothing itself.
func (t *Terminal) setup(ctx context.Context, env environment.Environment, practice *practice.Practice) error {
	prompt := t.Prompt
	if prompt == nil {
		prompt = newKeyboard(t.In)
	}
	w, err := setup.New(ctx, env)
	s := &setupRun{Terminal: t, out: screenOf(t.Out), prompt: prompt, setup: w, practice: practice}
	s.tellRemembering(err)
	defer w.Forget()
	return s.ending(s.walk(ctx))
}

// setupRun is one walk through the steps.
type setupRun struct {
	*Terminal
	out      screen
	prompt   Prompt
	setup    *setup.Setup
	practice *practice.Practice // nil for the real thing
}

// errQuit says that the person left.
var errQuit = errors.New("the person left the setup")

// errDone says that the last page was closed.
var errDone = errors.New("the setup is over")

// walk shows the page of one step after the other, until the last was closed,
// the person left, or there was nothing more to read.
func (s *setupRun) walk(ctx context.Context) error {
	if s.setup.Step() > setup.StepBusiness {
		s.out.line(s.Words.Sentence(s.Words.Say("home.resume_detail")))
		if err := s.proveKeychain(ctx); err != nil {
			return err
		}
	}
	pages := map[setup.Step]func(context.Context) error{
		setup.StepBusiness: s.business, setup.StepSystemUser: s.systemUser, setup.StepAssets: s.assets,
		setup.StepGenerate: s.generate, setup.StepPaste: s.paste, setup.StepCheck: s.checkIt, setup.StepKeep: s.keep,
	}
	for {
		if err := pages[s.setup.Step()](ctx); err != nil {
			return err
		}
	}
}

// ending turns how the walk ended into an exit code: 0 with a token in the
// keychain, else what was missing for it.
func (s *setupRun) ending(err error) error {
	switch _, keychain := s.setup.Keychain(); {
	case errors.Is(err, errDone):
		return nil
	case s.setup.Saved() != nil && (errors.Is(err, errQuit) || errors.Is(err, io.EOF)):
		return nil
	case errors.Is(err, context.Canceled):
		return exit{code: ExitInterrupted}
	case keychain != nil:
		return exit{code: ExitNoKeychain, says: s.closed()}
	case errors.Is(err, errQuit), errors.Is(err, io.EOF):
		return exit{code: ExitNoToken, says: s.closed()}
	}
	return exit{code: ExitNoToken, says: s.Words.Say("terminal.unreadable")}
}

// closed says what was left is still there.
func (s *setupRun) closed() string {
	if s.practice != nil {
		return s.Words.Say("terminal.practice_closed")
	}
	return s.Words.Say("terminal.setup_closed")
}

// head prints what stands on top of every page.
func (s *setupRun) head(title, lead string) {
	step := s.setup.Step()
	s.out.line("")
	if s.practice != nil {
		s.out.line(s.Words.Say("practice.banner"))
	}
	s.out.line(s.Words.Named(s.Words.Say("step.of", words.Values{"Step": strconv.Itoa(int(step))}), s.Words.Say("step."+step.ID()+".name")))
	s.out.line(bold + title + bold)
	s.out.line(lead)
	s.out.line("")
}

// move goes on or back, or says what is missing. It reports whether it moved.
func (s *setupRun) move(missing setup.Missing, err error) bool {
	s.tellRemembering(err)
	if missing != setup.NothingMissing {
		s.refuse(s.Words.Say("missing." + string(missing)))
		return false
	}
	return true
}

// next goes one step on, when nothing is missing.
func (s *setupRun) next(ctx context.Context) (bool, error) { return s.move(s.setup.Next(ctx)), nil }

// back goes one step back.
func (s *setupRun) back(ctx context.Context) (bool, error) {
	s.tellRemembering(s.setup.Back(ctx))
	return true, nil
}

// refuse says why it cannot go on.
func (s *setupRun) refuse(text string) {
	s.out.line("")
	s.out.beside(signs["fail"]+" ", s.Words.Named(s.Words.Say("trouble.summary"), text))
}

// change notes an answer and keeps it for the next start.
func (s *setupRun) change(ctx context.Context, change func(*setup.Progress)) {
	s.setup.Change(change)
	s.tellRemembering(s.setup.Remember(ctx))
}

// tellRemembering says that the progress cannot be kept; the setup goes on.
func (s *setupRun) tellRemembering(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	id, values := troubleOf(err)
	s.out.line(s.Words.Paragraph(s.Words.Say("files.title"), s.advice(id, values)))
}

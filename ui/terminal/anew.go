package terminal

import "context"

// OpenAnew asks whether another window is to be opened beside one that is open and
// does not answer. The error ends the program without one.
func (t *Terminal) OpenAnew() error {
	if t.Anew {
		return nil
	}
	answers := t.answers()
	if answers == nil {
		return exit{code: ExitFailed, says: t.Words.Say("terminal.window_silent"), advice: t.Words.Say("terminal.window_anew")}
	}
	t.tell(t.Words.Say("terminal.window_silent"))
	return t.agreed(context.Background(), consent{}, answers, t.Words.Say("terminal.window_another"))
}

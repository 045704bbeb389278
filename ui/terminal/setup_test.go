package terminal_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"latchkey/ui/terminal"
	"latchkey/wizard/setup"
)

// typed is what a person types, one line after the other.
func typed(lines ...string) string { return strings.Join(lines, "\n") + "\n" }

// toThePaste goes from the first step to the fifth: my own business, and then
// three trips, each opening the page and coming back.
var toThePaste = []string{"1", "", "", "", "", "", ""}

func through(further ...string) string { return typed(append(toThePaste, further...)...) }

// TestSetupGoesOnOnceTheKeychainWorks: nobody has to begin anew.
func TestSetupGoesOnOnceTheKeychainWorks(t *testing.T) {
	b := newBench(t)
	b.keychain.FailWith(errors.New("no"))
	in, writer := io.Pipe()
	ended := make(chan int, 1)
	b.In = in
	go func() { ended <- b.Run(t.Context(), []string{"setup"}) }()
	_, _ = io.WriteString(writer, "1\n")
	b.out.waitFor(t, "Try again")
	b.keychain.FailWith(nil)
	_, _ = io.WriteString(writer, "\n")
	b.out.waitFor(t, "Step 2 of 7")
	_ = writer.Close()
	<-ended
}

func TestSaveThatFails(t *testing.T) {
	b := newBench(t)
	prompt := &lineByLine{lines: bufio.NewScanner(strings.NewReader(through(token(t, "ready"), "", "", "q")))}
	prompt.before = func(nth int) {
		if nth == len(toThePaste)+3 { // before the summary's Enter
			b.keychain.FailWith(errors.New("no"))
		}
	}
	b.Prompt = prompt
	b.expect(terminal.ExitNoToken, "", "setup")
	says(t, b.out.String(), "There is a problem:", "Step 7 of 7")
	silent(t, b.out.String(), "is in your keychain")
	if !prompt.hidden {
		t.Error("the token was not asked for hidden")
	}
}

// lineByLine is a prompt that lets something happen before an answer.
type lineByLine struct {
	lines  *bufio.Scanner
	before func(nth int)
	nth    int
	hidden bool
}

func (l *lineByLine) Line(context.Context) (string, error) {
	l.nth++
	l.before(l.nth)
	if !l.lines.Scan() {
		return "", io.EOF
	}
	return l.lines.Text(), nil
}

func (l *lineByLine) Secret(ctx context.Context) (string, error) {
	l.hidden = true
	return l.Line(ctx)
}

func TestInterruptEndsTheSetup(t *testing.T) {
	b := newBench(t)
	in, writer := io.Pipe()
	defer func() { _ = writer.Close() }()
	ctx, cancel := context.WithCancel(t.Context())
	b.In = in
	ended := make(chan int, 1)
	go func() { ended <- b.Run(ctx, []string{"setup"}) }()
	_, _ = io.WriteString(writer, "1\n")
	b.out.waitFor(t, "Step 2 of 7")
	cancel()
	select {
	case code := <-ended:
		if code != terminal.ExitInterrupted {
			t.Errorf("exit code %d", code)
		}
	case <-time.After(time.Minute):
		t.Fatal("it does not end")
	}
}

// TestSetupSaysWhatTheWindowSays: the titles of all steps, from the same ids.
func TestSetupSaysWhatTheWindowSays(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, through(token(t, "ready"), "", "", ""), "setup")
	for _, step := range setup.Steps {
		says(t, b.out.String(), b.Words.Say("step."+step.ID()+".name"), b.Words.Say("step."+step.ID()+".title"))
	}
}

package terminal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"latchkey/graph"
	"latchkey/wizard/check"
)

// mostInput bounds what is read from standard input, in bytes.
const mostInput = 16 << 20

// Prompt reads what a person types, a line at a time and without its end. Both
// return io.EOF after the last line, and the context's error once that ends.
type Prompt interface {
	Line(ctx context.Context) (string, error)
	// Secret reads a line that a terminal does not show.
	Secret(ctx context.Context) (string, error)
}

// keyboard is the Prompt on a reader, which need not be a terminal.
type keyboard struct {
	terminal *os.File // nil for a pipe or a file
	lines    *bufio.Reader
}

func newKeyboard(in io.Reader) *keyboard {
	k := &keyboard{lines: bufio.NewReader(io.LimitReader(in, mostInput))}
	if file, ok := in.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		k.terminal = file
	}
	return k
}

func (k *keyboard) Line(ctx context.Context) (string, error) {
	return await(ctx, func() (string, error) {
		line, err := k.lines.ReadString('\n')
		if errors.Is(err, io.EOF) && line != "" {
			err = nil
		}
		return withoutLineEnd(line), err
	})
}

func (k *keyboard) Secret(ctx context.Context) (string, error) {
	// What was typed ahead lies in the buffer already.
	if k.terminal == nil || k.lines.Buffered() > 0 {
		return k.Line(ctx)
	}
	return hiddenLine(ctx, k.terminal)
}

// hiddenLine reads a line from a terminal that does not show it. Whatever
// happens, the terminal shows again afterwards what is typed.
func hiddenLine(ctx context.Context, terminal *os.File) (string, error) {
	descriptor := int(terminal.Fd())
	before, err := term.GetState(descriptor)
	if err != nil {
		return "", fmt.Errorf("asking how the terminal is set: %w", err)
	}
	defer func() { _ = term.Restore(descriptor, before) }()
	return await(ctx, func() (string, error) {
		line, err := term.ReadPassword(descriptor)
		return string(line), err
	})
}

// await returns what read returns, or the context's error as soon as that
// ends. Reading cannot be broken off: it is left to itself then.
func await[T any](ctx context.Context, read func() (T, error)) (T, error) {
	type outcome struct {
		read T
		err  error
	}
	done := make(chan outcome, 1)
	go func() {
		got, err := read()
		done <- outcome{got, err}
	}()
	select {
	case got := <-done:
		return got.read, got.err
	case <-ctx.Done():
		var nothing T
		return nothing, ctx.Err()
	}
}

// fromFile returns what read makes of a file, or of standard input for "-". A file
// may be a pipe to which nobody writes: it is left alone as soon as ctx ends.
func fromFile[T any](ctx context.Context, t *Terminal, path string, read func(io.Reader) (T, error)) (T, error) {
	return await(ctx, func() (T, error) {
		if path == "-" {
			return read(t.In)
		}
		file, err := os.Open(path)
		if err != nil {
			var nothing T
			return nothing, err
		}
		defer func() { _ = file.Close() }()
		return read(file)
	})
}

// readToken reads a token: all of a pipe, or one hidden line of a person, who
// is asked for it by the prompt of that id. What came is judged, not refused.
func (t *Terminal) readToken(ctx context.Context, prompt string) (check.Paste, error) {
	text, err := t.readText(ctx, prompt)
	return t.pasted(text), err
}

// readTokenAndSecret is readToken for a check: below the token in a pipe there may be
// the secret of its app.
func (t *Terminal) readTokenAndSecret(ctx context.Context) (check.Paste, graph.Token, error) {
	text, err := t.readText(ctx, "terminal.paste_token")
	text, secret := t.withoutSecret(text)
	return t.pasted(text), secret, err
}

func (t *Terminal) readText(ctx context.Context, prompt string) (string, error) {
	if answers := t.answers(); answers != nil {
		_, _ = fmt.Fprint(t.Err, t.Words.Say(prompt)+" ")
		defer func() { _, _ = fmt.Fprintln(t.Err) }()
		text, err := answers.Secret(ctx)
		if errors.Is(err, io.EOF) {
			err = nil // the person ended the input: nothing was given
		}
		return text, err
	}
	text, err := t.readAll(ctx)
	// A pipe's last line break is no part of what was meant.
	return withoutLineEnd(text), err
}

// pasted reads a text as a token, which is not shown from then on.
func (t *Terminal) pasted(text string) check.Paste {
	paste := check.ReadPaste(text)
	t.guard.Know(paste.Token)
	return paste
}

// errTooMuch says that there is more to read than is read. Nothing is cut: half a
// row or half a token would be taken for a whole one.
var errTooMuch = errors.New("there is more than is read")

// readAll reads standard input to its end.
func (t *Terminal) readAll(ctx context.Context) (string, error) {
	return await(ctx, func() (string, error) { return readUpTo(mostInput, t.In) })
}

// readUpTo reads so many bytes, and is errTooMuch where there are more.
func readUpTo(most int64, in io.Reader) (string, error) {
	text, err := io.ReadAll(io.LimitReader(in, most+1))
	if err == nil && int64(len(text)) > most {
		return "", errTooMuch
	}
	return string(text), err
}

// inputExit says why standard input gave nothing; code is for when it could
// not be read.
func (t *Terminal) inputExit(err error, code int) error {
	if errors.Is(err, context.Canceled) {
		return exit{code: ExitInterrupted}
	}
	if errors.Is(err, errTooMuch) {
		return exit{code: code, says: t.Words.Say("terminal.too_much")}
	}
	return exit{code: code, says: t.Words.Say("terminal.unreadable")}
}

func withoutLineEnd(text string) string {
	return strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
}

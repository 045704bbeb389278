package value

import (
	"io"
	"strings"
	"sync"
)

// Guard is the last thing that a text passes before it leaves the program: what
// went wrong before must not show there. It knows the secrets that this run has
// to do with, and hides what looks like one in any case. Its zero value is
// ready; it is safe for concurrent use, and nil hides by looks alone.
type Guard struct {
	mutex  sync.Mutex
	tokens []Token
}

// Know adds secrets to hide.
func (g *Guard) Know(tokens ...Token) {
	if g == nil {
		return
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	for _, token := range tokens {
		if !token.IsZero() && !g.knows(token) {
			g.tokens = append(g.tokens, token)
		}
	}
}

func (g *Guard) knows(token Token) bool {
	for _, known := range g.tokens {
		if known.Equal(token) {
			return true
		}
	}
	return false
}

func (g *Guard) all() []Token {
	if g == nil {
		return nil
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return g.tokens[:len(g.tokens):len(g.tokens)]
}

// Text is a text as it may leave. It keeps its line ends, whichever they are.
func (g *Guard) Text(text string) string {
	if strings.Contains(text, "\r\n") {
		return strings.ReplaceAll(Redact(text, g.all()...), "\n", "\r\n")
	}
	return Redact(text, g.all()...)
}

// Writer passes on what is written to it as it may leave; the program's own
// colours stay. A text is to be written at once: a secret in two writes would
// not be known.
func (g *Guard) Writer(to io.Writer) io.Writer { return &guarded{g, to} }

type guarded struct {
	guard *Guard
	to    io.Writer
}

// Unwrap returns what is written to, for whoever asks how wide that is.
func (w *guarded) Unwrap() io.Writer { return w.to }

var colourCode = Pattern("\x1b\\[[0-9;]*m")

func (w *guarded) Write(text []byte) (int, error) {
	if _, err := io.WriteString(w.to, w.guard.coloured(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// coloured is Text of a text with colours, which it loses where they stand in a
// secret.
func (g *Guard) coloured(text string) string {
	codes := colourCode().FindAllStringIndex(text, -1)
	if len(codes) == 0 || HoldsSecret(text, g.all()...) {
		return g.Text(text)
	}
	var result strings.Builder
	at := 0
	for _, code := range codes {
		result.WriteString(g.Text(text[at:code[0]]) + text[code[0]:code[1]])
		at = code[1]
	}
	result.WriteString(g.Text(text[at:]))
	return result.String()
}

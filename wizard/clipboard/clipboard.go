package clipboard

import (
	"sync"

	"latchkey/graph"
	"latchkey/wizard/check"
)

// Clipboard is the system's. Its content is read only when a person asks, or
// to see whether it still holds what Latchkey put there.
type Clipboard interface {
	Content() string
	SetContent(string)
}

// ClipboardGuard puts tokens on the clipboard and takes them off again. Its
// methods belong on the window's own goroutine, like the clipboard itself.
type Guard struct {
	clipboard Clipboard

	mutex sync.Mutex
	ours  graph.Token
}

// NewClipboardGuard guards a clipboard.
func NewGuard(clipboard Clipboard) *Guard {
	return &Guard{clipboard: clipboard}
}

// Copy puts a token on the clipboard.
func (g *Guard) Copy(token graph.Token) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.ours = token
	g.clipboard.SetContent(token.Reveal())
}

// Holds reports whether the clipboard holds this token now, be it with a line
// break or other junk around it, as it was copied.
func (g *Guard) Holds(token graph.Token) bool {
	if token.IsZero() {
		return false
	}
	content := g.clipboard.Content()
	return graph.NewToken(content).Equal(token) || check.ReadPaste(content).Token.Equal(token)
}

// Guard makes a token, pasted by the person, one of those that Clear takes off
// the clipboard.
func (g *Guard) Guard(token graph.Token) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.ours = token
}

// Clear empties the clipboard if it still holds the guarded token, and reports
// whether it did.
func (g *Guard) Clear() bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if g.ours.IsZero() || !g.Holds(g.ours) {
		return false
	}
	g.clipboard.SetContent("")
	g.ours = graph.Token{}
	return true
}

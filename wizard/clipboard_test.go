package wizard_test

import (
	"testing"

	"latchkey/graph"
	"latchkey/wizard"
)

// paperClipboard counts how often it is read.
type paperClipboard struct {
	content string
	reads   int
}

func (c *paperClipboard) Content() string {
	c.reads++
	return c.content
}

func (c *paperClipboard) SetContent(content string) { c.content = content }

func TestTheClipboardIsClearedOnlyOfWhatIsOurs(t *testing.T) {
	token := tokenOf(t, "ready")
	cases := []struct {
		name    string
		act     func(*wizard.ClipboardGuard)
		content string // on the clipboard when it is to be cleared
		cleared bool
	}{
		{"copied here", func(g *wizard.ClipboardGuard) { g.Copy(token) }, token.Reveal(), true},
		{"pasted here", func(g *wizard.ClipboardGuard) { g.Guard(token) }, token.Reveal(), true},
		{"pasted with a line break", func(g *wizard.ClipboardGuard) { g.Guard(token) }, " " + token.Reveal() + "\r\n", true},
		{"pasted with its header", func(g *wizard.ClipboardGuard) { g.Guard(token) }, "Authorization: Bearer " + token.Reveal(), true},
		{"something else since", func(g *wizard.ClipboardGuard) { g.Copy(token) }, "a shopping list", false},
		{"another token since", func(g *wizard.ClipboardGuard) { g.Copy(token) }, tokenOf(t, "revoked").Reveal(), false},
		{"empty by now", func(g *wizard.ClipboardGuard) { g.Copy(token) }, "", false},
		{"nothing of ours", func(*wizard.ClipboardGuard) {}, token.Reveal(), false},
		{"no token", func(g *wizard.ClipboardGuard) { g.Guard(graph.Token{}) }, "", false},
	}
	for _, c := range cases {
		clipboard := &paperClipboard{}
		guard := wizard.NewClipboardGuard(clipboard)
		c.act(guard)
		clipboard.content = c.content
		if cleared := guard.Clear(); cleared != c.cleared {
			t.Errorf("%s: cleared is %v", c.name, cleared)
		}
		want := c.content
		if c.cleared {
			want = ""
		}
		if clipboard.content != want {
			t.Errorf("%s: the clipboard holds %d bytes, want %d", c.name, len(clipboard.content), len(want))
		}
	}
}

func TestTheClipboardIsNotReadWithoutReason(t *testing.T) {
	clipboard := &paperClipboard{content: "private"}
	guard := wizard.NewClipboardGuard(clipboard)
	guard.Clear()
	guard.Guard(tokenOf(t, "ready"))
	guard.Copy(tokenOf(t, "ready"))
	if clipboard.reads != 0 {
		t.Errorf("read %d times", clipboard.reads)
	}
}

func TestAClearedClipboardIsLeftAlone(t *testing.T) {
	token := tokenOf(t, "ready")
	clipboard := &paperClipboard{}
	guard := wizard.NewClipboardGuard(clipboard)
	guard.Copy(token)
	guard.Clear()
	clipboard.content = token.Reveal() // put there by the person, from elsewhere
	if guard.Clear() {
		t.Error("cleared a second time")
	}
}

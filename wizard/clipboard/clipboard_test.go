package clipboard_test

import (
	"testing"

	"latchkey/graph"
	"latchkey/graph/value/valuetest"
	"latchkey/wizard/clipboard"
)

var (
	madeUp = graph.NewToken(valuetest.MadeUp)
	other  = graph.NewToken(valuetest.MadeUp + "2")
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
	cases := []struct {
		name    string
		act     func(*clipboard.Guard)
		content string // on the clipboard when it is to be cleared
		cleared bool
	}{
		{"copied here", func(g *clipboard.Guard) { g.Copy(madeUp) }, madeUp.Reveal(), true},
		{"pasted here", func(g *clipboard.Guard) { g.Guard(madeUp) }, madeUp.Reveal(), true},
		{"pasted with a line break", func(g *clipboard.Guard) { g.Guard(madeUp) }, " " + madeUp.Reveal() + "\r\n", true},
		{"pasted with its header", func(g *clipboard.Guard) { g.Guard(madeUp) }, "Authorization: Bearer " + madeUp.Reveal(), true},
		{"something else since", func(g *clipboard.Guard) { g.Copy(madeUp) }, "a shopping list", false},
		{"another token since", func(g *clipboard.Guard) { g.Copy(madeUp) }, other.Reveal(), false},
		{"empty by now", func(g *clipboard.Guard) { g.Copy(madeUp) }, "", false},
		{"nothing of ours", func(*clipboard.Guard) {}, madeUp.Reveal(), false},
		{"no token", func(g *clipboard.Guard) { g.Guard(graph.Token{}) }, "", false},
	}
	for _, c := range cases {
		paper := &paperClipboard{}
		guard := clipboard.NewGuard(paper)
		c.act(guard)
		paper.content = c.content
		if cleared := guard.Clear(); cleared != c.cleared {
			t.Errorf("%s: cleared is %v", c.name, cleared)
		}
		want := c.content
		if c.cleared {
			want = ""
		}
		if paper.content != want {
			t.Errorf("%s: the clipboard holds %d bytes, want %d", c.name, len(paper.content), len(want))
		}
	}
}

func TestTheClipboardIsNotReadWithoutReason(t *testing.T) {
	paper := &paperClipboard{content: "private"}
	guard := clipboard.NewGuard(paper)
	guard.Clear()
	guard.Guard(madeUp)
	guard.Copy(madeUp)
	if paper.reads != 0 {
		t.Errorf("read %d times", paper.reads)
	}
}

func TestAClearedClipboardIsLeftAlone(t *testing.T) {
	paper := &paperClipboard{}
	guard := clipboard.NewGuard(paper)
	guard.Copy(madeUp)
	guard.Clear()
	paper.content = madeUp.Reveal() // put there by the person, from elsewhere
	if guard.Clear() {
		t.Error("cleared a second time")
	}
}

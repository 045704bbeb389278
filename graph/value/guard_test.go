package value

import (
	"errors"
	"io"
	"strings"
	"testing"

	"latchkey/graph/value/spelling"
	"latchkey/graph/value/valuetest"
)

func TestTheGuardHidesWhatItKnows(t *testing.T) {
	var guard Guard
	guard.Know(NewToken(valuetest.Opaque), Token{})
	var written strings.Builder
	out := guard.Writer(&written)
	for _, text := range spelling.All(valuetest.Opaque) {
		_, _ = io.WriteString(out, "said: "+text+"\n")
	}
	valuetest.MustHideAll(t, written.String(), valuetest.Opaque)
	if !strings.Contains(written.String(), "said: "+Hidden+"\n") {
		t.Error("nothing was written")
	}
}

func TestTheGuardLeavesHonestTextAlone(t *testing.T) {
	for _, text := range []string{
		"\x1b[32m✓ fine\x1b[0m  It never expires\n", "a,b\r\nc,d\r\n", "  Press \x1b[1mAdd\x1b[22m now\n", `{"name":"Cafés ☕️"}` + "\n", "",
	} {
		var written strings.Builder
		if n, err := (*Guard)(nil).Writer(&written).Write([]byte(text)); n != len(text) || err != nil || written.String() != text {
			t.Errorf("%q is written as %q (%d, %v)", text, written.String(), n, err)
		}
	}
	var written strings.Builder
	_, _ = new(Guard).Writer(&written).Write([]byte("\x1b[2Jgone\x1b[31m \x07red"))
	if written.String() != "gone\x1b[31m red" {
		t.Errorf("what steers the terminal is written: %q", written.String())
	}
}

func TestTheGuardTellsOfTroubleBehindIt(t *testing.T) {
	if _, err := new(Guard).Writer(full{}).Write([]byte("text")); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("the error is %v", err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

package value

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"testing"

	"latchkey/graph/value/valuetest"
)

// holder hides a token as deep as Go's printing can still reach.
type holder struct {
	token  Token
	inner  struct{ token *Token }
	tokens []Token
	named  map[string]Token
	any    any
	Public Token
}

func newHolder() holder {
	token := NewToken(valuetest.MadeUp)
	h := holder{token: token, tokens: []Token{token}, named: map[string]Token{"a": token}, any: token, Public: token}
	h.inner.token = &token
	return h
}

func TestTokenNeverPrintsItself(t *testing.T) {
	token := NewToken(valuetest.MadeUp)
	h := newHolder()
	var shown strings.Builder
	for _, verb := range "vTtbcdoOqxXUeEfFgGsp" {
		for _, flags := range []string{"", "+", "#", "-", " ", "0", "60", ".9", "+#10.3"} {
			format := "%" + flags + string(verb) + "\n"
			for _, value := range []any{token, &token, h, &h, []Token{token}, map[Token]Token{token: token}, errors.Join(fmt.Errorf("with %v", token))} {
				fmt.Fprintf(&shown, format, value)
			}
		}
	}
	shown.WriteString(fmt.Sprint(token, h) + fmt.Sprintln(token, h) + token.String() + token.GoString())
	log.New(&shown, "", 0).Print(token, h)
	for _, handler := range []slog.Handler{slog.NewTextHandler(&shown, nil), slog.NewJSONHandler(&shown, nil)} {
		slog.New(handler).Info("m", "token", token, "holder", h, slog.Group("g", "token", &token), "any", []any{token})
	}
	for _, value := range []any{token, &token, h, map[string]any{"t": token}, map[Token]int{token: 1}} {
		encoded, err := json.Marshal(value)
		shown.Write(encoded)
		fmt.Fprint(&shown, err)
		encoded, err = xml.Marshal(value)
		shown.Write(encoded)
		fmt.Fprint(&shown, err)
	}
	valuetest.MustHide(t, shown.String())
	if !strings.Contains(shown.String(), Hidden) {
		t.Error("nothing was printed at all")
	}
}

func TestTokenIsNotWrittenToAStream(t *testing.T) {
	var stream bytes.Buffer
	for _, value := range []any{NewToken(valuetest.MadeUp), newHolder(), struct{ Token Token }{NewToken(valuetest.MadeUp)}} {
		if err := gob.NewEncoder(&stream).Encode(value); err == nil {
			t.Errorf("gob wrote %T", value)
		}
	}
	valuetest.MustHide(t, stream.String())
}

// The text of a crash goes to a terminal or a crash file.
func TestTokenIsHiddenInACrash(t *testing.T) {
	if how := os.Getenv("LATCHKEY_TEST_CRASH"); how != "" {
		switch token := NewToken(valuetest.MadeUp); how {
		case "token":
			panic(token)
		case "holder":
			panic(newHolder())
		case "error":
			panic(fmt.Errorf("with %v and %+v", token, newHolder()))
		}
	}
	for _, how := range []string{"token", "holder", "error"} {
		crash := exec.Command(os.Args[0], "-test.run=^TestTokenIsHiddenInACrash$")
		crash.Env = append(os.Environ(), "LATCHKEY_TEST_CRASH="+how, "GOTRACEBACK=all")
		output, err := crash.CombinedOutput()
		if err == nil || !strings.Contains(string(output), "panic:") {
			t.Fatalf("%s: the program did not crash: %v\n%s", how, err, output)
		}
		valuetest.MustHide(t, string(output))
	}
}

func TestTokenGivesItsSecretToRevealOnly(t *testing.T) {
	token := NewToken(valuetest.MadeUp)
	if token.Reveal() != valuetest.MadeUp || token.IsZero() {
		t.Error("the secret is lost")
	}
	if token.Last4() != valuetest.MadeUp[len(valuetest.MadeUp)-4:] {
		t.Errorf("last four: %q", token.Last4())
	}
	if NewToken("short").Last4() != "" {
		t.Error("four characters of a short token are shown")
	}
	if !token.Equal(NewToken(valuetest.MadeUp)) || token.Equal(NewToken(valuetest.MadeUp+"x")) || token.Equal(Token{}) {
		t.Error("Equal is wrong")
	}
	if zero := NewToken(""); !zero.IsZero() || zero.Reveal() != "" || zero.Last4() != "" {
		t.Error("the zero token is not empty")
	}
}

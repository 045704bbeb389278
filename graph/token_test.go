package graph

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
	token := NewToken(madeUpToken)
	h := holder{token: token, tokens: []Token{token}, named: map[string]Token{"a": token}, any: token, Public: token}
	h.inner.token = &token
	return h
}

func TestTokenNeverPrintsItself(t *testing.T) {
	token := NewToken(madeUpToken)
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
	mustHide(t, shown.String())
	if !strings.Contains(shown.String(), hiddenToken) {
		t.Error("nothing was printed at all")
	}
}

func TestTokenIsNotWrittenToAStream(t *testing.T) {
	var stream bytes.Buffer
	for _, value := range []any{NewToken(madeUpToken), newHolder(), struct{ Token Token }{NewToken(madeUpToken)}} {
		if err := gob.NewEncoder(&stream).Encode(value); err == nil {
			t.Errorf("gob wrote %T", value)
		}
	}
	mustHide(t, stream.String())
}

// The text of a crash goes to a terminal or a crash file.
func TestTokenIsHiddenInACrash(t *testing.T) {
	if how := os.Getenv("LATCHKEY_TEST_CRASH"); how != "" {
		switch token := NewToken(madeUpToken); how {
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
		mustHide(t, string(output))
	}
}

func TestTokenGivesItsSecretToRevealOnly(t *testing.T) {
	token := NewToken(madeUpToken)
	if token.Reveal() != madeUpToken || token.IsZero() {
		t.Error("the secret is lost")
	}
	if token.Last4() != madeUpToken[len(madeUpToken)-4:] {
		t.Errorf("last four: %q", token.Last4())
	}
	if NewToken("short").Last4() != "" {
		t.Error("four characters of a short token are shown")
	}
	if !token.Equal(NewToken(madeUpToken)) || token.Equal(NewToken(madeUpToken+"x")) || token.Equal(Token{}) {
		t.Error("Equal is wrong")
	}
	if zero := NewToken(""); !zero.IsZero() || zero.Reveal() != "" || zero.Last4() != "" {
		t.Error("the zero token is not empty")
	}
}

// mustHide fails the test when text holds eight characters of the token in a
// row, whichever.
func mustHide(t *testing.T, text string) {
	t.Helper()
	const piece = 8
	for i := range len(madeUpToken) - piece + 1 {
		if at := strings.Index(text, madeUpToken[i:i+piece]); at >= 0 {
			t.Fatalf("the token is shown: …%s…", text[max(0, at-60):min(len(text), at+80)])
		}
	}
}

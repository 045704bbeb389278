package value

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
)

const Hidden = "[token hidden]"

// Token is an access token. Every way Go has of turning a value into text
// hides it; Reveal is the only way to the secret, so a search for that name
// finds each place that handles it.
//
// The secret is held behind a pointer because fmt cannot call Format on the
// unexported field of somebody else's struct: there it prints an address.
type Token struct {
	secret *string
	pieces *func() *pieces // what finds it in texts, made once
}

// NewToken wraps a secret. An empty one gives the zero Token.
func NewToken(secret string) Token {
	if secret == "" {
		return Token{}
	}
	find := sync.OnceValue(func() *pieces { return newPieces(secret) })
	return Token{secret: &secret, pieces: &find}
}

// Reveal returns the secret itself. Its result goes into the Authorization
// header, the keychain or the clipboard, and nowhere else.
func (t Token) Reveal() string {
	if t.secret == nil {
		return ""
	}
	return *t.secret
}

// IsZero reports whether there is no token.
func (t Token) IsZero() bool { return t.secret == nil }

// Equal reports whether both hold the same secret, in constant time.
func (t Token) Equal(other Token) bool {
	return subtle.ConstantTimeCompare([]byte(t.Reveal()), []byte(other.Reveal())) == 1
}

// Last4 returns the last four characters, the most of a token that is ever
// shown; of one shorter than twelve characters it returns none.
func (t Token) Last4() string {
	secret := t.Reveal()
	if len(secret) < 12 {
		return ""
	}
	return secret[len(secret)-4:]
}

// String hides the token.
func (t Token) String() string { return Hidden }

// GoString hides the token from %#v.
func (t Token) GoString() string { return Hidden }

// Format hides the token from every verb of fmt.
func (t Token) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, Hidden) }

// MarshalJSON hides the token.
func (t Token) MarshalJSON() ([]byte, error) { return json.Marshal(Hidden) }

// MarshalText hides the token.
func (t Token) MarshalText() ([]byte, error) { return []byte(Hidden), nil }

// MarshalBinary refuses: gob and its like must not carry a token either.
func (t Token) MarshalBinary() ([]byte, error) {
	return nil, errors.New("a token is not written to a stream")
}

// LogValue hides the token from log/slog.
func (t Token) LogValue() slog.Value { return slog.StringValue(Hidden) }

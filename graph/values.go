package graph

import "latchkey/graph/value"

// The values that every answer is made of; see package value.
type (
	Token  = value.Token
	ID     = value.ID
	Text   = value.Text
	Number = value.Number
)

// NewToken wraps a secret; see value.NewToken.
func NewToken(secret string) Token { return value.NewToken(secret) }

// Redact hides secrets in a text; see value.Redact.
func Redact(text string, tokens ...Token) string { return value.Redact(text, tokens...) }

// Clean is a text from outside as it may be shown; see value.Clean.
func Clean(text string, secrets ...Token) string { return value.Clean(text, secrets...) }

// HoldsSecret reports whether a text holds what Redact would hide; see
// value.HoldsSecret.
func HoldsSecret(text string, tokens ...Token) bool { return value.HoldsSecret(text, tokens...) }

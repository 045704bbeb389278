package saved

import (
	"context"

	"latchkey/graph"
	"latchkey/wizard/vault"
)

// Former is a saved token as it was before another one took its place. It lives in
// memory only.
type Former struct {
	entry vault.Entry
	token graph.Token
}

// FormerOf reads what a name stands for before it is to stand for another token;
// nil where that cannot be read, and so not be put back.
func FormerOf(ctx context.Context, keychain *vault.Vault, name string) *Former {
	token, err := keychain.Token(ctx, name)
	if err != nil {
		return nil
	}
	entry, err := keychain.Entry(ctx, name)
	if err != nil {
		entry = vault.Entry{Name: name} // the keychain holds it, and the index does not
	}
	return &Former{entry, token}
}

// Name is what the token was saved as.
func (f *Former) Name() string { return f.entry.Name }

// Last4 are the token's last characters.
func (f *Former) Last4() string { return f.token.Last4() }

// Is tells whether it is this very token.
func (f *Former) Is(token graph.Token) bool { return f.token.Equal(token) }

// PutBack lets the token take its place again. Outcome and error are those of
// vault.Replace; it may be tried again.
func (f *Former) PutBack(ctx context.Context, keychain *vault.Vault) (vault.Outcome, error) {
	return keychain.Replace(ctx, f.entry, f.token)
}

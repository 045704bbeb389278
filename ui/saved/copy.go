package saved

import (
	"context"

	"latchkey/graph"
	"latchkey/ui/shell"
	"latchkey/wizard/vault"
)

// Copy puts a saved token on the clipboard, unless the page is left before
// the keychain gives it: nothing comes there unseen. show gets what to say about
// it: the countdown, or why it could not be read.
func (t *Tokens) Copy(entry vault.Entry, show Note) {
	s := t.shell
	keychain := s.Env().Vault
	shell.Try(s.OnPage(), func(ctx context.Context) (graph.Token, error) {
		return keychain.Token(ctx, entry.Name)
	}, func(token graph.Token, err error) {
		if err != nil {
			show(entry, t.Trouble(entry, err, show))
			return
		}
		show(entry, s.CopyToken(token))
	})
}

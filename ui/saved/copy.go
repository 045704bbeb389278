package saved

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/shell"
	"latchkey/wizard/vault"
)

// copySaved puts a saved token on the clipboard, and shows on its card how long
// it stays there.
func (t *Tokens) copySaved(place *fyne.Container, entry vault.Entry) {
	t.Copy(entry, t.onCard(place))
}

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

package terminal

import (
	"context"
	"errors"

	"latchkey/graph"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// withTokensOf is this terminal, or the one whose saved tokens are those of practice:
// they lie under a service of their own.
func (t *Terminal) withTokensOf(practice bool) *Terminal {
	if !practice {
		return t
	}
	other := *t
	other.Vault = vault.Open(vault.Options{Service: vault.PracticeService, Folder: t.Folder, Keychain: t.Keychain, Now: t.Now})
	return &other
}

// terminalOf is the terminal that a saved token lies with. With the address of a
// Graph on this computer it is practice, where that knows the name: there the
// tokens of such a Graph are kept.
func (t *Terminal) terminalOf(ctx context.Context, graphURL, name string) *Terminal {
	if graphURL != "" {
		practice := t.withTokensOf(true)
		if _, err := practice.Vault.Entry(ctx, name); err == nil {
			return practice
		}
	}
	return t
}

// terminalFor is the terminal that examines a token: its keeper's, which says first
// what an earlier run left, or this one for a token that is handed over.
func (t *Terminal) terminalFor(ctx context.Context, options checkOptions) *Terminal {
	if !options.fromKeychain {
		return t
	}
	keeper := t.terminalOf(ctx, options.graphURL, options.saved)
	keeper.settleEarlierRuns(ctx)
	return keeper
}

// fromKeychain is a saved token and what the index says of it, for a command
// that names one.
func (t *Terminal) fromKeychain(ctx context.Context, name string) (vault.Entry, graph.Token, error) {
	if name == "" {
		return vault.Entry{}, graph.Token{}, usage(t.Words.Say("terminal.saved_what"))
	}
	t.settleEarlierRuns(ctx)
	return t.savedToken(ctx, name)
}

// savedToken is a saved token and what the index says of it. One that only the
// keychain knows has an entry with nothing but its name, and so has one that is
// not the one listed: ids and dates are the other one's.
func (t *Terminal) savedToken(ctx context.Context, name string) (vault.Entry, graph.Token, error) {
	entry, unlisted := t.Vault.Entry(ctx, name)
	if unlisted != nil && !errors.Is(unlisted, vault.ErrNotListed) {
		return vault.Entry{}, graph.Token{}, t.keychainExit(unlisted)
	}
	entry.Name = name
	entry, token, err := handover.SavedToken(ctx, t.Vault, entry)
	t.guard.Know(token)
	switch {
	case err != nil:
		return vault.Entry{}, graph.Token{}, t.savedExit(err, unlisted == nil)
	case unlisted == nil && entry.Last4 == "":
		t.tellDifferent(name)
	}
	if t.Vault.HadLineEnds(name) {
		t.tell(t.Words.Paragraph(t.Words.Say("state.line_ends.title"), t.Words.Say("state.line_ends.fix")))
	}
	return entry, token, nil
}

// tellDifferent says that the keychain holds another token than the one listed.
func (t *Terminal) tellDifferent(name string) {
	values := words.Values{"Name": name, "Command": handover.Command("latchkey", "saved", "add", name)}
	t.tell(t.Words.Paragraph(t.Words.Say("state.different.title"), t.Words.Say("terminal.different", values)))
}

// savedEntry is what the index says of a saved token.
func (t *Terminal) savedEntry(ctx context.Context, name string) (vault.Entry, error) {
	if name == "" {
		return vault.Entry{}, usage(t.Words.Say("terminal.saved_what"))
	}
	t.settleEarlierRuns(ctx)
	entry, err := t.Vault.Entry(ctx, name)
	switch {
	case errors.Is(err, vault.ErrNotListed):
		return entry, exit{code: ExitNoToken, says: t.Words.Say("terminal.no_such_name"), advice: t.Words.Say("terminal.see_saved")}
	case err != nil:
		return entry, t.keychainExit(err)
	}
	return entry, nil
}

// savedExit tells a name that nothing was saved under, which is no token, from
// a keychain that does not give what was saved there.
func (t *Terminal) savedExit(err error, listed bool) error {
	if vault.IsNotFound(err) && !listed {
		return exit{code: ExitNoToken, says: t.Words.Say("terminal.no_such_name"), advice: t.Words.Say("terminal.see_saved")}
	}
	return t.keychainExit(err)
}

package vault

import (
	"context"

	"latchkey/graph"
)

// Recovered is a change that did not get to its end, and what was found of it.
type Recovered struct {
	Doing  Doing
	Name   string // "" when Doing is Proving
	To     string // the new name, when Doing is Renaming
	Result Result
}

// Result says how an interrupted change ended.
type Result string

// The results there are.
const (
	// ChangeDone: the change is complete: the new token is kept, the token is
	// removed, the new name holds.
	ChangeDone Result = "new"
	// ChangeUndone: everything is as it was before the change.
	ChangeUndone Result = "old"
	// TokenLost: the keychain holds neither the old token nor the new one. The
	// name stays listed, and State says what is there.
	TokenLost Result = "lost"
)

// AllResults lists how an interrupted change can have ended.
func AllResults() []Result {
	return []Result{ChangeDone, ChangeUndone, TokenLost}
}

// Recover settles what killed runs and unanswered keychain calls have left
// behind, and returns what was settled since it was last called, oldest first.
// Call it at the start, and after a Timeout. While another process is changing
// something it leaves that alone. An error means that something is still open;
// what could be settled is returned with it.
func (v *Vault) Recover(ctx context.Context) ([]Recovered, error) {
	list, err := v.index.Read(ctx)
	if err == nil && len(list.Changes) > 0 {
		end, free, lockErr := v.folder.TryLock(v.index.Name + ".change")
		if err = lockErr; err == nil && free {
			err = v.settleAll(ctx)
			end()
		}
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	found := v.found
	v.found = nil
	return found, err
}

// settleAll settles every change noted. The caller keeps other changes out.
func (v *Vault) settleAll(ctx context.Context) error {
	list, err := v.index.Read(ctx)
	if err != nil {
		return err
	}
	for _, begun := range list.Changes {
		if err := v.settle(ctx, list, begun); err != nil {
			return err
		}
	}
	return nil
}

// settleLater returns what to do once a keychain call that was given up has
// ended: to look what became of the change, as after a crash. Its own error
// is left to the next start, which finds the note.
func (v *Vault) settleLater(begun change) func() {
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), 4*v.deadline)
		defer cancel()
		end, err := v.folder.Lock(ctx, v.changeLock(), v.deadline)
		if err != nil {
			return
		}
		defer end()
		list, err := v.index.Read(ctx)
		if err != nil {
			return
		}
		if noted := list.noted(begun.ID); noted != nil {
			_ = v.settle(ctx, list, *noted)
		} else {
			_ = v.sweep(ctx, list, begun)
		}
	}
}

// sweep clears up after a call that came to its end when its change had been
// settled without it. Others may have changed the name since, so it lists what
// no one has listed and deletes what only the vault has put there.
func (v *Vault) sweep(ctx context.Context, list index, begun change) error {
	switch begun.Doing {
	case Proving:
		return v.remove(ctx, canaryAccount, nil)
	case Replacing:
		return v.remove(ctx, besideAccount(begun), nil)
	case Saving:
		if list.entry(begun.Name) != nil {
			return nil // State tells when it is another token
		}
		return v.settle(ctx, list, begun)
	case Renaming:
		if list.entry(begun.To) != nil {
			return nil
		}
		token, err := v.get(ctx, begun.Name)
		if err != nil {
			return err
		}
		if stray, err := v.get(ctx, begun.To); err != nil || !stray.Equal(token) {
			return err
		}
		return v.remove(ctx, begun.To, nil)
	}
	return nil
}

// settle looks in the keychain how far a change got, brings keychain and index
// to one state, and takes its note away.
func (v *Vault) settle(ctx context.Context, list index, begun change) error {
	key, err := v.readKey(ctx)
	if err != nil {
		return err
	}
	var result Result
	var also func(*index)
	switch begun.Doing {
	case Proving:
		result, err = ChangeUndone, v.remove(ctx, canaryAccount, nil)
	case Saving:
		result, also, err = v.settleSaving(ctx, key, begun)
	case Replacing:
		result, also, err = v.settleReplacing(ctx, key, list, begun)
	case Removing:
		result, also, err = v.settleRemoving(ctx, begun)
	case Renaming:
		result, also, err = v.settleRenaming(ctx, key, begun)
	}
	if err != nil {
		return err
	}
	if err := v.finish(ctx, begun, also); err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.found = append(v.found, Recovered{Doing: begun.Doing, Name: begun.Name, To: begun.To, Result: result})
	return nil
}

func (v *Vault) settleSaving(ctx context.Context, key digestKey, begun change) (Result, func(*index), error) {
	there, err := v.getIfAny(ctx, begun.Name)
	switch {
	case err != nil:
		return "", nil, err
	case there.IsZero():
		return ChangeUndone, nil, nil
	case key.compare(there, begun.Entry.mark()) == different:
		return TokenLost, begun.list, nil
	}
	return ChangeDone, begun.list, nil
}

func (v *Vault) settleReplacing(ctx context.Context, key digestKey, list index, begun change) (Result, func(*index), error) {
	there, err := v.getIfAny(ctx, begun.Name)
	if err != nil {
		return "", nil, err
	}
	beside, err := v.getIfAny(ctx, besideAccount(begun))
	if err != nil {
		return "", nil, err
	}
	asNew, asOld := key.compare(there, begun.Entry.mark()), key.compare(there, begun.oldMark())
	listed := list.entry(begun.Name)
	newListed := listed != nil && listed.SavedAt.Equal(begun.Entry.SavedAt)
	result, also := TokenLost, func(*index) {}
	switch {
	case asNew == same, asNew == perhaps && (asOld == different || there.Equal(beside) || newListed):
		result, also = ChangeDone, begun.list
	case asOld != different && (begun.GivenUp || key.compare(beside, begun.Entry.mark()) == different):
		result = ChangeUndone
	case key.compare(beside, begun.Entry.mark()) != different:
		// Meta shows a token once: the new one is put in its place, not thrown away.
		if err := v.set(ctx, begun.Name, beside, nil); err != nil {
			return "", nil, err
		}
		result, also = ChangeDone, begun.list
	}
	return result, also, v.remove(ctx, besideAccount(begun), nil)
}

func (v *Vault) settleRemoving(ctx context.Context, begun change) (Result, func(*index), error) {
	there, err := v.getIfAny(ctx, begun.Name)
	if err != nil || !there.IsZero() {
		return ChangeUndone, nil, err
	}
	return ChangeDone, func(list *index) { list.drop(begun.Name) }, nil
}

func (v *Vault) settleRenaming(ctx context.Context, key digestKey, begun change) (Result, func(*index), error) {
	there, err := v.getIfAny(ctx, begun.To)
	if err != nil {
		return "", nil, err
	}
	if key.compare(there, begun.oldMark()) == different {
		return ChangeUndone, nil, nil
	}
	move := func(list *index) { list.rename(begun.Name, begun.To) }
	if old, err := v.getIfAny(ctx, begun.Name); err != nil || !old.Equal(there) {
		return ChangeDone, move, err
	}
	return ChangeDone, move, v.remove(ctx, begun.Name, nil)
}

// list puts the entry of an interrupted save in the index, unless something
// later has already listed that token.
func (begun change) list(list *index) {
	current := list.entry(begun.Name)
	if current != nil && current.mark().is(begun.Entry.mark()) && !current.SavedAt.Before(begun.Entry.SavedAt) {
		return
	}
	list.put(*begun.Entry)
}

// getIfAny is get, with the zero token for none.
func (v *Vault) getIfAny(ctx context.Context, account string) (graph.Token, error) {
	token, err := v.get(ctx, account)
	if IsNotFound(err) {
		return graph.Token{}, nil
	}
	return token, err
}

package vault

import "context"

// State says whether keychain and index agree about a name.
type State string

// The states there are.
const (
	// Present: the keychain holds the token that is listed.
	Present State = "present"
	// Missing: it is listed, and the keychain does not hold it: removed with
	// another program, another keychain than last time, a restored backup.
	Missing State = "missing"
	// Different: the keychain holds another token than the one listed.
	Different State = "different"
	// Unlisted: the keychain holds a token and the index does not know it.
	Unlisted State = "unlisted"
	// Unknown: neither holds anything.
	Unknown State = "unknown"
)

// AllStates lists how keychain and index can stand to each other.
func AllStates() []State {
	return []State{Present, Missing, Different, Unlisted, Unknown}
}

// State asks the keychain about one name. An error means that it could not be
// asked, which says nothing about the token.
func (v *Vault) State(ctx context.Context, name string) (State, error) {
	list, err := v.index.Read(ctx)
	if err != nil {
		return "", err
	}
	token, err := v.getIfAny(ctx, name)
	if err != nil {
		return "", err
	}
	key, err := v.readKey(ctx)
	if err != nil {
		return "", err
	}
	entry := list.entry(name)
	switch {
	case entry == nil && token.IsZero():
		return Unknown, nil
	case entry == nil:
		return Unlisted, nil
	case token.IsZero():
		return Missing, nil
	case key.compare(token, entry.mark()) == different:
		return Different, nil
	}
	v.learn(ctx, name, token)
	return Present, nil
}

// Forget takes a name off the index and leaves the keychain alone: the way out
// for a listed token that is Missing while the keychain cannot be reached. It
// returns ErrNotListed when there is no such entry.
func (v *Vault) Forget(ctx context.Context, name string) error {
	return v.index.Update(ctx, func(list *index) error {
		if list.entry(name) == nil {
			return ErrNotListed
		}
		list.drop(name)
		return nil
	})
}

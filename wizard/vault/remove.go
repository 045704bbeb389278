package vault

import (
	"context"
	"errors"
	"strings"
)

// Remove deletes a token from the keychain, looks whether it is gone, and only
// then takes it off the index. A listed one that the keychain no longer holds
// is simply taken off. A name that neither knows gives an *Error of reason
// NotFound.
func (v *Vault) Remove(ctx context.Context, name string) error {
	if err := checkKept(name); err != nil {
		return err
	}
	end, err := v.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	list, err := v.index.Read(ctx)
	if err != nil {
		return err
	}
	if _, err := v.get(ctx, name); err != nil && (!IsNotFound(err) || list.entry(name) == nil) {
		return err
	}
	begun, err := v.note(ctx, change{Doing: Removing, Name: name})
	if err != nil {
		return err
	}
	if err := v.remove(ctx, name, v.settleLater(begun)); err != nil {
		if !isUnanswered(err) {
			_ = v.finish(ctx, begun, nil)
		}
		return err
	}
	return v.finish(ctx, begun, func(list *index) { list.drop(name) })
}

// WhileEmpty does something while no token is listed and nobody changes that, and
// reports false when one is listed. lock is what keeps the others out meanwhile.
func (v *Vault) WhileEmpty(ctx context.Context, do func(lock string) (bool, error)) (bool, error) {
	end, err := v.begin(ctx)
	if err != nil {
		return false, err
	}
	defer end()
	list, err := v.index.Read(ctx)
	if err != nil || len(list.Entries) > 0 {
		return false, err
	}
	return do(v.changeLock())
}

// Rename keeps the token of name under the name to instead, and moves its
// entry. The old one is deleted after the new one was read back. A name that is
// taken, also one that looks the same but for upper and lower case, gives a
// *TakenError; one the index does not hold, ErrNotListed.
func (v *Vault) Rename(ctx context.Context, name, to string) error {
	if err := errors.Join(checkKept(name), CheckName(to)); err != nil {
		return err
	}
	end, err := v.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	token, err := v.get(ctx, name)
	if err != nil {
		return err
	}
	list, err := v.index.Read(ctx)
	if err != nil {
		return err
	}
	entry := list.entry(name)
	if entry == nil {
		return ErrNotListed
	}
	if err := v.free(ctx, list, name, to); err != nil {
		return err
	}
	old, err := v.mark(ctx, token)
	if err != nil {
		return err
	}
	begun, err := v.note(ctx, change{Doing: Renaming, Name: name, To: to, OldLast4: old.last4, OldDigest: old.digest})
	if err != nil {
		return err
	}
	late := v.settleLater(begun)
	if err := v.set(ctx, to, token, late); err != nil {
		if !isUnanswered(err) && v.remove(ctx, to, late) == nil {
			_ = v.finish(ctx, begun, nil)
		}
		return err
	}
	if err := v.write(ctx, func(list *index) { list.rename(name, to) }); err != nil {
		return err
	}
	if err := v.remove(ctx, name, late); err != nil {
		return err
	}
	return v.finish(ctx, begun, nil)
}

// free returns a *TakenError unless the name to stands for nothing, or looks like
// the one that it is to replace. A keychain may take upper and lower case for one.
func (v *Vault) free(ctx context.Context, list index, name, to string) error {
	givesUp := name
	if strings.EqualFold(name, to) {
		givesUp = ""
	}
	other := list.lookalike(to, givesUp)
	if list.entry(to) != nil {
		other = to
	}
	if other != "" {
		return &TakenError{Name: other, Listed: true}
	}
	_, err := v.get(ctx, to)
	if err == nil {
		return &TakenError{Name: to}
	}
	if IsNotFound(err) {
		return nil
	}
	return err
}

func (list *index) rename(name, to string) {
	entry := list.entry(name)
	if entry == nil || list.entry(to) != nil {
		return
	}
	entry.Name = to
	for i := range list.Entries {
		if list.Entries[i].Partner == name {
			list.Entries[i].Partner = to
		}
	}
}

package vault

import (
	"context"
	"encoding/json"
	"strings"

	"latchkey/graph"
)

// Outcome says what a name stands for after Save or Replace, whether or not
// there was an error.
type Outcome string

// The outcomes there are.
const (
	// NotSaved: nothing was kept; the name stands for nothing new.
	NotSaved Outcome = "not_saved"
	// Added: the token is kept under a new name.
	Added Outcome = "added"
	// Replaced: the token is kept in the place of an older one.
	Replaced Outcome = "replaced"
	// AlreadyThere: this very token was kept already; the index is up to date.
	AlreadyThere Outcome = "already_there"
	// OldKept: the new token could not be kept; the old one is still there, and
	// was read back if it had to be put back.
	OldKept Outcome = "old_kept"
	// Unsettled: the keychain did not answer in time and still may, or it broke
	// off half-way. Recover tells how it ended.
	Unsettled Outcome = "unsettled"
	// NotListed: the token is kept, and the index could not be written. Recover
	// lists it once it can be.
	NotListed Outcome = "not_listed"
)

// AllOutcomes lists what can come of saving.
func AllOutcomes() []Outcome {
	return []Outcome{NotSaved, Added, Replaced, AlreadyThere, OldKept, Unsettled, NotListed}
}

// Save keeps token under entry.Name: it is written, read back, compared, and
// then listed with what entry says. Last4, Digest, SavedAt and Place are filled in.
// A name that stands for another token gives a *TakenError and changes nothing.
// Other errors are *NameError, ErrNoToken, ErrTokenInEntry, *Error for the
// keychain and *files.Error for the index.
func (v *Vault) Save(ctx context.Context, entry Entry, token graph.Token) (Outcome, error) {
	return v.save(ctx, entry, token, false)
}

// Replace is Save for a name that may already stand for another token. That one
// stays in the keychain until the new one was read back from it, and is put back
// when the new one does not hold in its place.
func (v *Vault) Replace(ctx context.Context, entry Entry, token graph.Token) (Outcome, error) {
	return v.save(ctx, entry, token, true)
}

func (v *Vault) save(ctx context.Context, entry Entry, token graph.Token, mayReplace bool) (Outcome, error) {
	if err := checkEntry(entry, token); err != nil {
		return NotSaved, err
	}
	end, err := v.begin(ctx)
	if err != nil {
		return NotSaved, err
	}
	defer end()

	old, err := v.get(ctx, entry.Name)
	if err != nil && !IsNotFound(err) {
		return NotSaved, err
	}
	list, err := v.index.Read(ctx)
	if err != nil {
		return NotSaved, err
	}
	if list.entry(entry.Name) == nil {
		if err := CheckName(entry.Name); err != nil {
			return NotSaved, err
		}
	}
	known, err := v.mark(ctx, token)
	if err != nil {
		return NotSaved, err
	}
	entry.know(known)
	entry.SavedAt, entry.Place = v.now().UTC(), v.Where(ctx)
	switch other := list.lookalike(entry.Name, ""); {
	case other != "":
		return NotSaved, &TakenError{Name: other, Listed: true}
	case !old.IsZero() && old.Equal(token):
		if v.HadLineEnds(entry.Name) {
			if err := v.set(ctx, entry.Name, token, nil); err != nil {
				return OldKept, err
			}
		}
		return AlreadyThere, v.write(ctx, func(list *index) { list.put(entry) })
	case mayReplace:
	case list.entry(entry.Name) != nil:
		return OldKept, &TakenError{Name: entry.Name, Listed: true}
	case !old.IsZero():
		return OldKept, &TakenError{Name: entry.Name}
	}
	if old.IsZero() {
		return v.saveNew(ctx, entry, token)
	}
	return v.saveOver(ctx, entry, token, old)
}

func (v *Vault) saveNew(ctx context.Context, entry Entry, token graph.Token) (Outcome, error) {
	begun, err := v.note(ctx, change{Doing: Saving, Name: entry.Name, Entry: &entry})
	if err != nil {
		return NotSaved, err
	}
	late := v.settleLater(begun)
	if err := v.set(ctx, entry.Name, token, late); err != nil {
		if isUnanswered(err) || v.remove(ctx, entry.Name, late) != nil {
			return Unsettled, err
		}
		_ = v.finish(ctx, begun, nil)
		return NotSaved, err
	}
	if err := v.finish(ctx, begun, func(list *index) { list.put(entry) }); err != nil {
		return NotListed, err
	}
	return Added, nil
}

// saveOver first proves the new token beside the old one, under a name of the
// vault's own, so that at every moment one of the two can be read.
func (v *Vault) saveOver(ctx context.Context, entry Entry, token, old graph.Token) (Outcome, error) {
	was, err := v.mark(ctx, old)
	if err != nil {
		return OldKept, err
	}
	begun, err := v.note(ctx, change{Doing: Replacing, Name: entry.Name, Entry: &entry, OldLast4: was.last4, OldDigest: was.digest})
	if err != nil {
		return OldKept, err
	}
	late, beside := v.settleLater(begun), besideAccount(begun)
	if err := v.set(ctx, beside, token, late); err != nil {
		if isUnanswered(err) || !v.clearBeside(ctx, begun, late) {
			v.giveUp(ctx, begun)
		}
		return OldKept, err
	}
	if err := v.set(ctx, entry.Name, token, late); err != nil {
		if isUnanswered(err) || v.putBack(ctx, entry.Name, old, late) != nil {
			return Unsettled, err
		}
		if !v.clearBeside(ctx, begun, late) {
			v.giveUp(ctx, begun)
		}
		return OldKept, err
	}
	if err := v.write(ctx, func(list *index) { list.put(entry) }); err != nil {
		return NotListed, err
	}
	v.clearBeside(ctx, begun, late)
	return Replaced, nil
}

// clearBeside ends a replacement. When it cannot, the note stays, and Recover
// does it.
func (v *Vault) clearBeside(ctx context.Context, begun change, late func()) (done bool) {
	return v.remove(ctx, besideAccount(begun), late) == nil && v.finish(ctx, begun, nil) == nil
}

// giveUp notes that the old token stays, as the person is told: settling is not
// to put the new one in its place.
func (v *Vault) giveUp(ctx context.Context, begun change) {
	_ = v.write(ctx, func(list *index) {
		if noted := list.noted(begun.ID); noted != nil {
			noted.GivenUp = true
		}
	})
}

// putBack sees to it that name stands for old.
func (v *Vault) putBack(ctx context.Context, name string, old graph.Token, late func()) error {
	there, err := v.getIfAny(ctx, name)
	if err != nil {
		return err
	}
	if there.Equal(old) {
		return nil
	}
	return v.set(ctx, name, old, late)
}

// besideAccount is where a change keeps the new token until it is proved.
func besideAccount(begun change) string { return ownPrefix + "new-" + begun.ID }

func checkEntry(entry Entry, token graph.Token) error {
	if err := checkKept(entry.Name); err != nil {
		return err
	}
	if token.IsZero() {
		return ErrNoToken
	}
	text, err := json.Marshal(entry)
	if err != nil {
		return err
	}
	if strings.Contains(string(text), token.Reveal()) {
		return ErrTokenInEntry
	}
	return nil
}

// Adopt lists a token that the keychain holds and the index does not, such as
// after the index was damaged. What the vault sets is filled in. It returns the
// token, so that it can be checked.
func (v *Vault) Adopt(ctx context.Context, entry Entry) (graph.Token, error) {
	if err := checkKept(entry.Name); err != nil {
		return graph.Token{}, err
	}
	end, err := v.begin(ctx)
	if err != nil {
		return graph.Token{}, err
	}
	defer end()
	token, err := v.get(ctx, entry.Name)
	if err != nil {
		return graph.Token{}, err
	}
	if err := checkEntry(entry, token); err != nil {
		return graph.Token{}, err
	}
	known, err := v.mark(ctx, token)
	if err != nil {
		return graph.Token{}, err
	}
	entry.know(known)
	entry.SavedAt, entry.Place = v.now().UTC(), v.Where(ctx)
	return token, v.index.Update(ctx, func(list *index) error {
		if other := list.lookalike(entry.Name, ""); other != "" {
			return &TakenError{Name: other, Listed: true}
		}
		list.put(entry)
		return nil
	})
}

package vault

import (
	"context"
	"errors"
	"slices"
	"time"

	"latchkey/wizard/files"
)

// ErrNotListed is a name the index does not hold.
var ErrNotListed = errors.New("no saved token of this name")

// index is what index.json holds.
type index struct {
	Entries bounded[Entry]  `json:"entries"`
	Changes bounded[change] `json:"changes,omitempty"`
}

// change is the note of something begun and not known to have ended.
type change struct {
	ID        string    `json:"id"`
	Doing     Doing     `json:"doing"`
	Name      string    `json:"name,omitempty"`
	To        string    `json:"to,omitempty"`    // the new name, when renaming
	Entry     *Entry    `json:"entry,omitempty"` // when saving and replacing
	OldLast4  string    `json:"old_last4,omitempty"`
	OldDigest string    `json:"old_digest,omitempty"`
	GivenUp   bool      `json:"given_up,omitempty"` // of a replacement: the old token is to stay
	Began     time.Time `json:"began"`
}

func (begun change) oldMark() mark { return mark{begun.OldLast4, begun.OldDigest} }

// Doing is a kind of change.
type Doing string

// The changes there are.
const (
	Proving   Doing = "proving"
	Saving    Doing = "saving"
	Replacing Doing = "replacing"
	Removing  Doing = "removing"
	Renaming  Doing = "renaming"
)

func indexFile(folder *files.Folder, service string) files.File[index] {
	name := "index.json"
	if service != Service {
		name = "practice-index.json"
	}
	return files.File[index]{Folder: folder, Name: name, Schema: "latchkey.index", Version: 1, Check: index.check}
}

// entry returns the entry of that very name, to be changed in place, or nil.
func (held *index) entry(name string) *Entry {
	for i := range held.Entries {
		if held.Entries[i].Name == name {
			return &held.Entries[i]
		}
	}
	return nil
}

// lookalike returns the name of another entry, but for the one that gives its name
// up, that looks the same as one that is not listed, or "". Upper and lower case do not count: Windows takes the two for
// one (learn.microsoft.com: wincred/ns-wincred-credentialw, TargetName).
func (held *index) lookalike(name, givesUp string) string {
	if held.entry(name) != nil {
		return ""
	}
	for _, entry := range held.Entries {
		if entry.Name != givesUp && looksLike(entry.Name, name) {
			return entry.Name
		}
	}
	return ""
}

// put adds entry, or replaces the one of that name where it stands.
func (held *index) put(entry Entry) {
	if current := held.entry(entry.Name); current != nil {
		*current = entry
		return
	}
	held.Entries = append(held.Entries, entry)
}

func (held *index) drop(name string) {
	held.Entries = slices.DeleteFunc(held.Entries, func(entry Entry) bool { return entry.Name == name })
}

// noted returns the change of an id, to be changed in place, or nil.
func (held *index) noted(id string) *change {
	for i := range held.Changes {
		if held.Changes[i].ID == id {
			return &held.Changes[i]
		}
	}
	return nil
}

func (held *index) forget(id string) {
	held.Changes = slices.DeleteFunc(held.Changes, func(noted change) bool { return noted.ID == id })
}

// note writes down that a change begins.
func (v *Vault) note(ctx context.Context, begun change) (change, error) {
	begun.ID, begun.Began = randomHex(8), v.now().UTC()
	return begun, v.index.Update(ctx, func(held *index) error {
		held.Changes = append(held.Changes, begun)
		return nil
	})
}

// finish does the index's part of a change and takes its note away, in one
// write. It is not cut short with ctx: the keychain's part is done by then.
func (v *Vault) finish(ctx context.Context, begun change, also func(*index)) error {
	return v.write(ctx, func(held *index) {
		held.forget(begun.ID)
		if also != nil {
			also(held)
		}
	})
}

func (v *Vault) write(ctx context.Context, what func(*index)) error {
	return v.index.Update(context.WithoutCancel(ctx), func(held *index) error {
		what(held)
		return nil
	})
}

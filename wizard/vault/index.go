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

// AllDoings lists the kinds of change.
func AllDoings() []Doing {
	return []Doing{Proving, Saving, Replacing, Removing, Renaming}
}

func indexFile(folder *files.Folder, service string) files.File[index] {
	name := "index.json"
	if service != Service {
		name = "practice-index.json"
	}
	return files.File[index]{Folder: folder, Name: name, Schema: "latchkey.index", Version: 1, Check: index.check}
}

// entry returns the entry of that very name, to be changed in place, or nil.
func (list *index) entry(name string) *Entry {
	for i := range list.Entries {
		if list.Entries[i].Name == name {
			return &list.Entries[i]
		}
	}
	return nil
}

// lookalike returns the name of another entry, but for the one that gives its name
// up, that looks the same as one that is not listed, or "". Upper and lower case do not count: Windows takes the two for
// one (learn.microsoft.com: wincred/ns-wincred-credentialw, TargetName).
func (list *index) lookalike(name, givesUp string) string {
	if list.entry(name) != nil {
		return ""
	}
	for _, entry := range list.Entries {
		if entry.Name != givesUp && looksLike(entry.Name, name) {
			return entry.Name
		}
	}
	return ""
}

// put adds entry, or replaces the one of that name where it stands.
func (list *index) put(entry Entry) {
	if current := list.entry(entry.Name); current != nil {
		*current = entry
		return
	}
	list.Entries = append(list.Entries, entry)
}

func (list *index) drop(name string) {
	list.Entries = slices.DeleteFunc(list.Entries, func(entry Entry) bool { return entry.Name == name })
}

// noted returns the change of an id, to be changed in place, or nil.
func (list *index) noted(id string) *change {
	for i := range list.Changes {
		if list.Changes[i].ID == id {
			return &list.Changes[i]
		}
	}
	return nil
}

func (list *index) forget(id string) {
	list.Changes = slices.DeleteFunc(list.Changes, func(noted change) bool { return noted.ID == id })
}

// note writes down that a change begins.
func (v *Vault) note(ctx context.Context, begun change) (change, error) {
	begun.ID, begun.Began = randomHex(8), v.now().UTC()
	return begun, v.index.Update(ctx, func(list *index) error {
		list.Changes = append(list.Changes, begun)
		return nil
	})
}

// finish does the index's part of a change and takes its note away, in one
// write. It is not cut short with ctx: the keychain's part is done by then.
func (v *Vault) finish(ctx context.Context, begun change, also func(*index)) error {
	return v.write(ctx, func(list *index) {
		list.forget(begun.ID)
		if also != nil {
			also(list)
		}
	})
}

func (v *Vault) write(ctx context.Context, what func(*index)) error {
	return v.index.Update(context.WithoutCancel(ctx), func(list *index) error {
		what(list)
		return nil
	})
}

package vault

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"latchkey/graph"
	"latchkey/wizard/files"
)

// mark is what the index knows a token by. Many of Meta's tokens end alike, so
// the last four characters are for people's eyes; the digest tells tokens apart.
type mark struct{ last4, digest string }

func (e Entry) mark() mark { return mark{e.Last4, e.Digest} }

func (e *Entry) know(as mark) { e.Last4, e.Digest = as.last4, as.digest }

// is reports whether two marks are known to be of one token, as far as they tell.
func (m mark) is(other mark) bool {
	if m.digest != "" && other.digest != "" {
		return m.digest == other.digest
	}
	return m.last4 == other.last4
}

// likeness says whether a token is the one of a mark.
type likeness int

const (
	different likeness = iota
	// perhaps: they end alike, and there is no digest that could be read: an
	// older program made the mark, or the key it was made with is lost.
	perhaps
	same
)

// digestKey is the key of the digests. It lies beside the index and never leaves
// this computer: without it nobody can try tokens against an index.
type digestKey []byte

// keyContent is what digest-key.json holds.
type keyContent struct {
	Key string `json:"key"` // in hexadecimal
}

const keyLength = 32

func keyFile(folder *files.Folder) files.File[keyContent] {
	return files.File[keyContent]{
		Folder: folder, Name: "digest-key.json", Schema: "latchkey.digest-key", Version: 1,
		Check: func(list keyContent) error {
			if key, err := hex.DecodeString(list.Key); err != nil || len(key) != keyLength {
				return errors.New("it holds no key")
			}
			return nil
		},
	}
}

// readKey returns the key, nil where there is none: then no digest can be read.
func (v *Vault) readKey(ctx context.Context) (digestKey, error) {
	list, err := v.key.Read(ctx)
	if err != nil {
		return nil, err
	}
	return hex.DecodeString(list.Key)
}

// mark returns what the index is to know a token by, and makes the key where
// there is none.
func (v *Vault) mark(ctx context.Context, token graph.Token) (mark, error) {
	key, err := v.readKey(ctx)
	if err == nil && len(key) == 0 {
		err = v.key.Update(ctx, func(list *keyContent) error {
			if list.Key == "" {
				list.Key = randomHex(keyLength)
			}
			key, err = hex.DecodeString(list.Key)
			return err
		})
	}
	if err != nil {
		return mark{}, err
	}
	return mark{token.Last4(), key.digest(token)}, nil
}

// digest is the key's name and the token's digest with it.
func (k digestKey) digest(token graph.Token) string {
	return k.name() + hex.EncodeToString(k.hash("token " + token.Reveal())[:16])
}

// name tells digests of this key from those of one that was lost.
func (k digestKey) name() string { return hex.EncodeToString(k.hash("name")[:4]) + "." }

func (k digestKey) made(digest string) bool {
	return len(k) > 0 && strings.HasPrefix(digest, k.name())
}

func (k digestKey) hash(text string) []byte {
	digest := hmac.New(sha256.New, k)
	_, _ = digest.Write([]byte(text))
	return digest.Sum(nil)
}

func (k digestKey) compare(token graph.Token, known mark) likeness {
	switch {
	case token.IsZero():
		return different
	case k.made(known.digest):
		if hmac.Equal([]byte(known.digest), []byte(k.digest(token))) {
			return same
		}
		return different
	case token.Last4() == known.last4:
		return perhaps
	}
	return different
}

// Lists reports whether a token is the one that an entry lists. Of an entry
// without a digest that can be read, one that ends alike is taken to be it.
func (v *Vault) Lists(ctx context.Context, entry Entry, token graph.Token) (bool, error) {
	known := entry.mark()
	// An entry that was read before its digest was made.
	if listed, err := v.Entry(ctx, entry.Name); err == nil && known.digest == "" && listed.SavedAt.Equal(entry.SavedAt) {
		known = listed.mark()
	}
	key, err := v.readKey(ctx)
	if err != nil {
		return false, err
	}
	return key.compare(token, known) != different, nil
}

// learn gives an entry the digest that it lacks, or that cannot be read any
// more, now that the keychain has given its token. While a change is under way
// the token may be the new one and the entry the old one's. An index that cannot
// be written now is brought up to date another time.
func (v *Vault) learn(ctx context.Context, name string, token graph.Token) {
	if v.upToDate.Load() {
		return
	}
	list, err := v.index.Read(ctx)
	if err != nil {
		return
	}
	key, err := v.readKey(ctx)
	if err != nil {
		return
	}
	if !slices.ContainsFunc(list.Entries, func(entry Entry) bool { return !key.made(entry.Digest) }) {
		v.upToDate.Store(true)
		return
	}
	if !list.lacksDigest(name, token, key) {
		return
	}
	known, err := v.mark(ctx, token)
	if err != nil {
		return
	}
	_ = v.index.Update(ctx, func(list *index) error {
		if list.lacksDigest(name, token, key) {
			list.entry(name).know(known)
		}
		return nil
	})
}

func (list *index) lacksDigest(name string, token graph.Token, key digestKey) bool {
	entry := list.entry(name)
	return entry != nil && len(list.Changes) == 0 && key.compare(token, entry.mark()) == perhaps
}

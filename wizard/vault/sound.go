package vault

import (
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"
)

// mostListed is how many entries and notes an index has at most.
const mostListed = 10_000

// bounded is a list of at most mostListed things. A longer one is not read: many
// empty things are short in a file and long in memory.
type bounded[T any] []T

// UnmarshalJSON reads the list.
func (b *bounded[T]) UnmarshalJSON(text []byte) error {
	var each []json.RawMessage
	if err := json.Unmarshal(text, &each); err != nil {
		return err
	}
	if len(each) > mostListed {
		return errors.New("the list is too long")
	}
	var list []T
	if err := json.Unmarshal(text, &list); err != nil {
		return err
	}
	*b = list
	return nil
}

// check returns an error for an index that no vault has written: what reads it
// relies on names that are there once, and on notes that are whole.
func (list index) check() error {
	if len(list.Entries) > mostListed || len(list.Changes) > mostListed {
		return errors.New("the list is too long")
	}
	names := map[string]bool{}
	for _, entry := range list.Entries {
		if err := entry.check(); err != nil {
			return err
		}
		if names[entry.Name] {
			return errors.New("a name is listed twice")
		}
		names[entry.Name] = true
	}
	ids := map[string]bool{}
	for _, begun := range list.Changes {
		if err := begun.check(); err != nil {
			return err
		}
		if ids[begun.ID] {
			return errors.New("a change is noted twice")
		}
		ids[begun.ID] = true
	}
	return nil
}

func (e Entry) check() error {
	const longestDigest = 100
	if utf8.RuneCountInString(e.Last4) > 4 || len(e.Digest) > longestDigest {
		return errors.New("more of a token is listed than its end")
	}
	return checkKept(e.Name)
}

func (begun change) check() error {
	const longestID = 64
	if begun.ID == "" || len(begun.ID) > longestID || strings.Trim(begun.ID, "0123456789abcdef") != "" {
		return errors.New("a change has no id")
	}
	switch begun.Doing {
	case Proving:
		return nil
	case Removing:
		return checkKept(begun.Name)
	case Renaming:
		return errors.Join(checkKept(begun.Name), checkKept(begun.To))
	case Saving, Replacing:
		if begun.Entry == nil || begun.Entry.Name != begun.Name {
			return errors.New("a change does not say what it saves")
		}
		return begun.Entry.check()
	}
	return errors.New("a change of no known kind")
}

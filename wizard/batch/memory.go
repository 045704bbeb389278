package batch

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"sync"
	"time"

	"latchkey/wizard/check"
	"latchkey/wizard/files"
)

const (
	// keptFor is how long a result of a run that was cut off still counts.
	keptFor = 24 * time.Hour
	// flushEvery bounds what a killed run loses.
	flushEvery = 2 * time.Second
)

// Memory remembers the finished rows of a run, so that one that was cut off
// goes on where it stopped. It knows a row by a digest with a random salt, so
// the file names neither a token nor anything that one could be found by.
type Memory struct {
	file files.File[memory]
	now  func() time.Time

	mutex   sync.Mutex
	salt    []byte
	known   map[string]Result
	added   map[string]Result // not written yet
	mine    []string          // digests that this run has added or taken over
	flushed time.Time
}

// memory is what stands in the file.
type memory struct {
	Salt string            `json:"salt"`
	Rows map[string]Result `json:"rows"`
}

// Remember returns the memory in a private folder: batch.json. now dates it;
// nil means time.Now.
func Remember(folder *files.Folder, now func() time.Time) *Memory {
	if now == nil {
		now = time.Now
	}
	const limit = 64 << 20 // a long list has tens of thousands of rows
	return &Memory{file: files.File[memory]{Folder: folder, Name: "batch.json", Schema: "latchkey.batch", Version: 1, Limit: limit}, now: now}
}

// Forget removes all that is remembered.
func (m *Memory) Forget(ctx context.Context) error { return m.file.Remove(ctx) }

// open reads what is remembered, and makes the salt where there is none.
func (m *Memory) open(ctx context.Context) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	kept, err := m.file.Read(ctx)
	if err != nil {
		return fmt.Errorf("reading how far the list was checked: %w", err)
	}
	m.salt, err = hex.DecodeString(kept.Salt)
	if err != nil || len(m.salt) == 0 {
		m.salt, kept.Rows = make([]byte, 32), nil
		_, _ = rand.Read(m.salt) // never fails, see crypto/rand
	}
	m.known, m.added, m.mine, m.flushed = kept.Rows, map[string]Result{}, nil, time.Now()
	return nil
}

// digest knows a row by what was asked, not by where it stands in the list: of a
// saved token, by the token as it is now and not by its name alone.
func (m *Memory) digest(item Item) string {
	digest := hmac.New(sha256.New, m.salt)
	for _, part := range []string{
		item.Paste.Token.Reveal(), item.Saved, string(item.Expected.App), string(item.Expected.Account), string(item.Expected.Phone),
	} {
		_, _ = fmt.Fprintf(digest, "%d:", len(part))
		_, _ = io.WriteString(digest, part)
	}
	return hex.EncodeToString(digest.Sum(nil)[:16])
}

// recall returns the result of a row that was finished not long ago.
func (m *Memory) recall(item Item) (Result, bool) {
	if m == nil || item.Fault != "" {
		return Result{}, false
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	digest := m.digest(item)
	result, known := m.known[digest]
	if !known || !m.fresh(result) {
		return Result{}, false
	}
	m.mine = append(m.mine, digest)
	result.Row, result.Name = item.Row, item.Name
	return result, true
}

// fresh reports whether a result still counts: one that is dated in the future
// would for ever.
func (m *Memory) fresh(result Result) bool {
	age := m.now().Sub(result.CheckedAt)
	return age >= 0 && age <= keptFor
}

// note remembers a result, unless it could not be had: such a row is checked
// again. What cannot be written now is written with the next.
func (m *Memory) note(ctx context.Context, item Item, result Result) {
	if m == nil || result.Fault != "" || result.Verdict.Status == check.Undecided {
		return
	}
	m.mutex.Lock()
	digest := m.digest(item)
	m.added[digest] = result
	m.mine = append(m.mine, digest)
	due := time.Since(m.flushed) >= flushEvery
	m.mutex.Unlock()
	if due {
		_ = m.flush(ctx)
	}
}

// flush writes what was added.
func (m *Memory) flush(ctx context.Context) error {
	if m == nil {
		return nil
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if len(m.added) == 0 {
		return nil
	}
	err := m.file.Update(ctx, func(kept *memory) error {
		// Another run may have made another salt meanwhile: one of the two is
		// remembered.
		if salt := hex.EncodeToString(m.salt); kept.Salt != salt {
			kept.Salt, kept.Rows = salt, nil
		}
		if kept.Rows == nil {
			kept.Rows = map[string]Result{}
		}
		maps.Copy(kept.Rows, m.added)
		maps.DeleteFunc(kept.Rows, func(_ string, result Result) bool { return !m.fresh(result) })
		return nil
	})
	if err != nil {
		return fmt.Errorf("remembering how far the list was checked: %w", err)
	}
	clear(m.added)
	m.flushed = time.Now()
	return nil
}

// forget takes out what this run has added or taken over: it came to its end.
func (m *Memory) forget(ctx context.Context) error {
	if m == nil {
		return nil
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	empty := false
	err := m.file.Update(ctx, func(kept *memory) error {
		for _, digest := range m.mine {
			delete(kept.Rows, digest)
		}
		empty = len(kept.Rows) == 0
		return nil
	})
	if err == nil && empty {
		err = m.file.Remove(ctx)
	}
	if err != nil {
		return fmt.Errorf("forgetting how far the list was checked: %w", err)
	}
	return nil
}

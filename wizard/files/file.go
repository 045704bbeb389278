package files

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"latchkey/graph/value"
)

// File is one JSON file of a folder, holding a T.
type File[T any] struct {
	Folder  *Folder
	Name    string // the file's name, ending in .json
	Schema  string // what it holds, such as "latchkey.index"
	Version int    // the version of Schema this program writes, from 1
	Limit   int64  // the most bytes it may have; 0 means 8 MiB
	// Check, if not nil, returns an error for content that cannot have been
	// written by this program. Such a file is damaged, and none is written.
	Check func(T) error
}

const usualLimit = 8 << 20

// document is what stands on disk.
type document[T any] struct {
	Schema  string `json:"schema"`
	Version int    `json:"version"`
	Content T      `json:"content"`
}

// errDamaged is a file that does not read as the document it should be.
var errDamaged = errors.New("the file is damaged")

// Read returns what the file holds: the zero T when there is no file yet. A
// damaged file is put aside first and then counts as none; Folder.Damaged
// tells of it. Errors are of type *Error.
func (f File[T]) Read(ctx context.Context) (T, error) {
	content, err := f.load()
	if !errors.Is(err, errDamaged) {
		return content, err
	}
	unlock, err := f.Folder.Lock(ctx, f.Name, defaultWait)
	if err != nil {
		var none T
		return none, err
	}
	defer unlock()
	return f.loadSound()
}

// Write replaces what the file holds. A damaged file is put aside first, and a
// newer version's is left alone with reason Newer.
func (f File[T]) Write(ctx context.Context, content T) error {
	return f.Update(ctx, func(current *T) error {
		*current = content
		return nil
	})
}

// Update reads the file, lets change work on what it holds and writes it back,
// all under the file's lock. When change fails, nothing is written and its
// error is returned as it is. change must not use the same file.
func (f File[T]) Update(ctx context.Context, change func(*T) error) error {
	unlock, err := f.Folder.Lock(ctx, f.Name, defaultWait)
	if err != nil {
		return err
	}
	defer unlock()
	content, err := f.loadSound()
	if err != nil {
		return err
	}
	if err := change(&content); err != nil {
		return err
	}
	return f.store(ctx, content)
}

// Remove deletes the file. One that is not there is no error.
func (f File[T]) Remove(ctx context.Context) error {
	unlock, err := f.Folder.Lock(ctx, f.Name, defaultWait)
	if err != nil {
		return err
	}
	defer unlock()
	if err := os.Remove(f.path()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return newError("remove", f.path(), err)
	}
	return nil
}

func (f File[T]) path() string { return filepath.Join(f.Folder.path, f.Name) }

func (f File[T]) load() (T, error) {
	var none T
	if err := f.Folder.Check(); err != nil {
		return none, err
	}
	text, err := f.text()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return none, nil
	case errors.Is(err, errDamaged):
		return none, err
	case err != nil:
		return none, newError("read", f.path(), err)
	}
	// The version is looked at alone: what a newer one holds may not fit T.
	var head document[json.RawMessage]
	if json.Unmarshal(text, &head) != nil || head.Schema != f.Schema || head.Version < 1 {
		return none, errDamaged
	}
	if head.Version > f.Version {
		err := fmt.Errorf("%s version %d, known up to %d", f.Schema, head.Version, f.Version)
		return none, &Error{Reason: Newer, Doing: "read", Path: f.path(), Err: err}
	}
	var content T
	if json.Unmarshal(head.Content, &content) != nil || f.check(content) != nil {
		return none, errDamaged
	}
	return content, nil
}

// text reads the file. One that is a link, a device or a pipe, or longer than
// it may be, is damaged: reading it could go on for ever.
func (f File[T]) text() ([]byte, error) {
	about, err := os.Lstat(f.path())
	if err != nil {
		return nil, err
	}
	if !about.Mode().IsRegular() && !about.IsDir() || about.Size() > f.limit() {
		return nil, errDamaged
	}
	file, err := os.Open(f.path())
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	text, err := io.ReadAll(io.LimitReader(file, f.limit()+1))
	if err == nil && int64(len(text)) > f.limit() {
		err = errDamaged
	}
	return text, err
}

func (f File[T]) limit() int64 { return cmp.Or(f.Limit, usualLimit) }

func (f File[T]) check(content T) error {
	if f.Check == nil {
		return nil
	}
	return f.Check(content)
}

// loadSound is load for one who holds the lock and so may put a damaged file
// aside.
func (f File[T]) loadSound() (T, error) {
	content, err := f.load()
	if errors.Is(err, errDamaged) {
		return content, f.Folder.putAside(f.Name)
	}
	return content, err
}

func (f File[T]) store(ctx context.Context, content T) error {
	text, err := json.MarshalIndent(document[T]{f.Schema, f.Version, content}, "", "  ")
	if err == nil {
		err = f.check(content)
	}
	if err == nil && int64(len(text)) >= f.limit() {
		err = fmt.Errorf("%d bytes, and at most %d are read again", len(text), f.limit())
	}
	if err != nil {
		return newError("write", f.path(), err)
	}
	return replace(ctx, f.path(), []byte(value.RedactOwn(string(text))+"\n"))
}

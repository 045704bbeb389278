package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	damagedMark = ".damaged-"
	damagedTime = "2006-01-02T150405"
)

// Damaged is a file that could not be understood and was put aside. It stays
// in the folder until the person removes it.
type Damaged struct {
	Name string    // the file's name before, such as "index.json"
	Path string    // where it lies now
	At   time.Time // when it was put aside, UTC, to the second
}

// Damaged returns the files put aside, oldest first for each name, by whichever
// run of the program. Compare At with the start of this one to tell new from
// known.
func (f *Folder) Damaged() ([]Damaged, error) {
	if err := f.Check(); err != nil {
		return nil, err
	}
	found, err := os.ReadDir(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, newError("list", f.path, err)
	}
	var all []Damaged
	for _, file := range found {
		base, rest, marked := strings.Cut(file.Name(), damagedMark)
		if !marked || len(rest) < len(damagedTime) {
			continue
		}
		at, err := time.Parse(damagedTime, rest[:len(damagedTime)])
		if err != nil {
			continue
		}
		all = append(all, Damaged{
			Name: base + filepath.Ext(rest),
			Path: filepath.Join(f.path, file.Name()),
			At:   at,
		})
	}
	return all, nil
}

// putAside renames a damaged file to one that says so and when. The caller
// holds the file's lock.
func (f *Folder) putAside(name string) error {
	from := filepath.Join(f.path, name)
	extension := filepath.Ext(name)
	dated := strings.TrimSuffix(from, extension) + damagedMark + f.now().UTC().Format(damagedTime)
	to := dated + extension
	for again := 2; ; again++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			break
		}
		to = fmt.Sprintf("%s-%d%s", dated, again, extension)
	}
	if err := os.Rename(from, to); err != nil {
		return newError("put aside", from, err)
	}
	syncFolder(f.path)
	return nil
}

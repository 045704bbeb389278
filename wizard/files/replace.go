package files

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/natefinch/atomic"
)

// replace puts text in the place of path's content by renaming a finished file
// over it. The caller holds path's lock, so one name for the unfinished file is
// enough, and what a killed process left under it is simply written over.
//
// atomic.WriteFile is not used: it hands an old file's wider mode on.
func replace(ctx context.Context, path string, text []byte) error {
	unfinished := path + ".new"
	if err := WritePrivate(unfinished, text); err != nil {
		_ = os.Remove(unfinished)
		return newError("write", path, err)
	}
	if err := rename(ctx, unfinished, path); err != nil {
		_ = os.Remove(unfinished)
		return newError("replace", path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// WritePrivate writes a new file for its owner only, in the place of one that is
// there, and waits until it is on the disk. The error is the system's own; then
// a part of the file may be there.
func WritePrivate(path string, text []byte) error {
	// A leftover would keep its own mode, or be a link to elsewhere.
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// rename tries for a second on Windows, where a file that somebody is reading
// cannot be replaced.
func rename(ctx context.Context, from, to string) error {
	const attempts = 50
	for attempt := 1; ; attempt++ {
		err := atomic.ReplaceFile(from, to)
		if err == nil || runtime.GOOS != "windows" || attempt == attempts || !errors.Is(err, fs.ErrPermission) {
			return err
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

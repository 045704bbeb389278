package handover

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"latchkey/wizard/files"
)

const (
	// unfinishedFolder is beside a .env file that is being written, and holds it
	// until it takes the other's place. It tells git to take nothing in it: what
	// a killed run leaves must not be in the next commit.
	unfinishedFolder = ".latchkey-unfinished"
	unfinishedFile   = "env"

	// unfinishedSuffix is what older programs put behind the name.
	unfinishedSuffix = ".latchkey-unfinished"

	envFileLock = "env-file"
)

// Leftover is a file with a token that a killed run has left beside a .env file.
type Leftover struct {
	EnvFile string // the .env file
	Path    string // of the leftover
	Err     error  // why it is still there; nil when it was removed
}

// envFilesUnderWay is where the folder notes which .env files are being written.
func envFilesUnderWay(folder *files.Folder) files.File[[]string] {
	const most = 1000
	return files.File[[]string]{
		Folder: folder, Name: "env-files.json", Schema: "latchkey.env-files", Version: 1,
		Check: func(paths []string) error {
			if len(paths) > most || slices.ContainsFunc(paths, func(path string) bool { return !filepath.IsAbs(path) }) {
				return errors.New("these are no files under way")
			}
			return nil
		},
	}
}

// ClearLeftovers removes what killed runs have left beside .env files, and tells
// of it. While a .env file is being written it leaves all alone. Errors are
// *files.Error.
func ClearLeftovers(ctx context.Context, folder *files.Folder) ([]Leftover, error) {
	underWay := envFilesUnderWay(folder)
	if paths, err := underWay.Read(ctx); err != nil || len(paths) == 0 {
		return nil, err
	}
	unlock, free, err := folder.TryLock(envFileLock)
	if err != nil || !free {
		return nil, err
	}
	defer unlock()
	var found []Leftover
	err = underWay.Update(ctx, func(paths *[]string) error {
		*paths = slices.DeleteFunc(*paths, func(path string) bool {
			left, err := clearUnfinished(path)
			for _, each := range left {
				found = append(found, Leftover{EnvFile: path, Path: each, Err: err})
			}
			return err == nil
		})
		return nil
	})
	return found, err
}

// writeUnfinished writes the text that is to take the place of a .env file, and
// returns where it lies. The folder notes it first. The caller holds the lock,
// and calls endUnfinished in any case.
func writeUnfinished(ctx context.Context, folder *files.Folder, path, text string) (string, error) {
	if _, err := clearUnfinished(path); err != nil {
		return "", envFileError(path, err)
	}
	err := envFilesUnderWay(folder).Update(ctx, func(paths *[]string) error {
		noted, err := filepath.Abs(path)
		if err == nil && !slices.Contains(*paths, noted) {
			*paths = append(*paths, noted)
		}
		return err
	})
	if err != nil {
		return "", fmt.Errorf("noting which file is being written: %w", err)
	}
	place := filepath.Join(filepath.Dir(path), unfinishedFolder)
	if err := os.Mkdir(place, 0o700); err != nil {
		return "", envFileError(path, err)
	}
	unfinished := filepath.Join(place, unfinishedFile)
	for _, each := range []struct{ path, text string }{{filepath.Join(place, ".gitignore"), "*\n"}, {unfinished, text}} {
		if err := files.WritePrivate(each.path, []byte(each.text)); err != nil {
			return "", envFileError(path, err)
		}
	}
	return unfinished, nil
}

// endUnfinished clears up after writeUnfinished. What cannot be cleared stays
// noted, and the next start tells of it.
func endUnfinished(ctx context.Context, folder *files.Folder, path string) {
	if _, err := clearUnfinished(path); err != nil {
		return
	}
	_ = envFilesUnderWay(folder).Update(context.WithoutCancel(ctx), func(paths *[]string) error {
		noted, err := filepath.Abs(path)
		*paths = slices.DeleteFunc(*paths, func(each string) bool { return each == noted })
		return err
	})
}

// clearUnfinished removes what was left beside a .env file, and returns the files
// that may have held a token. It removes nothing but what has its own names.
func clearUnfinished(path string) (left []string, err error) {
	place := filepath.Join(filepath.Dir(path), unfinishedFolder)
	withToken := []string{path + unfinishedSuffix}
	var others []string
	// Through a link, files of somebody else's choice would be removed.
	if about, err := os.Lstat(place); err == nil && about.IsDir() {
		withToken = append(withToken, filepath.Join(place, unfinishedFile))
		others = []string{filepath.Join(place, ".gitignore"), place}
	}
	for i, each := range append(withToken, others...) {
		removed := os.Remove(each)
		if errors.Is(removed, fs.ErrNotExist) {
			continue
		}
		if i < len(withToken) {
			left = append(left, each)
		}
		err = errors.Join(err, removed)
	}
	return left, err
}

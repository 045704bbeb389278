//go:build !windows

package files

import (
	"errors"
	"os"
	"syscall"
)

// isFull also counts a quota that is used up and a limit on the size of files.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// syncFolder makes a rename in the folder survive a power cut. Not every file
// system can; the rename itself has happened either way.
func syncFolder(path string) {
	folder, err := os.Open(path)
	if err != nil {
		return
	}
	_ = folder.Sync()
	_ = folder.Close()
}

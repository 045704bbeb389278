package files

import (
	"errors"
	"syscall"
)

// learn.microsoft.com: windows/win32/debug/system-error-codes
const (
	errorHandleDiskFull    = syscall.Errno(39)
	errorDiskFull          = syscall.Errno(112)
	errorDiskQuotaExceeded = syscall.Errno(1295)
)

func isFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull) || errors.Is(err, errorDiskQuotaExceeded)
}

// syncFolder does nothing: NTFS keeps a log of renames.
func syncFolder(string) {}

//go:build !windows

package files

import (
	"io/fs"
	"os"
	"syscall"
)

// ownedByUser reports whether a folder belongs to who runs this program.
func ownedByUser(info fs.FileInfo) bool {
	about, known := info.Sys().(*syscall.Stat_t)
	return known && int(about.Uid) == os.Geteuid()
}

// writableByOthers reports whether somebody else may write in a folder. Many
// systems give each person a group of the same number, which nobody else is in.
func writableByOthers(info fs.FileInfo) bool {
	const groupWrites, othersWrite = 0o020, 0o002
	about, known := info.Sys().(*syscall.Stat_t)
	ownGroup := known && about.Gid == about.Uid
	return info.Mode()&othersWrite != 0 || info.Mode()&groupWrites != 0 && !ownGroup
}

package files

import "io/fs"

// On Windows the settings folder lies in the person's profile, whose own rights
// keep others out.

func ownedByUser(fs.FileInfo) bool { return true }

func writableByOthers(fs.FileInfo) bool { return false }

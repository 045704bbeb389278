package files_test

// Windows has neither a limit on the size of a process's files nor mode bits
// to close a folder with; the tests that need them are not built there.
func fillDisk() error { return nil }

func writeReadOnly() error { return nil }

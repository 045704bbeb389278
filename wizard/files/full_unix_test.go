//go:build !windows

package files_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"latchkey/wizard/files"
)

// fillDisk writes more than the process is allowed to, which fails as a full
// disk does: in the middle of the write.
func fillDisk() error {
	file := notesIn(os.Getenv(folderVariable))
	limit := syscall.Rlimit{Cur: 4096, Max: 4096}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	err := file.Write(context.Background(), notes{Lines: []string{strings.Repeat("long ", 2000)}})
	if reasonOf(err) != files.Full {
		return fmt.Errorf("Write: %w", err)
	}
	return nil
}

func TestAFullDiskLeavesTheOldFile(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	if err := notesIn(folder).Write(ctx, notes{Lines: []string{"old"}}); err != nil {
		t.Fatal(err)
	}
	if output, err := childProcess("fill", folder).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, output)
	}
	if got, err := notesIn(folder).Read(ctx); err != nil || len(got.Lines) != 1 || got.Lines[0] != "old" {
		t.Errorf("Read: %v, %v", got, err)
	}
	if _, err := os.Stat(filepath.Join(folder, "notes.json.new")); err == nil {
		t.Error("the unfinished file is left")
	}
}

// nobody is an account without rights of its own.
const nobody = 65534

// writeReadOnly writes where it may not. Root may write anywhere, so it becomes
// somebody else first.
func writeReadOnly() error {
	folder := os.Getenv(folderVariable)
	if os.Geteuid() == 0 {
		if err := errors.Join(os.Chown(folder, nobody, nobody), syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
			return err
		}
	}
	err := notesIn(folder).Write(context.Background(), notes{})
	if reasonOf(err) != files.ReadOnly {
		return fmt.Errorf("Write: %w", err)
	}
	return nil
}

func TestAFolderThatMayNotBeWritten(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	if err := notesIn(folder).Write(ctx, notes{Lines: []string{"old"}}); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o700) })
	if output, err := childProcess("write read-only", folder).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, output)
	}
	if err := os.Chown(folder, os.Geteuid(), os.Getegid()); err != nil {
		t.Fatal(err)
	}
	if got, err := notesIn(folder).Read(ctx); err != nil || len(got.Lines) != 1 {
		t.Errorf("Read: %v, %v", got, err)
	}
}

func TestReasonsOfTheSystem(t *testing.T) {
	for code, want := range map[syscall.Errno]files.Reason{
		syscall.ENOSPC: files.Full, syscall.EDQUOT: files.Full, syscall.EROFS: files.ReadOnly,
		syscall.EACCES: files.ReadOnly, syscall.EPERM: files.ReadOnly, syscall.ENOTDIR: files.NoPlace, syscall.EIO: files.Other,
	} {
		err := &os.PathError{Op: "write", Path: "notes.json", Err: code}
		if got := files.ReasonFor(err); got != want || !errors.Is(err, code) {
			t.Errorf("%v: %s, want %s", code, got, want)
		}
	}
}

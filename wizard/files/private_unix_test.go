//go:build !windows

package files_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"latchkey/wizard/files"
)

// The folder of somebody else, or one that somebody else may write in, is
// neither believed nor changed nor emptied.
func TestAFolderThatIsNotThePersonsAlone(t *testing.T) {
	cases := map[string]struct {
		make func(t *testing.T, path string)
		want files.Reason
	}{
		"a link to it": {func(t *testing.T, path string) {
			must(t, os.Rename(path, path+"-elsewhere"))
			must(t, os.Symlink(path+"-elsewhere", path))
		}, files.Linked},
		"a link to nowhere": {func(t *testing.T, path string) {
			must(t, os.RemoveAll(path))
			must(t, os.Symlink(path+"-nowhere", path))
		}, files.Linked},
		"another user's": {func(t *testing.T, path string) {
			if os.Geteuid() != 0 {
				t.Skip("only root can give a folder away")
			}
			must(t, os.Chown(path, nobody, nobody))
		}, files.Foreign},
		"everybody writes": {func(t *testing.T, path string) { must(t, os.Chmod(path, 0o777)) }, files.Shared},
		"a group writes": {func(t *testing.T, path string) {
			if os.Geteuid() != 0 {
				t.Skip("only root can give a folder to any group")
			}
			must(t, os.Chown(path, 0, nobody))
			must(t, os.Chmod(path, 0o770))
		}, files.Shared},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			path := filepath.Join(t.TempDir(), "latchkey")
			file := notesIn(path)
			must(t, file.Write(ctx, notes{Lines: []string{"planted"}}))
			c.make(t, path)
			before, beforeErr := os.Stat(path)

			got, read := file.Read(ctx)
			_, damaged := file.Folder.Damaged()
			_, _, locked := file.Folder.TryLock("notes.json")
			for doing, err := range map[string]error{
				"Check": file.Folder.Check(), "Read": read, "Write": file.Write(ctx, notes{}), "Remove": file.Remove(ctx),
				"Damaged": damaged, "TryLock": locked, "Clear": file.Folder.Clear(),
			} {
				if reasonOf(err) != c.want {
					t.Errorf("%s: %v", doing, err)
				}
			}
			if len(got.Lines) != 0 {
				t.Errorf("what was planted is believed: %v", got.Lines)
			}
			after, err := os.Stat(path)
			if (err == nil) != (beforeErr == nil) || err == nil && before.Mode() != after.Mode() {
				t.Errorf("the folder was changed: %v, %v", after, err)
			}
			if beforeErr == nil {
				if text, err := os.ReadFile(filepath.Join(path, "notes.json")); err != nil || len(text) == 0 {
					t.Errorf("what lay there is gone: %v", err)
				}
			}
		})
	}
}

// A group of the person's own writes in many a folder, and nobody else does.
func TestAFolderOfThePersonsOwnGroupIsClosed(t *testing.T) {
	if os.Geteuid() != os.Getegid() {
		t.Skip("this person's group has another number")
	}
	folder := t.TempDir()
	must(t, os.Chmod(folder, 0o775))
	must(t, notesIn(folder).Write(context.Background(), notes{}))
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestWhereSettingsGo(t *testing.T) {
	cases := map[string]struct{ home, config, variable string }{
		"neither is set":  {"", "", "HOME"},
		"home relative":   {"home/ana", "", "HOME"},
		"config relative": {"/home/ana", "config", "XDG_CONFIG_HOME"},
		"a dot":           {".", "", "HOME"},
		"home alone":      {"/home/ana", "", ""},
		"both":            {"/home/ana", "/home/ana/settings", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if runtime.GOOS == "darwin" && c.config != "" {
				t.Skip("macOS has no such variable")
			}
			t.Setenv("HOME", c.home)
			t.Setenv("XDG_CONFIG_HOME", c.config)
			path, err := files.DefaultPath()
			var trouble *files.Error
			if c.variable == "" {
				if err != nil || !filepath.IsAbs(path) || filepath.Base(path) != "latchkey" {
					t.Errorf("%q, %v", path, err)
				}
			} else if !errors.As(err, &trouble) || trouble.Reason != files.NoHome || trouble.Variable != c.variable || path != "" {
				t.Errorf("%q, %v", path, err)
			}
		})
	}
}

func TestNowhereGivesItsError(t *testing.T) {
	t.Chdir(t.TempDir())
	none := &files.Error{Reason: files.NoHome, Err: errors.New("none")}
	file := notesIn("")
	file.Folder = files.Nowhere(none)
	ctx := context.Background()
	_, read := file.Read(ctx)
	for doing, err := range map[string]error{
		"Read": read, "Write": file.Write(ctx, notes{}), "Check": file.Folder.Check(), "Clear": file.Folder.Clear(),
	} {
		if !errors.Is(err, none) {
			t.Errorf("%s: %v", doing, err)
		}
	}
	if left, err := os.ReadDir("."); len(left) != 0 || err != nil {
		t.Errorf("written: %v, %v", left, err)
	}
}

// A file that is none is put aside: reading it could go on for ever.
func TestAFileThatIsNone(t *testing.T) {
	for name, put := range map[string]func(path string) error{
		"a link to a device": func(path string) error { return os.Symlink("/dev/zero", path) },
		"a link to a file":   func(path string) error { return os.Symlink("/etc/passwd", path) },
		"a pipe":             func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"three gigabytes": func(path string) error {
			return errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, 3<<30))
		},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			file := notesIn(t.TempDir())
			must(t, put(filepath.Join(file.Folder.Path(), "notes.json")))
			if got, err := file.Read(ctx); len(got.Lines) != 0 || err != nil {
				t.Errorf("Read: %v, %v", got, err)
			}
			if damaged, err := file.Folder.Damaged(); len(damaged) != 1 || err != nil {
				t.Errorf("Damaged: %v, %v", damaged, err)
			}
			must(t, file.Write(ctx, notes{Lines: []string{"new"}}))
		})
	}
}

func TestALockThatIsAPipe(t *testing.T) {
	file := notesIn(t.TempDir())
	must(t, syscall.Mkfifo(filepath.Join(file.Folder.Path(), "notes.json.lock"), 0o600))
	must(t, file.Write(context.Background(), notes{}))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

package files_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"latchkey/wizard/files"
)

type notes struct {
	Lines []string `json:"lines"`
}

func notesIn(path string) files.File[notes] {
	at := func() time.Time { return time.Date(2026, 1, 2, 15, 4, 5, 0, time.UTC) }
	return files.File[notes]{Folder: files.Open(path, at), Name: "notes.json", Schema: "test.notes", Version: 2}
}

// TestMain also is the program that tests start as a process of its own.
func TestMain(m *testing.M) {
	if command := os.Getenv(childVariable); command != "" {
		if err := children[command](); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	ctx := context.Background()
	file := notesIn(filepath.Join(t.TempDir(), "new", "folder"))
	if got, err := file.Read(ctx); len(got.Lines) != 0 || err != nil {
		t.Errorf("Read of no file: %v, %v", got, err)
	}
	if _, err := os.Stat(file.Folder.Path()); err == nil {
		t.Error("reading made the folder")
	}
	want := notes{Lines: []string{"one"}}
	if err := file.Write(ctx, want); err != nil {
		t.Fatal(err)
	}
	if got, err := file.Read(ctx); !cmp.Equal(want, got) || err != nil {
		t.Errorf("Read: %v, %v", got, err)
	}
	if err := file.Remove(ctx); err != nil {
		t.Error(err)
	}
	if got, err := file.Read(ctx); len(got.Lines) != 0 || err != nil {
		t.Errorf("Read after Remove: %v, %v", got, err)
	}
}

func TestOnlyThePersonCanRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no mode bits; the profile's rights keep others out")
	}
	ctx := context.Background()
	folder := filepath.Join(t.TempDir(), "latchkey")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	file := notesIn(folder)
	if err := file.Write(ctx, notes{}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "notes.json")
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := file.Write(ctx, notes{}); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{folder: 0o700, path: 0o600, path + ".lock": 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

func TestADamagedFileIsPutAside(t *testing.T) {
	ctx := context.Background()
	for name, text := range map[string]string{
		"empty": "", "cut short": `{"schema":"test.notes","version":1,"content":{"lin`, "zeros": "\x00\x00\x00",
		"another file": `{"schema":"test.other","version":1,"content":{}}`, "no version": `{"schema":"test.notes","content":{}}`,
		"other types": `{"schema":"test.notes","version":2,"content":{"lines":7}}`, "not an object": `[1]`,
	} {
		t.Run(name, func(t *testing.T) {
			file := notesIn(t.TempDir())
			path := filepath.Join(file.Folder.Path(), "notes.json")
			for _, content := range []string{text, text + " "} {
				if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
					t.Fatal(err)
				}
				if got, err := file.Read(ctx); len(got.Lines) != 0 || err != nil {
					t.Errorf("Read: %v, %v", got, err)
				}
			}
			if err := file.Write(ctx, notes{Lines: []string{"new"}}); err != nil {
				t.Error(err)
			}
			at := time.Date(2026, 1, 2, 15, 4, 5, 0, time.UTC)
			aside := filepath.Join(file.Folder.Path(), "notes.damaged-2026-01-02T150405")
			want := []files.Damaged{
				{Name: "notes.json", Path: aside + "-2.json", At: at},
				{Name: "notes.json", Path: aside + ".json", At: at},
			}
			got, err := file.Folder.Damaged()
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Errorf("Damaged: %v\n%s", err, diff)
			}
			if kept, _ := os.ReadFile(aside + ".json"); string(kept) != text {
				t.Errorf("what was put aside is %q", kept)
			}
		})
	}
}

func TestANewerFileIsLeftAlone(t *testing.T) {
	ctx := context.Background()
	file := notesIn(t.TempDir())
	path := filepath.Join(file.Folder.Path(), "notes.json")
	newer := `{"schema":"test.notes","version":3,"content":["quite", "different"]}`
	if err := os.WriteFile(path, []byte(newer), 0o600); err != nil {
		t.Fatal(err)
	}
	_, read := file.Read(ctx)
	for doing, err := range map[string]error{"Read": read, "Write": file.Write(ctx, notes{})} {
		if reasonOf(err) != files.Newer {
			t.Errorf("%s: %v", doing, err)
		}
	}
	if kept, _ := os.ReadFile(path); string(kept) != newer {
		t.Errorf("it now holds %q", kept)
	}
}

func TestAFailedChangeWritesNothing(t *testing.T) {
	ctx := context.Background()
	file := notesIn(t.TempDir())
	stop := errors.New("stop")
	err := file.Update(ctx, func(content *notes) error {
		content.Lines = []string{"half"}
		return stop
	})
	if got, _ := file.Read(ctx); !errors.Is(err, stop) || len(got.Lines) != 0 {
		t.Errorf("Update: %v, %v", got, err)
	}
}

func TestAFileInTheFoldersPlace(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "latchkey")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := notesIn(path).Write(ctx, notes{}); reasonOf(err) != files.NoPlace {
		t.Errorf("Write: %v", err)
	}
}

func TestSomebodyElseHoldsTheLock(t *testing.T) {
	folder := files.Open(t.TempDir(), nil)
	unlock, err := folder.Lock(context.Background(), "notes.json", time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Lock(context.Background(), "notes.json", 30*time.Millisecond); reasonOf(err) != files.Busy {
		t.Errorf("Lock: %v", err)
	}
	if _, free, err := folder.TryLock("notes.json"); free || err != nil {
		t.Errorf("TryLock: %v, %v", free, err)
	}
	over, cancel := context.WithCancel(context.Background())
	cancel()
	if err := notesIn(folder.Path()).Write(over, notes{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Write, cancelled: %v", err)
	}
	unlock()
	if err := notesIn(folder.Path()).Write(context.Background(), notes{}); err != nil {
		t.Errorf("Write, once free: %v", err)
	}
}

const (
	childVariable  = "FILES_TEST_CHILD"
	folderVariable = "FILES_TEST_FOLDER"
	linesPerChild  = 100
)

// children are what the test program does when a test starts it as a process
// of its own.
var children = map[string]func() error{"add": addLines, "fill": fillDisk, "write read-only": writeReadOnly}

func addLines() error {
	file := notesIn(os.Getenv(folderVariable))
	for i := range linesPerChild {
		err := file.Update(context.Background(), func(content *notes) error {
			content.Lines = append(content.Lines, fmt.Sprint(os.Getpid(), " ", i))
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func childProcess(command, folder string) *exec.Cmd {
	process := exec.Command(os.Args[0])
	process.Env = append(os.Environ(), childVariable+"="+command, folderVariable+"="+folder)
	return process
}

func TestTwoProcessesLoseNothingOfEachOther(t *testing.T) {
	folder := t.TempDir()
	one, other := childProcess("add", folder), childProcess("add", folder)
	for _, process := range []*exec.Cmd{one, other} {
		process.Stdout = os.Stdout
		if err := process.Start(); err != nil {
			t.Fatal(err)
		}
	}
	for _, process := range []*exec.Cmd{one, other} {
		if err := process.Wait(); err != nil {
			t.Error(err)
		}
	}
	got, err := notesIn(folder).Read(context.Background())
	if err != nil || len(got.Lines) != 2*linesPerChild {
		t.Errorf("%d of %d lines are there, %v", len(got.Lines), 2*linesPerChild, err)
	}
	counts := map[string]int{}
	for _, line := range got.Lines {
		process, _, _ := strings.Cut(line, " ")
		counts[process]++
	}
	if len(counts) != 2 {
		t.Errorf("lines by process: %v", counts)
	}
}

func reasonOf(err error) files.Reason {
	var failure *files.Error
	if !errors.As(err, &failure) {
		return ""
	}
	return failure.Reason
}

// What is read again is what can be written: neither content that cannot be nor
// a file that is too long is.
func TestWhatIsNotSound(t *testing.T) {
	ctx := context.Background()
	file := notesIn(t.TempDir())
	file.Limit = 200
	file.Check = func(content notes) error {
		if len(content.Lines) > 0 && content.Lines[0] == "odd" {
			return errors.New("odd")
		}
		return nil
	}
	for _, lines := range [][]string{{"odd"}, {strings.Repeat("long ", 50)}} {
		if err := file.Write(ctx, notes{lines}); reasonOf(err) != files.Other {
			t.Errorf("Write: %v", err)
		}
	}
	path := filepath.Join(file.Folder.Path(), "notes.json")
	for i, text := range []string{
		`{"schema":"test.notes","version":1,"content":{"lines":["odd"]}}`,
		`{"schema":"test.notes","version":1,"content":{}}` + strings.Repeat(" ", 200),
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := file.Read(ctx); len(got.Lines) != 0 || err != nil {
			t.Errorf("Read: %v, %v", got, err)
		}
		if damaged, err := file.Folder.Damaged(); len(damaged) != i+1 || err != nil {
			t.Errorf("Damaged: %v, %v", damaged, err)
		}
	}
}

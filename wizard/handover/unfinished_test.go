package handover_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"latchkey/wizard/files"
	"latchkey/wizard/handover"
)

// killedWhileWriting is a folder of Latchkey's and a .env file, as a run leaves
// them that was killed before the end.
func killedWhileWriting(t *testing.T) (folder *files.Folder, path, left string) {
	t.Helper()
	folder = files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)
	path = filepath.Join(t.TempDir(), ".env")
	write(t, path, "A=1\n", 0o600)
	left, err := handover.BeginEnvFile(t.Context(), folder, path, values(t))
	if err != nil || !strings.Contains(read(t, left), canary.Reveal()) {
		t.Fatalf("nothing was left: %v", err)
	}
	return folder, path, left
}

// TestAKilledRunsFileIsToldAndRemoved: once, and the .env file is as it was.
func TestAKilledRunsFileIsToldAndRemoved(t *testing.T) {
	folder, path, left := killedWhileWriting(t)
	found, err := handover.ClearLeftovers(t.Context(), folder)
	if want := []handover.Leftover{{EnvFile: path, Path: left}}; err != nil || !slices.Equal(found, want) {
		t.Errorf("found %v, %v", found, err)
	}
	mustNotHold(t, filepath.Dir(path))
	mustNotHold(t, folder.Path())
	if rest, err := os.ReadDir(filepath.Dir(path)); err != nil || len(rest) != 1 || read(t, path) != "A=1\n" {
		t.Errorf("beside it is %v, %v", rest, err)
	}
	if again, err := handover.ClearLeftovers(t.Context(), folder); len(again) != 0 || err != nil {
		t.Errorf("told again: %v, %v", again, err)
	}
}

func TestWhatCannotBeRemovedIsToldAgain(t *testing.T) {
	folder, path, left := killedWhileWriting(t)
	// A folder that is not empty is not removed, whoever asks.
	if err := errors.Join(os.Remove(left), os.Mkdir(left, 0o700), os.WriteFile(filepath.Join(left, "x"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		found, err := handover.ClearLeftovers(t.Context(), folder)
		if err != nil || len(found) != 1 || found[0].Err == nil || found[0].Path != left {
			t.Errorf("found %v, %v", found, err)
		}
	}
	if err := handover.WriteEnvFile(t.Context(), folder, path, values(t)); err == nil || read(t, path) != "A=1\n" {
		t.Errorf("written beside it: %v", err)
	}
}

func TestAKilledRunsFileIsWrittenOver(t *testing.T) {
	folder, path, _ := killedWhileWriting(t)
	if err := handover.WriteEnvFile(t.Context(), folder, path, values(t)); err != nil {
		t.Fatal(err)
	}
	if rest, err := os.ReadDir(filepath.Dir(path)); err != nil || len(rest) != 1 {
		t.Errorf("beside it is %v, %v", rest, err)
	}
	if found, err := handover.ClearLeftovers(t.Context(), folder); len(found) != 0 || err != nil {
		t.Errorf("found %v, %v", found, err)
	}
}

// TestGitTakesNoUnfinishedFile: also where it ignores the .env file alone.
func TestGitTakesNoUnfinishedFile(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("there is no git here")
	}
	_, path, left := killedWhileWriting(t)
	tree := filepath.Dir(path)
	write(t, filepath.Join(tree, ".gitignore"), ".env\n", 0o600)
	for _, arguments := range [][]string{{"init", "--quiet"}, {"add", "--all"}, {"ls-files"}} {
		command := exec.CommandContext(t.Context(), git, append([]string{"-C", tree}, arguments...)...)
		command.Env = append(os.Environ(), "HOME="+tree, "GIT_CONFIG_NOSYSTEM=1")
		output, err := command.CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %v\n%s", arguments, err, output)
		}
		if text := string(output); arguments[0] == "ls-files" && text != ".gitignore\n" {
			t.Errorf("git took %q, with what lies in %s", text, left)
		}
	}
}

// TestALinkInTheUnfinishedFoldersPlace: nothing is removed or written where it
// leads to.
func TestALinkInTheUnfinishedFoldersPlace(t *testing.T) {
	folder, path, left := killedWhileWriting(t)
	place, elsewhere := filepath.Dir(left), t.TempDir()
	write(t, filepath.Join(elsewhere, "env"), "mine", 0o600)
	write(t, filepath.Join(elsewhere, ".gitignore"), "mine", 0o600)
	if os.RemoveAll(place) != nil || os.Symlink(elsewhere, place) != nil {
		t.Skip("there are no links here")
	}
	if _, err := handover.ClearLeftovers(t.Context(), folder); err != nil {
		t.Error(err)
	}
	var fault *handover.EnvFileError
	if err := handover.WriteEnvFile(t.Context(), folder, path, values(t)); !errors.As(err, &fault) || !errors.Is(err, fs.ErrExist) {
		t.Errorf("written: %v", err)
	}
	for _, name := range []string{"env", ".gitignore"} {
		if text := read(t, filepath.Join(elsewhere, name)); text != "mine" {
			t.Errorf("%s was changed", name)
		}
	}
}

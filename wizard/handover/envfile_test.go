package handover_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"latchkey/graph"
	"latchkey/wizard/files"
	"latchkey/wizard/handover"
)

// write puts a file where a test wants it.
func write(t *testing.T, path, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// values are the canary's.
func values(t *testing.T) []handover.Variable {
	t.Helper()
	variables, err := handover.Values(entry(), canary, "")
	if err != nil {
		t.Fatal(err)
	}
	return variables
}

func writeEnvFile(t *testing.T, path string, variables []handover.Variable) error {
	t.Helper()
	return handover.WriteEnvFile(t.Context(), files.Open(filepath.Join(t.TempDir(), "latchkey"), nil), path, variables)
}

func TestEnvFileIsForItsOwnerOnly(t *testing.T) {
	folder := t.TempDir()
	for name, before := range map[string]string{"new": "", ".env": "A=1\n"} {
		path := filepath.Join(folder, name)
		if before != "" {
			write(t, path, before, 0o644)
		}
		if err := writeEnvFile(t, path, values(t)); err != nil {
			t.Fatal(err)
		}
		text := read(t, path)
		if !strings.HasPrefix(text, before+"WHATSAPP_TOKEN="+canary.Reveal()+"\n") {
			t.Errorf("%s does not hold what it should: %d bytes", name, len(text))
		}
		about, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && about.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", name, about.Mode())
		}
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 2 {
		t.Errorf("other files were left: %v (%v)", left, err)
	}
}

// TestShellReadsTheEnvFile: what was written is what a program gets.
func TestShellReadsTheEnvFile(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell here")
	}
	token := graph.NewToken("123456789012345|ab!c&d;e<f>(g)*h?i[j]{k}~l#m%n")
	for _, before := range []string{"", "OTHER=kept\nexport T='old' # mine\n", "T=old\n", "T=\"old\""} {
		path := filepath.Join(t.TempDir(), ".env")
		write(t, path, before, 0o600)
		if err := writeEnvFile(t, path, []handover.Variable{{Name: "T", Value: token}}); err != nil {
			t.Fatal(err)
		}
		output, err := exec.CommandContext(t.Context(), shell, "-c", `. "$1"; printf %s "$T"`, "sh", path).Output()
		if err != nil || string(output) != token.Reveal() {
			t.Errorf("%q: a shell reads %q (%v)", before, output, err)
		}
	}
}

func TestEnvFileLeftAlone(t *testing.T) {
	folder := t.TempDir()
	path := func(name string) string { return filepath.Join(folder, name) }
	write(t, path("real"), "A=1\n", 0o600)
	write(t, path("utf16"), "\xff\xfeA\x00=\x001\x00", 0o600)
	write(t, path("large"), strings.Repeat("A=1\n", 1<<18+1), 0o600)
	faults := map[string]handover.EnvFileFault{
		"utf16": handover.EnvFileNotText, "large": handover.EnvFileTooLarge, ".": handover.EnvFileNotFile,
		"missing/.env": handover.EnvFileNoFolder, "real/.env": handover.EnvFileNoFolder,
	}
	if os.Symlink(path("real"), path("link")) == nil && os.Symlink(path("nowhere"), path("dangling")) == nil {
		faults["link"], faults["dangling"] = handover.EnvFileLink, handover.EnvFileLink
	}
	for name, wanted := range faults {
		before, _ := os.ReadFile(path(name))
		for _, err := range []error{writeEnvFile(t, path(name), values(t)), risksError(t, path(name))} {
			var fault *handover.EnvFileError
			if !errors.As(err, &fault) || fault.Fault != wanted {
				t.Errorf("%s: %v, not %s", name, err, wanted)
			}
		}
		if after, _ := os.ReadFile(path(name)); string(after) != string(before) {
			t.Errorf("%s was changed", name)
		}
	}
	for _, token := range []string{`back\slash`, `dollar$`, "two words", `quo"te`, "apo'strophe", "grave`", "ümlaut"} {
		err := writeEnvFile(t, path("real"), []handover.Variable{{Name: "T", Value: graph.NewToken(token)}})
		var fault *handover.EnvFileError
		if !errors.As(err, &fault) || fault.Fault != handover.EnvFileOddToken {
			t.Errorf("%s is written: %v", token, err)
		}
	}
	if read(t, path("real")) != "A=1\n" {
		t.Error("a file was written through a link, or with a token that cannot be")
	}
	mustNotHold(t, folder)
}

func risksError(t *testing.T, path string) error {
	t.Helper()
	_, err := handover.EnvFileRisks(t.Context(), path, values(t))
	return err
}

// mustNotHold fails when the canary is in any file of a folder.
func mustNotHold(t *testing.T, folder string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, file os.DirEntry, err error) error {
		if err != nil || !file.Type().IsRegular() {
			return err
		}
		if strings.Contains(read(t, path), canary.Reveal()) {
			t.Errorf("the token is in %s", path)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestUnfinishedFileIsWrittenOver: one that a killed run has left is no
// hindrance, whatever its mode.
func TestUnfinishedFileIsWrittenOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), ".env")
	write(t, path+".latchkey-unfinished", "half a tok", 0o666)
	if err := writeEnvFile(t, path, values(t)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path + ".latchkey-unfinished"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the unfinished file is still there: %v", err)
	}
}

// TestTwoWritersLoseNothing: each sets a variable of its own.
func TestTwoWritersLoseNothing(t *testing.T) {
	private, path := filepath.Join(t.TempDir(), "latchkey"), filepath.Join(t.TempDir(), ".env")
	var writers sync.WaitGroup
	for _, name := range []string{"A", "B", "C", "D", "E", "F", "G", "H"} {
		writers.Go(func() {
			variable := handover.Variable{Name: name, Value: canary}
			if err := handover.WriteEnvFile(t.Context(), files.Open(private, nil), path, []handover.Variable{variable}); err != nil {
				t.Error(err)
			}
		})
	}
	writers.Wait()
	if lines := strings.Count(read(t, path), "="+canary.Reveal()+"\n"); lines != 8 {
		t.Errorf("%d of 8 variables are there", lines)
	}
}

func TestEnvFileRisks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes say nothing on Windows")
	}
	folder := t.TempDir()
	path := filepath.Join(folder, ".env")
	expect := func(when string, wanted ...handover.EnvFileRisk) {
		t.Helper()
		risks, err := handover.EnvFileRisks(t.Context(), path, values(t))
		if err != nil || !slices.Equal(risks, wanted) {
			t.Errorf("%s: %v (%v), not %v", when, risks, err, wanted)
		}
	}
	chmod := func(path string, mode os.FileMode) {
		t.Helper()
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	chmod(folder, 0o700)
	expect("a private folder")
	chmod(folder, 0o777)
	expect("a folder that others write in", handover.RiskFolder)
	chmod(folder, 0o777|os.ModeSticky)
	expect("a folder like /tmp")
	chmod(folder, 0o755)
	write(t, path, "A=1\nWHATSAPP_TOKEN=\n", 0o644)
	expect("a file that others read", handover.RiskReaders)
	write(t, path, "A=1\nexport WHATSAPP_TOKEN='of another shop'\n", 0o600)
	expect("another token", handover.RiskReplaces)
	write(t, path, "WHATSAPP_TOKEN_EXPIRES_AT=2026-01-01T00:00:00Z\r\n", 0o600)
	expect("when another token ends", handover.RiskReplaces)
	if err := writeEnvFile(t, path, values(t)); err != nil {
		t.Fatal(err)
	}
	expect("this very token")
}

func TestEnvFileInGit(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("there is no git here")
	}
	tree := t.TempDir()
	below := filepath.Join(tree, "app")
	if err := os.Mkdir(below, 0o700); err != nil {
		t.Fatal(err)
	}
	run := func(arguments ...string) {
		t.Helper()
		command := exec.CommandContext(t.Context(), git, append([]string{"-C", tree}, arguments...)...)
		command.Env = append(os.Environ(), "HOME="+tree, "GIT_CONFIG_NOSYSTEM=1")
		if output, err := command.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", arguments, err, output)
		}
	}
	t.Setenv("HOME", tree)
	path := filepath.Join(below, ".env")
	risky := func(when string, wanted bool) {
		t.Helper()
		risks, err := handover.EnvFileRisks(t.Context(), path, values(t))
		if err != nil || slices.Contains(risks, handover.RiskGit) != wanted {
			t.Errorf("%s: %v (%v), and git should be %v", when, risks, err, wanted)
		}
	}
	risky("outside of git", false)
	run("init", "--quiet")
	risky("not ignored", true)
	write(t, filepath.Join(tree, ".gitignore"), ".env\n", 0o600)
	risky("ignored", false)
	t.Setenv("GIT_DIR", t.TempDir())
	risky("asked from a hook of another tree", false)
	t.Setenv("GIT_DIR", filepath.Join(tree, ".git"))
	write(t, path, "A=1\n", 0o600)
	run("add", "--force", "app/.env")
	risky("ignored, and committed all the same", true)
	started, program := filepath.Join(tree, "started"), filepath.Join(tree, "program.sh")
	write(t, program, "#!/bin/sh\ntouch '"+started+"'\n", 0o700)
	run("config", "core.fsmonitor", program)
	risky("with a program to start", true)
	if _, err := os.Stat(started); err == nil {
		t.Error("a program that the repository names was started")
	}
	t.Setenv("PATH", t.TempDir())
	risky("git cannot be asked", true)
}

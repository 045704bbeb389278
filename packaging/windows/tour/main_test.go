package tour

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/ui/words"
)

// patience is far above what anything here takes.
const patience = time.Minute

// root is the repository's, work what the tests leave.
var (
	root, _  = filepath.Abs(filepath.Join("..", "..", ".."))
	work     = filepath.Join(root, "build", "windows-tour")
	pictures = filepath.Join(work, "pictures")
	version  = os.Getenv("VERSION")
)

// older is the version that is upgraded from.
const older = "0.0.1"

// pc is the computer that all tests use, one after the other.
var pc *computer

func TestMain(m *testing.M) {
	if version == "" {
		fmt.Fprintln(os.Stderr, "Run these tests by: make test-packages-windows")
		os.Exit(1)
	}
	_ = os.RemoveAll(pictures)
	code := 1
	var err error
	if pc, err = startComputer(); err != nil {
		fmt.Fprintln(os.Stderr, err)
	} else {
		code = m.Run()
	}
	pc.end()
	fmt.Println("The pictures are in", pictures)
	os.Exit(code)
}

// say gives the words that window and installer show.
var say = sync.OnceValue(func() *words.Words {
	english, err := words.New(time.Local, "en")
	if err != nil {
		panic(err)
	}
	return english
})

// eventually asks again and again until done says yes.
func eventually(t testing.TB, what string, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !done(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			pc.picture("failed-" + strings.ReplaceAll(t.Name(), "/", "-"))
			t.Fatalf("waited %v until %s", patience, what)
		}
	}
}

// build runs build.sh with more in its environment and returns what it said.
func build(environment ...string) (said string, err error) {
	command := exec.Command(filepath.Join(root, "packaging", "windows", "build.sh"))
	command.Env = append(os.Environ(), environment...)
	output, err := command.CombinedOutput()
	return string(output), err
}

// builtInto is what keeps a build of the tests away from all others.
func builtInto(name string) (environment []string, packages string) {
	packages = filepath.Join(work, name)
	return []string{"PACKAGES=" + packages, "WORK=" + filepath.Join(work, name+"-work")}, packages
}

// packaged is the path of a package of a version.
func packaged(folder, version, ending string) string {
	return filepath.Join(folder, "latchkey_"+version+"_windows_amd64"+ending)
}

// newest are the packages that are tried.
func newest(ending string) string {
	return packaged(filepath.Join(root, "build", "packages"), version, ending)
}

// olderPackages builds packages of a lower version, once.
var olderPackages = sync.OnceValues(func() (folder string, err error) {
	environment, folder := builtInto("older")
	said, err := build(append(environment, "VERSION="+older, "LINK="+strings.ReplaceAll(os.Getenv("LINK"), version, older))...)
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, said)
	}
	return folder, nil
})

package tour

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/ui/words"
)

// patience is far above what anything here takes.
const patience = time.Minute

// root is the repository's.
var root = filepath.Join("..", "..")

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "latchkey-tour-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	buildFolder = folder
	_ = os.RemoveAll(failures)
	code := m.Run()
	_ = os.RemoveAll(folder)
	if err := goleak.Find(); code == 0 && err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	if pictures, err := filepath.Abs(albums); err == nil && runtime.GOOS == "linux" {
		fmt.Println("The pictures are in", pictures)
	}
	os.Exit(code)
}

var (
	buildFolder string
	program     = sync.OnceValues(findProgram)
)

// findProgram returns the path of the program to try, and builds it where none
// is named.
func findProgram() (string, error) {
	if named := os.Getenv("LATCHKEY_BINARY"); named != "" {
		if !filepath.IsAbs(named) {
			named = filepath.Join(root, named)
		}
		return filepath.Abs(named)
	}
	built := filepath.Join(buildFolder, "latchkey")
	build := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", built, ".")
	build.Dir = root
	if output, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, output)
	}
	return built, nil
}

// say gives the words that the window shows.
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
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for deadline := time.Now().Add(patience); !done(); <-again.C {
		if time.Now().After(deadline) {
			t.Fatalf("waited %v until %s", patience, what)
		}
	}
}

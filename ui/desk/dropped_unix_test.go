//go:build unix

package desk_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"latchkey/ui/internal/person"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// TestADroppedFileThatDoesNotOpenDoesNotFreezeTheWindow: such as one on a disk
// of the network. A pipe without a writer opens as slowly.
func TestADroppedFileThatDoesNotOpenDoesNotFreezeTheWindow(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.check"))
	path := filepath.Join(t.TempDir(), "report.html")
	person.Must(t, syscall.Mkfifo(path, 0o600))
	dropped := make(chan struct{})
	go func() {
		defer close(dropped)
		p.Screen.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	}()
	atOnce := p.Over(dropped)
	writer, err := os.OpenFile(path, os.O_WRONLY, 0)
	person.Must(t, err)
	person.Must(t, writer.Close())
	<-dropped
	if !atOnce {
		t.Error("the window waits for the file")
	}
	p.Settle()
	p.MustSee(p.Say("report.open.foreign.title"), p.Say("report.open.foreign.fix"))
}

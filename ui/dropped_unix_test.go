//go:build unix

package ui_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// TestADroppedFileThatDoesNotOpenDoesNotFreezeTheWindow: such as one on a disk
// of the network. A pipe without a writer opens as slowly.
func TestADroppedFileThatDoesNotOpenDoesNotFreezeTheWindow(t *testing.T) {
	p := sit(t, habits{})
	p.press(p.say("home.check"))
	path := filepath.Join(t.TempDir(), "report.html")
	must(t, syscall.Mkfifo(path, 0o600))
	dropped := make(chan struct{})
	go func() {
		defer close(dropped)
		p.screen.drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	}()
	atOnce := p.over(dropped)
	writer, err := os.OpenFile(path, os.O_WRONLY, 0)
	must(t, err)
	must(t, writer.Close())
	<-dropped
	if !atOnce {
		t.Error("the window waits for the file")
	}
	p.settle()
	p.mustSee(p.say("report.open.foreign.title"), p.say("report.open.foreign.fix"))
}

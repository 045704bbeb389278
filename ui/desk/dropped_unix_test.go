//go:build unix

package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"latchkey/ui/chooser"
	"latchkey/ui/internal/person"
)

// chosen is a dialog of the system in which somebody chooses this path at once.
type chosen string

func (c chosen) Choose(context.Context, chooser.Question) (string, error) { return string(c), nil }

// TestAFileThatDoesNotOpenDoesNotFreezeTheWindow, dropped on it or chosen: such as one on a disk
// of the network. A pipe without a writer opens as slowly.
func TestAFileThatDoesNotOpenDoesNotFreezeTheWindow(t *testing.T) {
	for name, hand := range map[string]func(p *person.Person, path string){
		"dropped": func(p *person.Person, path string) {
			p.Screen.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
		},
		"chosen": func(p *person.Person, _ string) {
			p.TapAtOnce(p.Say("desk.open_report"))
			(<-p.Queue)() // what the dialog answers
		},
	} {
		t.Run(name, func(t *testing.T) { opensSlowly(t, hand) })
	}
}

func opensSlowly(t *testing.T, hand func(p *person.Person, path string)) {
	path := filepath.Join(t.TempDir(), "report.html")
	person.Must(t, syscall.Mkfifo(path, 0o600))
	p := person.Sit(t, person.Habits{Chooser: chosen(path)})
	p.Press(p.Say("home.check"))
	handed := make(chan struct{})
	go func() {
		defer close(handed)
		hand(p, path)
	}()
	atOnce := p.Over(handed)
	writer, err := os.OpenFile(path, os.O_WRONLY, 0)
	person.Must(t, err)
	person.Must(t, writer.Close())
	<-handed
	if !atOnce {
		t.Error("the window waits for the file")
	}
	p.Settle()
	p.MustSee(p.Say("report.open.foreign.title"), p.Say("report.open.foreign.fix"))
}

package shell

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// Page is what the window shows. Its methods are called on the window's
// goroutine.
type Page interface {
	// Draw returns what is seen now. It is called when the page is shown, and
	// again whenever the page asks for it.
	Draw() View
	// Leave is called before another page takes over.
	Leave()
	// Returned is called when the window comes to the front again.
	Returned()
	// Unsaved reports whether leaving now loses a token that Meta does not show
	// again.
	Unsaved() bool
}

// Translated is a page that keeps words beyond what it draws. It shows itself anew in another
// language, with all that was typed.
type Translated interface{ Translate() }

// Translate shows the page in the language that is spoken now.
func (s *Shell) Translate() {
	if page, keeps := s.page.(Translated); keeps {
		page.Translate()
		return
	}
	s.Redraw()
}

// Simple is embedded by pages for which leaving and returning mean nothing.
type Simple struct{}

// Leave does nothing.
func (Simple) Leave() {}

// Returned does nothing.
func (Simple) Returned() {}

// Unsaved reports that nothing is lost.
func (Simple) Unsaved() bool { return false }

// View is what a page puts into the window.
type View struct {
	Title   string // also the window's: it is what screen readers and window lists tell
	Left    fyne.CanvasObject
	Content fyne.CanvasObject
	Footer  fyne.CanvasObject
	Enter   func() // what Enter does: the main button; unheard as long as that is
	Escape  func()
	Back    func() // what Alt+Left does; nil for what Esc does
	Help    func() // what F1 and the footer's Help do; nil for what is told everywhere
	Paste   func() // what Ctrl+V does while no field has the focus; may be nil
	Beside  bool   // it can be read in a narrow window, and offers to leave it
	Focus   fyne.Focusable
	Dropped func(fyne.URI) // takes a file that is dropped on the window; nil for none
}

// Show leaves the page that is shown and shows another.
func (s *Shell) Show(page Page) {
	s.leave()
	s.page = page
	s.Redraw()
	if s.options.Left != nil && !s.leaving {
		s.leaving = true
		s.After(time.Second, func() {
			s.leaving = false
			s.options.Left()
		})
	}
}

// Page is the page that is shown.
func (s *Shell) Page() Page { return s.page }

// Redraw draws the page that is shown anew. A dialog that is open, such as help,
// stays open above it.
func (s *Shell) Redraw() {
	view := s.page.Draw()
	if s.IsBeside() && !view.Beside {
		s.Beside() // the page has no way to make the window wide again
	}
	if open := s.open; open != nil && open.Visible() {
		open.Hide()
		defer func() { open.Show(s.window.Canvas()) }()
	}
	frame := widgets.Frame{Left: view.Left, Page: view.Content, Footer: view.Footer}
	if s.IsBeside() {
		frame.Left = nil // the head of the page names the step
	}
	if s.practice != nil {
		frame.Banner = s.practiceBanner()
	}
	s.title = s.Say("app.title", words.Values{"Page": view.Title})
	s.window.SetTitle(s.title)
	s.window.SetContent(frame.New())
	s.window.SetOnDropped(nil)
	if view.Dropped != nil {
		s.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) {
			if len(files) > 0 {
				view.Dropped(files[0])
			}
		})
	}
	s.shown = view
	s.keys = widgets.PageKeys{Enter: s.onceSettled(view.Enter), Escape: view.Escape, Help: s.help}
	widgets.SetPageKeys(s.window.Canvas(), s.keys)
	if view.Focus != nil {
		s.Focus(view.Focus)
	}
	s.drawn = s.Now()
}

// settling is how long after a page was drawn its main button does not hear: the
// second press of a double click was meant for the page before.
const settling = 500 * time.Millisecond

// MainButton is the main button of a page.
func (s *Shell) MainButton(label string, press func()) *widgets.Button {
	return s.AsMain(widgets.NewButton(widgets.Primary, label, press))
}

// AsMain has a button that was just made be the main one of a page.
func (s *Shell) AsMain(button *widgets.Button) *widgets.Button {
	button.OnTapped = s.onceSettled(button.OnTapped)
	return button
}

// Footer are the buttons below a page: Help at the left edge, so that it is in the same place
// on a page without Back, then Back, and the others on the right, the main one last. back may be
// nil.
func (s *Shell) Footer(back func(), right ...fyne.CanvasObject) fyne.CanvasObject {
	left := []fyne.CanvasObject{widgets.NewButton(widgets.Link, s.Say("button.help"), s.help)}
	if back != nil {
		left = append(left, widgets.NewButton(widgets.Secondary, s.Say("button.back"), back))
	}
	return widgets.NewFooter(left, right)
}

// onceSettled does what it is given only when the page has been seen for a moment.
func (s *Shell) onceSettled(press func()) func() {
	if press == nil {
		return nil
	}
	return func() {
		if !soonAfter(s.drawn, s.Now()) {
			press()
		}
	}
}

// soonAfter tells whether it is too early for an answer to what was shown then. A
// clock that was put back counts as late.
func soonAfter(then, now time.Time) bool {
	passed := now.Sub(then)
	return passed >= 0 && passed < settling
}

// leave is called before another page takes over.
func (s *Shell) leave() {
	if left := s.page; left != nil {
		s.page = nil
		left.Leave()
	}
	s.leaveHere()
	s.here, s.leaveHere = context.WithCancel(s.ctx)
}

// Focus puts the focus on something that is seen.
func (s *Shell) Focus(on fyne.Focusable) { s.window.Canvas().Focus(on) }

// Relayout gives what is shown the room that it needs now.
func (s *Shell) Relayout() {
	if content := s.window.Content(); content != nil {
		content.Refresh()
	}
	if s.open != nil && s.open.Visible() {
		s.open.Refresh()
	}
}

// Fill puts objects in the place of those that stand there.
func (s *Shell) Fill(place *fyne.Container, objects ...fyne.CanvasObject) {
	place.Objects = objects
	place.Refresh()
	supposed := place.MinSize().Height
	s.Relayout()
	if place.MinSize().Height != supposed {
		s.Relayout() // words wrapped once they had their width: what lies around is to hear of it
	}
}

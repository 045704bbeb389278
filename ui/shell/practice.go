package shell

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/wizard/practice"
)

// Practice is the rehearsal, nil outside it.
func (s *Shell) Practice() *practice.Practice { return s.practice }

// InPractice starts the rehearsal if need be, or goes on with the one that was ended, then
// shows a page of it.
func (s *Shell) InPractice(show func()) {
	if s.practice == nil {
		s.practice, s.ended = s.ended, nil
	}
	if s.practice != nil {
		show()
		return
	}
	if s.startingPractice {
		return
	}
	s.startingPractice = true
	start, life := s.options.Practise, s.WhileOpen()
	s.work.Go(func() {
		practice, err := start()
		if life.Over() && err == nil {
			practice.Close()
		}
		life.show(func() {
			s.startingPractice = false
			if err != nil {
				s.Tell(s.Say("practice.failed_title"), s.Say("practice.failed"))
				return
			}
			s.practice = practice
			show()
		})
	})
}

// endPractice goes back to the real thing. Nothing of the rehearsal is lost by it.
func (s *Shell) endPractice() {
	s.leave()
	s.practice, s.ended = nil, s.practice
	s.Rooms.Home()
}

// practiceBanner stands above every page of the rehearsal.
func (s *Shell) practiceBanner() fyne.CanvasObject {
	return widgets.NewBanner(s.Say("practice.banner"),
		widgets.NewButton(widgets.Secondary, s.Say("practice.end"), s.endPractice))
}

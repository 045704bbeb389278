package handover

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// form is a page that gives a saved token to one place, once the person
// knows what is there and what that means. The ids of its words begin with id.
type form struct {
	shell.Simple
	shell *shell.Shell
	id    string
	entry vault.Entry
	back  func() // to the page before

	body  fyne.CanvasObject
	focus fyne.Focusable
	look  func() // finds out what is to be known before anything is written

	life    shell.Life              // of the page, once it is shown
	told    *fyne.Container         // what is to be known first, or what came of it
	top     *fyne.Container         // what is wrong, on top of the page
	trouble *widgets.TroubleSummary // that stands there; nil for none
	stop    context.CancelFunc      // ends the look that is under way; nil before there was one
	writing bool
}

func newForm(s *shell.Shell, id string, entry vault.Entry, back func()) *form {
	return &form{shell: s, id: id, entry: entry, back: back, told: widgets.NewColumn(0), top: widgets.NewColumn(0)}
}

// Draw implements shell.Page.
func (f *form) Draw() shell.View {
	s := f.shell
	press := func() {
		if !f.writing {
			f.look()
		}
	}
	title := s.Say(f.id+".page", words.Values{"Name": f.entry.Name})
	return shell.View{
		Title: title,
		Content: widgets.NewPage(
			widgets.NewHead(title, widgets.NewQuietText(s.Say(f.id+".plain")), f.top),
			widgets.NewColumn(theme.Gap, f.told, f.body)),
		Footer: s.Footer(f.back, s.MainButton(s.Say(f.id+".main"), press)),
		Enter:  press,
		Escape: f.back,
		Focus:  f.focus,
	}
}

// begin takes away what was told and asked, and ends the look under way: what is
// in the fields has changed. What is being written goes on.
func (f *form) begin() {
	if f.writing {
		return
	}
	if f.stop != nil {
		f.stop()
	}
	f.settle()
	f.shell.Fill(f.told)
}

// looking works in the background until the fields change or the page is left.
func looking[T any](f *form, work func(context.Context) (T, error), then func(T, error)) {
	f.begin()
	var life shell.Life
	life, f.stop = f.life.Until()
	f.above(widgets.NewSmallText(f.shell.Say("handover.under_way")))
	shell.Try(life, work, then)
}

// write works in the background to its end, also when the page is left: what
// came of it must be told.
func write[T any](f *form, work func(context.Context) (T, error), then func(T, error)) {
	f.begin()
	f.writing = true
	f.above(widgets.NewSmallText(f.shell.Say("handover.under_way")))
	shell.Try(f.shell.WhileOpen(), work, func(result T, err error) {
		f.writing = false
		then(result, err)
	})
}

// above shows something above the fields, and brings it into sight.
func (f *form) above(what fyne.CanvasObject) {
	f.settle()
	f.shell.Fill(f.told, what)
	widgets.Reveal(f.told)
}

// settle takes what was wrong before off the page and off its field.
func (f *form) settle() {
	if f.trouble != nil {
		f.trouble.Settle()
		f.trouble = nil
		f.shell.Fill(f.top)
	}
}

// ask says what is to be known first. What agrees stands beside it, so that a
// second press of the main button agrees to nothing.
func (f *form) ask(text string, agree func()) {
	s := f.shell
	f.above(widgets.NewStatusCard(widgets.Advice, widgets.Fix{
		Word: s.Say("status.warn"), Title: s.Say(f.id + ".first"), Text: text,
		Button: widgets.NewButton(widgets.Secondary, s.Say(f.id+".agree"), func() {
			if !f.writing {
				agree()
			}
		}),
	}))
}

// refuse says what is wrong; field is where it is mended, nil for nowhere here.
func (f *form) refuse(text string, field fyne.Focusable) {
	s := f.shell
	if f.life.Over() {
		s.Tell(s.Say("trouble.summary"), text)
		return
	}
	f.settle()
	f.trouble = parts.Wrong(s, text, field)
	s.Fill(f.told)
	parts.OnTop(s, f.top, f.trouble)
}

// done says that the token is there.
func (f *form) done(text, note string) {
	s := f.shell
	if f.life.Over() {
		s.Tell(s.Say(f.id+".page", words.Values{"Name": f.entry.Name}), text+"\n\n"+note)
		return
	}
	column := widgets.NewColumn(6, widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Fine, s.Say("status.pass")), widgets.NewText(text)))
	if note != "" {
		column.Add(widgets.NewSmallText(note))
	}
	f.above(widgets.NewCard(column))
}

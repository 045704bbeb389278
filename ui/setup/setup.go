// Package setup shows the seven steps to a token that works and is kept.
package setup

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// pages shows the seven steps of one setup.
type pages struct {
	shell  *shell.Shell
	setup  *setup.Setup
	page   *page // that is shown; nil before the first
	moving bool  // a step is being left; until the next page is there, presses are not heard
	saving bool
	began  func() // leads to where the setup began

	firstAnswer map[setup.Missing]fyne.Focusable // to the question of step 1 that is missed
	made        map[string]bool                  // what step 1 needs and the person says to have by now, by its making's ID
}

// content is what a step puts into the frame.
type content struct {
	title, lead string
	body        fyne.CanvasObject
	main        string // label of the main button: a verb
	press       func()
	goFirst     func() // what Enter does as long as a page of Meta's was not opened: it opens it; nil once it was, and where there is none
	focus       fyne.Focusable
	noBack      bool
	back        func()              // where Back and Esc lead; nil for the step before, and where the setup began
	again       func()              // shows the page anew, in the language spoken now; nil for the step's own page
	help        string              // id of the term that Help explains; "" for the step's help
	beside      bool                // it can be read beside the browser
	paste       func()              // what Ctrl+V does while no field has the focus; nil for nothing
	aside       []fyne.CanvasObject // further buttons beside the main one

	entered  func() // takes in what stands in the page's field, before it is left; nil without one
	left     func() // called when the page is left; nil for nothing
	returned func() // called when the window comes to the front again; nil for nothing
}

// page is the page of one step.
type page struct {
	*pages
	content
	top        *fyne.Container // what is wrong, on top of the page
	mainButton *widgets.Button
	trouble    *widgets.TroubleSummary // that stands there; nil for none
	what       *widgets.Text           // the lead
}

// Show begins a setup, or goes on with the one that was closed half-way.
func Show(s *shell.Shell) {
	env := s.Env()
	shell.Try(s.OnPage(), func(ctx context.Context) (*setup.Setup, error) { return setup.New(ctx, env) }, func(steps *setup.Setup, err error) {
		start(s, steps)
		if err != nil {
			s.Tell(s.Say("files.title"), parts.FileTrouble(s, err))
		}
	})
}

// Renew walks to another token in the place of a saved one; back leads to where that
// began.
func Renew(s *shell.Shell, entry vault.Entry, back func()) {
	p := &pages{shell: s, setup: setup.Renew(s.Env(), entry), began: back, made: map[string]bool{}}
	p.showStep()
}

// MakePermanent goes on from a temporary token to the setup of a permanent one,
// with what is known already filled in.
func MakePermanent(s *shell.Shell, report check.Report) { start(s, setup.NewFrom(s.Env(), report)) }

func start(s *shell.Shell, steps *setup.Setup) {
	p := &pages{shell: s, setup: steps, began: s.Rooms.Home, made: map[string]bool{}}
	p.showStep()
}

// showStep shows the page of the current step.
func (p *pages) showStep() {
	step, progress := p.setup.Step(), p.setup.Progress()
	if layouts := progress.Layouts(step); len(layouts) > 0 {
		p.showTrip(layouts, 0)
		return
	}
	switch {
	case step == setup.StepBusiness:
		p.showBusiness()
	case step == setup.StepPaste:
		p.showPaste()
	case step == setup.StepCheck:
		p.showCheck()
	case step == setup.StepKeep:
		p.showKeep()
	case progress.TokenSource() == setup.FromSolution:
		p.showSolution()
	default:
		p.showCode()
	}
}

// remember keeps what was answered for the next start. Where that fails, leaving
// the step tells so.
func (p *pages) remember() {
	shell.Background(p.shell.WhileOpen(), p.setup.Remember, func(error) {})
}

// show shows a step's page in the frame that all steps share.
func (p *pages) show(content content) {
	p.page = &page{pages: p, content: content}
	p.shell.Show(p.page)
}

// redraw shows something else on the page of the same step.
func (p *pages) redraw(content content) {
	p.page.content = content
	p.shell.Redraw()
}

// Draw implements shell.Page.
func (p *page) Draw() shell.View {
	s := p.shell
	p.moving, p.saving = false, false
	step := s.Say("step.of", words.Values{"Step": strconv.Itoa(int(p.setup.Step()))})
	p.trouble, p.top = nil, widgets.NewColumn(0)
	p.what = widgets.NewQuietText(p.lead)
	p.what.Hidden = p.lead == ""
	head := widgets.NewColumn(1, widgets.NewSmallText(step), widgets.NewHead(p.title, p.what))
	if old := p.setup.Renews(); old != nil && p.setup.Saved() == nil {
		head.Add(widgets.NewPadded(0, 8, 0, 0, widgets.NewSmallText(s.Words.Renewing(*old, s.Now()))))
	}

	back, escape := p.pages.back, p.goBack
	switch {
	case p.content.back != nil:
		back, escape = p.content.back, p.content.back
	case p.noBack:
		back = nil
	}
	p.mainButton = s.MainButton(p.main, p.press)
	if p.goFirst != nil {
		p.mainButton.SetImportance(widgets.Secondary)
	}
	return shell.View{
		Title:   s.Words.Named(step, p.title),
		Left:    p.stepList(),
		Content: widgets.NewPage(widgets.NewColumn(theme.Gap, p.top, head), p.body),
		Footer:  s.Footer(back, append(p.aside[:len(p.aside):len(p.aside)], p.mainButton)...),
		Enter:   p.enter,
		Escape:  escape,
		Back:    back,
		Help:    p.showHelp,
		Paste:   p.paste,
		Beside:  p.beside,
		Focus:   p.focus,
	}
}

// Leave implements shell.Page.
func (p *page) Leave() {
	if p.left != nil {
		p.left()
	}
}

// Returned implements shell.Page.
func (p *page) Returned() {
	if p.returned != nil {
		p.returned()
	}
}

// Unsaved implements shell.Page.
func (p *page) Unsaved() bool {
	p.takeIn()
	return p.unsaved()
}

// Translate implements shell.Translated. Where a secret is typed that nothing else keeps, the page
// stays as it is until it is left.
func (p *page) Translate() {
	if step := p.setup.Step(); step == setup.StepGenerate && p.setup.Progress().TokenSource() != setup.FromSystemUser {
		p.shell.Redraw()
		return
	}
	p.takeIn()
	if p.again != nil {
		p.again()
		return
	}
	p.showStep()
}

// unsaved reports whether there is a token that leaving loses.
func (p *pages) unsaved() bool {
	return !p.setup.Environment().Practice && !p.setup.Token().IsZero() && p.setup.Saved() == nil
}

func (p *pages) stepList() fyne.CanvasObject {
	states := p.setup.States()
	steps := make([]widgets.Step, len(setup.Steps))
	for i, step := range setup.Steps {
		state := widgets.ToCome
		switch states[step] {
		case setup.Current:
			state = widgets.Current
		case setup.Done:
			state = widgets.Done
		case setup.PassedOver:
			state = widgets.Skipped
		}
		steps[i] = widgets.Step{Name: p.shell.Say("step." + step.ID() + ".name"), State: state}
	}
	note := p.shell.Say("setup.note")
	if p.setup.Environment().Practice {
		note = p.shell.Say("setup.note_practice")
	}
	return widgets.NewStepList(p.shell.Say("app.name"), note, steps...)
}

// back goes one step back, and from the first to where the setup began.
func (p *pages) back() {
	if p.setup.Step() == setup.StepBusiness {
		p.goBack()
		return
	}
	p.leadTo(p.setup.Back)
}

// leadTo goes to an earlier step, from where nothing is missing.
func (p *pages) leadTo(step func(context.Context) error) {
	p.move(func(ctx context.Context) (setup.Missing, error) { return setup.NothingMissing, step(ctx) })
}

// goBack leaves the setup for where it began.
func (p *pages) goBack() {
	p.shell.UnlessUnsaved(func() {
		p.setup.Forget()
		p.began()
	})
}

// takeIn sees to it that Back does not lose a token that Meta shows only
// once.
func (p *pages) takeIn() {
	if p.page.entered != nil {
		p.page.entered()
	}
}

// next goes one step on, or says on the page what is missing.
func (p *pages) next() { p.move(p.setup.Next) }

func (p *pages) move(step func(context.Context) (setup.Missing, error)) {
	if p.moving {
		return // a double click must not pass over a step
	}
	p.moving = true
	p.takeIn()
	shell.Try(p.shell.OnPage(), step, func(missing setup.Missing, err error) {
		if missing != setup.NothingMissing {
			p.refuse(p.shell.Say("missing."+string(missing)), nil)
			return
		}
		p.showStep()
		if err != nil {
			p.shell.Tell(p.shell.Say("files.title"), parts.FileTrouble(p.shell, err))
		}
	})
}

// refuse says on top of the page why it cannot go on; field gets the focus
// when the line is pressed.
func (p *pages) refuse(text string, field fyne.Focusable) {
	p.moving, p.saving = false, false
	p.clearTrouble()
	p.page.trouble = parts.Wrong(p.shell, text, field)
	parts.OnTop(p.shell, p.page.top, p.page.trouble)
}

// clearTrouble takes away what refuse has put there.
func (p *pages) clearTrouble() {
	if trouble := p.page.trouble; trouble != nil {
		trouble.Settle()
		p.page.trouble = nil
		p.shell.Fill(p.page.top)
	}
}

func (p *page) showHelp() {
	if term := p.help; term != "" {
		p.shell.Tell(p.shell.Say(term+".title"), p.shell.Say(term+".text"))
		return
	}
	p.shell.Tell(p.shell.Say("help.title"), p.shell.Say("step."+p.setup.Step().ID()+".help"))
}

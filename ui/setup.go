package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// setupPages shows the seven steps of one setup.
type setupPages struct {
	*Window
	setup  *setup.Setup
	moving bool // a step is being left; until the next page is there, presses are not heard
	saving bool
	typed  func() // takes in what stands in the page's field, before it is left; nil without one
	head   *fyne.Container
	title  *widgets.Text
	lead   *widgets.Text

	purposes *widgets.RadioGroup // step 1's second question; nil before it was asked
}

// stepPage is what a step puts into the frame.
type stepPage struct {
	title, lead string
	body        fyne.CanvasObject
	main        string // label of the main button: a verb
	press       func()
	focus       fyne.Focusable
	noBack      bool
	aside       []fyne.CanvasObject // further buttons beside the main one
}

// ShowSetup begins a setup, or goes on with the one that was closed half-way.
func (w *Window) ShowSetup() {
	w.leave()
	var steps *setup.Setup
	var err error
	env := w.env()
	w.onPage(func(ctx context.Context) { steps, err = setup.New(ctx, env) }, func() {
		pages := &setupPages{Window: w, setup: steps}
		pages.showStep()
		if err != nil {
			w.tell(w.say("files.title"), w.fileTrouble(err))
		}
	})
}

// showStep shows the page of the current step.
func (p *setupPages) showStep() {
	p.leave()
	p.typed = nil
	p.unsaved = func() bool {
		p.takeTyped()
		return !p.setup.Environment().Practice && !p.setup.Token().IsZero() && p.setup.Saved() == nil
	}
	switch p.setup.Step() {
	case setup.StepBusiness:
		p.showBusiness()
	case setup.StepSystemUser:
		p.showSystemUser()
	case setup.StepAssets:
		p.showAssets()
	case setup.StepGenerate:
		p.showGenerate()
	case setup.StepPaste:
		p.showPaste()
	case setup.StepCheck:
		p.showCheck()
	case setup.StepKeep:
		p.showKeep()
	}
}

// remember keeps what was answered for the next start. Where that fails, leaving
// the step tells so.
func (p *setupPages) remember() {
	p.background(func(ctx context.Context) { _ = p.setup.Remember(ctx) }, func() {})
}

// put shows a step's page in the frame that all steps share.
func (p *setupPages) put(content stepPage) {
	p.moving, p.saving = false, false
	p.title = widgets.NewTitle(content.title)
	p.lead = widgets.NewStyledText(content.lead, widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 600})
	p.head = widgets.NewColumn(1,
		widgets.NewSmallText(p.say("step.of", words.Values{"Step": strconv.Itoa(int(p.setup.Step()))})), p.title, p.lead)

	left := []fyne.CanvasObject{widgets.NewButton(widgets.Secondary, p.say("button.back"), p.back)}
	if content.noBack {
		left = nil
	}
	main := widgets.NewButton(widgets.Primary, content.main, content.press)
	right := append([]fyne.CanvasObject{widgets.NewButton(widgets.Link, p.say("button.help"), p.showStepHelp)}, content.aside...)
	p.show(page{
		title:   p.Words.Named(p.say("step.of", words.Values{"Step": strconv.Itoa(int(p.setup.Step()))}), content.title),
		left:    p.stepList(),
		content: widgets.NewPage(p.head, content.body),
		footer:  widgets.NewFooter(left, append(right, main)),
		enter:   content.press,
		escape:  p.goHome,
		focus:   content.focus,
	})
}

func (p *setupPages) stepList() fyne.CanvasObject {
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
		steps[i] = widgets.Step{Name: p.say("step." + step.ID() + ".name"), State: state}
	}
	note := p.say("setup.note")
	if p.setup.Environment().Practice {
		note = p.say("setup.note_practice")
	}
	return widgets.NewStepList(p.say("app.name"), note, steps...)
}

// back goes one step back, and Home from the first.
func (p *setupPages) back() {
	if p.setup.Step() == setup.StepBusiness {
		p.goHome()
		return
	}
	p.move(func(ctx context.Context) (setup.Missing, error) { return setup.NothingMissing, p.setup.Back(ctx) })
}

// goHome leaves the setup.
func (p *setupPages) goHome() {
	p.unlessUnsaved(func() {
		p.setup.Forget()
		p.ShowHome()
	})
}

// takeTyped sees to it that Back does not lose a token that Meta shows only
// once.
func (p *setupPages) takeTyped() {
	if p.typed != nil {
		p.typed()
	}
}

// next goes one step on, or says on the page what is missing.
func (p *setupPages) next() { p.move(p.setup.Next) }

func (p *setupPages) move(step func(context.Context) (setup.Missing, error)) {
	if p.moving {
		return // a double click must not pass over a step
	}
	p.moving = true
	p.takeTyped()
	var missing setup.Missing
	var err error
	p.onPage(func(ctx context.Context) { missing, err = step(ctx) }, func() {
		if missing != setup.NothingMissing {
			p.refuse(p.say("missing."+string(missing)), nil)
			return
		}
		p.showStep()
		if err != nil {
			p.tell(p.say("files.title"), p.fileTrouble(err))
		}
	})
}

// refuse says on top of the page why it cannot go on; field gets the focus
// when the line is pressed.
func (p *setupPages) refuse(text string, field fyne.Focusable) {
	p.moving, p.saving = false, false
	summary := widgets.NewTroubleSummary(p.say("trouble.summary"), widgets.Trouble{Text: words.Plain(text), Field: field})
	p.clearTrouble()
	p.head.Objects = append([]fyne.CanvasObject{widgets.NewPadded(0, 0, 0, 10, summary)}, p.head.Objects...)
	p.head.Refresh()
	p.relayout()
	p.window.Canvas().Focus(summary)
	widgets.Reveal(p.head)
}

// clearTrouble takes away what refuse has put there: all but the last three.
func (p *setupPages) clearTrouble() {
	const own = 3
	p.head.Objects = p.head.Objects[len(p.head.Objects)-own:]
	p.head.Refresh()
}

func (p *setupPages) showStepHelp() {
	p.tell(p.say("help.title"), p.say("step."+p.setup.Step().ID()+".help"))
}

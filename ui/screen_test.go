package ui_test

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

// visit is called with an object, its place in the window, and whether it is
// seen.
type visit func(o fyne.CanvasObject, at fyne.Position, seen bool)

// walk goes through everything on the screen, hidden things included.
func walk(o fyne.CanvasObject, at fyne.Position, seen bool, do visit) {
	if o == nil {
		return
	}
	at, seen = at.Add(o.Position()), seen && o.Visible()
	do(o, at, seen)
	switch o := o.(type) {
	case *fyne.Container:
		for _, each := range o.Objects {
			walk(each, at, seen, do)
		}
	case fyne.Widget:
		for _, each := range test.WidgetRenderer(o).Objects() {
			walk(each, at, seen, do)
		}
	}
}

// front is what the person can act on: the dialog, if one is open, or the page.
func (p *person) front() fyne.CanvasObject {
	if dialog := p.screen.Canvas().Overlays().Top(); dialog != nil {
		return dialog
	}
	return p.screen.Content()
}

// all goes through page and dialogs, hidden things included.
func (p *person) all(do visit) {
	walk(p.screen.Content(), fyne.Position{}, true, do)
	for _, dialog := range p.screen.Canvas().Overlays().List() {
		walk(dialog, fyne.Position{}, true, do)
	}
}

// text is what can be read at the front, a line for each text.
func (p *person) text() string {
	var lines []string
	walk(p.front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		if text, ok := o.(fyne.Accessible); ok && seen && text.AccessibilityRole() == fyne.AccessibleRoleText {
			lines = append(lines, strings.ReplaceAll(text.AccessibilityLabel(), "**", ""))
		}
	})
	return strings.Join(lines, "\n")
}

func (p *person) sees(text string) bool {
	return strings.Contains(p.text(), strings.ReplaceAll(text, "**", ""))
}

// mustSee fails unless every text can be read at the front.
func (p *person) mustSee(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		if !p.sees(text) {
			p.t.Fatalf("“%s” is nowhere to be read in\n%s", text, p.text())
		}
	}
}

// pressable is what a person presses and can read a word on.
type pressable interface {
	fyne.CanvasObject
	fyne.Focusable
	fyne.Tappable
	AccessibilityLabel() string
}

// pressables are what can be pressed at the front, from left to right and from
// top to bottom.
func (p *person) pressables() []pressable {
	var found []pressable
	walk(p.front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		if each, ok := o.(pressable); ok && seen {
			found = append(found, each)
		}
	})
	return found
}

func (p *person) find(label string) pressable {
	for _, each := range p.pressables() {
		if each.AccessibilityLabel() == label {
			return each
		}
	}
	return nil
}

// tap presses without waiting for what comes of it.
func (p *person) tap(label string) {
	p.t.Helper()
	found := p.find(label)
	if found == nil {
		p.t.Fatalf("there is no “%s” to press in\n%s", label, p.text())
	}
	test.Tap(found)
}

// press presses, and waits for what comes of it.
func (p *person) press(label string) {
	p.t.Helper()
	p.tap(label)
	p.settle()
}

// key types a key where the focus is.
func (p *person) key(name fyne.KeyName) {
	event := &fyne.KeyEvent{Name: name}
	switch focused := p.screen.Canvas().Focused(); {
	case focused != nil:
		focused.TypedKey(event)
	default:
		p.screen.Canvas().OnTypedKey()(event)
	}
	p.settle()
}

// paste presses Paste with a text on the clipboard.
func (p *person) paste(text string) {
	p.t.Helper()
	p.app.Clipboard().SetContent(text)
	p.press(p.say("button.paste"))
}

// typeName replaces what is in the dialog's field.
func (p *person) typeName(text string) {
	p.t.Helper()
	entry, ok := p.screen.Canvas().Focused().(*widgets.TextEntry)
	if !ok {
		p.t.Fatalf("the focus is on %T", p.screen.Canvas().Focused())
	}
	entry.SetText(text)
}

// step is the number that the page gives, 0 for none.
func (p *person) step() int {
	for _, step := range setup.Steps {
		if p.sees(p.words.Say("step.of", map[string]string{"Step": string(rune('0' + int(step)))})) {
			return int(step)
		}
	}
	return 0
}

// mainLabels are the words on each step's main button.
var mainLabels = map[setup.Step]string{
	setup.StepBusiness: "step.business.main", setup.StepSystemUser: "step.system_user.main",
	setup.StepAssets: "step.assets.main", setup.StepGenerate: "step.generate.main", setup.StepPaste: "step.paste.main",
	setup.StepCheck: "step.check.main", setup.StepKeep: "step.keep.main",
}

// goTo goes on to a step from Home or from an earlier step, with the token of a
// scenario.
func (p *person) goTo(step setup.Step, scenario string) {
	p.t.Helper()
	if p.step() == 0 {
		p.press(p.say("home.setup"))
	}
	for p.step() < int(step) {
		at := setup.Step(p.step())
		switch at {
		case setup.StepBusiness:
			p.press(p.say("situation.own_business.title"))
		case setup.StepPaste:
			p.paste(tokenOf(p.t, scenario))
		}
		p.press(p.say(mainLabels[at]))
		if p.step() == int(at) {
			p.t.Fatalf("step %d cannot be left:\n%s", at, p.text())
		}
	}
}

// leaks tells where in the window, its title or its preferences a secret stands,
// whole or in pieces; "" for nowhere.
func (p *person) leaks(secret string) string {
	var drawn, labels strings.Builder
	p.all(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		switch o := o.(type) {
		case *canvas.Text:
			drawn.WriteString(o.Text)
		case *widget.Entry:
			labels.WriteString(o.Text + o.PlaceHolder + "\n")
		}
		if named, ok := o.(fyne.Accessible); ok {
			labels.WriteString(named.AccessibilityLabel() + "\n")
		}
	})
	places := map[string]string{
		"what is drawn": drawn.String(), "a label": labels.String(), "the window's title": p.screen.Title(),
	}
	p.app.Preferences().(interface{ ReadValues(func(map[string]any)) }).ReadValues(func(values map[string]any) {
		places["a preference"] = fmt.Sprint(values)
	})
	const piece = 12
	for place, text := range places {
		for i := 0; i+piece <= len(secret); i++ {
			if strings.Contains(text, secret[i:i+piece]) {
				return place
			}
		}
	}
	return ""
}

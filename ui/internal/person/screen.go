package person

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

// visit is called with an object, its place in the window, and whether it is
// seen.
type visit func(o fyne.CanvasObject, at fyne.Position, seen bool)

// Walk goes through everything on the screen, hidden things included.
func Walk(o fyne.CanvasObject, at fyne.Position, seen bool, do visit) {
	if o == nil {
		return
	}
	at, seen = at.Add(o.Position()), seen && o.Visible()
	do(o, at, seen)
	switch o := o.(type) {
	case *fyne.Container:
		for _, each := range o.Objects {
			Walk(each, at, seen, do)
		}
	case fyne.Widget:
		for _, each := range test.WidgetRenderer(o).Objects() {
			Walk(each, at, seen, do)
		}
	}
}

// Front is what the person can act on: the dialog, if one is open, or the page.
func (p *Person) Front() fyne.CanvasObject {
	if dialog := p.Screen.Canvas().Overlays().Top(); dialog != nil {
		return dialog
	}
	return p.Screen.Content()
}

// All goes through page and dialogs, hidden things included.
func (p *Person) All(do visit) {
	Walk(p.Screen.Content(), fyne.Position{}, true, do)
	for _, dialog := range p.Screen.Canvas().Overlays().List() {
		Walk(dialog, fyne.Position{}, true, do)
	}
}

// Text is what can be read at the front, a line for each text.
func (p *Person) Text() string {
	var lines []string
	Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		if text, ok := o.(fyne.Accessible); ok && seen && text.AccessibilityRole() == fyne.AccessibleRoleText {
			lines = append(lines, strings.ReplaceAll(text.AccessibilityLabel(), "**", ""))
		}
	})
	return strings.Join(lines, "\n")
}

func (p *Person) Sees(text string) bool {
	return strings.Contains(p.Text(), strings.ReplaceAll(text, "**", ""))
}

// MustSee fails unless every text can be read at the front.
func (p *Person) MustSee(texts ...string) {
	p.T.Helper()
	for _, text := range texts {
		if !p.Sees(text) {
			p.T.Fatalf("“%s” is nowhere to be read in\n%s", text, p.Text())
		}
	}
}

// MainInstruction is what is written largest at the front: the title of the page or the dialog.
func (p *Person) MainInstruction() string {
	instruction, largest := "", float32(0)
	Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		text, ok := o.(*widgets.Text)
		if !ok || !seen {
			return
		}
		for _, each := range test.WidgetRenderer(text).Objects() {
			if drawn, ok := each.(*canvas.Text); ok && drawn.TextSize > largest {
				instruction, largest = text.Text(), drawn.TextSize
			}
		}
	})
	return instruction
}

// Pressable is what a person presses and can read a word on.
type Pressable interface {
	fyne.CanvasObject
	fyne.Focusable
	fyne.Tappable
	AccessibilityLabel() string
}

// Pressables are what can be pressed at the front, from left to right and from
// top to bottom.
func (p *Person) Pressables() []Pressable {
	var found []Pressable
	Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		if each, ok := o.(Pressable); ok && seen {
			found = append(found, each)
		}
	})
	return found
}

// Accented are the labels of what can be pressed in the accent: it is what most people press next.
func (p *Person) Accented() []string {
	accent, found := fynetheme.Color(theme.ColorNameAccent), []string{}
	for _, each := range p.Pressables() {
		for _, drawn := range test.WidgetRenderer(each.(fyne.Widget)).Objects() {
			face, isFace := drawn.(*canvas.Rectangle)
			panel, isPanel := drawn.(*widgets.Panel)
			if isFace && face.Visible() && face.FillColor == accent || isPanel && panel.Fill == theme.ColorNameAccent {
				found = append(found, each.AccessibilityLabel())
			}
		}
	}
	return found
}

func (p *Person) Find(label string) Pressable {
	for _, each := range p.Pressables() {
		if each.AccessibilityLabel() == label {
			return each
		}
	}
	return nil
}

// Look lets the moment go by that a person needs to see what is new on a page.
func (p *Person) Look() { p.Ahead.Add(int64(time.Second)) }

// Tap presses without waiting for what comes of it.
func (p *Person) Tap(label string) {
	p.T.Helper()
	p.Look()
	p.TapAtOnce(label)
}

// TapAtOnce presses without a look at the page, as the second half of a double
// click does.
func (p *Person) TapAtOnce(label string) {
	p.T.Helper()
	found := p.Find(label)
	if found == nil {
		p.T.Fatalf("there is no “%s” to press in\n%s", label, p.Text())
	}
	test.Tap(found)
}

// Press presses, and waits for what comes of it.
func (p *Person) Press(label string) {
	p.T.Helper()
	p.Tap(label)
	p.Settle()
}

// PressLast presses the last of several buttons of the same label.
func (p *Person) PressLast(label string) {
	p.T.Helper()
	var last Pressable
	for _, one := range p.Pressables() {
		if one.AccessibilityLabel() == label {
			last = one
		}
	}
	if last == nil {
		p.T.Fatalf("there is no %q", label)
	}
	last.Tapped(&fyne.PointEvent{})
	p.Settle()
}

// Key types a key where the focus is, after a look at the page.
func (p *Person) Key(name fyne.KeyName) {
	p.Look()
	p.KeyAtOnce(name)
}

// KeyAtOnce types a key without one.
func (p *Person) KeyAtOnce(name fyne.KeyName) {
	event := &fyne.KeyEvent{Name: name}
	switch focused := p.Screen.Canvas().Focused(); {
	case focused != nil:
		focused.TypedKey(event)
	default:
		p.Screen.Canvas().OnTypedKey()(event)
	}
	p.Settle()
}

// Shortcut presses keys together while no field has the focus. What a field hands on only
// a real window hears: see the tour.
func (p *Person) Shortcut(shortcut fyne.Shortcut) {
	p.Look()
	p.Screen.Canvas().Unfocus()
	p.Screen.shortcuts.TypedShortcut(shortcut)
	p.Settle()
}

// Paste presses Paste with a text on the clipboard.
func (p *Person) Paste(text string) {
	p.T.Helper()
	p.App.Clipboard().SetContent(text)
	p.Press(p.Say("button.paste"))
}

// TypeName replaces what is in the dialog's field.
func (p *Person) TypeName(text string) {
	p.T.Helper()
	entry, ok := p.Screen.Canvas().Focused().(*widgets.TextEntry)
	if !ok {
		p.T.Fatalf("the focus is on %T", p.Screen.Canvas().Focused())
	}
	entry.SetText(text)
}

// Step is the number that the page gives, 0 for none.
func (p *Person) Step() int {
	for _, step := range setup.Steps {
		if p.Sees(p.Words.Say("step.of", map[string]string{"Step": string(rune('0' + int(step)))})) {
			return int(step)
		}
	}
	return 0
}

// mainLabels are the words on each step's main button.
var MainLabels = map[setup.Step]string{
	setup.StepBusiness: "step.business.main", setup.StepSystemUser: "step.system_user.main",
	setup.StepAssets: "step.assets.main", setup.StepGenerate: "step.generate.main", setup.StepPaste: "step.paste.main",
	setup.StepCheck: "step.check.main", setup.StepKeep: "step.keep.main",
}

// GoTo goes on to a step from Home or from an earlier step, with the token of a
// scenario.
func (p *Person) GoTo(step setup.Step, scenario string) {
	p.T.Helper()
	if p.Step() == 0 {
		begin := "home.setup"
		if p.Sees(p.Say("home.saved")) {
			begin = "home.new"
		}
		p.Press(p.Say(begin))
	}
	for p.Step() < int(step) {
		at := setup.Step(p.Step())
		switch at {
		case setup.StepBusiness:
			p.Press(p.Say("situation.own_business.title"))
		case setup.StepPaste:
			p.Paste(TokenOf(p.T, scenario))
		}
		p.Press(p.Say(MainLabels[at]))
		if p.Step() == int(at) {
			p.T.Fatalf("step %d cannot be left:\n%s", at, p.Text())
		}
	}
}

// Leaks tells where in the window, its title or its preferences a secret stands,
// whole or in pieces; "" for nowhere.
func (p *Person) Leaks(secret string) string {
	var drawn, labels strings.Builder
	p.All(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
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
		"what is drawn": drawn.String(), "a label": labels.String(), "the window's title": p.Screen.Title(),
	}
	p.App.Preferences().(interface{ ReadValues(func(map[string]any)) }).ReadValues(func(values map[string]any) {
		places["a preference"] = fmt.Sprint(values)
	})
	piece := min(12, len(secret))
	for place, text := range places {
		for i := 0; i+piece <= len(secret); i++ {
			if strings.Contains(text, secret[i:i+piece]) {
				return place
			}
		}
	}
	return ""
}

package ui_test

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

// tour shows every page and dialog once.
func (p *person) tour(look func(page string)) {
	look("home")
	p.press(p.say("settings.title"))
	look("settings")
	p.press(p.say("button.done"))
	p.press(p.say("home.check"))
	look("desk")
	p.paste(tokenOf(p.t, "messaging-missing"))
	p.press(p.say("desk.main"))
	look("desk, checked")
	p.press(p.say("button.back"))

	for _, step := range setup.Steps {
		p.goTo(step, "ready")
		look("step " + step.ID())
		p.press(p.say("button.help"))
		look("help for " + step.ID())
		p.press(p.say("button.close"))
		if step == setup.StepBusiness {
			p.press(p.say("situation.solution_partner.title"))
			look("step business, partner")
			p.press(p.say("need.title"))
			look("what is needed first")
			p.press(p.say("button.close"))
		}
	}
	p.press(p.say("step.keep.main"))
	look("kept")
	p.press(p.say("button.close"))
	look("home, saved")
	p.press(p.say("saved.hand_over"))
	look("hand over")
	for _, way := range []string{"env_file", "store"} {
		p.press(p.say("handover." + way))
		look(way)
		p.key(fyne.KeyReturn)
		look(way + ", refused")
		p.press(p.say("button.back"))
	}
	p.press(p.say("test.main"))
	p.key(fyne.KeyReturn)
	look("test message, refused")
	p.press(p.say("button.close"))
	p.press(p.say("button.back"))

	p.goTo(setup.StepPaste, "")
	p.press(p.say("step.paste.main"))
	look("step paste, refused")
	p.goTo(setup.StepCheck, "messaging-missing")
	look("step check, to fix")
	p.press(p.say("button.back"))
	p.goTo(setup.StepCheck, "two-accounts")
	look("step check, a choice")
	p.goTo(setup.StepKeep, "")
	look("step keep, a choice")
	p.press(p.say("button.change"))
	look("name")
	p.press(p.say("button.cancel"))
	p.key(fyne.KeyEscape)
	look("leave")
	p.press(p.say("leave.do"))

	p.press(p.say("home.practise"))
	look("practice, step business")
	p.goTo(setup.StepPaste, "")
	look("practice, step paste")
}

// TestNoTextLiesOutside: in every look and at both sizes that must work, every
// text is within its own place and within the window.
func TestNoTextLiesOutside(t *testing.T) {
	for _, scale := range []float64{1, 1.25, 1.5, 2} {
		p := sit(t, habits{appearance: theme.Light, textScale: scale})
		p.tour(func(page string) {
			for _, size := range []fyne.Size{fyne.NewSize(900, 640), fyne.NewSize(1000, 700)} {
				p.screen.Resize(size)
				p.mustFit(fmt.Sprintf("%s at %v, text at %v %%", page, size, 100*scale), size)
			}
		})
	}
}

// mustFit fails when the window had to grow, or when something is drawn beside
// its place.
func (p *person) mustFit(page string, size fyne.Size) {
	p.t.Helper()
	if grown := p.screen.Canvas().Size(); grown.Width > size.Width || grown.Height > size.Height {
		p.t.Errorf("%s: the window must be %v", page, grown)
	}
	walk(p.front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
		if !seen {
			return
		}
		switch o := o.(type) {
		case *widgets.Text:
			for _, each := range test.WidgetRenderer(o).Objects() {
				if piece, ok := each.(*canvas.Text); ok && piece.Position().X+piece.MinSize().Width > o.Size().Width+1 {
					p.t.Errorf("%s: “%s” is wider than its place", page, piece.Text)
				}
			}
			if o.MinSize().Height > o.Size().Height+1 {
				p.t.Errorf("%s: “%s” is taller than its place", page, o.Text())
			}
		case pressable:
			if o.Size().Width < 24 || o.Size().Height < 24 {
				p.t.Errorf("%s: “%s” is only %v large", page, o.AccessibilityLabel(), o.Size())
			}
		}
		if _, isText := o.(*canvas.Text); isText && (at.X < 0 || at.X+o.MinSize().Width > size.Width+1) {
			p.t.Errorf("%s: a text lies outside the window, at %v", page, at)
		}
	})
}

// TestNoPageScrolls: at 900×640 and with text of normal size a page is seen as a
// whole; only what can grow scrolls.
func TestNoPageScrolls(t *testing.T) {
	mayScroll := map[string]bool{
		"desk, checked": true, "step check": true, "step check, to fix": true, "step check, a choice": true,
		"practice, step paste": true, "home, saved": true, "hand over": true,
	}
	p := sit(t, habits{appearance: theme.Light})
	p.tour(func(page string) {
		if !mayScroll[page] {
			p.mustNotScroll(page)
		}
	})
}

// mustNotScroll fails when a page is not seen as a whole at 900×640.
func (p *person) mustNotScroll(page string) {
	p.t.Helper()
	p.screen.Resize(fyne.NewSize(900, 640))
	walk(p.front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		scroll, ok := o.(*widgets.Scroll)
		if !ok || !seen {
			return
		}
		if needs, has := scroll.Content.MinSize().Height, scroll.Size().Height; needs > has+0.5 {
			p.t.Errorf("%s scrolls: it needs %v and has %v\n%s", page, needs, has, p.text())
		}
	})
}

// TestBothLooksAreDrawn draws every page in both themes and looks at the colour
// behind it.
func TestBothLooksAreDrawn(t *testing.T) {
	for look, want := range map[theme.Appearance]color.NRGBA{
		theme.Light: {0xF5, 0xF6, 0xF8, 0xFF}, theme.Dark: {0x12, 0x16, 0x1C, 0xFF},
	} {
		p := sit(t, habits{appearance: look})
		p.screen.Resize(fyne.NewSize(900, 640))
		p.goTo(setup.StepSystemUser, "")
		for _, page := range []string{"step 2", "Home"} {
			picture := p.screen.Canvas().Capture()
			bounds := picture.Bounds()
			if got := color.NRGBAModel.Convert(picture.At(bounds.Max.X-3, bounds.Max.Y/2)); got != want {
				t.Errorf("%s is drawn on %v, want %v", page, got, want)
			}
			p.key(fyne.KeyEscape)
		}
	}
}

package ui_test

import (
	"errors"
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/graph/sandbox"
	"latchkey/ui/internal/person"
	"latchkey/ui/theme"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// tour shows every page and dialog once.
func tour(p *person.Person, look func(page string)) {
	look("home")
	p.Press(p.Say("settings.title"))
	look("settings")
	p.Press(p.Say("button.done"))
	p.Press(p.Say("home.check"))
	look("desk")
	p.Paste(person.TokenOf(p.T, "messaging-missing"))
	p.Press(p.Say("desk.main"))
	look("desk, checked")
	for _, tool := range []string{"explain", "many"} {
		p.Press(p.Say("desk." + tool))
		look("desk, " + tool)
		p.Press(p.Say("button.back"))
	}
	p.Press(p.Say("button.back"))
	p.Press(p.Say("home.training"))
	look("training")
	p.Press(p.Say("training.app-outside-portfolio.title"))
	look("story")
	p.Press(p.Say("training.look"))
	look("story, not solved")
	p.Press(p.Say("practice.end"))

	p.Keychain.FailWith(errors.New("org.freedesktop.secrets was not provided by any .service files"))
	p.GoTo(setup.StepBusiness, "")
	p.Look()
	look("step business, no keychain")
	p.Press(p.Say("keychain.what_to_do"))
	look("keychain")
	p.Keychain.FailWith(nil)
	p.Press(p.Say("keychain.test_again"))

	for _, step := range setup.Steps {
		p.GoTo(step, "ready")
		look("step " + step.ID())
		p.Press(p.Say("button.help"))
		look("help for " + step.ID())
		p.Press(p.Say("button.close"))
		if step == setup.StepBusiness {
			for _, need := range []string{"portfolio", "app", "number"} {
				making := "need.make_" + need
				p.Lacks("need." + need)
				look(making)
				for p.Find(p.Say("picture.next")) != nil {
					p.Press(p.Say("picture.next"))
					look(making + ", next picture")
				}
				p.Press(p.Say(making + ".main"))
			}
			p.Press(p.Say("situation.others.title"))
			look("step business, others")
			p.Press(p.Say("situation.tech_provider.title"))
			look("step business, provider")
			p.Press(p.Say("purpose.customers.title"))
			look("step business, partner")
			p.Press(p.Say("purpose.credit_line.title"))
			look("step business, credit line")
			p.Press(p.Say("need.title"))
			look("what is needed first")
			p.Press(p.Say("button.close"))
		}
	}
	p.Press(p.Say("step.keep.main"))
	look("kept")
	p.Press(p.Say("button.close"))
	look("home, saved")
	p.Press(p.Say("saved.hand_over"))
	look("hand over")
	for _, way := range []string{"env_file", "store"} {
		p.Press(p.Say("handover." + way))
		look(way)
		p.Key(fyne.KeyReturn)
		look(way + ", refused")
		p.Press(p.Say("button.back"))
	}
	p.Press(p.Say("handover.commands"))
	look("commands")
	p.Press(p.Say("button.back"))
	p.Press(p.Say("test.main"))
	look("test message")
	p.Key(fyne.KeyReturn)
	look("test message, refused")
	p.Press(p.Say("button.close"))
	p.Press(p.Say("button.back"))

	p.GoTo(setup.StepPaste, "")
	p.Press(p.Say("step.paste.main"))
	look("step paste, refused")
	p.GoTo(setup.StepCheck, "messaging-missing")
	look("step check, to fix")
	p.Press(p.Say("step.check.paste"))
	p.Paste(person.TokenOf(p.T, "ready"))
	p.Press(p.Say("step.paste.main"))
	look("step check, fixed")
	p.GoTo(setup.StepKeep, "")
	p.PressLast(p.Say("button.change"))
	look("another number")
	p.Press(p.Say("button.done"))
	p.Press(p.Say("keep.other_token"))
	p.GoTo(setup.StepCheck, "two-accounts")
	look("step check, a choice")
	p.GoTo(setup.StepKeep, "")
	look("step keep, a choice")
	p.Press(p.Say("button.change"))
	look("name")
	p.Press(p.Say("button.cancel"))
	p.Key(fyne.KeyEscape)
	look("leave")
	p.Press(p.Say("leave.do"))

	repair := func(scenario, button string) {
		p.Press(p.Say("home.check"))
		p.Paste(person.TokenOf(p.T, scenario))
		p.Press(p.Say("desk.main"))
		p.Press(p.Say(button))
		look("repair, " + scenario)
	}
	repair("app-not-subscribed", "fix.subscribe.button")
	p.Press(p.Say("fix.subscribe.button"))
	look("repair, subscribed")
	p.Press(p.Say("fix.unsubscribe.button"))
	look("repair, to unsubscribe")
	p.Press(p.Say("button.back"))
	p.Press(p.Say("button.back"))
	repair("number-needs-code", "fix.register.button")
	p.Press(p.Say("fix.register.by_sms"))
	look("repair, code")
	p.Press(p.Say("button.back"))
	p.Press(p.Say("button.back"))
	repair("number-not-registered", "fix.register.button")
	p.Press(p.Say("fix.register.button"))
	look("repair, no PIN")
	p.Press(p.Say("button.back"))
	p.Press(p.Say("button.back"))

	toTheTokenItself(p, look)

	p.Press(p.Say("home.practise"))
	look("practice, step business")
	p.GoTo(setup.StepPaste, "")
	look("practice, step paste")
}

// toTheTokenItself shows the pages on which a token is extended, revoked, or checked
// with the secret of its app. It begins and ends on Home.
func toTheTokenItself(p *person.Person, look func(page string)) {
	found, _ := sandbox.FindScenario("extension-refused")
	secret := found.AppSecret.Reveal()
	p.HasSaved(found.Name, "A stall")
	p.Press(p.Say("saved.check"))
	look("home, saved")
	p.Press(p.Say("fix.extend.button"))
	look("extend")
	p.Press(p.Say("fix.continue"))
	look("extend, no secret")
	p.Paste(secret)
	p.Press(p.Say("fix.continue"))
	look("extend, what will be done")
	p.Press(p.Say("fix.extend.do"))
	look("extend, refused")
	p.Press(p.Say("button.back"))
	p.Press(p.Say("saved.details"))
	look("saved")
	p.Press(p.Say("fix.revoke.button"))
	p.Paste(secret)
	p.Press(p.Say("fix.continue"))
	look("revoke, what will end")
	p.Press(p.Say("fix.revoke.do"))
	look("revoked")
	p.Press(p.Say("button.close"))
	p.Press(p.Say("button.back"))
	p.Press(p.Say("home.check"))
	p.Press(p.Say("desk.in_chat"))
	look("desk, in a chat")
	p.Press(p.Say("fix.revoke.button"))
	p.Press(p.Say("fix.continue"))
	look("revoke, no token")
	p.Press(p.Say("button.back"))
	p.Paste(person.TokenOf(p.T, "app-secret-proof"))
	p.Press(p.Say("desk.main"))
	p.Press(p.Say("fix.proof.button"))
	look("proof")
	p.Press(p.Say("button.back"))
	p.Press(p.Say("button.back"))
}

// TestNoTextLiesOutside: in every look and at both sizes that must work, every
// text is within its own place and within the window.
func TestNoTextLiesOutside(t *testing.T) {
	for _, scale := range []float64{1, 1.25, 1.5, 2} {
		p := person.Sit(t, person.Habits{Appearance: theme.Light, TextScale: scale})
		tour(p, func(page string) {
			for _, size := range []fyne.Size{fyne.NewSize(900, 640), fyne.NewSize(1000, 700)} {
				p.Screen.Resize(size)
				p.MustFit(fmt.Sprintf("%s at %v, text at %v %%", page, size, 100*scale), size)
			}
			p.MustNotOverlap(fmt.Sprintf("%s, text at %v %%", page, 100*scale))
		})
	}
}

// TestNoTextLiesOutsideInAnyLanguage: German has the longest words, Hindi the highest letters.
func TestNoTextLiesOutsideInAnyLanguage(t *testing.T) {
	for _, language := range words.Languages() {
		for _, scale := range []float64{1, 2} {
			t.Run(fmt.Sprintf("%s at %v %%", language.Tag, 100*scale), func(t *testing.T) {
				p := person.Sit(t, person.Habits{Appearance: theme.Light, TextScale: scale, Language: language.Tag})
				size := fyne.NewSize(900, 640)
				tour(p, func(page string) {
					p.Screen.Resize(size)
					p.MustFit(page, size)
					p.MustNotOverlap(page)
					if page == "home" && scale == 1 {
						p.MustNotScroll(page)
					}
				})
			})
		}
	}
}

// TestNoPageScrolls: at 900×640 and with text of normal size a page is seen as a
// whole, also where the words are long; only what can grow scrolls.
func TestNoPageScrolls(t *testing.T) {
	const (
		rows   = "the rows of a check grow"
		tokens = "the list of tokens grows"
	)
	mayScroll := map[string]string{
		"desk, checked": rows, "training": "the list of stories grows", "step check, to fix": rows, "step check, a choice": rows,
		"practice, step paste": tokens, "home, saved": tokens,
	}
	for _, language := range words.Languages() {
		t.Run(language.Tag, func(t *testing.T) {
			p := person.Sit(t, person.Habits{Appearance: theme.Light, Language: language.Tag})
			tour(p, func(page string) {
				if mayScroll[page] == "" {
					p.MustNotScroll(page)
				}
			})
		})
	}
}

// TestBothLooksAreDrawn draws every page in both themes and looks at the colour
// behind it.
func TestBothLooksAreDrawn(t *testing.T) {
	for look, want := range map[theme.Appearance]color.NRGBA{
		theme.Light: {0xF5, 0xF6, 0xF8, 0xFF}, theme.Dark: {0x12, 0x16, 0x1C, 0xFF},
	} {
		p := person.Sit(t, person.Habits{Appearance: look})
		p.Screen.Resize(fyne.NewSize(900, 640))
		p.GoTo(setup.StepSystemUser, "")
		for _, page := range []string{"step 2", "Home"} {
			picture := p.Screen.Canvas().Capture()
			bounds := picture.Bounds()
			if got := color.NRGBAModel.Convert(picture.At(bounds.Max.X-3, bounds.Max.Y/2)); got != want {
				t.Errorf("%s is drawn on %v, want %v", page, got, want)
			}
			p.Key(fyne.KeyEscape)
		}
	}
}

// TestWhatIsLedThroughFitsInLongLanguages: step 1, the pages for what is lacked and the trips do not scroll
// in the window's first size, nor does step 1 below the banner of the practice.
func TestWhatIsLedThroughFitsInLongLanguages(t *testing.T) {
	for _, language := range []string{"de", "es", "fr", "id", "it", "pt-BR", "hi"} {
		p := person.Sit(t, person.Habits{Language: language})
		p.Screen.Resize(fyne.NewSize(900, 640))
		fits := func(page string) { p.MustNotScroll(language + ", " + page) }
		p.Press(p.Say("home.practise"))
		fits("practice")
		p.Press(p.Say("situation.others.title"))
		fits("practice, others")

		p = person.Sit(t, person.Habits{Language: language})
		p.Screen.Resize(fyne.NewSize(900, 640))
		p.GoTo(setup.StepBusiness, "")
		fits("business")
		p.Press(p.Say("situation.others.title"))
		fits("business, others")
		p.Press(p.Say("situation.own_business.title"))
		for _, need := range (setup.Progress{}).Needs().List {
			if need.Make != nil {
				p.Lacks(need.ID)
				fits(need.ID)
				p.Press(p.Say("button.back"))
			}
		}
		for _, step := range []setup.Step{setup.StepSystemUser, setup.StepAssets, setup.StepGenerate, setup.StepPaste} {
			p.GoTo(step, "")
			fits(step.ID())
		}
	}
}

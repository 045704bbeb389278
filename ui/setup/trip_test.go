package setup_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"latchkey/graph/site"
	"latchkey/ui/internal/person"
	"latchkey/ui/internal/setuptest"
	"latchkey/ui/theme"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

var trips = []setup.Step{setup.StepSystemUser, setup.StepAssets, setup.StepGenerate}

func TestEachTripOpensItsPage(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	for _, step := range trips {
		p.GoTo(step, "")
		p.Press(p.Say("page.system_users"))
		if want := site.Meta.Address(site.PageSystemUsers, site.PageIDs{}); p.Browser.Opened[len(p.Browser.Opened)-1] != want {
			t.Errorf("step %d opens %v, want %s", step, p.Browser.Opened, want)
		}
		if p.Sees(p.Say("open.failed")) {
			t.Errorf("step %d says that no browser opened", step)
		}
	}
}

// Steps 2 to 4 are on one page of Meta's: who has it open needs no third tab of it.
func TestAPageThatIsOpenSaysSo(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepSystemUser, "")
	p.Browser.Fails = true
	p.Press(p.Say("page.system_users"))
	if p.Sees(p.Say("open.already")) {
		t.Fatal("what did not open is said to be open")
	}
	p.Browser.Fails = false
	p.Press(p.Say("page.system_users"))
	p.MustSee(p.Say("open.already"))
	p.GoTo(setup.StepGenerate, "")
	p.MustSee(p.Say("open.already"))
}

func isBlue(button fyne.Widget) bool {
	face, ok := test.WidgetRenderer(button).Objects()[0].(*canvas.Rectangle)
	return ok && face.FillColor == fynetheme.Color(theme.ColorNameAccent)
}

// TestOneButtonIsBlue: the one that opens Meta's page, which Enter presses, and once it was opened, or
// no browser opened it, the one that goes on. Pressed early, that goes on all the same.
func TestOneButtonIsBlue(t *testing.T) {
	for _, broken := range []bool{false, true} {
		p := person.Sit(t, person.Habits{})
		p.Browser.Fails = broken
		mustBe := func(blue, white string) {
			t.Helper()
			for label, want := range map[string]bool{blue: true, white: false} {
				if got := isBlue(p.Find(p.Say(label)).(fyne.Widget)); got != want {
					t.Errorf("%s is blue: %v", label, got)
				}
			}
		}
		for _, trip := range []struct {
			reach      func()
			page, main string
		}{
			{func() { p.GoTo(setup.StepBusiness, ""); p.Lacks("need.number") }, "page.phone_numbers", "need.make_number.main"},
			{func() { p.GoTo(setup.StepSystemUser, "") }, "page.system_users", "step.system_user.main"},
		} {
			trip.reach()
			mustBe(trip.page, trip.main)
			opened, step := len(p.Browser.Opened), p.Step()
			p.Key(fyne.KeyReturn)
			mustBe(trip.main, trip.page)
			if p.Step() != step || !broken && len(p.Browser.Opened) != opened+1 {
				t.Errorf("Enter leads to step %d and has opened %v", p.Step(), p.Browser.Opened[opened:])
			}
			p.Key(fyne.KeyReturn)
			if p.Find(p.Say(trip.main)) != nil {
				t.Errorf("the second Enter does not press %s", trip.main)
			}
		}
		p.Press(p.Say("step.assets.main")) // it was not opened from there
		if p.Step() != int(setup.StepGenerate) {
			t.Errorf("pressed early, it leads to step %d", p.Step())
		}
	}
}

func TestWithoutABrowserTheAddressCanBeCopied(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Browser.Fails = true
	address := site.Meta.Address(site.PageSystemUsers, site.PageIDs{})
	for _, step := range trips {
		p.GoTo(step, "")
		p.Press(p.Say("page.system_users"))
		p.MustSee(p.Say("open.failed"), address)
		p.Press(p.Say("page.system_users"))
		p.App.Clipboard().SetContent("")
		p.Press(p.Say("button.copy_address"))
		if p.App.Clipboard().Content() != address {
			t.Errorf("step %d: copied %q", step, p.App.Clipboard().Content())
		}
		p.MustSee(p.Say("button.copied"))
		p.Browser.Fails = false
		p.Press(p.Say("page.system_users"))
		if p.Sees(p.Say("open.failed")) {
			t.Errorf("step %d still says so when it opens after all", step)
		}
		p.Browser.Fails = true
	}
}

func TestWhatIsTypedAtMetaCanBeCopied(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepSystemUser, "")
	p.Press(p.Say("button.copy"))
	if p.App.Clipboard().Content() != setup.SuggestedUserName {
		t.Errorf("copied %q", p.App.Clipboard().Content())
	}
	p.GoTo(setup.StepGenerate, "")
	var copied []string
	for range 2 {
		p.Press(p.Say("button.copy")) // it says Copied then, so the next one is the second
		copied = append(copied, p.App.Clipboard().Content())
	}
	if !slices.Equal(copied, []string{check.ScopeMessaging, check.ScopeManagement}) {
		t.Errorf("copied %v", copied)
	}
}

func TestWhatComesNextIsOnePressAway(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	for _, step := range trips {
		p.GoTo(step, "")
		trip, _ := setup.Progress{Situation: setup.OwnBusiness}.Trip(step)
		mustShow := func(one setup.Picture) {
			t.Helper()
			for _, each := range trip.Pictures {
				if shown := p.Sees(p.Say("picture." + string(each))); shown != (each == one) {
					t.Errorf("step %d is to show %s: %s is shown: %v", step, one, each, shown)
				}
			}
		}
		for i, picture := range trip.Pictures {
			if i > 0 {
				p.Press(p.Say("picture.next"))
			}
			mustShow(picture)
		}
		p.Press(p.Say("picture.first"))
		mustShow(trip.Pictures[0])
	}
}

// TestAnotherLayoutIsTwoPressesAway: whoever sees Meta's older pages, or those of
// split accounts, is led through them, and back.
func TestAnotherLayoutIsTwoPressesAway(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.practise")) // where the banner leaves less room
	for _, step := range trips {
		layouts := setup.Progress{Situation: setup.OwnBusiness, UserName: setup.SuggestedUserName}.Layouts(step)
		p.GoTo(step, "")
		for i := range layouts {
			next := layouts[(i+1)%len(layouts)]
			if len(layouts) == 1 {
				continue
			}
			p.Press(p.Say("button.something_else"))
			p.Press(words.Plain(p.Say(next.ID)))
			p.MustSee(setuptest.Said(p.Words, next.Trip)...)
			p.MustNotScroll(next.ID)
			p.MustSee(p.Say("picture." + string(next.Trip.Pictures[0])))
		}
	}
}

func TestSomethingElseLeadsToThePagesThatHelp(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	for _, step := range trips {
		trip, _ := setup.Progress{Situation: setup.OwnBusiness}.Trip(step)
		for _, page := range trip.Elsewhere {
			p.GoTo(step, "")
			p.Press(p.Say("button.something_else"))
			p.Press(p.Say("page." + string(page)))
			if want := site.Meta.Address(page, site.PageIDs{}); p.Browser.Opened[len(p.Browser.Opened)-1] != want {
				t.Errorf("step %d opens %v, want %s", step, p.Browser.Opened, want)
			}
			p.Press(p.Say("button.close"))
		}
	}
}

func TestSomethingElseIsExplained(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	for _, step := range trips {
		p.GoTo(step, "")
		p.Press(p.Say("button.something_else"))
		p.MustSee(p.Say("step." + step.ID() + ".else"))
		p.Press(p.Say("button.close"))
	}
}

func TestAPastedAddressMakesTheButtonsExact(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.setup"))
	p.Press(p.Say("need.address"))
	field := p.Screen.Canvas().Focused()
	for text, id := range map[string]string{
		"https://example.com/apps/1234567/": "address.other_site", "1234567": "address.none",
		"https://business.facebook.com/overview": "address.no_ids", person.TokenOf(t, "ready"): "address.token",
	} {
		p.Screen.Canvas().Focus(field)
		p.TypeName(text)
		if p.Sees(p.Say(id)) {
			t.Errorf("%s: judged before it is finished", id)
		}
		p.Key(fyne.KeyReturn)
		p.MustSee(p.Say(id))
	}
	p.Screen.Canvas().Focus(field)
	p.TypeName("https://developers.facebook.com/apps/605040302010203/dashboard/?business_id=1029384756010101")
	p.MustSee("1029384756010101", "605040302010203")
	p.Key(fyne.KeyReturn)
	p.GoTo(setup.StepSystemUser, "")
	p.Press(p.Say("page.system_users"))
	want := site.Meta.Address(site.PageSystemUsers, site.PageIDs{Business: "1029384756010101"})
	if !slices.Contains(p.Browser.Opened, want) {
		t.Errorf("opened %v", p.Browser.Opened)
	}
}

func TestTheOneWithFullControlCanBeWrittenTo(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.setup"))
	p.Lacks("need.control")
	p.Press(p.Say("button.copy"))
	if p.App.Clipboard().Content() != p.Say("need.message") {
		t.Errorf("copied %q", p.App.Clipboard().Content())
	}
}

// TestAStepStandsBesideTheBrowser: the window is made narrow, loses nothing of the page but the
// list of steps, and is wide again as it was.
func TestAStepStandsBesideTheBrowser(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepSystemUser, "")
	wide := p.Screen.Canvas().Size()
	p.Press(p.Say("trip.beside"))
	if narrow := p.Screen.Canvas().Size(); narrow.Width > 450 {
		t.Errorf("beside the browser it is %v", narrow)
	}
	p.MustSee(p.Say("step.system_user.title"), p.Say("page.system_users"), p.Say("trip.on_page"))
	if p.Sees(p.Say("step.keep.name")) {
		t.Error("the list of steps takes the room")
	}
	p.Press(p.Say("step.system_user.main"))
	p.MustSee(p.Say("step.assets.title"))
	p.Press(p.Say("trip.wide"))
	if got := p.Screen.Canvas().Size(); got != wide {
		t.Errorf("it was %v and is %v", wide, got)
	}
}

// TestOnlyAStepStandsBesideTheBrowser: a page without the way back to the wide window gives it
// back itself.
func TestOnlyAStepStandsBesideTheBrowser(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepGenerate, "")
	wide := p.Screen.Canvas().Size()
	p.Press(p.Say("trip.beside"))
	p.Press(p.Say("step.generate.main"))
	p.MustSee(p.Say("step.paste.title"), p.Say("step.keep.name"))
	if got := p.Screen.Canvas().Size(); got != wide {
		t.Errorf("it was %v and is %v", wide, got)
	}
}

// TestLargeTextHasRoomBesideTheBrowser: no page asks for more than the window is made.
func TestLargeTextHasRoomBesideTheBrowser(t *testing.T) {
	for _, scale := range []float64{1, 1.5, 2} {
		p := person.Sit(t, person.Habits{TextScale: scale})
		for _, step := range []setup.Step{setup.StepSystemUser, setup.StepAssets, setup.StepGenerate} {
			p.GoTo(step, "")
			if !p.Window.Shell.IsBeside() {
				p.Press(p.Say("trip.beside"))
			}
			size := p.Screen.Canvas().Size()
			if least := p.Screen.Content().MinSize(); least.Width > size.Width || size.Width > float32(430*scale) {
				t.Errorf("text ×%v, step %d: the page needs %v, and the window is %v", scale, step, least, size)
			}
			p.MustFit(step.ID(), size)
		}
	}
}

package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph/sandbox"
	"latchkey/ui/widgets"
	"latchkey/wizard/vault"
)

// choosesSaved checks a saved token on the desk, in a window that is on it.
func (p *person) choosesSaved(name string) {
	p.t.Helper()
	p.tap(p.say("desk.saved"))
	p.until("the choice", func() bool { return p.find(name) != nil })
	p.tap(name)
}

// TestOnlyTheLastTokenChosenIsReported: whichever way a check is begun, it ends
// the one before.
func TestOnlyTheLastTokenChosenIsReported(t *testing.T) {
	for way, begin := range map[string]func(p *person){
		"a saved one, then a pasted one": func(p *person) {
			p.choosesSaved("Late shop")
			p.tap(p.say("desk.main"))
		},
		"two saved ones": func(p *person) {
			p.choosesSaved("Late shop")
			p.choosesSaved("Good shop")
		},
		"a pasted one, then a saved one": func(p *person) {
			p.app.Clipboard().SetContent(tokenOf(t, "expired"))
			p.tap(p.say("button.paste"))
			p.tap(p.say("desk.main"))
			p.tap(p.say("button.paste")) // the links are there again
			p.choosesSaved("Good shop")
		},
	} {
		t.Run(way, func(t *testing.T) {
			p := sit(t, habits{})
			p.hasSaved("ready", "Good shop")
			p.hasSaved("expired", "Late shop")
			p.press(p.say("home.check"))
			p.paste(tokenOf(t, "ready"))
			begin(p)
			p.settle()
			p.mustSee(p.say("verdict.ready.title"))
			if p.sees(p.say("verdict.dead.title")) || p.sees("Late shop") {
				t.Errorf("the former check's report is there too:\n%s", p.text())
			}
		})
	}
}

func TestASavedTokensReportNamesIt(t *testing.T) {
	p := sit(t, habits{})
	p.hasSaved("ready", "Good shop")
	p.press(p.say("home.check"))
	p.choosesSaved("Good shop")
	p.settle()
	p.mustSee("Good shop", p.say("verdict.ready.title"))
	if text := p.text(); strings.Index(text, "Good shop") > strings.Index(text, p.say("verdict.ready.title")) {
		t.Errorf("the name does not stand above the report:\n%s", text)
	}
}

// TestASlowCheckDoesNotComeAfterALaterOne: the former ends, though the keychain
// has not answered it.
func TestASlowCheckDoesNotComeAfterALaterOne(t *testing.T) {
	p := sit(t, habits{deadline: time.Minute})
	p.hasSaved("expired", "Late shop")
	p.press(p.say("home.check"))
	answer := p.keychain.Hang() // the saved token is not even read yet
	p.choosesSaved("Late shop")
	p.mustSee(p.say("saved.checking"))
	p.app.Clipboard().SetContent(tokenOf(t, "ready"))
	p.tap(p.say("button.paste"))
	p.tap(p.say("desk.main"))
	p.until("the report", func() bool { return p.sees(p.say("verdict.ready.title")) })
	p.endsInTime()
	answer()
	p.settle()
	p.mustSee(p.say("verdict.ready.title"))
	if p.sees("Late shop") || p.sees(p.say("verdict.dead.title")) {
		t.Errorf("the former check comes after the later one:\n%s", p.text())
	}
}

func TestAListThatCannotBeReadIsNotCalledEmpty(t *testing.T) {
	p := sit(t, habits{})
	p.press(p.say("home.check"))
	must(t, os.MkdirAll(p.folder.Path(), 0o700))
	must(t, os.WriteFile(filepath.Join(p.folder.Path(), "index.json"),
		[]byte(`{"schema":"latchkey.index","version":99,"content":{}}`), 0o600))
	p.press(p.say("desk.saved"))
	p.mustSee(p.say("files.newer.cause"), p.say("files.newer.fix"))
	if p.sees(p.say("terminal.nothing_saved")) {
		t.Error("it says that nothing is saved")
	}
}

func TestATokenThatCannotBeSentIsSaidInWords(t *testing.T) {
	p := sit(t, habits{})
	p.hasSaved("ready", "Good shop")
	must(t, p.keychain.Set(vault.Service, "Good shop", "EAA\x01"+strings.Repeat("x", 60)))
	p.press(p.say("home.check"))
	p.choosesSaved("Good shop")
	p.settle()
	p.mustSee(p.say("desk.odd_token"))
}

// TestFiveHundredSavedTokensToChooseFrom: they scroll in their own place, so
// that all of the dialog is in sight, and can be searched.
func TestFiveHundredSavedTokensToChooseFrom(t *testing.T) {
	for _, count := range []int{3, 6, 500} {
		p := sit(t, habits{})
		p.hasSaved("ready", "Good shop")
		p.multiplySaved(count)
		p.press(p.say("home.check"))
		size := fyne.NewSize(900, 640)
		p.screen.Resize(size)
		p.press(p.say("desk.saved"))
		p.mustFit("the choice", size)
		cancel, outer := false, (*widgets.Scroll)(nil)
		walk(p.front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
			if scroll, ok := o.(*widgets.Scroll); ok && outer == nil {
				outer = scroll
			}
			if each, ok := o.(pressable); ok && each.AccessibilityLabel() == p.say("button.cancel") {
				cancel = seen && at.Y+o.Size().Height <= size.Height
			}
		})
		if needs, has := outer.Content.MinSize().Height, outer.Size().Height; !cancel || needs > has+0.5 {
			t.Errorf("%d tokens: the dialog needs %v and has %v, Cancel is in sight: %v", count, needs, has, cancel)
		}
		if count < 500 {
			continue
		}
		p.typeName("shop 499") // the focus is on the search
		p.press("Shop 499")
		p.mustSee("Shop 499", p.say("desk.title"))
	}
}

// TestASavedCheckEndsWithThePage: it is not waited for on another one.
func TestASavedCheckEndsWithThePage(t *testing.T) {
	p := sit(t, habits{})
	p.hasSaved("ready", "Good shop")
	p.press(p.say("home.check"))
	p.graph.SetFault(sandbox.FaultHang, 0)
	p.choosesSaved("Good shop")
	p.until("the rows", func() bool { return p.sees(p.say("status.busy")) })
	p.tap(p.say("button.back"))
	p.endsInTime()
}

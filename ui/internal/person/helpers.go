package person

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/vault"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// ToNextTextField moves on by Tab to the next field to type into.
func (p *Person) ToNextTextField() {
	p.T.Helper()
	const most = 12
	for range most {
		p.Screen.Canvas().FocusNext()
		if _, ok := p.Screen.Canvas().Focused().(*widgets.TextEntry); ok {
			return
		}
	}
	p.T.Fatal("Tab leads to no further field")
}

// MainScroll is the one of the page.
func (p *Person) MainScroll() *widgets.Scroll {
	p.T.Helper()
	var found *widgets.Scroll
	p.All(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if scroll, ok := o.(*widgets.Scroll); ok && found == nil {
			found = scroll
		}
	})
	return found
}

// HasSaved puts a scenario's token into the keychain under each of the names,
// and goes Home.
func (p *Person) HasSaved(scenario string, names ...string) {
	p.T.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		p.T.Fatalf("there is no scenario %q", scenario)
	}
	for _, name := range names {
		entry := vault.Entry{Name: name, AppID: found.AppID, AccountID: found.AccountID, PhoneID: found.PhoneID}
		_, err := p.Env.Vault.Save(p.T.Context(), entry, found.Token)
		Must(p.T, err)
	}
	p.Window.Home()
	p.Settle()
}

// Progress is how far a check of all saved tokens is said to be.
func (p *Person) Progress(done, all int) string {
	return p.Words.Say("saved.progress", words.Counted(all), words.Values{"Done": fmt.Sprint(done)})
}

// EndsInTime fails when something is under way that does not end by itself.
func (p *Person) EndsInTime() {
	p.T.Helper()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		p.Window.Shell.Wait()
	}()
	select {
	case <-ended:
		p.Settle()
	case <-time.After(InVain):
		for !p.Over(ended) {
			p.CatchUp() // lets the window close all the same
		}
		p.T.Fatal("something goes on, or waits to be drawn")
	}
}

// Over waits a moment for something to have ended.
func (p *Person) Over(ended <-chan struct{}) bool {
	select {
	case <-ended:
		return true
	case <-time.After(100 * time.Millisecond):
		return false
	}
}

// MustNotScroll fails when a page is not seen as a whole at 900×640.
func (p *Person) MustNotScroll(page string) {
	p.T.Helper()
	p.Screen.Resize(fyne.NewSize(900, 640))
	Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		scroll, ok := o.(*widgets.Scroll)
		if !ok || !seen {
			return
		}
		if needs, has := scroll.Content.MinSize().Height, scroll.Size().Height; needs > has+0.5 {
			p.T.Errorf("%s scrolls: it needs %v and has %v\n%s", page, needs, has, p.Text())
		}
	})
}

// MustFit fails when the window had to grow, or when something is drawn beside
// its place.
func (p *Person) MustFit(page string, size fyne.Size) {
	p.T.Helper()
	if grown := p.Screen.Canvas().Size(); grown.Width > size.Width || grown.Height > size.Height {
		p.T.Errorf("%s: the window must be %v", page, grown)
	}
	Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
		if !seen {
			return
		}
		switch o := o.(type) {
		case *widgets.Text:
			for _, each := range test.WidgetRenderer(o).Objects() {
				if piece, ok := each.(*canvas.Text); ok && piece.Position().X+piece.MinSize().Width > o.Size().Width+1 {
					p.T.Errorf("%s: “%s” is wider than its place", page, piece.Text)
				}
			}
			if o.MinSize().Height > o.Size().Height+1 {
				p.T.Errorf("%s: “%s” is taller than its place", page, o.Text())
			}
		case Pressable:
			if o.Size().Width < 24 || o.Size().Height < 24 {
				p.T.Errorf("%s: “%s” is only %v large", page, o.AccessibilityLabel(), o.Size())
			}
		}
		if text, isText := o.(*canvas.Text); isText && (at.X < 0 || at.X+o.MinSize().Width > size.Width+1) {
			p.T.Errorf("%s: “%s” lies outside the window, at %v", page, text.Text, at)
		}
	})
}

// MultiplySaved lists the one saved token under that many names.
func (p *Person) MultiplySaved(count int) {
	p.T.Helper()
	path := filepath.Join(p.Folder.Path(), "index.json")
	text, err := os.ReadFile(path)
	Must(p.T, err)
	var document struct {
		Schema  string `json:"schema"`
		Version int    `json:"version"`
		Content struct {
			Entries []vault.Entry `json:"entries"`
		} `json:"content"`
	}
	Must(p.T, json.Unmarshal(text, &document))
	entry := document.Content.Entries[0]
	document.Content.Entries = nil
	for i := range count {
		entry.Name = fmt.Sprintf("Shop %03d", i)
		document.Content.Entries = append(document.Content.Entries, entry)
	}
	text, err = json.Marshal(document)
	Must(p.T, err)
	Must(p.T, os.WriteFile(path, text, 0o600))
}

// OpenButton is the label of the fix's button.
func (p *Person) OpenButton() string {
	p.T.Helper()
	for _, page := range []site.Page{
		site.PageSystemUsers, site.PageWhatsAppAccounts, site.PageApps, site.PagePhoneNumbers, site.PageAPISetup,
	} {
		if label := p.Say("page." + string(page)); p.Find(label) != nil {
			return label
		}
	}
	p.T.Fatalf("there is no page to open in\n%s", p.Text())
	return ""
}

// Lacks presses what leads who lacks something that step 1 needs to what they can do.
func (p *Person) Lacks(need string) {
	p.T.Helper()
	p.PressBeside(need, p.Say(need+".none"))
}

// PressBeside presses the first thing of that name behind the words of an id.
func (p *Person) PressBeside(id, label string) {
	p.T.Helper()
	p.Look()
	var found Pressable
	behind, named := false, words.Plain(p.Say(id))
	Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		if text, ok := o.(*widgets.Text); ok && seen && words.Plain(text.Text()) == named {
			behind = true
		}
		if each, ok := o.(Pressable); ok && seen && behind && found == nil && each.AccessibilityLabel() == label {
			found = each
		}
	})
	if found == nil {
		p.T.Fatalf("there is no “%s” beside “%s” in\n%s", label, named, p.Text())
	}
	test.Tap(found)
	p.Settle()
}

// Count is how many things of that name can be pressed.
func (p *Person) Count(label string) int {
	count := 0
	for _, each := range p.Pressables() {
		if each.AccessibilityLabel() == label {
			count++
		}
	}
	return count
}

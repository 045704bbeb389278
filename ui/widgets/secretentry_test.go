package widgets_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"latchkey/ui/widgets"
)

// canary is made up; its last four characters are the only ones that may be seen.
const canary = "EAAGmCanaryBirdInTheCoalMineSingsNoMoreOfAnyThing7QZD"

func newSecret(clock widgets.After) *widgets.SecretEntry {
	return widgets.NewSecretEntry(secretLabels, time.Minute, clock)
}

func paste(e *widgets.SecretEntry, text string) {
	clipboard := test.NewClipboard()
	clipboard.SetContent(text)
	e.Field().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
}

func TestSecretIsNeverDrawnWhileHidden(t *testing.T) {
	e := newSecret(never)
	w := show(t, e, 400, 200)
	var changed string
	e.OnChanged = func(value string) { changed = value }
	paste(e, "  "+canary+"\n")
	if e.Value() != "  "+canary+"\n" || changed != e.Value() {
		t.Error("the value is not what was pasted")
	}
	drawn := drawnText(w.Content())
	for i := 0; i+5 <= len(canary); i++ {
		if strings.Contains(drawn, canary[i:i+5]) {
			t.Fatalf("%q is on the screen: %s", canary[i:i+5], drawn)
		}
	}
	if !strings.Contains(drawn, "ends in 7QZD") {
		t.Errorf("nothing tells which token it is: %s", drawn)
	}
}

func TestSecretHidesAgainByItself(t *testing.T) {
	clock := &hand{}
	e := newSecret(clock.after)
	w := show(t, e, 800, 200)
	paste(e, canary)
	e.SetShown(true)
	if !strings.Contains(squeeze(drawnText(w.Content())), canary) {
		t.Error("not shown when asked for")
	}
	clock.pass()
	if strings.Contains(squeeze(drawnText(w.Content())), canary[:12]) {
		t.Error("still shown")
	}
	e.SetShown(true)
	paste(e, "another one, pasted above it")
	if strings.Contains(drawnText(w.Content()), "pasted above it") || len(clock.waiting) != 0 {
		t.Error("a new value must not be shown unasked")
	}
}

func TestShortSecretShowsNoEnd(t *testing.T) {
	e := newSecret(never)
	w := show(t, e, 400, 200)
	paste(e, "hunter2secret")
	if strings.Contains(drawnText(w.Content()), "cret") {
		t.Error("the end of a short secret is most of it")
	}
}

func TestLongPasteIsKeptWholeAndQuick(t *testing.T) {
	e := newSecret(never)
	w := show(t, e, 400, 200)
	long := strings.Repeat("x", 10<<20)
	start := time.Now()
	paste(e, long)
	e.SetShown(true)
	drawn := drawnText(w.Content())
	if took := time.Since(start); took > time.Minute {
		t.Errorf("a paste of 10 MB took %v", took)
	}
	if len(e.Value()) != len(long) {
		t.Errorf("%d of %d characters kept", len(e.Value()), len(long))
	}
	if len(drawn) > 5000 {
		t.Error("all of it is drawn")
	}
}

func TestSecretByKeyboard(t *testing.T) {
	e := newSecret(never)
	w := show(t, e, 400, 200)
	var submitted string
	e.OnSubmitted = func(value string) { submitted = value }
	w.Canvas().Focus(e.Field())
	test.Type(e.Field(), "EAAé b")
	e.Field().TypedKey(key(fyne.KeyBackspace))
	e.Field().TypedKey(key(fyne.KeyBackspace))
	e.Field().TypedKey(key(fyne.KeyReturn))
	if submitted != "EAAé" {
		t.Errorf("submitted %q", submitted)
	}
	e.Field().TypedKey(key(fyne.KeyDelete))
	if e.Value() != "" {
		t.Error("Delete does not clear the field")
	}
}

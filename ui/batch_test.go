package ui_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"latchkey/graph/sandbox"
	"latchkey/ui/desk"
)

func list(text string) io.ReadCloser { return io.NopCloser(strings.NewReader(text)) }

func TestManyTokensAreCheckedTheGravestFirst(t *testing.T) {
	p := sit(t, habits{})
	good, bad := tokenOf(t, "ready"), tokenOf(t, "expired")
	desk.ShowBatch(p.window.Shell)(list("name,token\nGood shop," + good + "\nLate shop," + bad + "\n"))
	p.settle()
	p.mustSee("2 rows", "Good shop", "Late shop", "This token has expired")
	text := p.text()
	if strings.Index(text, "Late shop") > strings.Index(text, "Good shop") {
		t.Errorf("the good one comes first:\n%s", text)
	}
	for _, secret := range []string{good, bad} {
		if place := p.leaks(secret); place != "" {
			t.Errorf("a token stands in %s", place)
		}
	}
	p.press(p.say("batch.open"))
	p.mustSee("Late shop", p.say("report.group.token"))
	p.press(p.say("button.back"))
	p.mustSee("2 rows", "Good shop")
}

func TestAListThatIsNoneSaysSo(t *testing.T) {
	p := sit(t, habits{})
	desk.ShowBatch(p.window.Shell)(list(""))
	p.settle()
	p.mustSee(p.say("batch.list.no_rows"))
}

func TestALongListIsDrawnInPieces(t *testing.T) {
	p := sit(t, habits{})
	var rows strings.Builder
	for i := range 120 {
		fmt.Fprintf(&rows, "Shop %d,0123456789\n", i) // no token: answered without a call
	}
	desk.ShowBatch(p.window.Shell)(list("name,token\n" + rows.String()))
	p.settle()
	p.mustSee("120 rows")
	if p.find("Show 70 more") == nil {
		t.Errorf("all rows are drawn at once, or too few:\n%s", p.text())
	}
}

// TestALongListDoesNotKeepTheWindowBusy: rows that come in faster than they can
// be drawn are drawn together. There are more of them than can wait to be drawn.
func TestALongListDoesNotKeepTheWindowBusy(t *testing.T) {
	const most = queueLength + 1_000
	p := sit(t, habits{})
	desk.ShowBatch(p.window.Shell)(list("name,token\n" + strings.Repeat("Shop,0123456789\n", most)))
	p.endsInTime()
	p.mustSee(fmt.Sprintf("%d rows", most))
}

// TestASecondListTakesThePlaceOfTheFirst: from its first moment, so that no row
// of the one is taken for one of the other.
func TestASecondListTakesThePlaceOfTheFirst(t *testing.T) {
	p := sit(t, habits{})
	check := desk.ShowBatch(p.window.Shell)
	check(list("name,token\nFirst shop,0123456789\nSecond shop,0123456789\n"))
	p.settle()
	p.mustSee("2 rows", "First shop", "Second shop")
	p.graph.SetFault(sandbox.FaultHang, 0)
	check(list("name,token\nThird shop," + tokenOf(t, "ready") + "\n"))
	p.until("the second run", func() bool { return p.sees(p.progress(0, 1)) })
	if p.sees("First shop") || p.sees("Second shop") {
		t.Errorf("the first list's rows are still there:\n%s", p.text())
	}
	p.tap(p.say("button.back"))
	p.endsInTime()
}

// TestTheRowsAreKeptWhenTheirMemoryFails: Latchkey's own folder is one thing,
// what came of the list another.
func TestTheRowsAreKeptWhenTheirMemoryFails(t *testing.T) {
	p := sit(t, habits{})
	p.hasSaved("ready", "Good shop")
	answer := p.keychain.Hang()
	desk.ShowBatch(p.window.Shell)(list("name,token\nNo token,0123456789\nSaved,Good shop\n"))
	p.until("the first row", func() bool { return p.sees(p.progress(1, 2)) })
	must(t, os.WriteFile(filepath.Join(p.folder.Path(), "batch.json"),
		[]byte(`{"schema":"latchkey.batch","version":99,"content":{}}`), 0o600))
	answer()
	p.settle()
	p.mustSee("2 rows", "No token", "Saved", p.say("files.newer.cause"))
	if p.sees(p.say("batch.list.no_rows")) {
		t.Error("it says that the list has no rows")
	}
}

func TestAListThatCannotBeReadIsNotCalledEmptyEither(t *testing.T) {
	p := sit(t, habits{})
	desk.ShowBatch(p.window.Shell)(io.NopCloser(iotest.ErrReader(errors.New("the stick was pulled out"))))
	p.settle()
	p.mustSee(p.say("batch.list.not_read"))
}

// TestTheFilterFindsRows: by name, also while more come in.
func TestTheFilterFindsRows(t *testing.T) {
	p := sit(t, habits{})
	desk.ShowBatch(p.window.Shell)(list("name,token\nFirst shop,0123456789\nSecond shop,0123456789\n"))
	p.settle()
	p.toNextTextField()
	p.typeName("second")
	p.settle()
	p.mustSee("Second shop")
	if p.sees("First shop") {
		t.Errorf("the filter keeps the others:\n%s", p.text())
	}
	p.typeName("nobody")
	p.settle()
	p.mustSee(p.say("batch.nothing_found"))
}

func TestTheResultsAreSavedWithoutTokens(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	p := sit(t, habits{})
	desk.ShowBatch(p.window.Shell)(list("name,token\nLate shop," + tokenOf(t, "expired") + "\nGood shop," + tokenOf(t, "ready") + "\n"))
	p.settle()
	for _, form := range []string{"batch.csv", "batch.json"} {
		p.press(p.say(form))
		p.press(p.say("button.close"))
	}
	written, err := filepath.Glob(filepath.Join(home, "latchkey-results-*"))
	must(t, err)
	if len(written) != 2 {
		t.Fatalf("written: %v", written)
	}
	for _, path := range written {
		text, err := os.ReadFile(path)
		must(t, err)
		if !strings.Contains(string(text), "Late shop") || !strings.Contains(string(text), "Good shop") || strings.Contains(string(text), tokenOf(t, "ready")) {
			t.Errorf("%s holds\n%s", path, text)
		}
	}
}

// TestARowWithoutATokenHasNothingToOpen, and without rows there is nothing to save.
func TestARowWithoutATokenHasNothingToOpen(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	p := sit(t, habits{})
	desk.ShowBatch(p.window.Shell)(list("name,token\nNo token,hello\n"))
	p.settle()
	p.mustSee("No token")
	if p.sees(p.say("batch.open")) {
		t.Error("it can be opened")
	}
	desk.ShowBatch(p.window.Shell)
	p.press(p.say("batch.csv"))
	p.mustSee(p.say("batch.nothing"))
	if written, err := filepath.Glob(filepath.Join(home, "latchkey-results-*")); err != nil || len(written) > 0 {
		t.Errorf("an empty list was written: %v (%v)", written, err)
	}
}

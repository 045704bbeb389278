package desk_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"latchkey/graph/sandbox"
	"latchkey/ui/desk"
	"latchkey/ui/internal/person"
)

func list(text string) io.ReadCloser { return io.NopCloser(strings.NewReader(text)) }

func TestManyTokensAreCheckedTheGravestFirst(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	good, bad := person.TokenOf(t, "ready"), person.TokenOf(t, "expired")
	desk.ShowBatch(p.Window.Shell)(list("name,token\nGood shop," + good + "\nLate shop," + bad + "\n"))
	p.Settle()
	p.MustSee("2 rows", "Good shop", "Late shop", "This token has expired")
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	if help, save := place(p.Find(p.Say("button.help"))), place(p.Find(p.Say("batch.csv"))); save.X < help.X+200 {
		t.Errorf("what saves the results lies at %v, on the help at %v", save, help)
	}
	text := p.Text()
	if strings.Index(text, "Late shop") > strings.Index(text, "Good shop") {
		t.Errorf("the good one comes first:\n%s", text)
	}
	for _, secret := range []string{good, bad} {
		if place := p.Leaks(secret); place != "" {
			t.Errorf("a token stands in %s", place)
		}
	}
	p.Press(p.Say("batch.open"))
	p.MustSee("Late shop", p.Say("report.group.token"))
	p.Press(p.Say("button.back"))
	p.MustSee("2 rows", "Good shop")
}

// TestARowThatIsNoTokenTellsOnlyWhatIsKnown, and the time once where this computer
// goes by UTC.
func TestARowThatIsNoTokenTellsOnlyWhatIsKnown(t *testing.T) {
	here := time.Local
	time.Local = time.UTC
	defer func() { time.Local = here }()
	p := person.Sit(t, person.Habits{})
	desk.ShowBatch(p.Window.Shell)(list("name,token\nShop,+49 30 901820\n"))
	p.Settle()
	p.Press(p.Say("batch.open"))
	if p.Sees(p.Say("report.heading.permissions")) {
		t.Error("a card says nothing of what it is allowed to do")
	}
	text := p.Text()
	times := text[strings.LastIndex(text, "Checked 20"):]
	if strings.Count(times, ":") != 2 {
		t.Errorf("the time is told twice: %q", times)
	}
}

func TestAListThatIsNoneSaysSo(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	desk.ShowBatch(p.Window.Shell)(list(""))
	p.Settle()
	p.MustSee(p.Say("batch.list.no_rows"))
}

func TestALongListIsDrawnInPieces(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	var rows strings.Builder
	for i := range 120 {
		fmt.Fprintf(&rows, "Shop %d,0123456789\n", i) // no token: answered without a call
	}
	desk.ShowBatch(p.Window.Shell)(list("name,token\n" + rows.String()))
	p.Settle()
	p.MustSee("120 rows")
	if p.Find("Show 70 more") == nil {
		t.Errorf("all rows are drawn at once, or too few:\n%s", p.Text())
	}
}

// TestALongListDoesNotKeepTheWindowBusy: rows that come in faster than they can
// be drawn are drawn together. There are more of them than can wait to be drawn.
func TestALongListDoesNotKeepTheWindowBusy(t *testing.T) {
	const most = person.QueueLength + 1_000
	p := person.Sit(t, person.Habits{})
	desk.ShowBatch(p.Window.Shell)(list("name,token\n" + strings.Repeat("Shop,0123456789\n", most)))
	p.EndsInTime()
	p.MustSee("11,000 rows")
}

// TestASecondListTakesThePlaceOfTheFirst: from its first moment, so that no row
// of the one is taken for one of the other.
func TestASecondListTakesThePlaceOfTheFirst(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	check := desk.ShowBatch(p.Window.Shell)
	check(list("name,token\nFirst shop,0123456789\nSecond shop,0123456789\n"))
	p.Settle()
	p.MustSee("2 rows", "First shop", "Second shop")
	p.Graph.SetFault(sandbox.FaultHang, 0)
	check(list("name,token\nThird shop," + person.TokenOf(t, "ready") + "\n"))
	p.Until("the second run", func() bool { return p.Sees(p.Progress(0, 1)) })
	if p.Sees("First shop") || p.Sees("Second shop") {
		t.Errorf("the first list's rows are still there:\n%s", p.Text())
	}
	p.Tap(p.Say("button.back"))
	p.EndsInTime()
}

// TestTheRowsAreKeptWhenTheirMemoryFails: Latchkey's own folder is one thing,
// what came of the list another.
func TestTheRowsAreKeptWhenTheirMemoryFails(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Good shop")
	answer := p.Keychain.Hang()
	desk.ShowBatch(p.Window.Shell)(list("name,token\nNo token,0123456789\nSaved,Good shop\n"))
	p.Until("the first row", func() bool { return p.Sees(p.Progress(1, 2)) })
	person.Must(t, os.WriteFile(filepath.Join(p.Folder.Path(), "batch.json"),
		[]byte(`{"schema":"latchkey.batch","version":99,"content":{}}`), 0o600))
	answer()
	p.Settle()
	p.MustSee("2 rows", "No token", "Saved", p.Say("files.newer.cause"))
	if p.Sees(p.Say("batch.list.no_rows")) {
		t.Error("it says that the list has no rows")
	}
}

func TestAListThatCannotBeReadIsNotCalledEmptyEither(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	desk.ShowBatch(p.Window.Shell)(io.NopCloser(iotest.ErrReader(errors.New("the stick was pulled out"))))
	p.Settle()
	p.MustSee(p.Say("batch.list.not_read"))
}

// TestTheFilterFindsRows: by name, also while more come in.
func TestTheFilterFindsRows(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	desk.ShowBatch(p.Window.Shell)(list("name,token\nFirst shop,0123456789\nSecond shop,0123456789\n"))
	p.Settle()
	p.ToNextTextField()
	p.TypeName("second")
	p.Settle()
	p.MustSee("Second shop")
	if p.Sees("First shop") {
		t.Errorf("the filter keeps the others:\n%s", p.Text())
	}
	p.TypeName("nobody")
	p.Settle()
	p.MustSee(p.Say("batch.nothing_found"))
}

func TestTheResultsAreSavedWithoutTokens(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	p := person.Sit(t, person.Habits{})
	desk.ShowBatch(p.Window.Shell)(list("name,token\nLate shop," + person.TokenOf(t, "expired") + "\nGood shop," + person.TokenOf(t, "ready") + "\n"))
	p.Settle()
	for _, form := range []string{"batch.csv", "batch.json"} {
		p.Press(p.Say(form))
		p.Press(p.Say("save.do"))
		p.Press(p.Say("button.close"))
	}
	written, err := filepath.Glob(filepath.Join(home, "latchkey-results-*"))
	person.Must(t, err)
	if len(written) != 2 {
		t.Fatalf("written: %v", written)
	}
	for _, path := range written {
		text, err := os.ReadFile(path)
		person.Must(t, err)
		if !strings.Contains(string(text), "Late shop") || !strings.Contains(string(text), "Good shop") || strings.Contains(string(text), person.TokenOf(t, "ready")) {
			t.Errorf("%s holds\n%s", path, text)
		}
	}
}

// TestARowWithoutATokenHasNothingToOpen, and without rows there is nothing to save.
func TestARowWithoutATokenHasNothingToOpen(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	desk.ShowBatch(p.Window.Shell)(list("name,token\nNo token,hello\n"))
	p.Settle()
	p.MustSee("No token")
	if p.Sees(p.Say("batch.open")) {
		t.Error("it can be opened")
	}
	desk.ShowBatch(p.Window.Shell)
	if p.Sees(p.Say("batch.csv")) || p.Sees(p.Say("batch.json")) {
		t.Errorf("an empty list can be saved:\n%s", p.Text())
	}
}

// TestATokenThatExpiresIsNotPlainlyFine in a list either.
func TestATokenThatExpiresIsNotPlainlyFine(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	desk.ShowBatch(p.Window.Shell)(list("name,token\nGood shop," + person.TokenOf(t, "ready") + "\nSixty shop," + person.TokenOf(t, "sixty-days") + "\n"))
	p.Settle()
	p.MustSee("2 rows: 1 ready", p.Say("status.warn"))
	p.Press(p.Words.Fact(p.Say("status.pass"), "1"))
	p.MustSee("Good shop")
	if p.Sees("Sixty shop") {
		t.Error("what expires is shown among what is fine")
	}
}

// TestTheListIsShownAsAsked: what came to one end alone, by name, and a row that was put right
// since.
func TestTheListIsShownAsAsked(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	good, bad := person.TokenOf(t, "ready"), person.TokenOf(t, "expired")
	desk.ShowBatch(p.Window.Shell)(list("name,token\nWide shop," + good + "\nLate shop," + bad + "\nBread shop," + good + "\n"))
	p.Settle()
	p.Press(p.Words.Fact(p.Say("status.pass"), "2"))
	p.MustSee("Wide shop", "Bread shop")
	if p.Sees("Late shop") {
		t.Error("what is to fix is shown among what is fine")
	}
	p.Press(p.Say("batch.order.name"))
	if text := p.Text(); strings.Index(text, "Bread shop") > strings.Index(text, "Wide shop") {
		t.Errorf("the names are not in order:\n%s", text)
	}
	p.Press(p.Words.Fact(p.Say("batch.all"), "3"))
	p.Press(p.Say("batch.order.trouble"))
	before := p.Requests.Load()
	p.Press(p.Say("batch.again")) // of the first, which is to fix
	p.MustSee("3 rows", "Late shop", "This token has expired")
	if p.Requests.Load() == before {
		t.Error("nothing was asked again")
	}
}

// TestASampleListIsReadAsItIs, dropped on the page, with its placeholder named for what it is.
func TestASampleListIsReadAsItIs(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", "")
	p := person.Sit(t, person.Habits{})
	desk.ShowBatch(p.Window.Shell)
	p.Press(p.Say("batch.sample"))
	p.Press(p.Say("save.do"))
	files, err := filepath.Glob(filepath.Join(os.Getenv("HOME"), "*.csv"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v: the sample is not there: %v", files, err)
	}
	p.Key(fyne.KeyEscape)
	p.Screen.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(files[0] + ".gone")})
	p.Settle()
	p.MustSee(p.Say("batch.list.not_read"))
	p.Screen.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(files[0])})
	p.Settle()
	p.MustSee("1 row", "Corner Bakery")
}

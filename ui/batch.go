package ui

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
)

// rowsAtOnce is how many results are drawn before the person asks for more.
const rowsAtOnce = 50

// batchPage checks many tokens and shows what came of them, the gravest first.
type batchPage struct {
	*Window
	ctx      context.Context
	gate     *batch.Gate
	state    *widgets.Text
	pause    *widgets.Button
	filter   *widgets.TextEntry
	table    *fyne.Container
	results  []batch.Result
	matching []batch.Result
	shown    int
	running  bool
}

// ShowBatch shows the page for many tokens.
func (w *Window) ShowBatch() { w.showBatch() }

func (w *Window) showBatch() *batchPage {
	w.leave()
	ctx, cancel := context.WithCancel(w.ctx)
	b := &batchPage{
		Window: w, ctx: ctx, gate: &batch.Gate{}, state: widgets.NewText(w.say("batch.list.how")),
		filter: widgets.NewTextEntry(""), table: widgets.NewColumn(0),
	}
	w.left = cancel
	b.put()
	return b
}

// put draws the page; coming back from a row it shows the results there were.
func (b *batchPage) put() {
	b.pause = widgets.NewButton(widgets.Secondary, b.say("batch.pause"), b.pauseOrGoOn)
	if !b.running {
		b.pause.Hide()
	}
	b.filter.SetPlaceHolder(b.say("batch.filter"))
	b.filter.OnChanged = func(string) { b.list() }
	choose := func() { b.openFile([]string{".csv", ".tsv", ".txt"}, b.read) }
	b.show(page{
		title: b.say("batch.title"),
		content: widgets.NewPage(
			widgets.NewColumn(1, widgets.NewTitle(b.say("batch.title")), b.state),
			widgets.NewColumn(theme.SmallGap, b.filter, b.table)),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, b.say("button.back"), b.ShowCheckToken), b.pause},
			[]fyne.CanvasObject{
				widgets.NewButton(widgets.Link, b.say("batch.csv"), func() { b.save(".csv") }),
				widgets.NewButton(widgets.Link, b.say("batch.json"), func() { b.save(".json") }),
				widgets.NewButton(widgets.Primary, b.say("batch.main"), choose),
			}),
		enter:  choose,
		escape: b.ShowCheckToken,
	})
	b.list()
}

// read takes a list and begins, unless a run is under way.
func (b *batchPage) read(file io.ReadCloser) {
	if b.running {
		_ = file.Close()
		return
	}
	b.running = true
	b.pause.Show()
	world := b.world()
	var results []batch.Result
	var err error
	b.backgroundIn(b.ctx, func(ctx context.Context) {
		defer func() { _ = file.Close() }()
		results, err = world.CheckList(ctx, file, batch.Options{
			Gate: b.gate, Memory: batch.Remember(b.Folder, b.World.Now),
			OnProgress: func(progress batch.Progress) { b.Do(func() { b.tell(progress) }) },
		})
	}, func() {
		b.running = false
		b.pause.Hide()
		if err != nil {
			b.state.SetText(b.say(listTrouble(err)))
		} else {
			b.results = results
			batch.Sort(b.results)
			b.state.SetText(b.counted())
		}
		b.list()
	})
}

// tell shows how far the run is, and adds the row that came in.
func (b *batchPage) tell(progress batch.Progress) {
	text := b.say("saved.progress", words.Values{"Done": strconv.Itoa(progress.Done), "All": strconv.Itoa(progress.All)})
	if progress.Left > 0 {
		text += ", " + b.say("batch.left", words.Values{"Minutes": strconv.Itoa(int(progress.Left.Minutes()) + 1)})
	}
	if progress.LimitedUntil.After(b.now()) {
		text += ". " + b.say("solution.paused", words.Values{"When": b.Words.When(progress.LimitedUntil, b.now())})
	}
	b.state.SetText(text)
	if progress.Latest != nil {
		b.results = append(b.results, *progress.Latest)
	}
	const redrawEvery = 20
	if len(b.results)%redrawEvery == 1 {
		batch.Sort(b.results)
		b.list()
	}
}

func (b *batchPage) pauseOrGoOn() {
	if b.gate.Paused() {
		b.gate.Resume()
		b.pause.SetLabel(b.say("batch.pause"))
		return
	}
	b.gate.Pause()
	b.pause.SetLabel(b.say("batch.resume"))
}

// list shows the results in which the filter's text occurs.
func (b *batchPage) list() {
	b.matching, b.shown = batch.Filter(b.results, b.filter.Text), 0
	b.table.RemoveAll()
	b.more()
}

func (b *batchPage) more() {
	next := min(b.shown+rowsAtOnce, len(b.matching))
	for _, result := range b.matching[b.shown:next] {
		b.table.Add(b.row(result))
	}
	b.shown = next
	if rest := len(b.matching) - b.shown; rest > 0 {
		var button *widgets.Button
		button = widgets.NewButton(widgets.Link, b.say("home.more", words.Values{"Count": strconv.Itoa(rest)}), func() {
			b.table.Remove(button)
			b.more()
		})
		b.table.Add(button)
	}
	b.table.Refresh()
	b.window.Content().Refresh()
}

var outcomeBadges = map[check.Outcome]widgets.Status{
	check.Ready: widgets.Fine, check.Attention: widgets.Advice, check.NotReady: widgets.ToFix, check.Untold: widgets.Quiet,
}

// row is one result; pressing it opens what was found.
func (b *batchPage) row(result batch.Result) fyne.CanvasObject {
	name := b.say("batch.row", words.Values{"Row": strconv.Itoa(result.Row), "Name": result.Name, "Last4": result.Last4})
	open := widgets.NewButton(widgets.SmallLink, b.say("batch.open"), func() { b.open(result) })
	text := widgets.NewColumn(1, widgets.NewStyledText(name, widgets.TextStyle{Bold: true, Plain: true}), widgets.NewSmallText(b.sentence(result)))
	return widgets.NewColumn(6, widgets.NewHairline(), widgets.Row{Gap: 12, Align: widgets.AlignTop, Stretch: text}.New(
		widgets.NewWideBadge(outcomeBadges[result.Status], b.say("report.verdict."+string(result.Status))), text, open))
}

func (b *batchPage) sentence(result batch.Result) string {
	if result.Fault != "" {
		return b.say(string(result.Fault) + ".title")
	}
	return b.Words.Verdict(result.Report()).Summary
}

// open shows one row's report; Back returns to the list.
func (b *batchPage) open(result batch.Result) {
	body := widgets.NewColumn(theme.Gap, b.reportParts(result.Report(), nil)...)
	b.show(page{
		title:   b.say("desk.title"),
		content: widgets.NewPage(widgets.NewColumn(1, widgets.NewTitle(result.Name)), body),
		footer:  widgets.NewFooter([]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, b.say("button.back"), b.put)}, nil),
		escape:  b.put,
	})
}

func (b *batchPage) counted() string {
	counts := batch.Count(b.results)
	value := func(outcome check.Outcome) string {
		if counts[outcome] == 0 {
			return ""
		}
		return strconv.Itoa(counts[outcome])
	}
	return b.say("batch.count", words.Values{
		"All": strconv.Itoa(len(b.results)), "Ready": value(check.Ready), "Attention": value(check.Attention),
		"NotReady": value(check.NotReady), "Unknown": value(check.Untold),
	})
}

// save writes the results, without tokens, where downloads lie.
func (b *batchPage) save(ending string) {
	var text bytes.Buffer
	var err error
	if ending == ".csv" {
		err = batch.WriteCSV(&text, b.results, b.sentence)
	} else {
		err = encodeJSON(&text, batch.NewDocument(b.results, b.sentence))
	}
	path := ""
	name := "latchkey-results-" + b.now().Format("2006-01-02-150405") + ending
	b.background(func(context.Context) {
		if err == nil {
			path, err = writeToDownloads(name, text.String())
		}
	}, func() {
		if err != nil {
			b.Window.tell(b.say("batch.title"), b.say("calendar.not_written", words.Values{"Path": path}))
			return
		}
		b.Window.tell(b.say("batch.title"), b.say("batch.saved", words.Values{"Path": path}))
	})
}

// encodeJSON writes a document for other programs.
func encodeJSON(to io.Writer, document any) error {
	encoder := json.NewEncoder(to)
	encoder.SetIndent("", "  ")
	return encoder.Encode(document)
}

func listTrouble(err error) string {
	switch {
	case errors.Is(err, batch.ErrTooLong):
		return "batch.list.too_long"
	case errors.Is(err, batch.ErrNotText):
		return "batch.list.not_text"
	}
	return "batch.list.no_rows"
}

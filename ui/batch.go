package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
)

// batchPage checks many tokens and shows what came of them, the gravest first.
type batchPage struct {
	*Window
	gate     *batch.Gate
	state    *widgets.Text
	pause    *widgets.Button
	filter   *widgets.TextEntry
	table    *fyne.Container
	running  bool
	round    int            // of lists; what was arranged for an earlier one is not shown
	results  []batch.Result // the gravest first; never changed in place
	fresh    []batch.Result // came in since those were put in order
	matching []batch.Result // those in which the filter's text occurs
	shown    int

	arranging bool // in the background
	again     bool // and once more, for something has changed meanwhile
}

// ShowBatch shows the page for many tokens.
func (w *Window) ShowBatch() { w.showBatch() }

func (w *Window) showBatch() *batchPage {
	w.leave()
	b := &batchPage{
		Window: w, gate: &batch.Gate{}, state: widgets.NewText(w.say("batch.list.how")),
		filter: widgets.NewTextEntry(""), table: widgets.NewColumn(0),
	}
	b.put()
	return b
}

// put draws the page; coming back from a row it shows the results there were.
func (b *batchPage) put() {
	b.pause = widgets.NewButton(widgets.Secondary, b.say("batch.pause"), b.pauseOrGoOn)
	if b.gate.Paused() {
		b.pause.SetLabel(b.say("batch.resume"))
	}
	if !b.running {
		b.pause.Hide()
	}
	b.filter.SetPlaceHolder(b.say("batch.filter"))
	b.filter.OnChanged = func(string) { b.arrange() }
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
	b.draw()
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

// draw shows the first of the results that match.
func (b *batchPage) draw() {
	b.shown = 0
	b.table.RemoveAll()
	b.more()
}

func (b *batchPage) more() {
	next := min(b.shown+rowsAtOnce, len(b.matching))
	for _, result := range b.matching[b.shown:next] {
		b.table.Add(b.row(result))
	}
	b.shown = next
	b.addMore(b.table, len(b.matching)-b.shown, b.more)
	if len(b.matching) == 0 && len(b.results) > 0 {
		b.table.Add(widgets.NewText(b.say("batch.nothing_found")))
	}
	b.table.Refresh()
	b.relayout()
}

var outcomeBadges = map[check.Outcome]widgets.Status{
	check.Ready: widgets.Fine, check.Attention: widgets.Advice, check.NotReady: widgets.ToFix, check.Undecided: widgets.Quiet,
}

// row is one result; pressing it opens what was found.
func (b *batchPage) row(result batch.Result) fyne.CanvasObject {
	name := b.say("batch.row", words.Values{"Row": strconv.Itoa(result.Row), "Name": result.Name, "Last4": result.Token.Last4})
	open := widgets.NewButton(widgets.SmallLink, b.say("batch.open"), func() { b.open(result) })
	if result.Fault != "" { // nothing was checked
		open.Hide()
	}
	text := widgets.NewColumn(1, widgets.NewStyledText(name, widgets.TextStyle{Bold: true, Plain: true}), widgets.NewSmallText(b.sentence(result)))
	return widgets.NewColumn(6, widgets.NewHairline(), widgets.Row{Gap: 12, Align: widgets.AlignTop, Stretch: text}.New(
		widgets.NewWideBadge(outcomeBadges[result.Verdict.Status], b.say("report.verdict."+string(result.Verdict.Status))), text, open))
}

func (b *batchPage) sentence(result batch.Result) string {
	if result.Fault != "" {
		return b.say(string(result.Fault) + ".title")
	}
	return b.Words.Verdict(result).Summary
}

// open shows one row's report; Back returns to the list.
func (b *batchPage) open(result batch.Result) {
	body := widgets.NewColumn(theme.Gap, b.reportParts(result.Document, check.Report{}, nil)...)
	b.show(page{
		title:   b.say("desk.title"),
		content: widgets.NewPage(widgets.NewColumn(1, widgets.NewTitle(result.Name)), body),
		footer:  widgets.NewFooter([]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, b.say("button.back"), b.put)}, nil),
		escape:  b.put,
	})
}

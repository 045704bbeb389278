package desk

import (
	"io"

	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
)

// batchPage checks many tokens and shows what came of them, the gravest first.
type batchPage struct {
	shell.Simple
	shell    *shell.Shell
	gate     *batch.Gate
	state    *widgets.Text
	pause    *widgets.Button
	filter   *widgets.TextEntry
	chips    *fyne.Container // by outcome and by order
	table    *fyne.Container
	saves    []*widgets.Button
	only     check.Outcome // shown alone; "" for all
	order    batch.Order
	items    []batch.Item // of the list, for as long as the page is shown: one can be checked again
	running  bool
	round    int            // of lists; what was arranged for an earlier one is not shown
	results  []batch.Result // the gravest first; never changed in place
	fresh    []batch.Result // came in since those were put in order
	matching []batch.Result // those in which the filter's text occurs
	shown    int
	opened   *batch.Result // whose report is shown instead of the list; nil for none

	arranging bool // in the background
	again     bool // and once more, for something has changed meanwhile
}

// ShowBatch shows the page for many tokens. read takes a list, as choosing a file
// does.
func ShowBatch(s *shell.Shell) (read func(list io.ReadCloser)) {
	b := &batchPage{
		shell: s, gate: &batch.Gate{}, state: widgets.NewQuietText(s.Say("batch.list.how")),
		filter: widgets.NewTextEntry(""), chips: widgets.NewFlowRow(8, 8), table: widgets.NewColumn(0), order: batch.ByTrouble,
	}
	b.filter.SetPlaceHolder(s.Say("batch.filter"))
	b.filter.OnChanged = func(string) { b.arrange() }
	s.Show(b)
	return b.read
}

// Draw implements shell.Page; coming back from a row it shows the results there
// were.
func (b *batchPage) Draw() shell.View {
	if b.opened != nil {
		return b.openedView()
	}
	s := b.shell
	b.pause = widgets.NewButton(widgets.Secondary, s.Say("batch.pause"), b.pauseOrGoOn)
	if b.gate.Paused() {
		b.pause.SetLabel(s.Say("batch.resume"))
	}
	if !b.running {
		b.pause.Hide()
	}
	b.saves = []*widgets.Button{
		widgets.NewButton(widgets.Link, s.Say("batch.csv"), func() { b.save(".csv") }),
		widgets.NewButton(widgets.Link, s.Say("batch.json"), func() { b.save(".json") }),
	}
	b.draw()
	back := func() { Show(s) }
	return shell.View{
		Title: s.Say("batch.title"),
		Content: widgets.NewPage(
			widgets.NewHead(s.Say("batch.title"), b.state),
			widgets.NewColumn(theme.SmallGap, b.filter, b.chips, b.table)),
		Footer:  s.Footer(back, b.pause, b.saves[0], b.saves[1], s.MainButton(s.Say("batch.main"), b.choose)),
		Enter:   b.choose,
		Escape:  back,
		Dropped: b.readDropped,
	}
}

func (b *batchPage) pauseOrGoOn() {
	if b.gate.Paused() {
		b.gate.Resume()
		b.pause.SetLabel(b.shell.Say("batch.pause"))
		return
	}
	b.gate.Pause()
	b.pause.SetLabel(b.shell.Say("batch.resume"))
}

// draw shows the first of the results that match.
func (b *batchPage) draw() {
	b.shown = 0
	b.table.RemoveAll()
	for _, save := range b.saves {
		if save.Show(); len(b.results) == 0 {
			save.Hide()
		}
	}
	b.drawChips()
	b.more()
	nothing, s := len(b.results) == 0 && !b.running, b.shell
	b.filter.Hidden = nothing
	if nothing {
		b.table.Add(widgets.NewColumn(theme.SmallGap,
			widgets.NewGrid(2, 12, 300, widgets.NewChoiceCard(s.Say("batch.sample"), s.Say("batch.sample_detail"), b.saveSample)),
			widgets.NewSmallText(s.Say("batch.secret"))))
	}
}

// choose lets a list be chosen.
func (b *batchPage) choose() { b.shell.OpenFile([]string{".csv", ".tsv", ".txt"}, b.read) }

func (b *batchPage) more() {
	s := b.shell
	next := min(b.shown+parts.RowsAtOnce, len(b.matching))
	for _, result := range b.matching[b.shown:next] {
		b.table.Add(b.row(result))
	}
	b.shown = next
	parts.AddMore(s, b.table, len(b.matching)-b.shown, b.more)
	if len(b.matching) == 0 && len(b.results) > 0 {
		b.table.Add(widgets.NewText(s.Say("batch.nothing_found")))
	}
	b.table.Refresh()
	s.Relayout()
}

// drawChips offers to show what came to one end alone, and in which order.
func (b *batchPage) drawChips() {
	s := b.shell
	b.chips.RemoveAll()
	if len(b.results) < 2 {
		return
	}
	chip := func(label, hint string, chosen bool, choose func()) {
		chip := widgets.NewChip(label, chosen, func() {
			choose()
			b.arrange()
		})
		chip.SetHint(s.Say(hint), s.After)
		b.chips.Add(chip)
	}
	counts := batch.Count(b.results)
	chip(s.Words.Fact(s.Say("batch.all"), s.Words.Number(len(b.results))), "hint.show_all", b.only == "", func() { b.only = "" })
	for _, outcome := range []check.Outcome{check.NotReady, check.Undecided, check.Attention, check.Ready} {
		if counts[outcome] > 0 {
			chip(s.Words.Fact(parts.VerdictWord(s, outcome), s.Words.Number(counts[outcome])), "hint.show_only", b.only == outcome, func() { b.only = outcome })
		}
	}
	b.chips.Add(widgets.NewSmallText(s.Say("batch.order")))
	for _, order := range batch.Orders() {
		chip(s.Say("batch.order."+string(order)), "batch.order."+string(order)+"_hint", b.order == order, func() { b.order = order })
	}
}

// row is one result; pressing it opens what was found.
func (b *batchPage) row(result batch.Result) fyne.CanvasObject {
	s := b.shell
	name := s.Say("batch.row", words.Values{"Row": s.Words.Number(result.Row), "Name": result.Name, "Last4": result.Token.Last4})
	open := widgets.NewButton(widgets.SmallLink, s.Say("batch.open"), func() { b.open(&result) })
	again := widgets.NewButton(widgets.SmallLink, s.Say("batch.again"), func() { b.checkAgain(result.Row) })
	if result.Fault != "" { // nothing was checked
		open.Hide()
	}
	if b.running {
		again.Hide()
	}
	text := widgets.NewColumn(1, widgets.NewStyledText(name, widgets.TextStyle{Bold: true, Plain: true}), widgets.NewSmallText(sentence(s.Words, result)))
	return widgets.NewColumn(0, widgets.NewHairline(), widgets.NewPadded(0, 9, 0, 9, widgets.Row{Gap: 12, Align: widgets.AlignTop, Stretch: text}.New(
		parts.VerdictBadge(s, result.Verdict.Shown()), text, again, open)))
}

// sentence says what came of one token.
func sentence(say *words.Words, result batch.Result) string {
	if result.Fault != "" {
		return say.Say(string(result.Fault) + ".title")
	}
	return say.Verdict(result).Summary
}

// open shows one row's report, or with nil the list again.
func (b *batchPage) open(result *batch.Result) {
	b.opened = result
	b.shell.Redraw()
}

func (b *batchPage) openedView() shell.View {
	s, result := b.shell, b.opened
	back := func() { b.open(nil) }
	answer := s.AsMain(answerButton(s, widgets.Primary, result.Document))
	return shell.View{
		Title: result.Name,
		Content: widgets.NewPage(
			widgets.NewColumn(theme.SmallGap, widgets.NewTitle(result.Name), parts.TitledVerdictCard(s, result)),
			widgets.NewColumn(theme.Gap, reportParts(s, result.Document, check.Report{}, nil, nil)...)),
		Footer: s.Footer(back, saveButton(s, result.Document), answer),
		Enter:  answer.OnTapped,
		Escape: back,
	}
}

package ui

import (
	"bytes"
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
	"latchkey/wizard/support"
)

// previewReport shows what would be sent, lets names, numbers and ids be shown
// in full, and writes or copies it.
func (w *Window) previewReport(told report.Document) {
	var show support.Show
	preview := widgets.NewStyledText("", widgets.TextStyle{Size: theme.SizeNameSmall, Plain: true})
	build := func() support.Report {
		return support.Build(told, w.Words, support.Options{
			Show: show, Now: w.now(), Version: w.Version, Practice: w.practice != nil, Site: w.env().Site,
		})
	}
	refresh := func() {
		preview.SetText(w.plainReport(build()))
		w.relayout()
	}
	tick := func(id string, into *bool) fyne.CanvasObject {
		return widgets.NewCheckBox(w.say("report.show_"+id), false, func(ticked bool) {
			*into = ticked
			refresh()
		})
	}
	var box *widgets.Dialog
	save := widgets.NewButton(widgets.Primary, w.say("desk.save_report"), func() { w.saveReport(build(), func() { box.Hide() }) })
	copyText := widgets.NewButton(widgets.Secondary, w.say("desk.copy_report"), nil)
	copyText.OnTapped = func() {
		w.copy(w.plainReport(build()))
		copyText.SetLabel(w.say("button.copied"))
	}
	cancel := widgets.NewButton(widgets.Link, w.say("button.cancel"), func() { box.Hide() })
	preview.SetText(w.plainReport(build()))
	box = w.dialog(w.say("report.preview"), widgets.NewColumn(10, widgets.NewText(w.say("report.preview_text")),
		widgets.NewFlowRow(14, 4, tick("names", &show.Names), tick("numbers", &show.Numbers), tick("ids", &show.IDs)),
		widgets.NewCard(preview)), cancel, copyText, save)
}

func (w *Window) plainReport(report support.Report) string {
	var text bytes.Buffer
	_ = support.WritePlain(&text, report, w.Words, w.env().Site)
	return text.String()
}

// saveReport writes the report as a page and says where it lies.
func (w *Window) saveReport(report support.Report, then func()) {
	var pageText bytes.Buffer
	site := w.env().Site
	var path string
	var err error
	name := "latchkey-report-" + w.now().Format("2006-01-02-150405") + ".html"
	w.background(func(context.Context) {
		if err = support.WritePage(&pageText, report, w.Words, site); err == nil {
			path, err = writeToDownloads(name, pageText.String())
		}
	}, func() {
		then()
		if err != nil {
			w.tell(w.say("desk.save_report"), w.say("calendar.not_written", words.Values{"Path": path}))
			return
		}
		w.tell(w.say("desk.saved_report"), w.say("desk.saved_report_text", words.Values{"Path": path, "Code": report.Spoken().String()}))
	})
}

// showMessages offers, for every row that is not fine, a text to send to the
// customer.
func (w *Window) showMessages(told report.Document) {
	made := support.Build(told, w.Words, support.Options{
		Show: support.Show{Names: true, Numbers: true, IDs: true}, Now: w.now(), Version: w.Version, Site: w.env().Site,
	})
	lines := widgets.NewColumn(12, w.message(w.say(support.FirstAnswer)))
	for _, message := range support.Messages(made, w.Words, w.env().Site) {
		lines.Add(w.message(message.Text))
	}
	var box *widgets.Dialog
	done := widgets.NewButton(widgets.Primary, w.say("button.close"), func() { box.Hide() })
	box = w.dialog(w.say("desk.messages"), lines, done)
}

func (w *Window) message(text string) fyne.CanvasObject {
	text = words.Plain(text)
	return widgets.NewCard(widgets.NewColumn(8,
		widgets.NewStyledText(text, widgets.TextStyle{Size: theme.SizeNameSmall, Plain: true}), w.copyButton(text)))
}

// askReport lets a customer's report be chosen.
func (w *Window) askReport() { w.chooseFile(func(report support.Report) { w.showReport(report) }) }

func (w *Window) chooseFile(then func(support.Report)) {
	w.openFile([]string{".html", ".htm", ".json"}, func(file io.ReadCloser) { w.readReport(file, then) })
}

// openDropped opens a report that was dropped on the window.
func (w *Window) openDropped(files []fyne.URI) {
	if len(files) > 0 {
		w.openReport(func() (io.ReadCloser, error) { return storage.Reader(files[0]) }, w.showReport)
	}
}

func (w *Window) readReport(file io.ReadCloser, then func(support.Report)) {
	w.openReport(func() (io.ReadCloser, error) { return file, nil }, then)
}

// openReport opens a file and reads the report in it, both in the background: it
// may lie on a slow disk, or on none that answers.
func (w *Window) openReport(from func() (io.ReadCloser, error), then func(support.Report)) {
	id := ""
	var report support.Report
	w.onPage(func(context.Context) {
		file, err := from()
		if err != nil {
			id = "report.open.foreign"
			return
		}
		defer func() { _ = file.Close() }()
		if report, err = support.Open(file); err != nil {
			id = "report.open." + openFault(err)
		}
	}, func() {
		if id != "" {
			w.tell(w.say(id+".title"), w.Words.Paragraph(w.say(id+".cause"), w.say(id+".fix")))
			return
		}
		then(report)
	})
}

// showReport shows a report that was made elsewhere, marked as one.
func (w *Window) showReport(report support.Report) {
	w.leave()
	differences := widgets.NewColumn(6)
	compare := widgets.NewButton(widgets.Secondary, w.say("report.compare"), func() {
		w.chooseFile(func(other support.Report) { w.fillDifferences(differences, other, report) })
	})
	made := w.say("report.marked", words.Values{
		"By": report.Made.By, "When": w.Words.Date(report.Made.At, w.now()), "Version": report.Made.Version,
		"Checked": w.Words.Date(report.CheckedAt, w.now()), "Code": report.Spoken().String(),
	})
	body := widgets.NewColumn(theme.Gap,
		widgets.NewCard(widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Advice, w.say("report.badge")), widgets.NewText(made))), differences)
	for _, part := range w.reportParts(report.Document, check.Report{}, nil) {
		body.Add(part)
	}
	w.show(page{
		title:   w.say("report.page"),
		content: widgets.NewPage(widgets.NewColumn(1, widgets.NewTitle(w.say("report.page"))), body),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, w.say("button.back"), w.ShowCheckToken)},
			[]fyne.CanvasObject{compare}),
		escape: w.ShowCheckToken,
	})
}

func (w *Window) fillDifferences(place *fyne.Container, before, after support.Report) {
	if after.CheckedAt.Before(before.CheckedAt) {
		before, after = after, before
	}
	lines := []fyne.CanvasObject{widgets.NewCardTitle(w.say("report.differences", words.Values{
		"When": w.Words.Date(before.CheckedAt, w.now()),
	}))}
	found := support.Compare(before, after)
	for _, difference := range found {
		lines = append(lines, widgets.NewText(difference.Text(w.Words, w.now())))
	}
	if len(found) == 0 {
		lines = append(lines, widgets.NewText(w.say("difference.none")))
	}
	w.fill(place, lines...)
}

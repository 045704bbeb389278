package desk

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
	"latchkey/wizard/support"
)

// previewReport shows what would be sent, lets names, numbers and ids be shown
// in full, and writes or copies it.
func previewReport(s *shell.Shell, told report.Document) {
	var show support.Show
	spoken := s.Words
	preview := widgets.NewStyledText("", widgets.TextStyle{Size: theme.SizeNameSmall, Plain: true})
	build := func() support.Report {
		return support.Build(told, spoken, support.Options{
			Show: show, Now: s.Now(), Version: s.Release.Version, Practice: s.Practice() != nil, Site: s.Env().Site,
		})
	}
	text := func() string {
		var text bytes.Buffer
		_ = support.WritePlain(&text, build(), spoken, s.Env().Site)
		return text.String()
	}
	tick := func(id string, into *bool) fyne.CanvasObject {
		return widgets.NewCheckBox(s.Say("report.show_"+id), false, func(ticked bool) {
			*into = ticked
			preview.SetText(text())
			s.Relayout()
		})
	}
	var box *widgets.Dialog
	save := widgets.NewButton(widgets.Primary, s.Say("desk.save_report"), func() { saveReport(s, build(), spoken, func() { box.Hide() }) })
	copyText := widgets.NewButton(widgets.Secondary, s.Say("desk.copy_report"), nil)
	copyText.OnTapped = func() {
		s.Copy(text())
		copyText.SetLabel(s.Say("button.copied"))
	}
	cancel := widgets.NewButton(widgets.Link, s.Say("button.cancel"), func() { box.Hide() })
	shown := widgets.NewCard(preview)
	box = s.Dialog(s.Say("report.preview"), widgets.NewColumn(10, widgets.NewText(s.Say("report.preview_text")),
		widgets.NewFlowRow(14, 4, tick("names", &show.Names), tick("numbers", &show.Numbers), tick("ids", &show.IDs)),
		parts.InLanguage(s, func(chosen *words.Words, language fyne.CanvasObject) []fyne.CanvasObject {
			spoken = chosen
			preview.SetText(text())
			return []fyne.CanvasObject{widgets.NewFlowRow(0, 0, language), shown}
		})), cancel, copyText, save)
}

// saveReport writes the report as a page, in the language that it was looked at in, and says
// where it lies.
func saveReport(s *shell.Shell, report support.Report, spoken *words.Words, then func()) {
	site := s.Env().Site
	name := "latchkey-report-" + s.Now().Format("2006-01-02-150405") + ".html"
	parts.SaveFile(s, parts.File{Title: s.Say("desk.save_report"), Name: name, Then: then, Make: func() (string, error) {
		var text bytes.Buffer
		err := support.WritePage(&text, report, spoken, site)
		return text.String(), err
	}, Told: func(path string) string {
		return s.Say("desk.saved_report_text", words.Values{"Path": path, "Code": report.Spoken().String()})
	}})
}

// showMessages offers texts to send to the customer, in the customer's language: that the token
// works, where it does, and one for every row that is not fine.
func showMessages(s *shell.Shell, told report.Document) {
	var first string
	copyFirst := copyButton(s, func() string { return first })
	letters := parts.InLanguage(s, func(spoken *words.Words, language fyne.CanvasObject) []fyne.CanvasObject {
		made := support.Build(told, spoken, support.Options{
			Show: support.Show{Names: true, Numbers: true, IDs: true}, Now: s.Now(), Version: s.Release.Version, Site: s.Env().Site,
		})
		var letters []fyne.CanvasObject
		for _, one := range support.Messages(made, spoken, s.Env().Site) {
			if len(letters) == 0 {
				first = words.Plain(one.Text)
				letters = append(letters, letter(first, language))
				continue
			}
			letters = append(letters, message(s, one.Text))
		}
		return append(letters, message(s, spoken.Say(support.FirstAnswer)))
	})
	var box *widgets.Dialog
	box = s.Dialog(s.Say("desk.messages"), letters,
		widgets.NewButton(widgets.Secondary, s.Say("button.close"), func() { box.Hide() }), copyFirst)
}

// message is a text to a customer with the button that copies it.
func message(s *shell.Shell, text string) fyne.CanvasObject {
	text = words.Plain(text)
	return letter(text, parts.CopyButton(s, text))
}

// letter is a text to a customer; below stands what can be done with it.
func letter(text string, below fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewCard(widgets.NewColumn(8,
		widgets.NewStyledText(text, widgets.TextStyle{Size: theme.SizeNameSmall, Plain: true}), widgets.NewFlowRow(0, 0, below)))
}

// copyButton is the main button of what shows a text to a customer: it copies that.
func copyButton(s *shell.Shell, text func() string) *widgets.Button {
	button := s.MainButton(s.Say("message.copy"), nil)
	button.OnTapped = func() {
		s.Copy(text())
		button.SetLabel(s.Say("button.copied"))
	}
	return button
}

// askReport lets a customer's report be chosen.
func askReport(s *shell.Shell) { chooseFile(s, func(report support.Report) { showReport(s, report) }) }

func chooseFile(s *shell.Shell, then func(support.Report)) {
	s.OpenFile([]string{".html", ".htm", ".json"}, func(file io.ReadCloser) {
		openReport(s, func() (io.ReadCloser, error) { return file, nil }, then)
	})
}

// openDropped opens a report that was dropped on the window.
func openDropped(s *shell.Shell, dropped fyne.URI) {
	path := filepath.FromSlash(dropped.Path())
	openReport(s, func() (io.ReadCloser, error) { return os.Open(path) }, func(report support.Report) { showReport(s, report) })
}

// openReport opens a file and reads the report in it, both in the background: it
// may lie on a slow disk, or on none that answers.
func openReport(s *shell.Shell, from func() (io.ReadCloser, error), then func(support.Report)) {
	shell.Try(s.OnPage(), func(context.Context) (support.Report, error) {
		file, err := from()
		if err != nil {
			return support.Report{}, &support.OpenError{Fault: support.FaultForeign}
		}
		defer func() { _ = file.Close() }()
		return support.Open(file)
	}, func(report support.Report, err error) {
		if err != nil {
			id := "report.open." + openFault(err)
			s.Tell(s.Say(id+".title"), s.Words.Paragraph(s.Say(id+".cause"), s.Say(id+".fix")))
			return
		}
		then(report)
	})
}

// reportPage shows a report that was made elsewhere, marked as one.
type reportPage struct {
	shell.Simple
	shell  *shell.Shell
	report support.Report
}

func showReport(s *shell.Shell, report support.Report) { s.Show(&reportPage{shell: s, report: report}) }

// Draw implements shell.Page.
func (p *reportPage) Draw() shell.View {
	s, report := p.shell, p.report
	differences := widgets.NewColumn(6)
	differences.Hide()
	compare := widgets.NewButton(widgets.Secondary, s.Say("report.compare"), func() {
		chooseFile(s, func(other support.Report) { fillDifferences(s, differences, other, report) })
	})
	answer := s.AsMain(answerButton(s, widgets.Primary, report.Document))
	made := s.Say("report.marked", words.Values{
		"By": report.Made.By, "When": s.Words.Date(report.Made.At, s.Now()), "Version": report.Made.Version,
		"Checked": s.Words.Date(report.CheckedAt, s.Now()), "Code": report.Spoken().String(),
	})
	body := widgets.NewColumn(theme.Gap, append([]fyne.CanvasObject{differences}, reportParts(s, report.Document, check.Report{}, nil, nil)...)...)
	back := func() { Show(s) }
	return shell.View{
		Title: s.Say("report.page"),
		Content: widgets.NewPage(widgets.NewColumn(theme.SmallGap,
			widgets.NewHead(s.Say("report.page"), widgets.NewQuietText(made)),
			parts.TitledVerdictCard(s, report)), body),
		Footer: s.Footer(back, compare, saveButton(s, report.Document), answer),
		Enter:  answer.OnTapped,
		Escape: back,
	}
}

func fillDifferences(s *shell.Shell, place *fyne.Container, before, after support.Report) {
	if after.CheckedAt.Before(before.CheckedAt) {
		before, after = after, before
	}
	lines := []fyne.CanvasObject{widgets.NewCardTitle(s.Say("report.differences", words.Values{
		"When": s.Words.Date(before.CheckedAt, s.Now()),
	}))}
	found := support.Compare(before, after)
	for _, difference := range found {
		lines = append(lines, widgets.NewText(difference.Text(s.Words, s.Now())))
	}
	if len(found) == 0 {
		lines = append(lines, widgets.NewText(s.Say("difference.none")))
	}
	place.Show()
	s.Fill(place, lines...)
}

// openFault is why a report could not be opened.
func openFault(err error) string {
	var open *support.OpenError
	if errors.As(err, &open) {
		return string(open.Fault)
	}
	return string(support.FaultDamaged)
}

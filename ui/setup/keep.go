package setup

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// showKeep shows the summary, or after saving what was kept.
func (p *pages) showKeep() {
	if p.setup.Saved() != nil {
		p.showKept()
		return
	}
	type facts struct {
		place       vault.Place
		differences []setup.Difference
	}
	keychain, steps := p.setup.Environment().Vault, p.setup
	shell.Background(p.shell.OnPage(), func(ctx context.Context) facts {
		return facts{keychain.Where(ctx), steps.Differences(ctx)}
	}, func(known facts) { p.showSummary(known.place, known.differences) })
}

func (p *pages) showSummary(place vault.Place, differences []setup.Difference) {
	report := p.setup.Report()
	if report == nil {
		p.moving = false
		p.back()
		return
	}
	body := widgets.NewColumn(11, widgets.NewSummaryList(p.summary(*report, place)...))
	if report.Verdict.Status == check.Attention { // what to do about it stood on the page before
		body.Add(widgets.NewFlowRow(6, 4, widgets.NewBadge(widgets.Advice, p.shell.Say("keep.advice")),
			widgets.NewSmallText(p.shell.Words.Verdict(*report).Summary)))
	}
	press := func() { p.save(false) }
	if len(differences) > 0 {
		body.Objects = append([]fyne.CanvasObject{p.differenceCard(differences)}, body.Objects...)
		press = func() { p.askDifferent() }
	}
	p.show(content{
		title: p.shell.Say("step.keep.title"), lead: p.shell.Say("step.keep.lead"), body: body,
		main: p.shell.Say("step.keep.main"), press: press,
	})
}

func (p *pages) summary(report check.Report, place vault.Place) []widgets.SummaryRow {
	account, number := p.setup.Chosen()
	row := func(id, value string, change func()) widgets.SummaryRow {
		return widgets.SummaryRow{Name: p.shell.Say("keep." + id), Value: value, Change: change, ChangeLabel: p.shell.Say("button.change")}
	}
	rows := []widgets.SummaryRow{
		row("name", p.setup.Name(), p.changeName),
		row("works_as", parts.WorksAs(p.shell, report.Token), nil),
	}
	chooseNumber := p.changeNumber
	if len(numberOptions(report)) < 2 {
		chooseNumber = nil
	}
	if account != nil {
		rows = append(rows, row("account", string(account.Name)+" ("+string(account.ID)+")", chooseNumber))
	}
	if number != nil {
		rows = append(rows, row("number", string(number.Display)+", “"+string(number.VerifiedName)+"”", chooseNumber))
	}
	return append(rows,
		row("may", parts.MayDo(p.shell, report.Permissions.Granted), nil),
		row("expires", parts.Expires(p.shell, report.Token), nil),
		row("kept_in", p.shell.Say("keep.place", words.Values{"Place": p.shell.Say("place." + string(place)), "Service": parts.Service(p.shell)}), nil))
}

// changeName asks for another name and returns to the summary.
func (p *pages) changeName() {
	parts.AskName(p.shell, p.setup.Name(),
		func(_ context.Context, name string) error { return p.setup.Rename(name) },
		func(string) {
			p.remember()
			p.showStep()
		})
}

// changeNumber lets another number be chosen and returns to the summary.
func (p *pages) changeNumber() {
	var dialog *widgets.Dialog
	choice := p.numberChoice(numberOptions(*p.setup.Report()), func() {})
	done := widgets.NewButton(widgets.Primary, p.shell.Say("button.done"), func() {
		dialog.Hide()
		p.showStep()
	})
	dialog = p.shell.Dialog(p.shell.Say("choose.number"), choice, done)
}

// save keeps the token. It says what it is doing, and what went wrong on the
// page itself.
func (p *pages) save(replace bool) {
	if p.saving {
		return
	}
	p.saving = true
	p.page.what.SetText(p.shell.Say("step.keep.saving"))
	p.shell.Relayout()
	steps := p.setup
	shell.Try(p.shell.OnPage(), func(ctx context.Context) (vault.Outcome, error) { return steps.Save(ctx, replace) }, func(outcome vault.Outcome, err error) {
		p.saving = false
		p.page.what.SetText(p.shell.Say("step.keep.lead"))
		if p.setup.Saved() != nil {
			p.shell.ClearClipboard()
			p.showStep()
			return
		}
		var taken *vault.TakenError
		if errors.As(err, &taken) {
			p.askReplace()
			return
		}
		p.refuse(p.saveTrouble(outcome, err), nil)
	})
}

func (p *pages) saveTrouble(outcome vault.Outcome, err error) string {
	return p.shell.Words.Paragraph(parts.KeychainRefusal(p.shell, err), p.shell.Words.Maybe("outcome."+string(outcome)))
}

// askReplace asks what to do about a token of the same name.
func (p *pages) askReplace() {
	var dialog *widgets.Dialog
	hide := func(then func()) func() {
		return func() {
			dialog.Hide()
			then()
		}
	}
	dialog = p.shell.Dialog(p.shell.Say("taken.title"), widgets.NewText(p.shell.Say("taken.text", words.Values{"Name": p.setup.Name()})),
		widgets.NewButton(widgets.Secondary, p.shell.Say("taken.replace"), hide(func() { p.save(true) })),
		widgets.NewButton(widgets.Primary, p.shell.Say("taken.rename"), hide(p.changeName)))
}

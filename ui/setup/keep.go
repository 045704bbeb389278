package setup

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
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
	summary, ok := p.setup.Summary(place)
	if !ok {
		p.moving = false
		p.back()
		return
	}
	body := widgets.NewColumn(theme.SmallGap, widgets.NewSummaryList(p.summaryRows(summary)...), widgets.NewFlowRow(14, 0,
		widgets.NewSmallText(p.shell.Say("keep.fixed")),
		widgets.NewButton(widgets.SmallLink, p.shell.Say("keep.other_token"), p.anotherToken)))
	if summary.Advice != nil { // what to do about it stood on the page before
		body.Add(widgets.NewFlowRow(6, 4, widgets.NewBadge(widgets.Advice, p.shell.Say("keep.advice")),
			widgets.NewSmallText(p.shell.Words.Verdict(*p.setup.Report()).Summary)))
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

func (p *pages) summaryRows(summary setup.Summary) []widgets.SummaryRow {
	changes := map[setup.Change]func(){ // what is fixed in the token has one line below all
		setup.ChangeName: p.changeName, setup.ChangeNumber: func() { p.changeNumber(summary) },
	}
	var rows []widgets.SummaryRow
	for _, line := range summary.Lines() {
		rows = append(rows, widgets.SummaryRow{
			Name: p.shell.Say("keep." + string(line)), Value: p.shell.Words.SummaryLine(summary, line, p.shell.Now()),
			Change: changes[summary.Change(line)], ChangeLabel: p.shell.Say("button.change"),
		})
	}
	return rows
}

// changeName asks for another name and returns to the summary.
func (p *pages) changeName() {
	steps := p.setup
	parts.AskName(p.shell, steps.Name(),
		func(_ context.Context, name string) error { return steps.Rename(name) },
		func(string) {
			p.remember()
			p.showStep()
		})
}

// changeNumber lets another number be chosen and returns to the summary. It says how one comes
// there that is not among them.
func (p *pages) changeNumber(summary setup.Summary) {
	var dialog *widgets.Dialog
	numbers, all := p.numberChoice()
	choice := widgets.NewColumn(theme.Gap, numbers, all)
	buttons := []*widgets.Button{widgets.NewButton(widgets.Primary, p.shell.Say("button.done"), shell.Closing(&dialog, p.showStep))}
	if summary.Assign {
		page, env := site.PageWhatsAppAccounts, p.setup.Environment()
		choice.Add(widgets.NewColumn(6, widgets.NewSmallText(p.shell.Say("choose.missing")),
			parts.Opener(p.shell, p.shell.Say("page."+string(page)), widgets.SmallLink, func() string { return env.Page(page, p.setup.PageIDs()) }, nil)))
		buttons = slices.Insert(buttons, 0, widgets.NewButton(widgets.Secondary, p.shell.Say("step.check.again"), shell.Closing(&dialog, p.checkAnew)))
	}
	dialog = p.shell.Dialog(p.shell.Say("choose.number"), choice, buttons...)
}

// checkAnew asks Meta once more, from the summary.
func (p *pages) checkAnew() { p.leadTo(p.setup.CheckAnew) }

// anotherToken leads to where another token is pasted, or had from Meta.
func (p *pages) anotherToken() { p.leadTo(p.setup.AnotherToken) }

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
	dialog = p.shell.Dialog(p.shell.Say("taken.title"), widgets.NewText(p.shell.Say("taken.text", words.Values{"Name": p.setup.Name()})),
		widgets.NewButton(widgets.Danger, p.shell.Say("taken.replace"), shell.Closing(&dialog, func() { p.save(true) })),
		widgets.NewButton(widgets.Primary, p.shell.Say("taken.rename"), shell.Closing(&dialog, p.changeName)))
}

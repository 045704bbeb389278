package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// showKeep shows the summary, or after saving what was kept.
func (p *setupPages) showKeep() {
	if p.setup.Saved() != nil {
		p.showKept()
		return
	}
	var place vault.Place
	var differences []setup.Difference
	p.onPage(func(ctx context.Context) {
		place = p.setup.Environment().Vault.Where(ctx)
		differences = p.setup.Differences(ctx)
	}, func() { p.showSummary(place, differences) })
}

func (p *setupPages) showSummary(place vault.Place, differences []setup.Difference) {
	report := p.setup.Report()
	if report == nil {
		p.moving = false
		p.back()
		return
	}
	body := widgets.NewColumn(11, widgets.NewSummaryList(p.summary(*report, place)...))
	if report.Verdict.Status == check.Attention { // what to do about it stood on the page before
		body.Add(widgets.NewFlowRow(6, 4, widgets.NewBadge(widgets.Advice, p.say("keep.advice")),
			widgets.NewSmallText(p.Words.Verdict(*report).Summary)))
	}
	press := func() { p.save(false) }
	if len(differences) > 0 {
		body.Objects = append([]fyne.CanvasObject{p.differenceCard(differences)}, body.Objects...)
		press = func() { p.askDifferent() }
	}
	p.put(stepPage{
		title: p.say("step.keep.title"), lead: p.say("step.keep.lead"), body: body,
		main: p.say("step.keep.main"), press: press,
	})
}

func (p *setupPages) summary(report check.Report, place vault.Place) []widgets.SummaryRow {
	account, number := p.setup.Chosen()
	row := func(id, value string, change func()) widgets.SummaryRow {
		return widgets.SummaryRow{Name: p.say("keep." + id), Value: value, Change: change, ChangeLabel: p.say("button.change")}
	}
	rows := []widgets.SummaryRow{
		row("name", p.setup.Name(), p.changeName),
		row("works_as", p.worksAs(report.Token), nil),
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
		row("may", p.mayDo(report.Permissions.Granted), nil),
		row("expires", p.expires(report.Token), nil),
		row("kept_in", p.say("keep.place", words.Values{"Place": p.say("place." + string(place)), "Service": p.service()}), nil))
}

func (w *Window) service() string {
	if w.practice != nil {
		return vault.PracticeService
	}
	return vault.Service
}

func (w *Window) worksAs(token check.TokenFacts) string {
	if token.Kind == "" {
		return w.say("kept.unknown")
	}
	return w.say("keep.works_as_text", words.Values{
		"Kind": w.say("kind." + string(token.Kind)), "User": token.UserName, "App": token.AppName,
	})
}

// mayDo says what the permissions for WhatsApp allow.
func (w *Window) mayDo(granted []string) string {
	var may []string
	for _, scope := range []string{check.ScopeMessaging, check.ScopeManagement} {
		if slices.Contains(granted, scope) {
			may = append(may, w.say("scope."+scope))
		}
	}
	return w.Words.LongList(may...)
}

func (w *Window) expires(token check.TokenFacts) string {
	switch {
	case token.NeverExpires:
		return w.say("keep.never")
	case token.ExpiresAt.IsZero():
		return w.say("keep.not_known")
	}
	return w.Words.Date(token.ExpiresAt, w.now())
}

// changeName asks for another name and returns to the summary.
func (p *setupPages) changeName() {
	p.askName(p.setup.Name(),
		func(_ context.Context, name string) error { return p.setup.Rename(name) },
		func(string) {
			p.remember()
			p.showStep()
		})
}

// changeNumber lets another number be chosen and returns to the summary.
func (p *setupPages) changeNumber() {
	var dialog *widgets.Dialog
	choice := p.numberChoice(numberOptions(*p.setup.Report()), func() {})
	done := widgets.NewButton(widgets.Primary, p.say("button.done"), func() {
		dialog.Hide()
		p.showStep()
	})
	dialog = p.dialog(p.say("choose.number"), choice, done)
}

// save keeps the token. It says what it is doing, and what went wrong on the
// page itself.
func (p *setupPages) save(replace bool) {
	if p.saving {
		return
	}
	p.saving = true
	p.lead.SetText(p.say("step.keep.saving"))
	p.relayout()
	var outcome vault.Outcome
	var err error
	p.onPage(func(ctx context.Context) { outcome, err = p.setup.Save(ctx, replace) }, func() {
		p.saving = false
		p.lead.SetText(p.say("step.keep.lead"))
		if p.setup.Saved() != nil {
			p.guard.Clear()
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

func (p *setupPages) saveTrouble(outcome vault.Outcome, err error) string {
	return p.Words.Paragraph(p.keychainRefusal(err), p.Words.Maybe("outcome."+string(outcome)))
}

// askReplace asks what to do about a token of the same name.
func (p *setupPages) askReplace() {
	var dialog *widgets.Dialog
	hide := func(then func()) func() {
		return func() {
			dialog.Hide()
			then()
		}
	}
	dialog = p.dialog(p.say("taken.title"), widgets.NewText(p.say("taken.text", words.Values{"Name": p.setup.Name()})),
		widgets.NewButton(widgets.Secondary, p.say("taken.replace"), hide(func() { p.save(true) })),
		widgets.NewButton(widgets.Primary, p.say("taken.rename"), hide(p.changeName)))
}

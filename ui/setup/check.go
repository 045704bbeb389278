package setup

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/repair"
	tokens "latchkey/ui/saved"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/check"
	"latchkey/wizard/saved"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// checkPage is step 6 while it is shown.
type checkPage struct {
	*pages
	rows    *parts.RowList
	running bool
	again   bool // when the person comes back from the browser
}

// showCheck checks the token, or shows the report that is there already for
// it: going back and forth repeats no call.
func (p *pages) showCheck() {
	c := &checkPage{pages: p}
	if result, ok := p.setup.Result(); ok {
		c.show(c.found(result))
		return
	}
	c.show(c.underWay())
	c.check(graph.Token{})
}

// underWay is what is seen while the check runs.
func (c *checkPage) underWay() content {
	c.rows = parts.NewRowList(c.shell, check.Essential)
	return content{
		title: c.shell.Say("step.check.title"), lead: c.shell.Say("step.check.lead"),
		body: c.rows.Column,
		main: c.shell.Say("step.check.stop"), press: c.back, returned: c.comeBack,
	}
}

// checkAgain checks the token anew.
func (c *checkPage) checkAgain() {
	c.redraw(c.underWay())
	c.check(graph.Token{})
}

// check checks the token, with the secret of its app where that is given. Rows appear
// as they are known.
func (c *checkPage) check(appSecret graph.Token) {
	c.running = true
	setup := c.setup
	shell.Follow(c.shell.OnPage(), func(ctx context.Context, onRow func(check.Row)) (check.Report, error) {
		return setup.CheckWithSecret(ctx, appSecret, onRow)
	}, c.rows.Set, func(_ check.Report, err error) {
		c.running = false
		result, _ := c.setup.Result()
		if err != nil {
			c.refuse(parts.CheckTrouble(c.shell, err), nil)
			return
		}
		c.redraw(c.found(result))
	})
}

// found is which number is meant, the verdict with what to do about it, then the rows.
func (c *checkPage) found(result setup.Result) content {
	report, told := result.Report, check.ID("")
	card := parts.VerdictCard(c.shell, report)
	var press func()
	if result.Fix != nil {
		told = result.Fix.ID
		card, press = parts.VerdictWithWay(c.shell, report, c.way(result))
	}
	top := widgets.NewColumn(theme.SmallGap)
	if result.Choose { // first, for Next takes what is chosen
		choice, all := c.numberChoice()
		title := widgets.NewCardTitle(c.shell.Say("choose.number"))
		top.Add(widgets.NewPaddedCard(theme.CardPadding, 14, widgets.NewColumn(theme.SmallGap, widgets.NewFlowRow(theme.Gap, 2, title, all), choice)))
	}
	top.Add(card)
	ending := vault.Entry{Name: c.setup.Name()}
	saved.Note(&ending, report)
	if add := tokens.CalendarLink(c.shell, ending); add != nil && result.Ready {
		top.Add(widgets.NewFlowRow(0, 0, add))
	}
	found := content{
		title: c.shell.Words.Verdict(report).Title, goFirst: press,
		body: widgets.NewColumn(theme.SmallGap, top, parts.Groups(c.shell, parts.Findings{
			Rows: report.Rows, At: report.CheckedAt, Told: told, Why: true, Mended: result.Mended,
			IDs: c.setup.PageIDs, Opened: func() { c.again = true }, Repair: c.repair,
		})),
		main: c.shell.Say("step.check.again"), press: c.checkAgain, returned: c.comeBack,
	}
	switch {
	case result.Ready:
		found.main, found.press = c.shell.Say("step.check.main"), c.next
	case result.NewToken != "": // the same one would fail again
		found.main, found.press = c.shell.Say(result.NewToken), c.back
	case result.Repair != check.RepairNone: // and until then it is not put right
		button := c.repair(result.Fix.Repair, widgets.Primary)
		found.main, found.press = button.AccessibilityLabel(), button.OnTapped
	default:
		return found
	}
	found.aside = []fyne.CanvasObject{widgets.NewButton(widgets.Link, c.shell.Say("step.check.again"), c.checkAgain)}
	return found
}

// way is how what decided is put right. One button of the page is blue: the one that leaves the step
// where it can be left, the repair where there is one, and else the one that opens Meta's page. Where
// only another token helps, the old one is not checked again when the person comes back.
func (c *checkPage) way(result setup.Result) parts.Way {
	way := parts.Way{
		Row: *result.Fix, First: !result.Ready && result.Repair == check.RepairNone, IDs: c.setup.PageIDs,
		Return: func() { c.again = true }, Opened: func() { c.page.beenThere() },
	}
	switch {
	case result.NewToken != "":
		way.Return = nil
	case result.Ready && result.Fix.Repair.Kind != check.RepairNone:
		way.Button = c.repair(result.Fix.Repair, widgets.Secondary)
	}
	return way
}

// repair is the button that puts a row right with the token of this setup.
func (c *checkPage) repair(of check.Repair, importance widgets.Importance) *widgets.Button {
	steps := c.setup
	return repair.Button(c.shell, importance, repair.Work{
		Repair:  of,
		Token:   func(context.Context) (graph.Token, error) { return steps.Token(), nil },
		Unsaved: c.unsaved,
		Back: func(changed bool) {
			if changed {
				c.show(c.underWay())
				c.check(graph.Token{})
				return
			}
			c.showCheck()
		},
		Prove: func(appSecret graph.Token) {
			c.show(c.underWay())
			c.check(appSecret)
		},
	})
}

// comeBack checks again what the person went to mend.
func (c *checkPage) comeBack() {
	if c.again && !c.running {
		c.again = false
		c.checkAgain()
	}
}

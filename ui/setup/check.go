package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
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
	if report := p.setup.Report(); report != nil {
		c.show(c.found(*report))
		return
	}
	c.show(c.underWay())
	c.check()
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
	c.check()
}

// check checks the token. Rows appear as they are known.
func (c *checkPage) check() {
	c.running = true
	shell.Follow(c.shell.OnPage(), c.setup.Check, c.rows.Set, func(report check.Report, err error) {
		c.running = false
		if err != nil {
			c.refuse(parts.CheckTrouble(c.shell, err), nil)
			return
		}
		c.redraw(c.found(report))
	})
}

// found is the verdict on top, then what to fix, then the rows.
func (c *checkPage) found(report check.Report) content {
	verdict := c.shell.Words.Verdict(report)
	main, press := c.shell.Say("step.check.again"), c.checkAgain
	if c.setup.Missing() == setup.NothingMissing {
		main, press = c.shell.Say("step.check.main"), c.next
	}
	top := widgets.NewColumn(10) // the fix, or the choice of a number
	shown, more := check.Sorted(report)
	c.rows = parts.NewRowList(c.shell, nil)
	c.rows.Replace(shown, report.CheckedAt)
	body := widgets.NewColumn(10, top, c.rows.Column)
	if len(more) > 0 {
		rest := parts.NewRowList(c.shell, nil)
		rest.Replace(more, report.CheckedAt)
		body.Add(widgets.NewExpander(c.shell.Say("step.check.more"), rest.Column))
	}
	aside := []fyne.CanvasObject{}
	if c.setup.Missing() == setup.NothingMissing {
		aside = append(aside, widgets.NewButton(widgets.Link, c.shell.Say("step.check.again"), c.checkAgain))
	}
	if row := report.Verdict.About; report.Verdict.Status != check.Ready && row.Problem() {
		top.Add(c.fix(row))
	}
	if choice := c.choice(report); choice != nil {
		top.Add(choice)
	}
	return content{
		title: verdict.Title, lead: verdict.Summary, body: body,
		main: main, press: press, aside: aside, returned: c.comeBack,
	}
}

// fix is the card about the row that decided. Where only another token helps,
// it leads to the paste instead of checking the old one again.
func (c *checkPage) fix(row check.Row) fyne.CanvasObject {
	if row.NeedsNewToken() {
		again := "step.check.paste"
		if c.setup.Progress().TokenSource() != setup.FromSystemUser {
			again = "step.check.fetch"
		}
		return parts.FixCard(c.shell, row, c.setup.PageIDs, nil, widgets.NewButton(widgets.Secondary, c.shell.Say(again), c.back))
	}
	return parts.FixCard(c.shell, row, c.setup.PageIDs, func() { c.again = true })
}

// comeBack checks again what the person went to mend.
func (c *checkPage) comeBack() {
	if c.again && !c.running {
		c.again = false
		c.checkAgain()
	}
}

// choice asks which number the token is for, where there are several.
func (c *checkPage) choice(report check.Report) fyne.CanvasObject {
	options := numberOptions(report)
	if len(options) < 2 || report.Verdict.Status == check.NotReady {
		return nil
	}
	return widgets.NewCard(widgets.NewColumn(theme.SmallGap, widgets.NewCardTitle(c.shell.Say("choose.number")), c.numberChoice(options, func() {})))
}

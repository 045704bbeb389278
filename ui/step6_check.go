package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// checkPage is step 6 while it is shown.
type checkPage struct {
	*setupPages
	top     *fyne.Container // the fix, or the choice of a number
	rows    *rowList
	running bool
}

// showCheck checks the token, or shows the report that is there already for
// it: going back and forth repeats no call.
func (p *setupPages) showCheck() {
	c := &checkPage{setupPages: p}
	if report := p.setup.Report(); report != nil {
		c.frame()
		c.showReport(*report)
		return
	}
	c.run()
}

// frame puts the page up as it is while the check runs.
func (c *checkPage) frame() {
	c.top = widgets.NewColumn(10)
	c.rows = c.newRowList(check.Essential)
	c.put(stepPage{
		title: c.say("step.check.title"), lead: c.say("step.check.lead"),
		body: widgets.NewColumn(10, c.top, c.rows.column),
		main: c.say("step.check.stop"), press: c.stop,
	})
}

// run checks the token anew. Rows appear as they are known.
func (c *checkPage) run() {
	c.running = true
	c.frame()
	var report check.Report
	var err error
	c.onPage(func(ctx context.Context) {
		report, err = c.setup.Check(ctx, func(row check.Row) { c.Do(func() { c.rows.set(row) }) })
	}, func() {
		c.running = false
		if err != nil {
			c.refuse(c.checkTrouble(err), nil)
			return
		}
		c.showReport(report)
	})
}

// stop ends a check under way and goes back to the paste.
func (c *checkPage) stop() { c.back() }

// showReport puts the verdict on top, then what to fix, then the rows.
func (c *checkPage) showReport(report check.Report) {
	verdict := c.Words.Verdict(report)
	main, press := c.say("step.check.again"), c.run
	if c.setup.Missing() == setup.NothingMissing {
		main, press = c.say("step.check.main"), c.next
	}
	c.top = widgets.NewColumn(10)
	c.rows.at = report.CheckedAt
	shown, more := check.Sorted(report)
	c.rows.replace(shown)
	body := widgets.NewColumn(10, c.top, c.rows.column)
	if len(more) > 0 {
		rest := c.newRowList(nil)
		rest.at = report.CheckedAt
		rest.replace(more)
		body.Add(widgets.NewExpander(c.say("step.check.more"), rest.column))
	}
	aside := []fyne.CanvasObject{}
	if c.setup.Missing() == setup.NothingMissing {
		aside = append(aside, widgets.NewButton(widgets.Link, c.say("step.check.again"), c.run))
	}
	if row := report.Verdict.About; report.Verdict.Status != check.Ready && row.Problem() {
		c.top.Add(c.fix(row))
	}
	if choice := c.choice(report); choice != nil {
		c.top.Add(choice)
	}
	c.put(stepPage{title: verdict.Title, lead: verdict.Summary, body: body, main: main, press: press, aside: aside})
}

// fix is the card about the row that decided. Where only another token helps,
// it leads to the paste instead of checking the old one again.
func (c *checkPage) fix(row check.Row) fyne.CanvasObject {
	if row.NeedsNewToken() {
		again := "step.check.paste"
		if c.setup.Progress().TokenSource() != setup.FromSystemUser {
			again = "step.check.fetch"
		}
		return c.fixCard(row, c.setup.PageIDs, nil, widgets.NewButton(widgets.Secondary, c.say(again), c.back))
	}
	return c.fixCard(row, c.setup.PageIDs, c.checkOnReturn)
}

// checkOnReturn checks again when the person comes back from the browser.
func (c *checkPage) checkOnReturn() {
	c.returned = func() {
		c.returned = nil
		if !c.running {
			c.run()
		}
	}
}

// choice asks which number the token is for, where there are several.
func (c *checkPage) choice(report check.Report) fyne.CanvasObject {
	options := numberOptions(report)
	if len(options) < 2 || report.Verdict.Status == check.NotReady {
		return nil
	}
	return widgets.NewCard(widgets.NewColumn(theme.SmallGap, widgets.NewCardTitle(c.say("choose.number")), c.numberChoice(options, func() {})))
}

package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/repair"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/report"
)

// checks is where a page shows what checks find, one at a time.
type checks struct {
	shell *shell.Shell
	place *fyne.Container
	stop  func()                 // ends the check before; nil before there was one
	again func()                 // checks once more what was checked last; nil before there was something
	told  func(*report.Document) // has the page tell the verdict; nil for none yet

	token graph.Token  // that was checked last
	found check.Report // of it
}

func newChecks(s *shell.Shell, place *fyne.Container, told func(*report.Document)) *checks {
	return &checks{shell: s, place: place, told: told}
}

// begin ends the check before, so that two do not share a place, and returns how
// long the next one may last.
func (c *checks) begin() shell.Life {
	if c.stop != nil {
		c.stop()
	}
	c.again = nil
	var life shell.Life
	life, c.stop = c.shell.OnPage().Until()
	return life
}

// run checks a token and shows everything that is known about it.
func (c *checks) run(life shell.Life, place *fyne.Container, paste check.Paste, expected check.Expectation) {
	c.runWith(graph.Token{}, life, place, paste, expected)
}

// runWith is run with the secret of the token's app, for one that demands a proof.
func (c *checks) runWith(appSecret graph.Token, life shell.Life, place *fyne.Container, paste check.Paste, expected check.Expectation) {
	s, env := c.shell, c.shell.Env()
	rows := parts.NewRowList(s, check.Essential)
	s.Fill(place, rows.Column)
	c.told(nil)
	shell.Follow(life, func(ctx context.Context, tell func(check.Row)) (check.Report, error) {
		return env.Check(ctx, paste.Token, environment.CheckOptions{Paste: paste, Expected: expected, AppSecret: appSecret, Access: true, OnRow: tell})
	}, rows.Set, func(found check.Report, err error) {
		if err != nil {
			s.Fill(place, widgets.NewText(parts.CheckTrouble(s, err)))
			return
		}
		told := report.New(found)
		c.again = func() { c.run(c.begin(), place, paste, expected) }
		s.Fill(place, reportParts(s, told, found, c.mended(paste.Token, found), c.repairs(place, paste, expected))...)
		c.told(&told)
	})
}

// mended is what was put right of a token since it was last looked at here. It is told once.
func (c *checks) mended(token graph.Token, found check.Report) []check.ID {
	var mended []check.ID
	if c.token.Equal(token) {
		mended = check.Mended(c.found.Rows, found.Rows)
	}
	c.token, c.found = token, found
	return mended
}

// repairs makes buttons that put right what was found, with the token that was
// checked. Coming back checks it once more.
func (c *checks) repairs(place *fyne.Container, paste check.Paste, expected check.Expectation) parts.Repairs {
	s := c.shell
	return func(of check.Repair, importance widgets.Importance) *widgets.Button {
		from := s.Page()
		return repair.Button(s, importance, repair.Work{
			Repair: of,
			Token:  func(context.Context) (graph.Token, error) { return paste.Token, nil },
			Back: func(changed bool) {
				s.Show(from)
				if changed {
					c.run(c.begin(), place, paste, expected)
				}
			},
			Prove: func(appSecret graph.Token) {
				s.Show(from)
				c.runWith(appSecret, c.begin(), place, paste, expected)
			},
		})
	}
}

// repairable tells whether what the verdict is about can be put right from here.
func (c *checks) repairable() bool {
	about := c.found.Verdict.About
	return about.Problem() && about.Repair.Kind != check.RepairNone
}

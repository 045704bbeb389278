package saved

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/partner"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// fetching is a token of a solution that is being fetched again.
type fetching struct {
	note fyne.CanvasObject // how far it is
	stop func()
}

// outcome is what came of fetching a token again.
type outcome struct {
	entry   vault.Entry // as it is listed now
	fetched partner.Refetched
	former  *saved.Former // nil where the old token could not be read
}

// refetch fetches a solution's token again, unless that is under way. The new
// one is proved before it takes the old one's place; until then, leaving the
// page ends it and the old one stays. show tells of it where it was pressed,
// for Graph may ask to wait for minutes.
func (t *Tokens) refetch(entry vault.Entry, show Note) {
	s := t.shell
	if t.fetching[entry.Name] != nil {
		return
	}
	life, cancel := s.OnPage().Until()
	ctx := life.Context()
	stopped := false
	stop := func() {
		stopped = true
		cancel()
	}
	state := widgets.NewSmallText(s.Say("renew.fetching"))
	note := widgets.NewFlowRow(10, 0, state, widgets.NewButton(widgets.SmallLink, s.Say("step.check.stop"), stop))
	t.fetching[entry.Name] = &fetching{note, stop}
	show(entry, note)
	env := s.Env()
	tellPause := func(pauses []time.Time) {
		until := pauses[len(pauses)-1]
		state.SetText(s.Say("solution.paused", words.Values{"When": s.Words.When(until, s.Now())}))
		s.Relayout()
	}
	shell.Follow(s.OnPage(), func(here context.Context, report func(time.Time)) (outcome, error) {
		defer cancel()
		tokens := env.BusinessTokens()
		tokens.Paused = report
		former := saved.FormerOf(ctx, env.Vault, entry.Name)
		fetched, err := tokens.Refetch(ctx, entry.Name, graph.Token{})
		listed, readErr := env.Vault.Entry(here, entry.Name)
		if readErr != nil {
			listed = entry
		}
		return outcome{listed, fetched, former}, err
	}, tellPause, func(came outcome, err error) {
		delete(t.fetching, entry.Name)
		note := t.refetched(came.entry, came.fetched, err, stopped)
		if former := came.former; former != nil && came.fetched.Outcome == vault.Replaced {
			note = widgets.NewColumn(4, note, parts.Undo(s, former, func() { t.undo(came.entry, former, show) }))
		}
		show(came.entry, note)
	})
}

// undo puts back the token that gave way to one that was fetched again.
func (t *Tokens) undo(entry vault.Entry, former *saved.Former, show Note) {
	s := t.shell
	env := s.Env()
	show(entry, widgets.NewSmallText(s.Say("undo.doing")))
	shell.Try(s.OnPage(), func(ctx context.Context) (vault.Entry, error) {
		if _, err := former.PutBack(ctx, env.Vault); err != nil {
			return entry, err
		}
		return env.Vault.Entry(ctx, entry.Name)
	}, func(listed vault.Entry, err error) {
		if err != nil {
			show(listed, widgets.NewColumn(4, widgets.NewText(parts.KeychainRefusal(s, err)),
				parts.Undo(s, former, func() { t.undo(entry, former, show) })))
			return
		}
		show(listed, widgets.NewColumn(4, widgets.NewText("**"+s.Say("undo.done.title")+"**"), widgets.NewSmallText(s.Say("undo.fetched"))))
	})
}

// refetched says what came of fetching a token again.
func (t *Tokens) refetched(entry vault.Entry, fetched partner.Refetched, err error, stopped bool) fyne.CanvasObject {
	s := t.shell
	switch {
	case err == nil:
		return widgets.NewColumn(4, widgets.NewText("**"+s.Say("renew.fetched", words.Values{"Name": entry.Name})+"**"),
			widgets.NewSmallText(s.Words.Verdict(fetched.Report).Summary))
	case fetched.Outcome == vault.Unsettled, fetched.Outcome == vault.NotListed:
		return widgets.NewText(s.Words.Paragraph(
			parts.PartnerTrouble(s, partner.SolutionReason(err)), s.Words.Maybe("outcome."+string(fetched.Outcome))))
	case stopped:
		return widgets.NewSmallText(s.Say("renew.stopped"))
	}
	return widgets.NewText(parts.PartnerTrouble(s, partner.SolutionReason(err)))
}

// stopFetching ends fetching a token again, so that a new one does not come in
// under a name that is being removed or changed.
func (t *Tokens) stopFetching(name string) {
	if fetching := t.fetching[name]; fetching != nil {
		fetching.stop()
	}
}

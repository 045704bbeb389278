package saved

import (
	"context"
	"time"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/partner"
	"latchkey/wizard/vault"

	"fyne.io/fyne/v2"
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
}

// refetch fetches a solution's token again, unless that is under way. The new
// one is proved before it takes the old one's place; until then, leaving the
// page ends it and the old one stays. show tells of it where it was pressed,
// for Graph may ask to wait for minutes.
func (t *Tokens) refetch(entry vault.Entry, show Note) {
	if t.fetching[entry.Name] != nil {
		return
	}
	life, cancel := t.shell.OnPage().Until()
	ctx := life.Context()
	stopped := false
	stop := func() {
		stopped = true
		cancel()
	}
	state := widgets.NewSmallText(t.shell.Say("renew.fetching"))
	note := widgets.NewFlowRow(10, 0, state, widgets.NewButton(widgets.SmallLink, t.shell.Say("step.check.stop"), stop))
	t.fetching[entry.Name] = &fetching{note, stop}
	show(entry, note)
	env := t.shell.Env()
	tellPause := func(pauses []time.Time) {
		until := pauses[len(pauses)-1]
		state.SetText(t.shell.Say("solution.paused", words.Values{"When": t.shell.Words.When(until, t.shell.Now())}))
		t.shell.Relayout()
	}
	shell.Follow(t.shell.OnPage(), func(here context.Context, report func(time.Time)) (outcome, error) {
		defer cancel()
		tokens := env.BusinessTokens()
		tokens.Paused = report
		fetched, err := tokens.Refetch(ctx, entry.Name, graph.Token{})
		if fresh, readErr := env.Vault.Entry(here, entry.Name); readErr == nil {
			entry = fresh
		}
		return outcome{entry, fetched}, err
	}, tellPause, func(came outcome, err error) {
		delete(t.fetching, came.entry.Name)
		show(came.entry, t.refetched(came.entry, came.fetched, err, stopped))
	})
}

// refetched says what came of fetching a token again.
func (t *Tokens) refetched(entry vault.Entry, fetched partner.Refetched, err error, stopped bool) fyne.CanvasObject {
	switch {
	case err == nil:
		return widgets.NewColumn(4, widgets.NewText("**"+t.shell.Say("renew.fetched", words.Values{"Name": entry.Name})+"**"),
			widgets.NewSmallText(t.shell.Words.Verdict(fetched.Report).Summary))
	case fetched.Outcome == vault.Unsettled, fetched.Outcome == vault.NotListed:
		return widgets.NewText(t.shell.Words.Paragraph(parts.PartnerTrouble(t.shell, partner.SolutionReason(err)), t.shell.Words.Maybe("outcome."+string(fetched.Outcome))))
	case stopped:
		return widgets.NewSmallText(t.shell.Say("renew.stopped"))
	}
	return widgets.NewText(parts.PartnerTrouble(t.shell, partner.SolutionReason(err)))
}

// stopFetching ends fetching a token again, so that a new one does not come in
// under a name that is being removed or changed.
func (t *Tokens) stopFetching(name string) {
	if fetching := t.fetching[name]; fetching != nil {
		fetching.stop()
	}
}

package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/partner"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// differenceCard says exactly how a new token differs from the one it would
// replace.
func (p *setupPages) differenceCard(differences []setup.Difference) fyne.CanvasObject {
	lines := widgets.NewColumn(6, widgets.NewFlowRow(8, 4,
		widgets.NewBadge(widgets.Advice, p.say("status.warn")), widgets.NewCardTitle(p.say("renew.differs"))))
	for _, difference := range differences {
		lines.Add(widgets.NewText(p.say("renew.differs_"+string(difference.Kind), words.Values{"Was": difference.Was, "Is": difference.Is})))
	}
	return widgets.NewCard(lines)
}

// askDifferent asks before a token that differs takes the old one's place.
func (p *setupPages) askDifferent() {
	var dialog *widgets.Dialog
	back := widgets.NewButton(widgets.Primary, p.say("renew.keep_old"), func() { dialog.Hide() })
	replace := widgets.NewButton(widgets.Secondary, p.say("renew.replace"), func() {
		dialog.Hide()
		p.save(true)
	})
	dialog = p.dialog(p.say("renew.ask"), widgets.NewText(p.say("renew.ask_text")), replace, back)
}

// refetching is a token of a solution that is being fetched again.
type refetching struct {
	note fyne.CanvasObject // how far it is
	stop func()
}

// refetch fetches a solution's token again, unless that is under way. The new
// one is proved before it takes the old one's place; until then, leaving the
// page ends it and the old one stays. show tells of it where it was pressed,
// for Graph may ask to wait for minutes.
func (w *Window) refetch(entry vault.Entry, show savedNote) {
	if w.fetching[entry.Name] != nil {
		return
	}
	ctx, cancel := context.WithCancel(w.here)
	stopped := false
	stop := func() {
		stopped = true
		cancel()
	}
	state := widgets.NewSmallText(w.say("renew.fetching"))
	note := widgets.NewFlowRow(10, 0, state, widgets.NewButton(widgets.SmallLink, w.say("step.check.stop"), stop))
	w.fetching[entry.Name] = &refetching{note, stop}
	show(entry, note)
	env := w.env()
	office := env.BusinessTokens()
	office.Paused = func(until time.Time) {
		w.Do(func() {
			state.SetText(w.say("solution.paused", words.Values{"When": w.Words.When(until, w.now())}))
			w.relayout()
		})
	}
	var fetched partner.Refetched
	var err error
	w.onPage(func(here context.Context) {
		defer cancel()
		fetched, err = office.Refetch(ctx, entry.Name, graph.Token{})
		if fresh, readErr := env.Vault.Entry(here, entry.Name); readErr == nil {
			entry = fresh
		}
	}, func() {
		delete(w.fetching, entry.Name)
		show(entry, w.refetched(entry, fetched, err, stopped))
	})
}

// refetched says what came of fetching a token again.
func (w *Window) refetched(entry vault.Entry, fetched partner.Refetched, err error, stopped bool) fyne.CanvasObject {
	switch {
	case err == nil:
		return widgets.NewColumn(4, widgets.NewText("**"+w.say("renew.fetched", words.Values{"Name": entry.Name})+"**"),
			widgets.NewSmallText(w.Words.Verdict(fetched.Report).Summary))
	case fetched.Outcome == vault.Unsettled, fetched.Outcome == vault.NotListed:
		return widgets.NewText(w.Words.Paragraph(w.partnerTrouble(partner.SolutionReason(err)), w.Words.Maybe("outcome."+string(fetched.Outcome))))
	case stopped:
		return widgets.NewSmallText(w.say("renew.stopped"))
	}
	return widgets.NewText(w.partnerTrouble(partner.SolutionReason(err)))
}

package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard"
	"latchkey/wizard/partner"
	"latchkey/wizard/vault"
)

// differenceCard says exactly how a new token differs from the one it would
// replace.
func (p *setupPages) differenceCard(differences []wizard.Difference) fyne.CanvasObject {
	lines := widgets.NewColumn(6, widgets.NewFlowRow(8, 4,
		widgets.NewBadge(widgets.Advice, p.say("status.warn")), widgets.NewCardTitle(p.say("renew.differs"))))
	for _, difference := range differences {
		lines.Add(widgets.NewText(p.say("renew.differs_"+difference.What, words.Values{"Was": difference.Was, "Is": difference.Is})))
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

// refetch fetches a solution's token again. The new one is proved before it
// takes the old one's place.
func (w *Window) refetch(entry vault.Entry) {
	office := w.world().Partner()
	var fetched partner.Refetched
	var err error
	w.background(func(ctx context.Context) { fetched, err = office.Refetch(ctx, entry.Name, graph.Token{}) }, func() {
		w.ShowHome()
		if err != nil {
			w.tell(w.say("saved.renew"), w.partnerTrouble(partner.SolutionReason(err)))
			return
		}
		w.tell(w.say("renew.fetched", words.Values{"Name": entry.Name}), w.Words.Verdict(fetched.Report).Summary)
	})
}

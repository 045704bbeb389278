package ui

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/partner"
	"latchkey/wizard/setup"
)

// solutionPage is step 4 for a solution partner: customers' business tokens
// come from the Multi-Partner Solution.
type solutionPage struct {
	*setupPages
	solution *widgets.TextEntry
	own      *partnerToken
	list     *widgets.TextEntry
	results  *fyne.Container
	underWay bool
}

func (p *setupPages) showSolution() {
	s := &solutionPage{
		setupPages: p, solution: widgets.NewTextEntry(string(p.setup.Progress().Solution)),
		own: p.newPartnerToken(), list: widgets.NewTextArea("", 3), results: widgets.NewColumn(4),
	}
	if renews := p.setup.Renews(); renews != nil {
		s.list.SetText(renews.ClientBusinessID)
	}
	body := widgets.NewColumn(theme.Gap,
		widgets.NewGrid(2, theme.Gap, 260,
			widgets.NewColumn(theme.Gap, p.labelled("solution.id", s.solution), p.labelled("solution.customers", s.list)), p.labelled("solution.own", s.own.place)))
	links := []fyne.CanvasObject{p.otherWay("solution.from_code")}
	if p.practice != nil {
		links = append([]fyne.CanvasObject{s.practicePartner()}, links...)
	}
	body.Add(widgets.NewFlowRow(18, 0, links...))
	body.Add(s.results)
	p.put(stepPage{
		title: p.say("solution.title"), lead: p.say("solution.lead"), body: body,
		main: p.say("solution.main"), press: s.press, focus: s.solution,
	})
	p.left = func() { s.own.entry.SetValue("") }
}

// practicePartner fills in what the rehearsal's partner has.
func (s *solutionPage) practicePartner() fyne.CanvasObject {
	return widgets.NewButton(widgets.SmallLink, s.say("practice.fill_in"), func() {
		known := s.practice.Partner()
		s.solution.SetText(string(known.Solution))
		s.own.use("")
		s.own.entry.SetValue(known.Token.Reveal())
		lines := make([]string, len(known.Customers))
		for i, customer := range known.Customers {
			lines[i] = string(customer)
		}
		s.list.SetText(strings.Join(lines, "\n"))
	})
}

// press fetches: one customer's token goes on to be checked and kept under a
// name of the person's; of many, each is kept under its customer's name.
func (s *solutionPage) press() {
	if s.underWay {
		return
	}
	s.clearTrouble()
	solution, fault := partner.ReadID(s.solution.Text)
	if fault != partner.NoFault {
		s.refuse(s.say("partner.ids.fix"), s.solution)
		return
	}
	customers, bad := partner.ReadList(s.list.Text)
	if len(customers) == 0 {
		s.refuse(s.say("solution.no_customers"), s.list)
		return
	}
	s.fill(s.results, s.badLines(bad)...)
	s.own.source(partner.Source{Solution: solution}, func(source partner.Source) {
		s.underWay = true
		if len(customers) == 1 {
			s.fetchOne(source, customers[0])
			return
		}
		s.fetchMany(source, customers)
	})
}

func (s *solutionPage) badLines(bad []partner.BadLine) []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, line := range bad {
		lines = append(lines, widgets.NewSmallText(s.say("partner.line."+string(line.Fault), words.Values{"Line": strconv.Itoa(line.Line)})))
	}
	return lines
}

func (s *solutionPage) fetchOne(source partner.Source, customer partner.Customer) {
	office := s.setup.Environment().BusinessTokens()
	s.setup.Change(func(progress *setup.Progress) {
		progress.Solution, progress.Business = source.Solution, customer.Business
		if customer.Name != "" {
			progress.Name = customer.Name
		}
	})
	s.remember()
	var got graph.SolutionToken
	var err error
	s.onPage(func(ctx context.Context) { got, err = office.Fetch(ctx, source, customer.Business) }, func() {
		s.underWay = false
		if err != nil {
			s.refuse(s.partnerTrouble(partner.SolutionReason(err)), nil)
			return
		}
		s.setup.Take(setup.Fetched{Token: got.Token, ExpiresAt: got.ExpiresAt, Partner: source.SavedAs})
		s.next()
	})
}

// fetchMany shows each customer as it is done, and pauses that Graph asks for.
func (s *solutionPage) fetchMany(source partner.Source, customers []partner.Customer) {
	office := s.setup.Environment().BusinessTokens()
	state := widgets.NewText("")
	done := widgets.NewColumn(2)
	s.results.Add(state)
	s.results.Add(done)
	var results []partner.Result
	var err error
	s.onPage(func(ctx context.Context) {
		results, err = office.FetchMany(ctx, source, customers, func(progress partner.Progress) {
			s.Do(func() { s.showProgress(state, done, progress) })
		})
	}, func() {
		s.underWay = false
		if err != nil {
			s.refuse(s.keychainRefusal(err), nil)
			return
		}
		s.showFetched(state, done, results)
	})
}

// showFetched says what came of each customer, in the order of the list.
func (s *solutionPage) showFetched(state *widgets.Text, done *fyne.Container, results []partner.Result) {
	failed := 0
	done.RemoveAll()
	for _, result := range results {
		if result.Done == partner.DoneFailed {
			failed++
		}
		done.Add(s.customerRow(result))
	}
	state.SetText(s.say("solution.all_done"))
	if failed > 0 {
		state.SetText(s.say("solution.some_failed", words.Counted(len(results)),
			words.Values{"Saved": strconv.Itoa(len(results) - failed)}))
	}
	done.Add(widgets.NewFlowRow(0, 0, widgets.NewButton(widgets.Secondary, s.say("solution.home"), s.finish)))
	s.relayout()
	widgets.Reveal(s.results)
}

func (s *solutionPage) showProgress(state *widgets.Text, done *fyne.Container, progress partner.Progress) {
	text := s.say("saved.progress", words.Counted(progress.All), words.Values{"Done": strconv.Itoa(progress.Done)})
	if progress.Until.After(s.now()) {
		text = s.Words.Paragraph(text, s.say("solution.paused", words.Values{"When": s.Words.When(progress.Until, s.now())}))
	}
	state.SetText(text)
	if result := progress.Latest; result != nil {
		done.Add(s.customerRow(*result))
	}
	s.relayout()
}

// customerRow is one customer and what came of it.
func (s *solutionPage) customerRow(result partner.Result) fyne.CanvasObject {
	badge := widgets.NewWideBadge(widgets.Fine, s.say("status.pass"))
	if result.Done == partner.DoneFailed {
		badge.Set(widgets.ToFix, s.say("status.fail"))
	}
	line := widgets.NewSmallText(s.customerLine(result))
	return widgets.Row{Gap: 12, Align: widgets.AlignTop, Stretch: line}.New(badge, line)
}

func (s *solutionPage) customerLine(result partner.Result) string {
	values := s.Words.CustomerValues(result, s.now())
	if result.Err != nil {
		values["Why"] = words.Plain(s.partnerTrouble(partner.SolutionReason(result.Err)))
	}
	return s.say("partner.done."+string(result.Done), values)
}

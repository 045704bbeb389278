package setup

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/partner"
	"latchkey/wizard/setup"
)

// solutionPage is step 4 for a solution partner: customers' business tokens
// come from the Multi-Partner Solution.
type solutionPage struct {
	*pages
	solution *widgets.TextEntry
	own      *partnerToken
	list     *widgets.TextEntry
	results  *fyne.Container
	underWay bool
}

func (p *pages) showSolution() {
	x := &solutionPage{
		pages: p, solution: widgets.NewTextEntry(string(p.setup.Progress().Solution)),
		own: p.newPartnerToken(), list: widgets.NewTextArea("", 3), results: widgets.NewColumn(4),
	}
	if renews := p.setup.Renews(); renews != nil {
		x.list.SetText(renews.ClientBusinessID)
	}
	body := widgets.NewColumn(theme.Gap,
		widgets.NewGrid(2, theme.Gap, 260,
			widgets.NewColumn(theme.Gap, parts.Labelled(p.shell, "solution.id", x.solution), parts.Labelled(p.shell, "solution.customers", x.list)), parts.Labelled(p.shell, "solution.own", x.own.place)))
	links := []fyne.CanvasObject{p.otherSource("solution.from_code")}
	if p.shell.Practice() != nil {
		links = append([]fyne.CanvasObject{x.practicePartner()}, links...)
	}
	body.Add(widgets.NewFlowRow(18, 0, links...))
	body.Add(x.results)
	p.show(content{
		title: p.shell.Say("solution.title"), lead: p.shell.Say("solution.lead"), body: body,
		main: p.shell.Say("solution.main"), press: x.press, focus: x.solution,
		left: func() { x.own.entry.SetValue("") },
	})
}

// otherSource leads from one source of customers' tokens to the other.
func (p *pages) otherSource(label string) fyne.CanvasObject {
	return widgets.NewButton(widgets.SmallLink, p.shell.Say(label), func() {
		p.setup.Change(func(progress *setup.Progress) { progress.CustomersBy = progress.TokenSource().Other() })
		p.remember()
		p.showStep()
	})
}

// practicePartner fills in what the rehearsal's partner has.
func (x *solutionPage) practicePartner() fyne.CanvasObject {
	return widgets.NewButton(widgets.SmallLink, x.shell.Say("practice.fill_in"), func() {
		known := x.shell.Practice().Partner()
		x.solution.SetText(string(known.Solution))
		x.own.use("")
		x.own.entry.SetValue(known.Token.Reveal())
		lines := make([]string, len(known.Customers))
		for i, customer := range known.Customers {
			lines[i] = string(customer)
		}
		x.list.SetText(strings.Join(lines, "\n"))
	})
}

// press fetches: one customer's token goes on to be checked and kept under a
// name of the person's; of many, each is kept under its customer's name.
func (x *solutionPage) press() {
	if x.underWay {
		return
	}
	x.clearTrouble()
	solution, fault := partner.ReadID(x.solution.Text)
	if fault != partner.NoFault {
		x.refuse(x.shell.Say("partner.ids.fix"), x.solution)
		return
	}
	customers, bad := partner.ReadList(x.list.Text)
	if len(customers) == 0 {
		x.refuse(x.shell.Say("solution.no_customers"), x.list)
		return
	}
	x.shell.Fill(x.results, x.badLines(bad)...)
	x.own.source(partner.Source{Solution: solution}, func(source partner.Source) {
		x.underWay = true
		if len(customers) == 1 {
			x.fetchOne(source, customers[0])
			return
		}
		x.fetchMany(source, customers)
	})
}

func (x *solutionPage) badLines(bad []partner.BadLine) []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, line := range bad {
		lines = append(lines, widgets.NewSmallText(x.shell.Say("partner.line."+string(line.Fault), words.Values{"Line": strconv.Itoa(line.Line)})))
	}
	return lines
}

func (x *solutionPage) fetchOne(source partner.Source, customer partner.Customer) {
	tokens := x.setup.Environment().BusinessTokens()
	x.setup.Change(func(progress *setup.Progress) {
		progress.Solution, progress.Business = source.Solution, customer.Business
		if customer.Name != "" {
			progress.Name = customer.Name
		}
	})
	x.remember()
	shell.Try(x.shell.OnPage(), func(ctx context.Context) (graph.SolutionToken, error) {
		return tokens.Fetch(ctx, source, customer.Business)
	}, func(got graph.SolutionToken, err error) {
		x.underWay = false
		if err != nil {
			x.refuse(parts.PartnerTrouble(x.shell, partner.SolutionReason(err)), nil)
			return
		}
		x.setup.Take(setup.Fetched{Token: got.Token, ExpiresAt: got.ExpiresAt, Partner: source.SavedAs})
		x.next()
	})
}

// fetchMany shows each customer as it is done, and pauses that Graph asks for.
func (x *solutionPage) fetchMany(source partner.Source, customers []partner.Customer) {
	tokens := x.setup.Environment().BusinessTokens()
	state := widgets.NewText("")
	done := widgets.NewColumn(2)
	x.results.Add(state)
	x.results.Add(done)
	shell.Follow(x.shell.OnPage(), func(ctx context.Context, report func(partner.Progress)) ([]partner.Result, error) {
		return tokens.FetchMany(ctx, source, customers, report)
	}, func(news []partner.Progress) {
		for _, progress := range news {
			x.showProgress(state, done, progress)
		}
	}, func(results []partner.Result, err error) {
		x.underWay = false
		if err != nil {
			x.refuse(parts.KeychainRefusal(x.shell, err), nil)
			return
		}
		x.showFetched(state, done, results)
	})
}

// showFetched says what came of each customer, in the order of the list.
func (x *solutionPage) showFetched(state *widgets.Text, done *fyne.Container, results []partner.Result) {
	failed := 0
	done.RemoveAll()
	for _, result := range results {
		if result.Done == partner.DoneFailed {
			failed++
		}
		done.Add(x.customerRow(result))
	}
	state.SetText(x.shell.Say("solution.all_done"))
	if failed > 0 {
		state.SetText(x.shell.Say("solution.some_failed", words.Counted(len(results)),
			words.Values{"Saved": x.shell.Words.Number(len(results) - failed)}))
	}
	done.Add(widgets.NewFlowRow(0, 0, widgets.NewButton(widgets.Secondary, x.shell.Say("solution.home"), x.finish)))
	x.shell.Relayout()
	widgets.Reveal(x.results)
}

func (x *solutionPage) showProgress(state *widgets.Text, done *fyne.Container, progress partner.Progress) {
	text := x.shell.Say("saved.progress", words.Counted(progress.All), words.Values{"Done": x.shell.Words.Number(progress.Done)})
	if progress.Until.After(x.shell.Now()) {
		text = x.shell.Words.Paragraph(text, x.shell.Say("solution.paused", words.Values{"When": x.shell.Words.When(progress.Until, x.shell.Now())}))
	}
	state.SetText(text)
	if result := progress.Latest; result != nil {
		done.Add(x.customerRow(*result))
	}
	x.shell.Relayout()
}

// customerRow is one customer and what came of it.
func (x *solutionPage) customerRow(result partner.Result) fyne.CanvasObject {
	badge := widgets.NewWideBadge(widgets.Fine, x.shell.Say("status.pass"))
	if result.Done == partner.DoneFailed {
		badge.Set(widgets.ToFix, x.shell.Say("status.fail"))
	}
	line := widgets.NewSmallText(x.customerLine(result))
	return widgets.Row{Gap: 12, Align: widgets.AlignTop, Stretch: line}.New(badge, line)
}

func (x *solutionPage) customerLine(result partner.Result) string {
	values := x.shell.Words.CustomerValues(result, x.shell.Now())
	if result.Err != nil {
		values["Why"] = words.Plain(parts.PartnerTrouble(x.shell, partner.SolutionReason(result.Err)))
	}
	return x.shell.Say("partner.done."+string(result.Done), values)
}

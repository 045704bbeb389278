package desk

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/practice"
	"latchkey/wizard/report"
)

// trainingPage lists the prepared troubles: customers' stories, each with a token
// to check and something to put right on the pretend pages.
type trainingPage struct {
	shell.Simple
	shell *shell.Shell
}

// ShowTraining shows the troubles to practise with.
func ShowTraining(s *shell.Shell) { s.Show(&trainingPage{shell: s}) }

// Draw implements shell.Page.
func (p *trainingPage) Draw() shell.View {
	s := p.shell
	list, stories, solved := widgets.NewColumn(theme.SmallGap), s.Practice().Training(), 0
	for _, scenario := range stories {
		card := widgets.NewChoiceCard(s.Say("training."+scenario.Name+".title"), s.Say("training."+scenario.Name+".story"),
			func() { showStory(s, scenario) })
		if s.Practice().Solved(scenario.Name) {
			solved++
			card.Mark(widgets.NewBadge(widgets.Fine, s.Say("training.solved")))
		}
		list.Add(card)
	}
	lead := widgets.NewColumn(1, widgets.NewQuietText(s.Say("training.lead")))
	if solved > 0 {
		lead.Add(widgets.NewSmallText(s.Say("training.progress", words.Values{"Done": s.Words.Number(solved), "All": s.Words.Number(len(stories))})))
	}
	return shell.View{
		Title:   s.Say("training.title"),
		Content: widgets.NewPage(widgets.NewHead(s.Say("training.title"), lead), list),
		Footer:  s.Footer(s.Rooms.Home),
		Escape:  s.Rooms.Home,
	}
}

// storyPage is one prepared trouble while it is worked on. It tells the story,
// checks the customer's token, opens the pretend pages, and says when the trouble
// is put right.
type storyPage struct {
	shell.Simple
	shell    *shell.Shell
	practice *practice.Practice
	scenario practice.Scenario
	entry    *widgets.SecretEntry
	trouble  *fyne.Container // what is wrong with the token in the field
	outcome  *fyne.Container // whether the customer's trouble is put right
	verdict  *fyne.Container
	checks   *checks
}

func showStory(s *shell.Shell, scenario practice.Scenario) {
	p := &storyPage{
		shell: s, practice: s.Practice(), scenario: scenario, entry: parts.SecretEntry(s),
		trouble: widgets.NewColumn(0), outcome: widgets.NewColumn(0), verdict: widgets.NewColumn(theme.SmallGap),
	}
	p.checks = newChecks(s, widgets.NewColumn(theme.SmallGap), p.tell)
	p.entry.SetValue(scenario.Token.Reveal())
	p.entry.OnSubmitted = func(string) { p.check() }
	s.Show(p)
}

// Draw implements shell.Page.
func (p *storyPage) Draw() shell.View {
	s, name := p.shell, p.scenario.Name
	p.practice.Show(name) // also on the way back from another page
	back := func() { ShowTraining(s) }
	pages := parts.Opener(s, s.Say("training.open"), widgets.Secondary, p.practice.Address, nil)
	return shell.View{
		Title: s.Say("training." + name + ".title"),
		Content: widgets.NewPage(
			widgets.NewHead(s.Say("training."+name+".title"), widgets.NewQuietText(s.Say("training."+name+".story")), p.trouble),
			widgets.NewColumn(theme.Gap, p.outcome,
				widgets.NewColumn(4, widgets.NewSmallText(s.Say("training.token")), p.entry), pages, p.verdict, p.checks.place)),
		Footer: s.Footer(back,
			widgets.NewButton(widgets.Link, s.Say("training.look"), p.look),
			s.MainButton(s.Say("desk.main"), p.check)),
		Enter:  p.check,
		Escape: back,
	}
}

// Leave implements shell.Page.
func (p *storyPage) Leave() { p.practice.Show("") }

// Returned implements shell.Page: what was done on the pages may have put the
// trouble right.
func (p *storyPage) Returned() {
	p.look()
	if again := p.checks.again; again != nil {
		again()
	}
}

// tell shows what a check came to, and what support would do with it.
func (p *storyPage) tell(told *report.Document) {
	if told == nil {
		p.shell.Fill(p.verdict)
		return
	}
	p.shell.Fill(p.verdict, parts.TitledVerdictCard(p.shell, *told),
		widgets.NewFlowRow(10, 10, saveButton(p.shell, *told), answerButton(p.shell, widgets.Secondary, *told)))
	widgets.Reveal(p.verdict)
}

// look says whether the trouble is put right.
func (p *storyPage) look() {
	s := p.shell
	if p.practice.Solved(p.scenario.Name) {
		s.Fill(p.outcome, widgets.NewStatusCard(widgets.Fine, widgets.Fix{
			Word: s.Say("status.pass"), Title: s.Say("training." + p.scenario.Name + ".solved"),
		}))
	} else {
		s.Fill(p.outcome, widgets.NewPlainCard(widgets.ToFix, widgets.Fix{
			Word: s.Say("status.fail"), Title: s.Say("training.not_yet"),
		}))
	}
	widgets.Reveal(p.outcome)
}

func (p *storyPage) check() {
	s := p.shell
	paste := check.ReadPaste(p.entry.Value())
	if !paste.Usable() {
		parts.OnTop(s, p.trouble, parts.Wrong(s, parts.PasteTrouble(s, paste), p.entry.Field()))
		return
	}
	s.Fill(p.trouble)
	p.checks.run(p.checks.begin(), p.checks.place, paste, check.Expectation{})
}

package setup

import (
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// showBusiness asks which situation the person is in and says what must be
// there first. Meanwhile the keychain is proved.
func (p *pages) showBusiness() {
	p.firstAnswer = map[setup.Missing]fyne.Focusable{}
	below, keychain := widgets.NewColumn(10), widgets.NewColumn(0)
	answered := func() { p.shell.Fill(below, p.belowAnswers(keychain)...) }
	cards := p.answerCards(p.setup.Progress().Questions()[0], answered)
	below.Objects = p.belowAnswers(keychain)
	p.show(content{
		title: p.shell.Say("step.business.title"), lead: p.shell.Say("step.business.lead"),
		body: widgets.NewColumn(10, cards, below),
		main: p.shell.Say("step.business.main"), press: func() { p.leaveBusiness(keychain) },
	})
	p.prove(keychain, nil)
}

// belowAnswers is what the first answer leads to: the second question, or what must be there first,
// for which the page has no room beside that; and how the keychain does.
func (p *pages) belowAnswers(keychain fyne.CanvasObject) []fyne.CanvasObject {
	questions := p.setup.Progress().Questions()
	link := func(id string, act func()) fyne.CanvasObject {
		return widgets.NewButton(widgets.SmallLink, p.shell.Say(id), act)
	}
	links := []fyne.CanvasObject{link("situation.unsure", p.tellUnsure), link("need.address", p.askAddress), keychain}
	if len(questions) == 1 {
		needs := widgets.NewColumn(4, widgets.NewCardTitle(p.shell.Say("need.title")), p.needs(func() {}))
		return []fyne.CanvasObject{widgets.NewPaddedCard(theme.CardPadding, 14, needs), widgets.NewFlowRow(18, 4, links...)}
	}
	var objects []fyne.CanvasObject
	for _, question := range questions[1:] {
		objects = append(objects, widgets.NewCardTitle(p.shell.Say(question.ID)), p.answerCards(question, func() {}))
	}
	first := link("need.title", p.showNeeds)
	return append(objects, widgets.NewFlowRow(18, 4, append([]fyne.CanvasObject{first}, links...)...))
}

// tellUnsure helps with each question that is asked.
func (p *pages) tellUnsure() {
	var told []string
	for _, question := range p.setup.Progress().Questions() {
		told = append(told, p.shell.Say(question.Unsure))
	}
	p.shell.Tell(p.shell.Say("situation.unsure"), strings.Join(told, "\n\n"))
}

// showNeeds lists what must be there first where the page has no room for it.
func (p *pages) showNeeds() {
	var dialog *widgets.Dialog
	hide := func() { dialog.Hide() }
	dialog = p.shell.Dialog(p.shell.Say("need.title"), p.needs(hide),
		widgets.NewButton(widgets.Primary, p.shell.Say("button.close"), hide))
}

// needs lists what must be there first, each with what shows whether it is, and what who lacks it
// can do; leave is called before that takes the place of the list.
func (p *pages) needs(leave func()) fyne.CanvasObject {
	needs := p.setup.Progress().Needs()
	lines := widgets.NewColumn(7)
	for _, need := range needs.List {
		lines.Add(p.need(need, leave))
	}
	if needs.Note != "" {
		lines.Add(widgets.NewSmallText(p.shell.Say(needs.Note)))
	}
	return lines
}

func (p *pages) need(need setup.Need, leave func()) fyne.CanvasObject {
	text := widgets.NewText(p.shell.Say(need.ID))
	if need.Page == site.PageNone {
		return text
	}
	links := widgets.NewFlowRow(16, 0,
		widgets.NewOpenButton(widgets.SmallLink, p.shell.Say(need.ID+".open"), func() { p.openAside(need.Page) }))
	if need.Make != nil && p.made[need.Make.ID] {
		links.Add(widgets.NewBadge(widgets.Fine, p.shell.Say("status.pass")))
	} else {
		links.Add(widgets.NewButton(widgets.SmallLink, p.shell.Say(need.ID+".none"), func() {
			leave()
			if need.Make != nil {
				p.showMaking(*need.Make)
			} else {
				p.showOtherPerson()
			}
		}))
	}
	line := widgets.Row{Gap: 16, Stretch: text, Align: widgets.AlignTop}.New(text, links)
	return widgets.NewColumn(2, line, widgets.NewSmallText(p.shell.Say(need.ID+".detail")))
}

// showOtherPerson gives a message for the one who has full control.
func (p *pages) showOtherPerson() {
	p.shell.Inform(p.shell.Say("need.not_me"), widgets.NewColumn(10,
		widgets.NewText(p.shell.Say("need.not_me_text")), parts.CopyField(p.shell, p.shell.Say("need.message"))))
}

// askAddress asks for the address of one of Meta's pages.
func (p *pages) askAddress() {
	address := widgets.NewTextEntry("")
	address.SetPlaceHolder(p.shell.Say("need.address_hint"))
	read := widgets.NewSmallText("")
	read.Hide()
	tell := func(message string) {
		read.SetText(message)
		read.Hidden = message == ""
		p.shell.Relayout()
	}
	// What is read is said at once; what cannot be read only once Done is pressed.
	address.OnChanged = func(text string) {
		ids, err := setup.ReadAddress(text)
		if err != nil {
			tell("")
			return
		}
		p.setup.Change(func(progress *setup.Progress) { progress.TakeIDs(ids) })
		p.remember()
		tell(p.shell.Say("address.read", map[string]string{"Business": string(ids.Business), "App": string(ids.App)}))
	}
	var dialog *widgets.Dialog
	button := widgets.NewButton(widgets.Primary, p.shell.Say("button.done"), func() {
		if _, err := setup.ReadAddress(address.Text); err != nil && address.Text != "" {
			widgets.MarkTrouble(address, words.Plain(p.shell.Say("address."+string(setup.AddressErrorOf(err)))))
			return
		}
		dialog.Hide()
	})
	dialog = p.shell.Dialog(p.shell.Say("need.address"), widgets.NewColumn(theme.SmallGap, widgets.NewText(p.shell.Say("need.address_text")), address, read), button)
	p.shell.Focus(address)
}

// openAside opens a page that is not the step's own; where no browser opens,
// the address comes up to be copied.
func (p *pages) openAside(page site.Page) {
	address := p.shell.Env().Page(page, p.setup.PageIDs())
	p.shell.OpenInBrowser(address, func(err error) {
		if err != nil {
			p.shell.Inform(p.shell.Say("open.title"), widgets.NewColumn(10,
				widgets.NewText(p.shell.Say("open.failed")), parts.CopyField(p.shell, address)))
		}
	})
}

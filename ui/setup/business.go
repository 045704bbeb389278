package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// showBusiness asks which situation the person is in and says what must be
// there first. Meanwhile the keychain is proved.
func (p *pages) showBusiness() {
	p.firstAnswer = map[setup.Missing]fyne.Focusable{}
	below := widgets.NewColumn(10)
	var answered func()
	answered = func() { p.shell.Fill(below, p.belowAnswers(answered)...) }
	cards := p.answerCards(p.setup.Progress().Questions()[0], answered)
	below.Objects = p.belowAnswers(answered)
	keychain := &keychainState{alert: widgets.NewColumn(0), line: widgets.NewColumn(0)}
	keychain.alert.Hide()
	p.show(content{
		title: p.shell.Say("step.business.title"), lead: p.shell.Say("step.business.lead"),
		body: widgets.NewColumn(10, keychain.alert, cards, below, keychain.line),
		main: p.shell.Say("step.business.main"), press: func() { p.leaveBusiness(keychain) },
	})
	p.prove(keychain, nil)
}

// belowAnswers is what the answers so far lead to: further questions, and what
// must be there first. Beside further questions that has no room on the page. answered is called
// when one of them is.
func (p *pages) belowAnswers(answered func()) []fyne.CanvasObject {
	questions := p.setup.Progress().Questions()[1:]
	link := func(id string, act func()) fyne.CanvasObject {
		return widgets.NewButton(widgets.SmallLink, p.shell.Say(id), act)
	}
	links := widgets.NewFlowRow(18, 0,
		link("situation.unsure", func() { p.shell.Tell(p.shell.Say("situation.unsure"), p.shell.Say("situation.unsure_text")) }), link("need.not_me", p.showOtherPerson), link("need.address", p.askAddress))
	var objects []fyne.CanvasObject
	for _, question := range questions {
		objects = append(objects, widgets.NewCardTitle(p.shell.Say(question.ID)), p.answerCards(question, answered))
	}
	const roomFor = 2 // with the first
	if len(questions) < roomFor && (len(questions) == 0 || p.setup.Progress().Situation != setup.SituationUnknown) {
		needs := widgets.NewColumn(4, widgets.NewCardTitle(p.shell.Say("need.title")), p.needs())
		return append(objects, widgets.NewPaddedCard(theme.CardPadding, 14, needs), links)
	}
	first := link("need.title", func() { p.shell.Inform(p.shell.Say("need.title"), p.needs()) })
	links.Objects = append([]fyne.CanvasObject{first}, links.Objects...)
	return append(objects, links)
}

// needs lists what must be there first, each with its page.
func (p *pages) needs() fyne.CanvasObject {
	needs := p.setup.Progress().Needs()
	lines := widgets.NewColumn(4)
	for _, need := range needs.List {
		text := widgets.NewText(p.shell.Say(need.ID))
		if need.Open == "" {
			lines.Add(text)
			continue
		}
		line := widgets.Row{Gap: 10, Stretch: text, Align: widgets.AlignTop}.New(text)
		if need.Make != nil && p.made[need.Make.ID] {
			line.Add(widgets.NewBadge(widgets.Fine, p.shell.Say("status.pass")))
		}
		line.Add(widgets.NewOpenButton(widgets.SmallLink, p.shell.Say(need.Open), func() { p.openAside(need.Page) }))
		lines.Add(line)
	}
	none := widgets.NewFlowRow(18, 0)
	for _, need := range needs.List {
		if making := need.Make; making != nil && !p.made[making.ID] {
			none.Add(widgets.NewButton(widgets.SmallLink, p.shell.Say(making.ID+".ask"), func() { p.showMaking(*making) }))
		}
	}
	if len(none.Objects) > 0 {
		lines.Add(none)
	}
	if needs.Note != "" {
		lines.Add(widgets.NewSmallText(p.shell.Say(needs.Note)))
	}
	return lines
}

// keychainState is where step 1 says how the keychain does: trouble on top of
// the page, everything else in a quiet line below.
type keychainState struct{ alert, line *fyne.Container }

// leaveBusiness goes on. While the keychain is still being proved it waits for
// that, says so, and goes on by itself.
func (p *pages) leaveBusiness(keychain *keychainState) {
	switch missing := p.setup.Missing(); missing {
	case setup.MissingProof, setup.MissingKeychain:
		p.prove(keychain, p.next)
	case setup.NothingMissing:
		p.next()
	default:
		p.refuse(p.shell.Say("missing."+string(missing)), p.firstAnswer[missing])
	}
}

// prove asks the keychain and shows what came of it. then, if not nil, goes on
// when it keeps tokens; when it does not, the page says that it cannot go on.
func (p *pages) prove(place *keychainState, then func()) {
	proved, _ := p.setup.Keychain()
	if !proved {
		p.shell.Fill(place.line, widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Busy, p.shell.Say("status.busy")), widgets.NewSmallText(p.shell.Say("keychain.proving"))))
	}
	shell.Background(p.shell.OnPage(), p.setup.ProveKeychain, func(err error) {
		if err != nil {
			place.alert.Show()
			p.shell.Fill(place.line)
			p.shell.Fill(place.alert, parts.KeychainFix(p.shell, err, func() { p.prove(place, nil) }))
			if then != nil {
				p.refuse(p.shell.Say("missing."+string(setup.MissingKeychain)), nil)
			}
			return
		}
		if place.alert.Visible() {
			place.alert.Hide()
			p.clearTrouble()
		}
		p.shell.Fill(place.line, widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Fine, p.shell.Say("status.pass")), widgets.NewSmallText(p.shell.Say("keychain.proved"))))
		if then != nil {
			then()
		}
	})
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
	dialog = p.shell.Dialog(p.shell.Say("need.address"), widgets.NewColumn(8, address, read), button)
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

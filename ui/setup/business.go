package setup

import (
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

// showBusiness asks which situation the person is in and says what must be
// there first. Meanwhile the keychain is proved.
func (p *pages) showBusiness() {
	below := widgets.NewColumn(12)
	redraw := func() { p.shell.Fill(below, p.belowSituation()...) }
	cards := p.situationCards(redraw)
	objects := make([]fyne.CanvasObject, len(cards))
	for i, card := range cards {
		objects[i] = card
	}
	below.Objects = p.belowSituation()
	keychain := &keychainState{alert: widgets.NewColumn(0), line: widgets.NewColumn(0)}
	keychain.alert.Hide()
	body := widgets.NewColumn(12, keychain.alert,
		widgets.NewGrid(3, 12, 170, objects...),
		below,
		keychain.line)
	p.show(content{
		title: p.shell.Say("step.business.title"), lead: p.shell.Say("step.business.lead"), body: body,
		main: p.shell.Say("step.business.main"), press: func() { p.leaveBusiness(cards[0], keychain) }, focus: nil,
	})
	p.prove(keychain, nil)
}

// belowSituation is what the answer leads to: for solution partners the question
// which token it is, for others what must be there first.
func (p *pages) belowSituation() []fyne.CanvasObject {
	progress := p.setup.Progress()
	switch {
	case progress.Situation == setup.SolutionPartner:
		return []fyne.CanvasObject{p.purposeCard()}
	case progress.TokenSource() == setup.FromSignupCode:
		return []fyne.CanvasObject{widgets.NewPaddedCard(theme.CardPadding, 14, widgets.NewColumn(6,
			widgets.NewCardTitle(p.shell.Say("need.title")), widgets.NewText(p.shell.Say("need.signup")), widgets.NewText(p.shell.Say("need.secret")),
			widgets.NewSmallText(p.shell.Say("need.passed_over"))))}
	}
	return []fyne.CanvasObject{p.prerequisites()}
}

// keychainState is where step 1 says how the keychain does: trouble on top of
// the page, everything else in a quiet line below.
type keychainState struct{ alert, line *fyne.Container }

// leaveBusiness goes on. While the keychain is still being proved it waits for
// that, says so, and goes on by itself.
func (p *pages) leaveBusiness(firstAnswer fyne.Focusable, keychain *keychainState) {
	switch missing := p.setup.Missing(); missing {
	case setup.MissingProof, setup.MissingKeychain:
		p.prove(keychain, p.next)
	case setup.NothingMissing:
		p.next()
	case setup.MissingPurpose:
		p.refuse(p.shell.Say("missing."+string(missing)), p.purposes.First())
	default:
		p.refuse(p.shell.Say("missing."+string(missing)), firstAnswer)
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

// prerequisites lists what must be there at Meta before the first step, each
// with its page, and reads ids from a pasted address.
func (p *pages) prerequisites() fyne.CanvasObject {
	need := func(id string, page site.Page) fyne.CanvasObject {
		open := widgets.NewOpenButton(widgets.SmallLink, p.shell.Say("need."+id+".open"), func() { p.openAside(page) })
		text := widgets.NewText(p.shell.Say("need." + id))
		return widgets.Row{Gap: 10, Stretch: text, Align: widgets.AlignTop}.New(text, open)
	}
	return widgets.NewPaddedCard(theme.CardPadding, 14, widgets.NewColumn(4,
		widgets.NewCardTitle(p.shell.Say("need.title")),
		need("portfolio", site.PagePortfolios), need("app", site.PageAppList), need("control", site.PageBusinessInfo),
		widgets.NewFlowRow(18, 0,
			widgets.NewButton(widgets.SmallLink, p.shell.Say("situation.unsure"), p.helpMeChoose),
			widgets.NewButton(widgets.SmallLink, p.shell.Say("need.not_me"), p.showOtherPerson),
			widgets.NewButton(widgets.SmallLink, p.shell.Say("need.address"), p.askAddress)),
	))
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
		p.takeIDs(ids)
		tell(p.shell.Say("address.read", map[string]string{"Business": string(ids.Business), "App": string(ids.App)}))
	}
	var dialog *widgets.Dialog
	button := widgets.NewButton(widgets.Primary, p.shell.Say("button.done"), func() {
		if _, err := setup.ReadAddress(address.Text); err != nil && address.Text != "" {
			tell(p.shell.Say(addressTrouble(err)))
			return
		}
		dialog.Hide()
	})
	dialog = p.shell.Dialog(p.shell.Say("need.address"), widgets.NewColumn(8, address, read), button)
	p.shell.Focus(address)
}

// takeIDs makes later buttons open the pages of this portfolio and app.
func (p *pages) takeIDs(ids site.PageIDs) {
	p.setup.Change(func(progress *setup.Progress) {
		if ids.Business != "" {
			progress.Business = ids.Business
		}
		if ids.App != "" {
			progress.App = ids.App
		}
	})
	p.remember()
}

// addressTrouble is the id of the words for a text without an address to read.
func addressTrouble(err error) string {
	switch {
	case errors.Is(err, setup.ErrTokenInside):
		return "address.token"
	case errors.Is(err, setup.ErrOtherSite):
		return "address.other_site"
	case errors.Is(err, setup.ErrNoIDs):
		return "address.no_ids"
	}
	return "address.none"
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

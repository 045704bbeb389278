package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

// showBusiness asks which situation the person is in and says what must be
// there first. Meanwhile the keychain is proved.
func (p *setupPages) showBusiness() {
	below := widgets.NewColumn(12)
	redraw := func() { p.fill(below, p.belowSituation()...) }
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
	p.put(stepPage{
		title: p.say("step.business.title"), lead: p.say("step.business.lead"), body: body,
		main: p.say("step.business.main"), press: func() { p.leaveBusiness(cards[0], keychain) }, focus: nil,
	})
	p.prove(keychain, nil)
}

// belowSituation is what the answer leads to: for solution partners the question
// which token it is, for others what must be there first.
func (p *setupPages) belowSituation() []fyne.CanvasObject {
	progress := p.setup.Progress()
	switch {
	case progress.Situation == setup.SolutionPartner:
		return []fyne.CanvasObject{p.purposeCard()}
	case progress.TokenSource() == setup.FromSignupCode:
		return []fyne.CanvasObject{widgets.NewPaddedCard(theme.CardPadding, 14, widgets.NewColumn(6,
			widgets.NewCardTitle(p.say("need.title")), widgets.NewText(p.say("need.signup")), widgets.NewText(p.say("need.secret")),
			widgets.NewSmallText(p.say("need.passed_over"))))}
	}
	return []fyne.CanvasObject{p.prerequisites()}
}

// keychainState is where step 1 says how the keychain does: trouble on top of
// the page, everything else in a quiet line below.
type keychainState struct{ alert, line *fyne.Container }

// leaveBusiness goes on. While the keychain is still being proved it waits for
// that, says so, and goes on by itself.
func (p *setupPages) leaveBusiness(firstAnswer fyne.Focusable, keychain *keychainState) {
	switch missing := p.setup.Missing(); missing {
	case setup.MissingProof, setup.MissingKeychain:
		p.prove(keychain, p.next)
	case setup.NothingMissing:
		p.next()
	case setup.MissingPurpose:
		p.refuse(p.say("missing."+string(missing)), p.purposes.First())
	default:
		p.refuse(p.say("missing."+string(missing)), firstAnswer)
	}
}

// prove asks the keychain and shows what came of it. then, if not nil, goes on
// when it keeps tokens; when it does not, the page says that it cannot go on.
func (p *setupPages) prove(place *keychainState, then func()) {
	proved, _ := p.setup.Keychain()
	if !proved {
		p.fill(place.line, widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Busy, p.say("status.busy")), widgets.NewSmallText(p.say("keychain.proving"))))
	}
	var err error
	p.onPage(func(ctx context.Context) { err = p.setup.ProveKeychain(ctx) }, func() {
		if err != nil {
			place.alert.Show()
			p.fill(place.line)
			p.fill(place.alert, p.keychainFix(err, func() { p.prove(place, nil) }))
			if then != nil {
				p.refuse(p.say("missing."+string(setup.MissingKeychain)), nil)
			}
			return
		}
		if place.alert.Visible() {
			place.alert.Hide()
			p.clearTrouble()
		}
		p.fill(place.line, widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Fine, p.say("status.pass")), widgets.NewSmallText(p.say("keychain.proved"))))
		if then != nil {
			then()
		}
	})
}

// prerequisites lists what must be there at Meta before the first step, each
// with its page, and reads ids from a pasted address.
func (p *setupPages) prerequisites() fyne.CanvasObject {
	need := func(id string, page site.Page) fyne.CanvasObject {
		open := widgets.NewOpenButton(widgets.SmallLink, p.say("need."+id+".open"), func() { p.openAside(page) })
		text := widgets.NewText(p.say("need." + id))
		return widgets.Row{Gap: 10, Stretch: text, Align: widgets.AlignTop}.New(text, open)
	}
	return widgets.NewPaddedCard(theme.CardPadding, 14, widgets.NewColumn(4,
		widgets.NewCardTitle(p.say("need.title")),
		need("portfolio", site.PagePortfolios), need("app", site.PageAppList), need("control", site.PageBusinessInfo),
		widgets.NewFlowRow(18, 0,
			widgets.NewButton(widgets.SmallLink, p.say("situation.unsure"), p.helpMeChoose),
			widgets.NewButton(widgets.SmallLink, p.say("need.not_me"), p.showOtherPerson),
			widgets.NewButton(widgets.SmallLink, p.say("need.address"), p.askAddress)),
	))
}

// showOtherPerson gives a message for the one who has full control.
func (p *setupPages) showOtherPerson() {
	var dialog *widgets.Dialog
	button := widgets.NewButton(widgets.Primary, p.say("button.close"), func() { dialog.Hide() })
	dialog = p.dialog(p.say("need.not_me"), widgets.NewColumn(10,
		widgets.NewText(p.say("need.not_me_text")), p.copyField(p.say("need.message"))), button)
}

// askAddress asks for the address of one of Meta's pages.
func (p *setupPages) askAddress() {
	address := widgets.NewTextEntry("")
	address.SetPlaceHolder(p.say("need.address_hint"))
	read := widgets.NewSmallText("")
	read.Hide()
	tell := func(message string) {
		read.SetText(message)
		read.Hidden = message == ""
		p.relayout()
	}
	// What is read is said at once; what cannot be read only once Done is pressed.
	address.OnChanged = func(text string) {
		ids, err := setup.ReadAddress(text)
		if err != nil {
			tell("")
			return
		}
		p.takeIDs(ids)
		tell(p.say("address.read", map[string]string{"Business": string(ids.Business), "App": string(ids.App)}))
	}
	var dialog *widgets.Dialog
	button := widgets.NewButton(widgets.Primary, p.say("button.done"), func() {
		if _, err := setup.ReadAddress(address.Text); err != nil && address.Text != "" {
			tell(p.say(addressTrouble(err)))
			return
		}
		dialog.Hide()
	})
	dialog = p.dialog(p.say("need.address"), widgets.NewColumn(8, address, read), button)
	p.window.Canvas().Focus(address)
}

// takeIDs makes later buttons open the pages of this portfolio and app.
func (p *setupPages) takeIDs(ids site.PageIDs) {
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
func (p *setupPages) openAside(page site.Page) {
	address := p.env().Page(page, p.setup.PageIDs())
	var err error
	p.background(func(ctx context.Context) { err = p.Browser.Open(ctx, address) }, func() {
		if err == nil {
			return
		}
		var dialog *widgets.Dialog
		button := widgets.NewButton(widgets.Primary, p.say("button.close"), func() { dialog.Hide() })
		dialog = p.dialog(p.say("open.title"), widgets.NewColumn(10, widgets.NewText(p.say("open.failed")), p.copyField(address)), button)
	})
}

package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

// leaveBusiness goes on. While the keychain is still being proved it waits for
// that, says so, and goes on by itself; line is where that is said.
func (p *pages) leaveBusiness(line *fyne.Container) {
	switch missing := p.setup.Missing(); missing {
	case setup.MissingProof, setup.MissingKeychain:
		p.prove(line, p.next)
	case setup.NothingMissing:
		p.next()
	default:
		p.refuse(p.shell.Say("missing."+string(missing)), p.firstAnswer[missing])
	}
}

// prove asks the keychain and says in a quiet line of step 1 what came of it. then, if not nil,
// goes on when it keeps tokens; when it does not, the page about its trouble is shown.
func (p *pages) prove(line *fyne.Container, then func()) {
	if proved, _ := p.setup.Keychain(); !proved {
		p.shell.Fill(line, p.keychainLine(widgets.Busy, "status.busy", p.shell.Say("keychain.proving")))
	}
	shell.Background(p.shell.OnPage(), p.setup.ProveKeychain, func(err error) {
		switch {
		case err == nil:
			p.shell.Fill(line)
			if p.shell.Practice() == nil { // whose banner leaves it no room
				p.shell.Fill(line, p.keychainLine(widgets.Fine, "status.pass", p.shell.Say("keychain.proved")))
			}
			if then != nil {
				then()
			}
		case then != nil:
			p.showKeychain(err)
		default:
			id, _ := parts.KeychainTrouble(err)
			p.shell.Fill(line, p.keychainLine(widgets.ToFix, "status.fail", p.shell.Say(id+".title"),
				widgets.NewButton(widgets.SmallLink, p.shell.Say("keychain.what_to_do"), func() { p.showKeychain(err) })))
		}
	})
}

func (p *pages) keychainLine(sign widgets.Status, status, text string, more ...fyne.CanvasObject) fyne.CanvasObject {
	line := []fyne.CanvasObject{widgets.NewBadge(sign, p.shell.Say(status)), widgets.NewSmallText(text)}
	return widgets.NewFlowRow(8, 4, append(line, more...)...)
}

// showKeychain says what keeps the keychain from keeping a token, and what to do about it. Once it
// keeps one, step 1 is shown again, with its answers.
func (p *pages) showKeychain(err error) {
	id, values := parts.KeychainTrouble(err)
	state := widgets.NewColumn(0, p.keychainLine(widgets.ToFix, "status.fail", p.shell.Say("missing.keychain")))
	p.show(content{
		title: p.shell.Say(id+".title", values), lead: p.shell.Say(id+".cause", values),
		body: widgets.NewColumn(theme.Gap, state,
			widgets.NewCard(widgets.NewColumn(theme.SmallGap, widgets.NewCardTitle(p.shell.Say("keychain.what_to_do")), widgets.NewText(p.shell.Say(id+".fix", values)))),
			widgets.NewSmallText(p.shell.Say("keychain.nothing_lost"))),
		main: p.shell.Say("keychain.test_again"), press: func() { p.proveAgain(state) },
		back: p.showStep, help: "term.keychain", again: func() { p.showKeychain(err) },
	})
}

// proveAgain asks the keychain once more, from the page about its trouble.
func (p *pages) proveAgain(state *fyne.Container) {
	p.shell.Fill(state, p.keychainLine(widgets.Busy, "status.busy", p.shell.Say("keychain.proving")))
	shell.Background(p.shell.OnPage(), p.setup.ProveKeychain, func(err error) {
		if err != nil {
			p.showKeychain(err)
			return
		}
		p.showStep()
	})
}

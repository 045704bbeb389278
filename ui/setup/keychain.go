package setup

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/assets/marks"
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
func (p *pages) showKeychain(err error) { p.showKeychainWith(err, widgets.NewColumn(0)) }

// showKeychainWith is showKeychain with what another test came to.
func (p *pages) showKeychainWith(err error, state *fyne.Container) {
	id, values := parts.KeychainTrouble(err)
	p.show(content{
		title: p.shell.Say(id+".title", values), lead: p.shell.Say(id+".cause", values),
		body: widgets.NewColumn(theme.Gap, state,
			widgets.NewCard(widgets.NewColumn(theme.SmallGap,
				append([]fyne.CanvasObject{widgets.NewCardTitle(p.shell.Say("keychain.what_to_do"))}, p.keychainFix(p.shell.Words.Steps(id+".fix", values))...)...)),
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
			p.showKeychainWith(err, widgets.NewColumn(0, p.keychainLine(widgets.ToFix, "status.fail", p.shell.Say("missing.keychain"))))
			return
		}
		p.showStep()
	})
}

// keychainFix shows what is to be done, step by step. What is done without a desktop follows after an
// empty line, under its own title, and is folded; opened, it stands in the place of the other.
func (p *pages) keychainFix(steps []string) []fyne.CanvasObject {
	end := slices.Index(steps, "")
	if end < 0 {
		return []fyne.CanvasObject{p.steps(steps)}
	}
	usual, title, without := p.steps(steps[:end]), steps[end+1], p.steps(steps[end+2:])
	folded := widgets.NewExpander(strings.TrimRight(title, ":\u00a0 "), without)
	folded.Toggled = func() {
		if usual.Show(); without.Visible() {
			usual.Hide()
		}
		p.shell.Relayout()
	}
	return []fyne.CanvasObject{usual, folded}
}

// steps numbers what is to be done. A line that is bold as a whole is a command, to be copied, of the
// step before it.
func (p *pages) steps(lines []string) fyne.CanvasObject {
	var steps []widgets.Instruction
	for _, line := range lines {
		if pieces := marks.Pieces(line); len(pieces) == 1 && pieces[0].Bold && len(steps) > 0 {
			steps[len(steps)-1].Below = parts.CopyField(p.shell, pieces[0].Text)
			continue
		}
		steps = append(steps, widgets.Instruction{Text: line})
	}
	if len(steps) == 1 && steps[0].Below == nil {
		return widgets.NewText(steps[0].Text)
	}
	return widgets.NewNumberedSteps(steps...)
}

package repair

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/trouble"
	"latchkey/ui/parts"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/repair"
)

// register registers a number with the PIN that the person chooses, by a code first
// where Meta asks for one.
type register struct {
	*page
	number repair.Number
	code   *widgets.TextEntry
	pin    *widgets.SecretEntry
}

func newRegister(p *page) *register {
	r := &register{page: p, code: widgets.NewTextEntry(""), pin: parts.SecretField(p.shell, "fix.register.pin_placeholder")}
	r.code.SetPlaceHolder(p.shell.Say("fix.register.code_placeholder"))
	r.pin.OnSubmitted = func(string) {} // Enter does not register
	p.left = func() {
		r.pin.SetValue("")
		r.code.SetText("")
	}
	return r
}

// look asks how the number is now.
func (p *register) look() {
	number := p.work.Phone
	p.show(p.underWay("fix.looking"))
	ask(p.page, func(ctx context.Context, repairer *repair.Repairer) (repair.Number, error) {
		return repairer.Number(ctx, number)
	}, func(found repair.Number) {
		p.number = found
		switch {
		case found.State.Refused():
			p.leaveAlone()
		case found.State == repair.NumberUnverified:
			p.offerCode()
		default:
			p.askPIN()
		}
	}, p.look)
}

func (p *register) values() words.Values { return words.OfNumber(p.number) }

// leaveAlone says why the number must not be registered, and where to look.
func (p *register) leaveAlone() {
	s := p.shell
	p.isOver(widgets.NewFixCard(widgets.Fix{
		Word: s.Say("status.fail"), Title: s.Say("fix.register.state."+string(p.number.State), p.values()),
		More: []fyne.CanvasObject{p.opener(p.number.State.Page())},
	}))
}

// summary says what will be done to which number.
func (p *register) summary() fyne.CanvasObject {
	s := p.shell
	return facts(s, "fix.app", p.number.App, "fix.number", named(s.Words, string(p.number.Display), string(p.number.ID)), "fix.display_name", string(p.number.VerifiedName))
}

// offerCode asks how WhatsApp should send the code.
func (p *register) offerCode() {
	s := p.shell
	p.show(content{
		lead: s.Words.Registering(p.number), body: []fyne.CanvasObject{p.summary()},
		label: s.Say("fix.register.by_sms"), press: func() { p.sendCode(graph.CodeBySMS) },
		aside: []fyne.CanvasObject{widgets.NewButton(widgets.Link, s.Say("fix.register.by_call"), func() { p.sendCode(graph.CodeByVoice) })},
	})
}

// sendCode has the code sent, and asks for it.
func (p *register) sendCode(method graph.CodeMethod) {
	number := p.number.ID
	change(p.page, func(ctx context.Context, repairer *repair.Repairer) (bool, error) {
		return repairer.SendCode(ctx, number, method)
	}, func(needed bool, err error) {
		switch {
		case err != nil:
			p.tryAgain(err, p.offerCode)
		case !needed:
			p.askPIN()
		default:
			p.askCode()
		}
	})
}

// askCode asks for the code that came; above stands what was wrong with the last one.
func (p *register) askCode(above ...fyne.CanvasObject) {
	s := p.shell
	body := append(above, widgets.NewText(s.Say("fix.register.code_sent", p.values())))
	if p.env.Practice {
		body = append(body, widgets.NewSmallText(s.Say("fix.register.code_practice", words.Values{"Code": sandbox.PracticeCode})))
	}
	p.show(content{
		lead: s.Say("fix.register.state.unverified"), body: append(body, p.code), focus: p.code,
		label: s.Say("fix.register.verify"), press: p.verify,
		aside: []fyne.CanvasObject{widgets.NewButton(widgets.Link, s.Say("fix.register.another_code"), p.offerCode)},
	})
}

// verify hands the code back.
func (p *register) verify() {
	s := p.shell
	code, ok := repair.ReadCode(p.code.Text)
	if !ok {
		p.askCode(p.typedWrong("fix.register.code_digits", p.code))
		return
	}
	number := p.number.ID
	change(p.page, func(ctx context.Context, repairer *repair.Repairer) (done[repair.Number], error) {
		after, outcome, err := repairer.Verify(ctx, number, code)
		return done[repair.Number]{after, outcome}, err
	}, func(did done[repair.Number], err error) {
		p.code.SetText("")
		switch {
		case err != nil:
			p.tryAgain(err, func() { p.askCode() })
		case did.outcome == repair.NotYet:
			p.finished(did.outcome, s.Say("fix.register.code_not_yet"))
		default:
			p.number.State = repair.NumberReady
			p.askPIN(widgets.NewStatusCard(widgets.Fine, widgets.Fix{Word: s.Say("status.pass"), Title: s.Say("fix.register.verified", p.values())}))
		}
	})
}

// askPIN asks for the PIN; above stands what to know first.
func (p *register) askPIN(above ...fyne.CanvasObject) {
	s := p.shell
	p.show(content{
		lead:  s.Words.Registering(p.number),
		body:  append(above, p.summary(), widgets.NewColumn(6, widgets.NewText(s.Say("fix.register.pin_which")), p.pin)),
		label: s.Say("fix.register.button"), press: p.register, focus: p.pin.Field(),
	})
}

// register registers the number. The PIN goes from the field, whatever comes of it.
func (p *register) register() {
	s := p.shell
	pin, ok := repair.ReadPIN(p.pin.Value())
	if !ok {
		p.askPIN(p.typedWrong("fix.register.pin_digits", p.pin.Field()))
		return
	}
	p.pin.SetValue("")
	number := p.number.ID
	change(p.page, func(ctx context.Context, repairer *repair.Repairer) (done[repair.Number], error) {
		after, outcome, err := repairer.Register(ctx, number, pin)
		return done[repair.Number]{after, outcome}, err
	}, func(did done[repair.Number], err error) {
		switch {
		case errors.Is(err, repair.ErrNotToRegister):
			p.number = did.after
			p.leaveAlone()
		case repair.WantsCode(err):
			p.number.State = repair.NumberUnverified
			p.offerCode()
		case err != nil:
			p.tryAgain(err, func() { p.askPIN() })
		default:
			p.finished(did.outcome, s.Say("fix.register."+string(did.outcome), words.OfNumber(did.after)))
		}
	})
}

// tryAgain says what went wrong, with the way back to before it; not where another
// try would only make a wait longer.
func (p *register) tryAgain(err error, again func()) {
	if refused := trouble.AsError(err); refused != nil && refused.Trouble().Class == trouble.ClassLimit {
		p.isOver(p.trouble(err))
		return
	}
	p.show(content{body: []fyne.CanvasObject{p.trouble(err)}, label: p.shell.Say("button.try_again"), press: again, ends: true})
}

// typedWrong says what is wrong with what was typed.
func (p *register) typedWrong(id string, field fyne.Focusable) fyne.CanvasObject {
	return widgets.NewTroubleSummary(p.shell.Say("trouble.summary"), widgets.Trouble{Text: p.shell.Say(id), Field: field})
}

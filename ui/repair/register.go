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
	s, state, way := p.shell, p.number.State, repair.WayNone
	if state == repair.NumberRestricted {
		way = repair.WayPage // a review is asked for there
	}
	p.refused(refusal{
		title: s.Say("fix.register.left.title"), way: way, page: state.Page(),
		fix: widgets.Fix{Title: s.Say("fix.register.state."+string(state), p.values())},
	})
}

// summary says which app registers which number.
func (p *register) summary() fyne.CanvasObject {
	s := p.shell
	return facts(s, "fix.app", p.number.App, "fix.number", named(s.Words, string(p.number.Display), string(p.number.ID)), "fix.display_name", string(p.number.VerifiedName))
}

// offerCode asks how WhatsApp should send the code.
func (p *register) offerCode() {
	s := p.shell
	p.show(content{
		title: s.Say("fix.register.verify.title"), lead: s.Say("fix.register.verify.lead"), body: []fyne.CanvasObject{p.summary()},
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
			p.tryAgain("fix.register.no_code.title", err, p.offerCode)
		case !needed:
			p.askPIN()
		default:
			p.askCode()
		}
	})
}

// askCode asks for the code that came.
func (p *register) askCode() {
	s := p.shell
	field := widgets.NewField(s.Say("exchange.code"), "", widgets.NewShort(p.code))
	if p.env.Practice {
		field.Add(widgets.NewSmallText(s.Say("fix.register.code_practice", words.Values{"Code": sandbox.PracticeCode})))
	}
	p.show(content{
		title: s.Say("fix.register.code.title"), lead: s.Say("fix.register.code_sent", p.values()),
		body: []fyne.CanvasObject{field}, focus: p.code,
		label: s.Say("fix.register.verify"), press: p.verify,
		aside: []fyne.CanvasObject{widgets.NewButton(widgets.Link, s.Say("fix.register.another_code"), p.offerCode)},
	})
}

// verify hands the code back.
func (p *register) verify() {
	s := p.shell
	code, ok := repair.ReadCode(p.code.Text)
	if !ok {
		p.refuse(s.Say("fix.register.code_digits"), p.code, p.askCode)
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
			p.tryAgain("fix.register.unverified.title", err, p.askCode)
		case did.outcome == repair.NotYet:
			p.finished("", did.outcome, s.Say("fix.register.code_not_yet"))
		default:
			p.number.State = repair.NumberReady
			p.askPIN(widgets.NewStatusCard(widgets.Fine, widgets.Fix{Word: s.Say("status.pass"), Title: s.Say("fix.register.verified", p.values())}))
		}
	})
}

// askPIN asks for the PIN, for the number that the lead names; above stands what to know first.
func (p *register) askPIN(above ...fyne.CanvasObject) {
	s := p.shell
	p.show(content{
		title: s.Say("fix.register.pin.title"), lead: s.Words.Registering(p.number),
		body: append(above, widgets.NewColumn(6,
			parts.Labelled(s, "fix.register.pin", widgets.NewShort(p.pin)), widgets.NewSmallText(s.Say("fix.register.pin_note")))),
		label: s.Say("fix.register.button"), press: p.register, focus: p.pin.Field(),
	})
}

// register registers the number. The PIN goes from the field, whatever comes of it.
func (p *register) register() {
	s := p.shell
	pin, ok := repair.ReadPIN(p.pin.Value())
	if !ok {
		p.refuse(s.Say("fix.register.pin_digits"), p.pin.Field(), func() { p.askPIN() })
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
			p.tryAgain("fix.register.refused.title", err, func() { p.askPIN() })
		default:
			p.finished(s.Say("fix.register.done.title"), did.outcome, s.Say("fix.register."+string(did.outcome), words.OfNumber(did.after)))
		}
	})
}

// tryAgain says what went wrong, with the way back to before it; not where another
// try would only make a wait longer.
func (p *register) tryAgain(title string, err error, again func()) {
	way := repair.WayAfterError(err)
	if refused := trouble.AsError(err); refused != nil {
		switch cause := refused.Trouble(); {
		case cause.Class == trouble.ClassLimit:
			way, again = repair.WayNone, nil
		case cause == trouble.AsMetaSays:
			way = repair.WayTyped // it says what is wrong with the code
		}
	}
	p.refusedBy(p.shell.Say(title), err, way, again)
}

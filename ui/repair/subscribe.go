package repair

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/repair"
)

// subscribe has the token's app receive an account's messages, or no longer.
type subscribe struct{ *page }

// look asks who listens now.
func (p *subscribe) look() {
	account := p.work.Account
	p.show(p.underWay("fix.looking"))
	ask(p.page, func(ctx context.Context, repairer *repair.Repairer) (repair.Subscription, error) {
		return repairer.Subscription(ctx, account)
	}, p.offer, p.look)
}

// offer says what would be done: the app listens already, or is to.
func (p *subscribe) offer(found repair.Subscription) {
	s := p.shell
	if found.App != "" && found.Listens {
		p.finished(s.Say("fix.subscribe.already.title"), repair.Done, s.Say("fix.subscribe.already", words.OfSubscription(found)), p.undo(found))
		return
	}
	p.show(content{
		title: s.Say("fix.subscribe.ask.title"), lead: p.lead("fix.subscribe", found), body: []fyne.CanvasObject{p.summary(found)},
		label: s.Say("fix.subscribe.button"), press: func() { p.do("fix.subscribe", found, (*repair.Repairer).Subscribe) },
	})
}

// lead says what would be done with the app and the account that the summary names.
func (p *subscribe) lead(id string, found repair.Subscription) string {
	return p.shell.Words.Subscribing(id, repair.Subscription{Others: found.Others})
}

func (p *subscribe) summary(of repair.Subscription) fyne.CanvasObject {
	s := p.shell
	return facts(s,
		"fix.app", named(s.Words, of.AppName, string(of.App)),
		"fix.account", named(s.Words, of.Name, string(of.Account)))
}

// undo is the way back: it says what it would do, too.
func (p *subscribe) undo(found repair.Subscription) fyne.CanvasObject {
	s := p.shell
	return widgets.NewButton(widgets.Link, s.Say("fix.unsubscribe.button"), func() {
		p.show(content{
			title: s.Say("fix.unsubscribe.ask.title"), lead: p.lead("fix.unsubscribe", found), body: []fyne.CanvasObject{p.summary(found)},
			label: s.Say("fix.unsubscribe.button"), press: func() { p.do("fix.unsubscribe", found, (*repair.Repairer).Unsubscribe) },
		})
	})
}

type subscribing func(*repair.Repairer, context.Context, repair.Subscription) (repair.Subscription, repair.Outcome, error)

// do does it, and shows what Meta lists then.
func (p *subscribe) do(id string, before repair.Subscription, act subscribing) {
	s := p.shell
	change(p.page, func(ctx context.Context, repairer *repair.Repairer) (done[repair.Subscription], error) {
		after, outcome, err := act(repairer, ctx, before)
		return done[repair.Subscription]{after, outcome}, err
	}, func(did done[repair.Subscription], err error) {
		if err != nil {
			p.failed(s.Say(id+".refused.title"), err, p.look)
			return
		}
		var aside []fyne.CanvasObject
		if did.outcome == repair.Done && did.after.Listens {
			aside = append(aside, p.undo(did.after))
		}
		p.finished(s.Say(id+".done.title"), did.outcome, s.Say(id+"."+string(did.outcome), words.OfSubscription(did.after)), aside...)
	})
}

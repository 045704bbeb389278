package repair

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/repair"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// extend gives a saved token sixty more days, by the secret of its app.
type extend struct {
	*secretForm
	entry vault.Entry
}

// Extend shows the page on which a saved token gets sixty more days. back leads to the
// page before, which is to look again where something was changed.
func Extend(s *shell.Shell, entry vault.Entry, back func(changed bool)) {
	p := &page{shell: s, env: s.Env(), work: Work{Repair: check.Repair{Kind: check.RepairExtend}, Back: back}}
	e := &extend{entry: entry}
	e.secretForm = newSecretForm(p, e.look)
	e.askApp = entry.AppID == ""
	p.content = e.asking()
	s.Show(p)
}

func (p *extend) ask() { p.show(p.asking()) }

func (p *extend) asking() content {
	s := p.shell
	return content{
		title: p.name(), lead: s.Words.Extending(p.entry, s.Now()), body: p.fields("fix.secret_hint", graph.ID(p.entry.AppID)),
		label: s.Say("fix.continue"), press: p.look, ends: true, focus: p.secret.Field(),
	}
}

// look reads the secret and asks Graph about the token; nothing is changed.
func (p *extend) look() {
	app, secret, ok := p.read(p.ask)
	if !ok {
		return
	}
	p.show(p.underWay("fix.looking"))
	env, name := p.env, p.entry.Name
	shell.Try(p.shell.OnPage(), func(ctx context.Context) (*repair.Extension, error) {
		return repair.LookAtExtension(ctx, env, name, app, secret)
	}, func(found *repair.Extension, err error) {
		if err != nil {
			p.notExtended(err)
			return
		}
		p.offer(found)
	})
}

// notExtended says why; the old token is where it was.
func (p *extend) notExtended(err error) {
	s := p.shell
	p.forget()
	reason := repair.ExtensionReason(err)
	p.askApp = p.askApp || reason.ID == "fix.no_app"
	why := p.because(s.Say("fix.extend.refused.title", s.Words.OfEntry(p.entry, s.Now())), err, reason, p.ask)
	kept := "terminal.old_kept"
	if why.way == repair.WayRenew { // leads to Meta's page by itself
		why.page, kept = site.PageNone, "fix.extend.renew"
	}
	why.below = []fyne.CanvasObject{widgets.NewText(s.Say(kept))}
	why.renew = func() { s.Rooms.Renew(p.entry, p.back) }
	p.refused(why)
}

// offer says what would be done, with what Graph tells of the token now.
func (p *extend) offer(found *repair.Extension) {
	s := p.shell
	entry := found.Entry
	unnamed := vault.Entry{Name: entry.Name, ExpiresAt: entry.ExpiresAt} // the summary names the rest
	p.show(content{
		title: s.Say("fix.extend.ask.title", words.Values{"When": s.Words.Date(repair.EndOfExtension(s.Now()), s.Now())}), lead: s.Words.Extending(unnamed, s.Now()),
		body: []fyne.CanvasObject{facts(s,
			"fix.user", named(s.Words, entry.UserName, entry.UserID),
			"fix.app", named(s.Words, entry.AppName, entry.AppID),
			"fix.extend.expires_now", s.Words.Expires(check.TokenFacts{NeverExpires: entry.NeverExpires, ExpiresAt: entry.ExpiresAt}, s.Now()))},
		label: s.Say("fix.extend.do"), press: func() { p.do(found) },
	})
}

// do extends the token. It goes on when the page is left: the new one is kept, or the
// old one stays.
func (p *extend) do(found *repair.Extension) {
	p.forget()
	p.changed = true
	p.show(p.underWay("fix.extend.doing"))
	finish(p.page, found.Extend, func(extended repair.Extended, err error) {
		switch {
		case err == nil:
			p.extended(extended)
		case extended.Outcome != vault.OldKept:
			p.unsettled(extended.Outcome, err)
		default:
			p.notExtended(err)
		}
	})
}

// unsettled says that the keychain may hold either token, or does not list the new one.
func (p *extend) unsettled(outcome vault.Outcome, err error) {
	s := p.shell
	p.isOver(s.Say("fix.extend.unsettled.title"), widgets.NewStatusCard(widgets.Advice, widgets.Fix{
		Word: s.Say("status.warn"), Title: parts.KeychainRefusal(s, err), Text: s.Words.Maybe("outcome." + string(outcome)),
	}))
}

// extended tells of the new token, and what is to be done with it.
func (p *extend) extended(done repair.Extended) {
	s := p.shell
	text := s.Say("fix.extend.old", s.Words.OfEntry(p.entry, s.Now()))
	if done.Report.Verdict.Status != check.Ready {
		text = s.Words.Paragraph(s.Words.Verdict(done.Report).Summary, text)
	}
	card := widgets.NewStatusCard(widgets.Fine, widgets.Fix{
		Word: s.Say("status.pass"), Title: s.Say("fix.extend.done", s.Words.OfEntry(done.Entry, s.Now())), Text: text,
	})
	handOver := func() { s.Rooms.HandOver(done.Entry, p.back) }
	p.show(content{
		title: s.Say("fix.extend.done.title"),
		body:  []fyne.CanvasObject{widgets.NewColumn(theme.SmallGap, card, parts.Undo(s, done.Former, func() { p.undo(done.Former) }))},
		label: s.Say("saved.hand_over"), press: handOver, ends: true,
	})
}

// undo puts the old token back, which works until its own end.
func (p *extend) undo(former *saved.Former) {
	s, keychain := p.shell, p.env.Vault
	p.show(p.underWay("undo.doing"))
	finish(p.page, func(ctx context.Context) (vault.Outcome, error) { return former.PutBack(ctx, keychain) }, func(_ vault.Outcome, err error) {
		if err != nil {
			undo := parts.Undo(s, former, func() { p.undo(former) })
			p.isOver(s.Say("undo.failed.title"), widgets.NewColumn(theme.SmallGap, widgets.NewFixCard(widgets.Fix{
				Word: s.Say("status.fail"), Title: parts.KeychainRefusal(s, err),
			}), undo))
			return
		}
		p.tell(s.Say("undo.done.title"), widgets.Fix{Title: s.Say("undo.in_place", words.Values{"Name": former.Name(), "Last4": former.Last4()})})
	})
}

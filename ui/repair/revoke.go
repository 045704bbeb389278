package repair

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/wizard/check"
	"latchkey/wizard/repair"
	"latchkey/wizard/vault"
)

// revoke ends one token, by the secret of its app.
type revoke struct {
	*secretForm
	entry  vault.Entry          // of a saved token; without a name it is pasted here
	pasted *widgets.SecretEntry // nil for a saved token
}

// Revoke shows the page on which a token is ended for everybody who has it: a saved
// one, or, for an entry without a name, one that is pasted there. back leads to the
// page before, which is to look again where something was changed.
func Revoke(s *shell.Shell, entry vault.Entry, back func(changed bool)) {
	p := &page{shell: s, env: s.Env(), work: Work{Repair: check.Repair{Kind: check.RepairRevoke}, Back: back}}
	r := &revoke{entry: entry}
	r.secretForm = newSecretForm(p, r.look)
	if entry.Name == "" {
		r.pasted = parts.SecretEntry(s).Short() // beside the app secret
		r.pasted.OnSubmitted = func(string) { s.Focus(r.secret.Field()) }
		p.left = func() {
			r.forget()
			r.pasted.SetValue("")
		}
	}
	p.content = r.asking()
	s.Show(p)
}

func (p *revoke) ask() { p.show(p.asking()) }

func (p *revoke) asking() content {
	s := p.shell
	var token []fyne.CanvasObject
	focus := p.secret.Field()
	if p.pasted != nil {
		token, focus = []fyne.CanvasObject{parts.Labelled(s, "fix.revoke.token", p.pasted)}, p.pasted.Field()
	}
	body := p.fields("fix.secret_hint", graph.ID(p.entry.AppID), token...)
	return content{title: p.name(), lead: s.Say("fix.revoke.lead"), body: body, label: s.Say("fix.continue"), press: p.look, ends: true, focus: focus}
}

// look reads token and secret and asks Graph about the token; nothing is changed.
func (p *revoke) look() {
	s := p.shell
	var typed check.Paste
	if p.pasted != nil {
		if typed = check.ReadPaste(p.pasted.Value()); !typed.Usable() {
			trouble := parts.PasteTrouble(s, typed)
			if typed.Shape == check.ShapeEmpty {
				trouble = s.Say("fix.revoke.token_empty")
			}
			p.refuse(trouble, p.pasted.Field(), p.ask)
			return
		}
	}
	app, secret, ok := p.read(p.ask)
	if !ok {
		return
	}
	p.show(p.underWay("fix.looking"))
	env, name := p.env, p.entry.Name
	shell.Try(s.OnPage(), func(ctx context.Context) (*repair.Revocation, error) {
		token := typed.Token
		if name != "" {
			var err error
			if token, err = env.Vault.Token(ctx, name); err != nil {
				return nil, err
			}
		}
		return repair.LookAtRevocation(ctx, env, token, app, secret)
	}, func(found *repair.Revocation, err error) {
		switch {
		case errors.Is(err, repair.ErrEnded):
			p.ended(found, s.Say("fix.revoke.ended.title"), s.Say("fix.revoke.ended.fix"))
		case err != nil:
			p.notRevoked(err)
		default:
			p.offer(found)
		}
	})
}

func (p *revoke) notRevoked(err error) {
	s := p.shell
	p.forget()
	reason := repair.RevocationReason(err)
	p.askApp = p.askApp || reason.ID == "fix.no_app"
	title := s.Say("fix.revoke.refused.title")
	if reason.ID == "fix.revoke.not_known" {
		title = s.Say("fix.unknown.title")
	}
	p.refused(p.because(title, err, reason, p.ask))
}

// offer says what would end. The button that ends it is not the main one, and no key
// presses it.
func (p *revoke) offer(found *repair.Revocation) {
	s, entry := p.shell, found.Entry
	unnamed := entry // the summary names them
	unnamed.UserName, unnamed.UserID, unnamed.AppName, unnamed.AppID = "", "", "", ""
	p.show(content{
		title: s.Say("fix.revoke.ask.title"), lead: s.Words.Revoking(&repair.Revocation{Entry: unnamed}),
		body: []fyne.CanvasObject{facts(s,
			"fix.revoke.token", "…"+found.Last4,
			"fix.user", named(s.Words, entry.UserName, entry.UserID),
			"fix.app", named(s.Words, entry.AppName, entry.AppID),
			"fix.saved_as", s.Words.List(found.SavedAs...))},
		aside: []fyne.CanvasObject{widgets.NewButton(widgets.Danger, s.Say("fix.revoke.do"), func() { p.do(found) })},
		label: s.Say("fix.revoke.keep"), press: p.back, ends: true,
	})
}

// do revokes the token, and says what Graph says of it then.
func (p *revoke) do(found *repair.Revocation) {
	p.forget()
	p.changed = true
	p.show(p.underWay("fix.revoke.doing"))
	finish(p.page, func(ctx context.Context) (struct{}, error) { return struct{}{}, found.Revoke(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			p.notRevoked(err)
			return
		}
		p.ended(found, p.shell.Say("fix.revoke.done.title"), p.shell.Say("fix.revoke.refuses"))
	})
}

// ended tells of a token that Meta refuses. One that is saved is to be renewed, or taken out of
// the keychain.
func (p *revoke) ended(found *repair.Revocation, title, says string) {
	s := p.shell
	if len(found.SavedAs) == 0 {
		p.tell(title, widgets.Fix{Title: says, Text: s.Say("fix.revoke.next")})
		return
	}
	text := s.Words.Paragraph(s.Say("fix.revoke.stays", s.Words.OfRevocation(found)), s.Say("fix.revoke.next"))
	p.show(content{
		title: title, body: []fyne.CanvasObject{widgets.NewStatusCard(widgets.Fine, widgets.Fix{Word: s.Say("status.pass"), Title: says, Text: text})},
		aside: []fyne.CanvasObject{
			widgets.NewButton(widgets.Danger, s.Say("fix.revoke.remove"), func() { p.remove(found) }),
			widgets.NewButton(widgets.Secondary, p.wayBack(), p.back),
		},
		label: s.Say("saved.renew"), press: func() { s.Rooms.Renew(found.Entry, p.back) }, ends: true, over: true,
	})
}

func (p *revoke) remove(found *repair.Revocation) {
	s := p.shell
	p.changed = true
	p.show(p.underWay("fix.asking"))
	finish(p.page, func(ctx context.Context) (struct{}, error) { return struct{}{}, found.Remove(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			p.isOver(s.Say("fix.revoke.kept.title"), parts.KeychainFix(s, err, func() { p.remove(found) }))
			return
		}
		p.tell(s.Say("fix.revoke.removed.title"), widgets.Fix{Title: s.Say("fix.revoke.removed", s.Words.OfRevocation(found))})
	})
}

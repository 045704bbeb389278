package repair

import (
	"latchkey/graph"
)

// proof asks for the secret of the token's app, with which the page before checks the
// token again. Nothing is changed at Meta.
type proof struct{ *secretForm }

func newProof(p *page) *proof {
	f := &proof{}
	f.secretForm = newSecretForm(p, f.check)
	return f
}

func (p *proof) ask() { p.show(p.asking()) }

func (p *proof) asking() content {
	s := p.shell
	return content{
		title: p.name(), lead: s.Say("fix.proof.lead"), body: p.fields("fix.proof.hint", graph.ID("")),
		label: s.Say("fix.proof.do"), press: p.check, ends: true, focus: p.secret.Field(),
	}
}

func (p *proof) check() {
	if _, secret, ok := p.read(p.ask); ok {
		p.forget()
		p.work.Prove(secret)
	}
}

package repair

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/repair"
)

// Work is what is to be repaired, and with whose token.
type Work struct {
	check.Repair
	Token   func(context.Context) (graph.Token, error) // the token, for one call or two
	Back    func(changed bool)                         // to the page before; changed: it must look again
	Unsaved func() bool                                // whether leaving loses a token; nil for never
	Prove   func(secret graph.Token)                   // checks again with the secret of the token's app, on the page before
}

// Button leads to the page of a repair.
func Button(s *shell.Shell, importance widgets.Importance, work Work) *widgets.Button {
	return widgets.NewButton(importance, s.Say("fix."+string(work.Kind)+".button"), func() { Show(s, work) })
}

// Show shows the page of a repair.
func Show(s *shell.Shell, work Work) {
	p := &page{shell: s, work: work, env: s.Env()}
	p.content = content{title: p.name(), lead: s.Say("fix.looking")}
	switch work.Kind {
	case check.RepairProof:
		p.content = newProof(p).asking()
		s.Show(p)
	case check.RepairSubscribe:
		s.Show(p)
		(&subscribe{page: p}).look()
	case check.RepairRegister:
		s.Show(p)
		newRegister(p).look()
	}
}

// page is the frame that all repairs share.
type page struct {
	shell   *shell.Shell
	work    Work
	env     environment.Environment
	content content
	changed bool                    // something was changed at Meta, or may have been
	left    func()                  // forgets what was typed; nil for nothing
	trouble *widgets.TroubleSummary // what is wrong with what was typed; nil unless that is being said
}

// content is what stands on the page now.
type content struct {
	title string
	lead  string
	body  []fyne.CanvasObject
	label string // of the button that acts, or goes back; "" while Meta is asked
	press func()
	main  *widgets.Button // in the place of that button; nil for none
	ends  bool            // the button changes nothing, so that Enter may press it
	over  bool            // it only goes back, as Back does
	aside []fyne.CanvasObject
	focus fyne.Focusable
}

// Draw implements shell.Page. Enter never acts: what is done is done by its button.
func (p *page) Draw() shell.View {
	s, now := p.shell, p.content
	right := now.aside
	view := shell.View{Title: now.title, Escape: p.back, Focus: now.focus}
	main := now.main
	if now.label != "" {
		main = s.MainButton(now.label, now.press)
	}
	if main != nil {
		right = append(right, main)
	}
	if now.ends {
		view.Enter = main.OnTapped
	}
	var above []fyne.CanvasObject
	if p.trouble != nil {
		above = append(above, p.trouble)
	}
	lead := widgets.NewQuietText(now.lead)
	lead.Hidden = now.lead == ""
	head := widgets.NewHead(now.title, lead, above...)
	back := p.back
	if now.over {
		back = nil
	}
	view.Content, view.Footer = widgets.NewPage(head, widgets.NewColumn(theme.Gap, now.body...)), s.Footer(back, right...)
	return view
}

// Leave implements shell.Page.
func (p *page) Leave() {
	if p.left != nil {
		p.left()
	}
}

// Returned implements shell.Page.
func (p *page) Returned() {}

// Unsaved implements shell.Page.
func (p *page) Unsaved() bool { return p.work.Unsaved != nil && p.work.Unsaved() }

func (p *page) back() { p.work.Back(p.changed) }

// name is what the repair is called.
func (p *page) name() string { return p.shell.Say("fix." + string(p.work.Kind) + ".button") }

func (p *page) show(now content) {
	p.content = now
	p.shell.Redraw()
}

// refuse says on top of the page, which again draws anew, what is wrong with a field.
func (p *page) refuse(text string, field fyne.Focusable, again func()) {
	p.trouble = parts.Wrong(p.shell, text, field)
	again()
	p.shell.Focus(p.trouble)
	p.trouble = nil
}

// isOver shows what can only be left.
func (p *page) isOver(title string, body fyne.CanvasObject, aside ...fyne.CanvasObject) {
	p.show(content{title: title, body: []fyne.CanvasObject{body}, label: p.wayBack(), press: p.back, ends: true, over: true, aside: aside})
}

// wayBack is the word on the button that leaves.
func (p *page) wayBack() string {
	if kind := p.work.Kind; kind == check.RepairExtend || kind == check.RepairRevoke {
		return p.shell.Say("button.close") // they begin at a saved token
	}
	return p.shell.Say("fix.back")
}

// underWay is the page while Meta is asked.
func (p *page) underWay(id string) content {
	return content{title: p.content.title, lead: p.shell.Say(id)}
}

// ask looks something up with the token, and hands what was found to then on the page;
// where it fails, the page says so and again tries once more.
func ask[T any](p *page, work func(context.Context, *repair.Repairer) (T, error), then func(T), again func()) {
	token, options := p.work.Token, p.env.Graph
	shell.Try(p.shell.OnPage(), func(ctx context.Context) (T, error) { return with(ctx, token, options, work) }, func(found T, err error) {
		if err != nil {
			p.failed(p.shell.Say("fix.not_looked.title"), err, again)
			return
		}
		then(found)
	})
}

// change changes something at Meta. It goes on when the page is left, and what comes
// of it is shown as long as the page is.
func change[T any](p *page, act func(context.Context, *repair.Repairer) (T, error), then func(T, error)) {
	p.changed = true
	p.show(p.underWay("fix.asking"))
	token, options := p.work.Token, p.env.Graph
	finish(p, func(ctx context.Context) (T, error) { return with(ctx, token, options, act) }, then)
}

// finish does something to its end, also when the page is left. What comes of it is shown as
// long as the page is.
func finish[T any](p *page, act func(context.Context) (T, error), then func(T, error)) {
	shell.Try(p.shell.WhileOpen(), act, func(done T, err error) {
		if p.shell.Page() == shell.Page(p) {
			then(done, err)
		}
	})
}

// with has a repairer with the token for as long as it is used.
func with[T any](
	ctx context.Context, token func(context.Context) (graph.Token, error), options graph.Options, during func(context.Context, *repair.Repairer) (T, error),
) (T, error) {
	var none T
	secret, err := token(ctx)
	if err != nil {
		return none, err
	}
	repairer, err := repair.With(options, secret)
	if err != nil {
		return none, err
	}
	defer repairer.Close()
	return during(ctx, repairer)
}

// done is a repair with what Graph shows of it.
type done[T any] struct {
	after   T
	outcome repair.Outcome
}

// finished shows what came of a repair; aside is what can be done next.
func (p *page) finished(title string, outcome repair.Outcome, says string, aside ...fyne.CanvasObject) {
	status, word := widgets.Fine, "status.pass"
	switch outcome {
	case repair.NotYet, repair.Unseen:
		status, word, title = widgets.Advice, "status.warn", p.shell.Say("fix."+string(outcome)+".title")
	}
	came, then, _ := strings.Cut(says, "\n") // a second line is what else there is to do
	p.isOver(title, widgets.NewStatusCard(status, widgets.Fix{Word: p.shell.Say(word), Title: words.Plain(came), Text: then}), aside...)
}

// facts are a summary of what a repair is about.
func facts(s *shell.Shell, pairs ...string) fyne.CanvasObject {
	var rows []widgets.SummaryRow
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			rows = append(rows, widgets.SummaryRow{Name: s.Say(pairs[i]), Value: pairs[i+1]})
		}
	}
	return widgets.NewSummaryList(rows...)
}

func named(w *words.Words, name, id string) string {
	return w.Say("fix.named", words.Values{"Name": name, "ID": id})
}

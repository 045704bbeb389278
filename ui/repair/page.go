package repair

import (
	"cmp"
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
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
	p.content = p.underWay("fix.looking")
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
	changed bool   // something was changed at Meta, or may have been
	left    func() // forgets what was typed; nil for nothing
}

// content is what stands on the page now.
type content struct {
	title string // "" for what the repair is called
	lead  string
	body  []fyne.CanvasObject
	label string // of the button that acts, or goes back; "" while Meta is asked
	press func()
	ends  bool // the button changes nothing, so that Enter may press it
	over  bool // it only goes back, as Back does
	aside []fyne.CanvasObject
	focus fyne.Focusable
}

// Draw implements shell.Page. Enter never acts: what is done is done by its button.
func (p *page) Draw() shell.View {
	s, now := p.shell, p.content
	right := now.aside
	view := shell.View{Title: cmp.Or(now.title, s.Say("fix."+string(p.work.Kind)+".button")), Escape: p.back, Focus: now.focus}
	if now.label != "" {
		right = append(right, s.MainButton(now.label, now.press))
	}
	if now.ends {
		view.Enter = now.press
	}
	head := widgets.NewColumn(1, widgets.NewTitle(view.Title))
	if now.lead != "" {
		head.Add(widgets.NewStyledText(now.lead, widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 640}))
	}
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

func (p *page) show(now content) {
	p.content = now
	p.shell.Redraw()
}

// isOver shows what can only be left.
func (p *page) isOver(body fyne.CanvasObject, aside ...fyne.CanvasObject) {
	p.show(content{body: []fyne.CanvasObject{body}, label: p.shell.Say("fix.back"), press: p.back, ends: true, over: true, aside: aside})
}

func (p *page) underWay(id string) content { return content{lead: p.shell.Say(id)} }

// ask looks something up with the token, and hands what was found to then on the page;
// where it fails, the page says so and again tries once more.
func ask[T any](p *page, work func(context.Context, *repair.Repairer) (T, error), then func(T), again func()) {
	token, options := p.work.Token, p.env.Graph
	shell.Try(p.shell.OnPage(), func(ctx context.Context) (T, error) { return with(ctx, token, options, work) }, func(found T, err error) {
		if err != nil {
			p.show(content{body: []fyne.CanvasObject{p.trouble(err)}, label: p.shell.Say("button.try_again"), press: again, ends: true})
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
func (p *page) finished(outcome repair.Outcome, says string, aside ...fyne.CanvasObject) {
	status, word := widgets.Fine, "status.pass"
	if outcome != repair.Done {
		status, word = widgets.Advice, "status.warn"
	}
	p.isOver(widgets.NewStatusCard(status, widgets.Fix{Word: p.shell.Say(word), Title: words.Plain(says)}), aside...)
}

// trouble says why Meta did not do it, or that nobody knows whether it did.
func (p *page) trouble(err error) fyne.CanvasObject {
	s := p.shell
	fix := widgets.Fix{Word: s.Say("status.fail")}
	unanswered := "fix.not_done"
	if repair.MayBeDone(err) {
		unanswered = "fix.unknown"
	}
	title, text, told := parts.GraphTrouble(s, err, unanswered)
	switch {
	case told:
		fix.Title, fix.Text = title, text
		fix.More = p.where(err)
	case errors.Is(err, graph.ErrNotSendable), errors.Is(err, graph.ErrNotAnID):
		fix.Title = parts.CheckTrouble(s, err)
	default:
		fix.Title = parts.KeychainRefusal(s, err)
	}
	return widgets.NewFixCard(fix)
}

// where is Meta's page for what Graph refused, if there is one.
func (p *page) where(err error) []fyne.CanvasObject {
	refused := trouble.AsError(err)
	if refused == nil || refused.Trouble().Page == site.PageNone {
		return nil
	}
	return []fyne.CanvasObject{p.opener(refused.Trouble().Page)}
}

// opener leads to a page of Meta's, beside what the page itself is for.
func (p *page) opener(page site.Page) fyne.CanvasObject {
	address := func() string { return p.env.Page(page, site.PageIDs{}) }
	return parts.Opener(p.shell, p.shell.Say("page."+string(page)), widgets.Secondary, address, nil)
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

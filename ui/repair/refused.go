package repair

import (
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/ui/parts"
	"latchkey/ui/widgets"
	"latchkey/wizard/partner"
	"latchkey/wizard/repair"
)

// refusal is what was not done, why, and what helps.
type refusal struct {
	title string
	fix   widgets.Fix
	below []fyne.CanvasObject
	err   error
	way   repair.Way
	page  site.Page // of Meta's, where it is mended; PageNone for nowhere
	again func()    // the same once more, or back to where something else can be typed
	renew func()    // leads to another token; nil where there is no way to one
}

// refused shows a refusal. The main button is what helps: trying again only where that can.
func (p *page) refused(why refusal) {
	s, now := p.shell, content{title: why.title, ends: true}
	switch {
	case why.way == repair.WayAgain:
		now.label, now.press = s.Say("button.try_again"), why.again
	case why.way == repair.WayTyped:
		now.label, now.press = s.Say("fix.type_again"), why.again
	case why.way == repair.WayRenew && why.renew != nil:
		now.label, now.press = s.Say("saved.renew"), why.renew
	case why.way != repair.WayNone && why.page != site.PageNone:
		button, beside := parts.OpenerApart(s, s.Say("page."+string(why.page)), p.address(why.page))
		now.main = s.AsMain(button)
		why.fix.More, why.page = append(why.fix.More, beside), site.PageNone
		if why.again != nil {
			now.aside = []fyne.CanvasObject{widgets.NewButton(widgets.Link, s.Say("button.try_again"), why.again)}
		}
	default:
		now.label, now.press, now.over = p.wayBack(), p.back, true
	}
	if why.page != site.PageNone {
		why.fix.More = append(why.fix.More, p.opener(why.page))
	}
	why.fix.Word, why.fix.More = s.Say("status.fail"), append(why.fix.More, parts.ForSupport(s, why.err)...)
	now.body = append([]fyne.CanvasObject{widgets.NewFixCard(why.fix)}, why.below...)
	p.show(now)
}

// failed says why Meta did not do what was asked with the token alone, or that nobody knows
// whether it did. again asks once more.
func (p *page) failed(title string, err error, again func()) {
	p.refusedBy(title, err, repair.WayAfterError(err), again)
}

func (p *page) refusedBy(title string, err error, way repair.Way, again func()) {
	s := p.shell
	why := refusal{title: title, err: err, way: way, again: again}
	unanswered := "fix.not_done"
	if repair.MayBeDone(err) {
		unanswered, why.title = "fix.unknown", s.Say("fix.unknown.title")
	}
	title, text, told := parts.GraphTrouble(s, err, unanswered)
	switch {
	case told:
		why.fix.Title, why.fix.Text = title, text
		if refused := trouble.AsError(err); refused != nil {
			why.page = refused.Trouble().Page
		}
	case errors.Is(err, graph.ErrNotSendable), errors.Is(err, graph.ErrNotAnID):
		why.fix.Title = parts.CheckTrouble(s, err)
	default:
		why.fix.Title = parts.KeychainRefusal(s, err)
	}
	p.refused(why)
}

// because is the refusal for a reason that a call with an app's secret had.
func (p *page) because(title string, err error, reason partner.Reason, again func()) refusal {
	s := p.shell
	return refusal{
		title: title, err: err, way: repair.WayAfter(reason), page: reason.Page, again: again,
		fix: widgets.Fix{Title: s.Say(reason.ID+".title", reason.Values), Text: s.Words.Paragraph(s.Words.Maybe(reason.ID+".cause", reason.Values), s.Words.Maybe(reason.ID+".fix", reason.Values))},
	}
}

// opener leads to a page of Meta's, beside what the page itself is for.
func (p *page) opener(page site.Page) fyne.CanvasObject {
	return parts.Opener(p.shell, p.shell.Say("page."+string(page)), widgets.Secondary, p.address(page), nil)
}

func (p *page) address(page site.Page) func() string {
	return func() string { return p.env.Page(page, site.PageIDs{}) }
}

package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/partner"
	"latchkey/wizard/setup"
)

// codePage is step 4 for a Tech Provider: a code of Embedded Signup becomes the
// customer's business token.
type codePage struct {
	*setupPages
	exchange    *partner.Exchange
	app         *widgets.TextEntry
	secret      *widgets.SecretEntry
	code        *widgets.SecretEntry
	clock       *widgets.Text
	again       *widgets.Button // counts the half minute anew
	waiting     *fyne.Container // clock and field of the code, once everything is ready
	prepared    bool
	underWay    bool
	stopTicking func()
}

func (p *setupPages) showCode() {
	c := &codePage{
		setupPages: p, exchange: p.setup.Environment().BusinessTokens().NewExchange(),
		app: widgets.NewTextEntry(string(p.setup.Progress().App)), secret: p.secretField("exchange.secret_placeholder"), code: p.secretField("exchange.code_placeholder"),
		clock: widgets.NewText(""),
	}
	c.again = widgets.NewButton(widgets.SmallLink, p.say("exchange.again"), c.count)
	c.waiting = widgets.NewColumn(theme.SmallGap, widgets.NewColumn(0, c.clock, c.again), p.labelled("exchange.code", c.code), widgets.NewSmallText(p.say("exchange.secret_note")))
	c.waiting.Hide()
	body := widgets.NewColumn(theme.Gap,
		widgets.NewGrid(2, theme.Gap, 260, p.labelled("exchange.app", c.app), p.labelled("exchange.secret", c.secret)), c.waiting)
	if p.practice != nil {
		body.Add(c.practiceSignup())
	}
	body.Add(widgets.NewFlowRow(0, 0, p.otherWay("exchange.from_solution")))
	c.code.OnSubmitted = func(string) { c.press() }
	c.put(stepPage{
		title: p.say("exchange.title"), lead: p.say("exchange.lead"), body: body,
		main: p.say("exchange.main"), press: c.press, focus: c.app,
	})
	p.left = func() {
		if c.stopTicking != nil {
			c.stopTicking()
		}
		c.secret.SetValue("")
		c.code.SetValue("")
		c.exchange.Close()
	}
}

// practiceSignup leads to the rehearsal's app settings and Embedded Signup.
func (c *codePage) practiceSignup() fyne.CanvasObject {
	app := c.practice.Partner().App
	c.app.SetText(string(app))
	settings := func() string { return c.env().Page(site.PageAppBasic, site.PageIDs{App: app}) }
	signup := func() string { return c.practice.SignupAddress(app) }
	return widgets.NewColumn(8, widgets.NewSmallText(c.say("practice.signup")),
		widgets.NewFlowRow(theme.Gap, 8,
			c.opener(c.say("page.app_basic"), widgets.Secondary, settings, nil),
			c.opener(c.say("practice.signup_open"), widgets.Secondary, signup, nil)))
}

// press goes on with whatever comes next: everything ready first, then the
// half minute, then the exchange.
func (c *codePage) press() {
	if c.underWay {
		return
	}
	c.clearTrouble()
	if !c.prepared {
		c.prepare()
		return
	}
	code, fault := partner.ReadCode(c.code.Value())
	if fault != partner.NoFault {
		c.refuse(c.Words.PartnerFault("code", fault), c.code.Field())
		return
	}
	c.run(code)
}

// prepare reads app and secret, and gets keychain and connection ready while
// no time runs yet.
func (c *codePage) prepare() {
	if fault := c.exchange.SetApp(c.app.Text); fault != partner.NoFault {
		c.refuse(c.Words.PartnerFault("app", fault), c.app)
		return
	}
	if fault := c.exchange.SetSecret(c.secret.Value()); fault != partner.NoFault {
		c.refuse(c.Words.PartnerFault("secret", fault), c.secret.Field())
		return
	}
	c.underWay = true
	c.setup.Change(func(progress *setup.Progress) { progress.App = c.exchange.App() })
	c.remember()
	var err error
	c.onPage(func(ctx context.Context) { err = c.exchange.Prepare(ctx) }, func() {
		c.underWay = false
		if err != nil {
			c.refuse(c.partnerTrouble(partner.PrepareReason(err)), nil)
			return
		}
		c.secret.SetValue("")
		c.prepared = true
		c.waiting.Show()
		c.count()
		c.window.Canvas().Focus(c.code.Field())
		widgets.Reveal(c.waiting)
	})
}

// count starts the half minute in which a code is good.
func (c *codePage) count() {
	if c.stopTicking != nil {
		c.stopTicking()
	}
	c.exchange.Begin()
	c.again.Hide()
	c.tick()
	c.relayout()
}

// tick shows the seconds that a code has left. Meta's clock decides, so at zero
// a code is still taken, and the half minute can be counted anew.
func (c *codePage) tick() {
	switch left, running := c.exchange.Left(); {
	case !running:
		return
	case left == 0:
		c.clock.SetText(c.say("exchange.over"))
		c.again.Show()
		c.relayout()
	default:
		c.clock.SetText(c.say("exchange.left", words.Counted(int(left.Round(time.Second).Seconds()))))
		c.stopTicking = c.After(time.Second, c.tick)
	}
}

func (c *codePage) run(code partner.Code) {
	c.underWay = true
	c.code.SetValue("")
	var got graph.BusinessToken
	var err error
	c.onPage(func(ctx context.Context) { got, err = c.exchange.Run(ctx, code) }, func() {
		c.underWay = false
		if err != nil {
			// A code works once and the secret is forgotten: both are asked for again.
			c.prepared = false
			c.waiting.Hide()
			c.refuse(c.partnerTrouble(partner.ExchangeReason(err)), c.secret.Field())
			return
		}
		c.setup.Take(setup.Fetched{Token: got.Token, ExpiresAt: got.ExpiresAt(c.now())})
		c.next()
	})
}

// partnerTrouble says why a business token was not had, and what to do.
func (w *Window) partnerTrouble(reason partner.Reason) string {
	return w.Words.Paragraph(w.say(reason.ID+".title", reason.Values), w.say(reason.ID+".fix", reason.Values))
}

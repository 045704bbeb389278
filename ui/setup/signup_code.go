package setup

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/partner"
	"latchkey/wizard/setup"
)

// codePage is step 4 for a Tech Provider: a code of Embedded Signup becomes the
// customer's business token.
type codePage struct {
	*pages
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

func (p *pages) showCode() {
	c := &codePage{
		pages: p, exchange: p.setup.Environment().BusinessTokens().NewExchange(),
		app: widgets.NewTextEntry(string(p.setup.Progress().App)), secret: parts.SecretField(p.shell, "exchange.secret_placeholder"), code: parts.SecretField(p.shell, "exchange.code_placeholder"),
		clock: widgets.NewText(""),
	}
	c.again = widgets.NewButton(widgets.SmallLink, p.shell.Say("exchange.again"), c.count)
	c.waiting = widgets.NewColumn(theme.SmallGap, widgets.NewColumn(0, c.clock, c.again), parts.Labelled(p.shell, "exchange.code", c.code), widgets.NewSmallText(p.shell.Say("exchange.secret_note")))
	c.waiting.Hide()
	body := widgets.NewColumn(theme.Gap,
		widgets.NewGrid(2, theme.Gap, 260, parts.Labelled(p.shell, "exchange.app", c.app), parts.Labelled(p.shell, "exchange.secret", c.secret)), c.waiting)
	if p.shell.Practice() != nil {
		body.Add(c.practiceSignup())
	}
	body.Add(widgets.NewFlowRow(0, 0, p.otherSource("exchange.from_solution")))
	c.code.OnSubmitted = func(string) { c.press() }
	c.show(content{
		title: p.shell.Say("exchange.title"), lead: p.shell.Say("exchange.lead"), body: body,
		main: p.shell.Say("exchange.main"), press: c.press, focus: c.app, left: c.leave,
	})
}

// leave forgets the secrets.
func (c *codePage) leave() {
	if c.stopTicking != nil {
		c.stopTicking()
	}
	c.secret.SetValue("")
	c.code.SetValue("")
	c.exchange.Close()
}

// practiceSignup leads to the rehearsal's app settings and Embedded Signup.
func (c *codePage) practiceSignup() fyne.CanvasObject {
	app := c.shell.Practice().Partner().App
	c.app.SetText(string(app))
	settings := func() string { return c.shell.Env().Page(site.PageAppBasic, site.PageIDs{App: app}) }
	signup := func() string { return c.shell.Practice().SignupAddress(app) }
	return widgets.NewColumn(8, widgets.NewSmallText(c.shell.Say("practice.signup")),
		widgets.NewFlowRow(theme.Gap, 8,
			parts.Opener(c.shell, c.shell.Say("page.app_basic"), widgets.Secondary, settings, nil),
			parts.Opener(c.shell, c.shell.Say("practice.signup_open"), widgets.Secondary, signup, nil)))
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
		c.refuse(c.shell.Words.PartnerFault("code", fault), c.code.Field())
		return
	}
	c.run(code)
}

// prepare reads app and secret, and gets keychain and connection ready while
// no time runs yet.
func (c *codePage) prepare() {
	if fault := c.exchange.SetApp(c.app.Text); fault != partner.NoFault {
		c.refuse(c.shell.Words.PartnerFault("app", fault), c.app)
		return
	}
	if fault := c.exchange.SetSecret(c.secret.Value()); fault != partner.NoFault {
		c.refuse(c.shell.Words.PartnerFault("secret", fault), c.secret.Field())
		return
	}
	c.underWay = true
	app := c.exchange.App()
	c.setup.Change(func(progress *setup.Progress) { progress.App = app })
	c.remember()
	shell.Background(c.shell.OnPage(), c.exchange.Prepare, func(err error) {
		c.underWay = false
		if err != nil {
			c.refuse(parts.PartnerTrouble(c.shell, partner.PrepareReason(err)), nil)
			return
		}
		c.secret.SetValue("")
		c.prepared = true
		c.waiting.Show()
		c.count()
		c.shell.Focus(c.code.Field())
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
	c.shell.Relayout()
}

// tick shows the seconds that a code has left. Meta's clock decides, so at zero
// a code is still taken, and the half minute can be counted anew.
func (c *codePage) tick() {
	switch left, running := c.exchange.Left(); {
	case !running:
		return
	case left == 0:
		c.clock.SetText(c.shell.Say("exchange.over"))
		c.again.Show()
		c.shell.Relayout()
	default:
		c.clock.SetText(c.shell.Say("exchange.left", words.Counted(int(left.Round(time.Second).Seconds()))))
		c.stopTicking = c.shell.After(time.Second, c.tick)
	}
}

func (c *codePage) run(code partner.Code) {
	c.underWay = true
	c.code.SetValue("")
	exchange := c.exchange
	shell.Try(c.shell.OnPage(), func(ctx context.Context) (graph.IssuedToken, error) { return exchange.Run(ctx, code) }, func(got graph.IssuedToken, err error) {
		c.underWay = false
		if err != nil {
			// A code works once and the secret is forgotten: both are asked for again.
			c.prepared = false
			c.waiting.Hide()
			c.refuse(parts.PartnerTrouble(c.shell, partner.ExchangeReason(err)), c.secret.Field())
			return
		}
		c.setup.Take(setup.Fetched{Token: got.Token, ExpiresAt: got.ExpiresAt(c.shell.Now())})
		c.next()
	})
}

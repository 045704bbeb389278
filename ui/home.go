package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/saved"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// homePage is Home while it is shown.
type homePage struct {
	*Window
	entries   []vault.Entry // most urgent first
	matching  []vault.Entry
	shown     int
	cards     *fyne.Container
	progress  *widgets.Text
	places    map[string]*fyne.Container // each card's place, by the token's name
	resumable bool
	trouble   error
	checking  bool // all tokens are being checked
}

// ShowHome shows the saved tokens, read from the index, and the ways to go. The
// keychain is not asked.
func (w *Window) ShowHome() {
	w.leave()
	env := w.env()
	home := &homePage{Window: w}
	w.atHome = home
	w.left = func() { w.atHome = nil }
	home.put()
	var entries []vault.Entry
	var trouble error
	var resumable bool
	w.onPage(func(ctx context.Context) {
		entries, trouble = env.Vault.List(ctx)
		resumable = setup.Resumable(ctx, env)
	}, func() {
		home.entries, home.trouble, home.resumable = saved.Sorted(entries, w.now()), trouble, resumable
		home.put()
	})
}

func (h *homePage) put() {
	space := widgets.NewSpacer()
	header := widgets.Row{Gap: 14, Stretch: space}.New(widgets.NewAppMark(h.say("app.name")), space,
		widgets.NewButton(widgets.QuietLink, h.say("settings.title"), h.showSettings),
		widgets.NewButton(widgets.QuietLink, h.say("button.help"), h.showHelp))
	head, body := widgets.NewColumn(28, header), widgets.NewColumn(26)
	title := h.say("home.title")
	if h.trouble != nil {
		body.Add(widgets.NewFixCard(widgets.Fix{Word: h.say("status.fail"), Title: h.say("files.title"), Text: h.fileTrouble(h.trouble)}))
	}
	for _, note := range h.startNotes {
		body.Add(widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Advice, h.say("home.found")), widgets.NewText(note)))
	}
	if h.endCountdown != nil { // copied before another page was opened
		body.Add(h.counting)
	}
	if h.unlisted {
		body.Add(widgets.NewButton(widgets.SmallLink, h.say("home.adopt"), h.askAdopt))
	}
	if len(h.entries) > 0 {
		title = h.say("home.saved")
		head.Add(h.savedHead(title))
		body.Add(h.savedCards())
	} else {
		head.Add(widgets.NewColumn(2, widgets.NewTitle(title), widgets.NewQuietText(h.say("home.lead"))))
	}
	body.Add(h.choices())
	body.Add(widgets.NewFlowRow(6, 4, widgets.NewSmallText(h.say("home.helping")),
		widgets.NewButton(widgets.SmallLink, h.say("home.training"), h.practiseTroubles)))
	if len(h.entries) == 0 {
		body.Add(h.notes("home.note"))
	}
	p := page{title: title, content: widgets.NewPadded(28, -2, 28, 0, widgets.NewPage(head, body))}
	if len(h.entries) == 0 {
		p.enter = h.ShowSetup
	}
	h.show(p)
}

// savedHead is the title above the cards, with what concerns all of them.
func (h *homePage) savedHead(title string) fyne.CanvasObject {
	heading := widgets.NewTitle(title)
	h.progress = widgets.NewSmallText("")
	row := widgets.Row{Gap: theme.Gap, Stretch: heading}.New(heading, h.progress)
	if len(h.entries) > 1 {
		row.Add(widgets.NewButton(widgets.Link, h.say("saved.check_all"), h.checkAll))
	}
	if len(h.entries) < searchFrom {
		return row
	}
	search := widgets.NewTextEntry("")
	search.SetPlaceHolder(h.say("home.search"))
	search.OnChanged = func(text string) { h.filter(text) }
	return widgets.NewColumn(theme.SmallGap, row, search)
}

func (h *homePage) savedCards() fyne.CanvasObject {
	h.cards = widgets.NewColumn(theme.SmallGap)
	h.places = map[string]*fyne.Container{}
	h.filter("")
	return h.cards
}

// filter shows the cards in which a text occurs.
func (h *homePage) filter(text string) {
	h.matching, h.shown = saved.Matching(h.entries, text), 0
	h.cards.RemoveAll()
	if len(h.matching) == 0 {
		h.cards.Add(widgets.NewText(h.say("home.nothing_found")))
	}
	h.more()
}

// place is where a saved token's card stands. It is drawn once, so that what was
// done with it is still told there when another search shows it again.
func (h *homePage) place(entry vault.Entry) *fyne.Container {
	place := h.places[entry.Name]
	if place == nil {
		place = widgets.NewColumn(0)
		h.places[entry.Name] = place
		h.fillSavedCard(place, entry, nil)
	}
	return place
}

// more adds the next cards, and a button for those after them.
func (h *homePage) more() {
	next := min(h.shown+cardsAtOnce, len(h.matching))
	for _, entry := range h.matching[h.shown:next] {
		h.cards.Add(h.place(entry))
	}
	h.shown = next
	h.addMore(h.cards, len(h.matching)-h.shown, h.more)
	h.cards.Refresh()
	h.relayout()
}

// checkAll checks the saved tokens that are shown, and says how far it is. A
// second press while it runs is not heard; leaving Home ends it.
func (h *homePage) checkAll() {
	if h.checking {
		return
	}
	h.checking = true
	env, entries := h.env(), h.matching
	done := 0
	tell := func(text string) {
		h.progress.SetText(text)
		h.relayout() // the texts differ in width
	}
	count := func() string {
		return h.say("saved.progress", words.Counted(len(entries)), words.Values{"Done": strconv.Itoa(done)})
	}
	tell(count())
	h.onPage(func(ctx context.Context) {
		_ = env.CheckAllSaved(ctx, entries, nil, func(one environment.SavedCheck) {
			h.Do(func() {
				if ctx.Err() != nil {
					return
				}
				done++
				tell(count())
				h.showOutcome(h.place(one.Entry), one)
			})
		})
	}, func() {
		h.checking = false
		tell(h.say("saved.progress_done"))
	})
}

// choices are the three ways to go. With nothing saved the first of them is the
// main one.
func (h *homePage) choices() fyne.CanvasObject {
	setup, detail := h.say("home.setup"), h.say("home.setup_detail")
	if h.resumable {
		setup, detail = h.say("home.resume"), h.say("home.resume_detail")
	}
	newCard := widgets.NewChoiceCard
	if len(h.entries) == 0 {
		newCard = widgets.NewMainChoiceCard
	}
	return widgets.NewGrid(3, theme.Gap, 200,
		newCard(setup, detail, h.ShowSetup),
		widgets.NewChoiceCard(h.say("home.check"), h.say("home.check_detail"), h.ShowCheckToken),
		widgets.NewChoiceCard(h.say("home.practise"), h.say("home.practise_detail"), h.practiseSetup))
}

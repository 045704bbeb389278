package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"latchkey/ui/desk"
	"latchkey/ui/parts"
	cards "latchkey/ui/saved"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/saved"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// home is Home: the saved tokens, read from the index, and the ways to go. The
// keychain is not asked.
type home struct {
	shell.Simple
	window    *Window
	shell     *shell.Shell
	tokens    *cards.Tokens
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

// Home shows Home.
func (w *Window) Home() {
	h := &home{window: w, shell: w.Shell, tokens: cards.NewTokens(w.Shell)}
	w.Shell.Show(h)
	type found struct {
		entries   []vault.Entry
		resumable bool
	}
	env := w.Shell.Env()
	shell.Try(w.Shell.OnPage(), func(ctx context.Context) (found, error) {
		entries, err := env.Vault.List(ctx)
		return found{entries, setup.Resumable(ctx, env)}, err
	}, func(now found, err error) {
		h.entries, h.trouble, h.resumable = saved.Sorted(now.entries, w.Shell.Now()), err, now.resumable
		w.Shell.Redraw()
	})
}

// Draw implements shell.Page.
func (h *home) Draw() shell.View {
	s, notices := h.shell, h.window.notices
	space := widgets.NewSpacer()
	header := widgets.Row{Gap: 14, Stretch: space}.New(widgets.NewAppMark(s.Say("app.name")), space,
		widgets.NewButton(widgets.QuietLink, s.Say("settings.title"), h.window.showSettings),
		widgets.NewButton(widgets.QuietLink, s.Say("button.help"), func() { parts.ShowHelp(s) }),
		widgets.NewButton(widgets.QuietLink, s.Say("button.about"), h.window.showAbout))
	head, body := widgets.NewColumn(28, header), widgets.NewColumn(26)
	title := s.Say("home.title")
	if h.trouble != nil {
		body.Add(widgets.NewFixCard(widgets.Fix{Word: s.Say("status.fail"), Title: s.Say("files.title"), Text: parts.FileTrouble(s, h.trouble)}))
	}
	for _, note := range notices.found {
		body.Add(widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Advice, s.Say("home.found")), widgets.NewText(note)))
	}
	if countdown := s.Countdown(); countdown != nil { // copied before another page was opened
		body.Add(countdown)
	}
	if notices.unlisted {
		body.Add(widgets.NewButton(widgets.SmallLink, s.Say("home.adopt"), h.window.askAdopt))
	}
	if len(h.entries) > 0 {
		title = s.Say("home.saved")
		head.Add(h.savedHead(title))
		body.Add(h.savedCards())
	} else {
		head.Add(widgets.NewColumn(2, widgets.NewTitle(title), widgets.NewQuietText(s.Say("home.lead"))))
	}
	body.Add(h.choices())
	body.Add(widgets.NewFlowRow(6, 4, widgets.NewSmallText(s.Say("home.helping")),
		widgets.NewButton(widgets.SmallLink, s.Say("home.training"), func() {
			s.InPractice(func() { desk.ShowTraining(s) })
		})))
	view := shell.View{Title: title}
	if len(h.entries) == 0 {
		body.Add(parts.Notes(s, "home.note"))
		view.Enter = h.window.Setup
	}
	view.Content = widgets.NewPadded(28, -2, 28, 0, widgets.NewPage(head, body))
	return view
}

// savedHead is the title above the cards, with what concerns all of them.
func (h *home) savedHead(title string) fyne.CanvasObject {
	heading := widgets.NewTitle(title)
	h.progress = widgets.NewSmallText("")
	row := widgets.Row{Gap: theme.Gap, Stretch: heading}.New(heading, h.progress)
	if len(h.entries) > 1 {
		row.Add(widgets.NewButton(widgets.Link, h.shell.Say("saved.check_all"), h.checkAll))
	}
	if len(h.entries) < parts.SearchFrom {
		return row
	}
	search := widgets.NewTextEntry("")
	search.SetPlaceHolder(h.shell.Say("home.search"))
	search.OnChanged = func(text string) { h.filter(text) }
	return widgets.NewColumn(theme.SmallGap, row, search)
}

func (h *home) savedCards() fyne.CanvasObject {
	h.cards = widgets.NewColumn(theme.SmallGap)
	h.places = map[string]*fyne.Container{}
	h.filter("")
	return h.cards
}

// filter shows the cards in which a text occurs.
func (h *home) filter(text string) {
	h.matching, h.shown = saved.Matching(h.entries, text), 0
	h.cards.RemoveAll()
	if len(h.matching) == 0 {
		h.cards.Add(widgets.NewText(h.shell.Say("home.nothing_found")))
	}
	h.more()
}

// place is where a saved token's card stands. It is drawn once, so that what was
// done with it is still told there when another search shows it again.
func (h *home) place(entry vault.Entry) *fyne.Container {
	place := h.places[entry.Name]
	if place == nil {
		place = widgets.NewColumn(0)
		h.places[entry.Name] = place
		h.tokens.Draw(place, entry, nil)
	}
	return place
}

// more adds the next cards, and a button for those after them.
func (h *home) more() {
	next := min(h.shown+parts.CardsAtOnce, len(h.matching))
	for _, entry := range h.matching[h.shown:next] {
		h.cards.Add(h.place(entry))
	}
	h.shown = next
	parts.AddMore(h.shell, h.cards, len(h.matching)-h.shown, h.more)
	h.cards.Refresh()
	h.shell.Relayout()
}

// checkAll checks the saved tokens that are shown, and says how far it is. A
// second press while it runs is not heard; leaving Home ends it.
func (h *home) checkAll() {
	s := h.shell
	if h.checking {
		return
	}
	h.checking = true
	env, entries := s.Env(), h.matching
	done, failed := 0, 0
	tell := func(text string) {
		h.progress.SetText(text)
		s.Relayout() // the texts differ in width
	}
	count := func() string {
		return s.Say("saved.progress", words.Counted(len(entries)), words.Values{"Done": strconv.Itoa(done)})
	}
	tell(count())
	shell.Follow(s.OnPage(), func(ctx context.Context, report func(environment.SavedCheck)) (struct{}, error) {
		return struct{}{}, env.CheckAllSaved(ctx, entries, nil, report)
	}, func(news []environment.SavedCheck) {
		done += len(news)
		tell(count())
		for _, one := range news {
			if one.Err != nil {
				failed++
			}
			h.tokens.ShowOutcome(h.place(one.Entry), one)
		}
	}, func(struct{}, error) {
		h.checking = false
		if failed > 0 {
			tell(s.Say("saved.progress_failed", words.Counted(failed)))
			return
		}
		tell(s.Say("saved.progress_done"))
	})
}

// choices are the three ways to go. With nothing saved the first of them is the
// main one.
func (h *home) choices() fyne.CanvasObject {
	s := h.shell
	setup, detail := s.Say("home.setup"), s.Say("home.setup_detail")
	if h.resumable {
		setup, detail = s.Say("home.resume"), s.Say("home.resume_detail")
	}
	newCard := widgets.NewChoiceCard
	if len(h.entries) == 0 {
		newCard = widgets.NewMainChoiceCard
	}
	return widgets.NewGrid(3, theme.Gap, 200,
		newCard(setup, detail, h.window.Setup),
		widgets.NewChoiceCard(s.Say("home.check"), s.Say("home.check_detail"), h.window.Desk),
		widgets.NewChoiceCard(s.Say("home.practise"), s.Say("home.practise_detail"), func() { s.InPractice(h.window.Setup) }))
}

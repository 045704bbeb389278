package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"latchkey/ui/desk"
	"latchkey/ui/parts"
	"latchkey/ui/pictures"
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
	window   *Window
	shell    *shell.Shell
	tokens   *cards.Tokens
	entries  []vault.Entry // most urgent first
	matching []vault.Entry
	shown    int
	cards    *fyne.Container
	progress *widgets.Text
	main     *widgets.Button            // that sets a token up; nil while nothing is saved
	places   map[string]*fyne.Container // each card's place, by the token's name
	leftAt   setup.Step                 // at which a setup was closed half-way; 0 for none
	trouble  error
	checking bool // all tokens are being checked
}

// Home shows Home.
func (w *Window) Home() {
	h := &home{window: w, shell: w.Shell, tokens: cards.NewTokens(w.Shell)}
	h.tokens.Urgent = h.giveWay
	w.Shell.Show(h)
	type found struct {
		entries []vault.Entry
		leftAt  setup.Step
	}
	env := w.Shell.Env()
	shell.Try(w.Shell.OnPage(), func(ctx context.Context) (found, error) {
		entries, err := env.Vault.List(ctx)
		return found{entries, setup.LeftAt(ctx, env)}, err
	}, func(now found, err error) {
		if err == nil && len(now.entries) == 0 && now.leftAt == 0 {
			return // as it is drawn already
		}
		h.entries, h.trouble, h.leftAt = saved.Sorted(now.entries, w.Shell.Now()), err, now.leftAt
		w.Shell.Redraw()
	})
}

// Draw implements shell.Page.
func (h *home) Draw() shell.View {
	s, notices := h.shell, h.window.notices
	space := layout.NewSpacer()
	header := widgets.Row{Gap: 14, Stretch: space}.New(widgets.NewAppMark(s.Say("app.name")), space,
		widgets.NewButton(widgets.QuietLink, s.Say("settings.title"), h.window.Settings),
		widgets.NewButton(widgets.QuietLink, s.Say("button.help"), h.window.Help))
	head, body := widgets.NewColumn(24, header), widgets.NewColumn(26)
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
		cards := widgets.NewColumn(theme.SmallGap)
		if h.leftAt != 0 {
			cards.Add(h.unfinished())
		}
		cards.Add(h.savedCards())
		body.Add(cards)
		body.Add(widgets.NewGrid(2, theme.Gap, 300, h.practise(widgets.NewChoiceCard), h.support()))
	} else {
		head.Add(widgets.NewColumn(2, widgets.NewTitle(title), widgets.NewQuietText(s.Say("home.lead"))))
		body.Add(h.welcome())
	}
	view := shell.View{Title: title, Enter: h.enter}
	view.Content = widgets.NewPadded(28, -2, 28, 0, widgets.NewCentredPage(head, body))
	return view
}

// enter presses what is in the accent.
func (h *home) enter() {
	if !h.tokens.PressUrgent() {
		h.window.Setup()
	}
}

// savedHead is the title above the cards, with what concerns all of them.
func (h *home) savedHead(title string) fyne.CanvasObject {
	heading := widgets.NewTitle(title)
	h.progress = widgets.NewSmallText("")
	row := widgets.Row{Gap: theme.Gap, Stretch: heading}.New(heading, h.progress)
	if len(h.entries) > 1 {
		row.Add(widgets.NewButton(widgets.SmallLink, h.shell.Say("saved.check_all"), h.checkAll))
	}
	begin, _ := h.begin("home.new")
	h.main = widgets.NewButton(widgets.Primary, begin, h.window.Setup)
	if h.leftAt == 0 { // else it stands beside where that is
		row.Add(h.main)
	}
	if len(h.entries) < parts.SearchFrom {
		return row
	}
	search := widgets.NewTextEntry("")
	search.SetPlaceHolder(h.shell.Say("home.search"))
	search.OnChanged = func(text string) { h.filter(text) }
	search.OnSubmitted = func(string) {} // what was searched for is there already: Enter leads nowhere else
	return widgets.NewColumn(theme.SmallGap, row, search)
}

// unfinished says where a setup was closed half-way, and leads there or back to its beginning.
func (h *home) unfinished() fyne.CanvasObject {
	_, detail := h.begin("home.new")
	text := widgets.NewColumn(2, widgets.NewCardTitle(h.shell.Say("home.unfinished")), widgets.NewSmallText(detail))
	return widgets.NewPaddedCard(theme.CardPadding, 16, widgets.Row{Gap: theme.Gap, Stretch: text}.New(text, h.startOverLink(), h.main))
}

// giveWay takes the accent from the button that sets a token up while one of the saved tokens
// needs something.
func (h *home) giveWay(urgent bool) {
	importance := widgets.Primary
	if urgent {
		importance = widgets.Secondary
	}
	h.main.SetImportance(importance)
}

// startOverLink begins a setup anew, where one was closed half-way.
func (h *home) startOverLink() fyne.CanvasObject {
	return widgets.NewButton(widgets.SmallLink, h.shell.Say("home.start_over"), h.startOver)
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
		return s.Say("saved.progress", words.Counted(len(entries)), words.Values{"Done": s.Words.Number(done)})
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

// welcome is what somebody sees who has nothing saved: where to begin, the whole way at a
// glance, what to have ready, and what there is for those who help others.
func (h *home) welcome() fyne.CanvasObject {
	s := h.shell
	title, detail := h.begin("home.setup")
	begin := widgets.NewColumn(2, widgets.NewMainChoiceCard(title, detail, h.window.Setup))
	if h.leftAt != 0 {
		begin.Add(widgets.NewFlowRow(0, 0, h.startOverLink()))
	}
	ready := homeCard(s.Say("home.ready"),
		widgets.NewPoints(s.Say("home.ready_login"), s.Say("home.ready_app"), s.Say("home.ready_number"), s.Say("home.ready_time")))
	way := pictures.New(pictures.Way{
		Make: s.Say("home.way_make"), Paste: s.Say("home.way_paste"), Check: s.Say("home.way_check"), Keep: s.Say("home.way_keep"),
	}, s.Say("home.way"))
	return widgets.NewColumn(theme.Gap,
		widgets.NewGrid(2, theme.Gap, 300,
			widgets.NewColumn(theme.Gap,
				begin,
				h.practise(widgets.NewChoiceCard),
				parts.Notes(s, "home.note")),
			way),
		widgets.NewGrid(2, theme.Gap, 300, ready, h.support()))
}

// begin says what a setup begins with, or that one goes on where it was left.
func (h *home) begin(id string) (title, detail string) {
	s := h.shell
	if h.leftAt == 0 {
		return s.Say(id), s.Say("home.setup_detail")
	}
	return s.Say("home.resume"), s.Say("home.resume_detail", words.Values{
		"Step": strconv.Itoa(int(h.leftAt)), "Name": s.Say("step." + h.leftAt.ID() + ".name"),
	})
}

// startOver begins a setup anew, where one was closed half-way.
func (h *home) startOver() {
	env := h.shell.Env()
	shell.Background(h.shell.OnPage(), func(ctx context.Context) error { return setup.StartOver(ctx, env) }, func(err error) {
		if err != nil {
			h.trouble = err
			h.shell.Redraw()
			return
		}
		h.window.Setup()
	})
}

// practise is the way into the rehearsal.
func (h *home) practise(newCard func(title, detail string, tapped func()) *widgets.ChoiceCard) fyne.CanvasObject {
	s := h.shell
	return newCard(s.Say("home.practise"), s.Say("home.practise_detail"), func() { s.InPractice(h.window.Setup) })
}

// support is what there is for those who help others with their tokens.
func (h *home) support() fyne.CanvasObject {
	s := h.shell
	link := func(id string, act func()) fyne.CanvasObject {
		return widgets.NewButton(widgets.SmallLink, s.Say(id), act)
	}
	return homeCard(s.Say("home.support"), widgets.NewSmallText(s.Say("home.support_text")),
		widgets.NewFlowRow(18, 2, link("home.check", h.window.Desk),
			link("home.training", func() { s.InPractice(func() { desk.ShowTraining(s) }) })))
}

// homeCard is a card with the heading and the room of a ChoiceCard, for it stands beside one.
func homeCard(title string, below ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewPaddedCard(theme.CardPadding, 18, widgets.NewColumn(3,
		append([]fyne.CanvasObject{widgets.NewStyledText(title, widgets.TextStyle{Bold: true})}, below...)...))
}

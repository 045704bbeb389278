package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/assets"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
)

// about is the page that tells which release this is, and what it does with what it is
// given.
type about struct {
	shell.Simple
	window   *Window
	licences *fyne.Container
}

func (w *Window) showAbout() {
	a := &about{window: w, licences: widgets.NewColumn(theme.SmallGap)}
	s := w.Shell
	var show *widgets.Button
	show = widgets.NewButton(widgets.SmallLink, s.Say("about.licences_show"), func() {
		show.Hide()
		a.list()
	})
	a.licences.Add(show)
	s.UnlessUnsaved(func() { s.Show(a) })
}

// Draw implements shell.Page.
func (a *about) Draw() shell.View {
	s, back := a.window.Shell, a.window.Home
	this, next := s.Release, s.Words.NextRelease(s.Release)
	newer := widgets.NewColumn(theme.SmallGap, widgets.NewCardTitle(next.Title), widgets.NewText(next.Text))
	if this.Page != "" {
		newer.Add(parts.Opener(s, s.Say("about.page"), widgets.Secondary, func() string { return this.Page }, nil))
	}
	cards := widgets.NewColumn(theme.SmallGap, widgets.NewCard(newer))
	for i, one := range s.Words.WhereThingsLie(s.Folder.Path()) {
		told := widgets.NewColumn(theme.SmallGap, widgets.NewCardTitle(one.Title), widgets.NewText(one.Text))
		if i == 0 { // which names the folder
			told.Add(widgets.NewFlowRow(0, 0,
				widgets.NewButton(widgets.SmallLink, s.Say("about.open_folder"), func() { s.ShowFolder(s.Folder.Path()) })))
		}
		cards.Add(widgets.NewCard(told))
	}
	cards.Add(widgets.NewCard(widgets.NewColumn(theme.SmallGap,
		widgets.NewCardTitle(s.Say("about.licences")), widgets.NewText(s.Say("about.licences_text")), a.licences)))
	return shell.View{
		Title: s.Say("about.title"),
		Content: widgets.NewPage(
			widgets.NewHead(s.Say("about.title"), widgets.NewQuietText(s.Words.Release(this))), cards),
		Footer: s.Footer(back),
		Escape: back,
	}
}

// list names what is in the program; each name opens its licence.
func (a *about) list() {
	s := a.window.Shell
	text, err := assets.Notices()
	if err != nil {
		s.Fill(a.licences, widgets.NewText(err.Error()))
		return
	}
	var names []fyne.CanvasObject
	for notice := range strings.SplitSeq(text, assets.NoticeEnd) {
		head, licence, _ := strings.Cut(strings.TrimSpace(notice), "\n\n")
		for name := range strings.Lines(head) {
			name = strings.TrimSpace(name)
			names = append(names, widgets.NewButton(widgets.SmallLink, name, func() { s.Show(&licencePage{about: a, name: name, text: licence}) }))
		}
	}
	s.Fill(a.licences, names...)
}

// licencePage shows one licence.
type licencePage struct {
	shell.Simple
	about      *about
	name, text string
}

// Draw implements shell.Page.
func (l *licencePage) Draw() shell.View {
	s := l.about.window.Shell
	back := func() { s.Show(l.about) }
	return shell.View{
		Title:   l.name,
		Content: widgets.NewPage(widgets.NewHead(l.name, nil), widgets.NewText(l.text)),
		Footer:  s.Footer(back),
		Escape:  back,
	}
}

package parts

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// entriesHeight is how high the list of saved tokens is where it scrolls in its
// own place: title, search and Cancel stay in sight in a window of 900×640.
const (
	entriesHeight  = 320
	entriesInSight = 4 // fit there
)

// entryList is a list of saved tokens to choose one from.
type entryList struct {
	shell             *shell.Shell
	entries, matching []vault.Entry
	shown             int
	column            *fyne.Container
	scroll            *widgets.Scroll // around the column; nil where all are in sight
	chosen            func(vault.Entry)
}

// ChooseEntry lets one of several saved tokens be chosen. Many of them scroll in
// their own place, can be searched, and are drawn a few at a time.
func ChooseEntry(s *shell.Shell, title string, entries []vault.Entry, chosen func(vault.Entry)) {
	var dialog *widgets.Dialog
	list := &entryList{shell: s, entries: entries, column: widgets.NewColumn(theme.SmallGap)}
	list.chosen = func(entry vault.Entry) {
		dialog.Hide()
		chosen(entry)
	}
	list.filter("")
	content := widgets.NewColumn(theme.SmallGap)
	if len(entries) >= SearchFrom {
		search := widgets.NewTextEntry("")
		search.SetPlaceHolder(s.Say("home.search"))
		search.OnChanged = list.filter
		content.Add(search)
	}
	if len(entries) > entriesInSight {
		list.scroll = widgets.NewScroll(widgets.NewPadded(ringSpace, ringSpace, ringSpace, ringSpace, list.column))
		list.scroll.SetMinSize(fyne.NewSize(0, entriesHeight))
		content.Add(list.scroll)
	} else {
		content.Add(list.column)
	}
	dialog = s.Dialog(title, content, widgets.NewButton(widgets.Secondary, s.Say("button.cancel"), func() { dialog.Hide() }))
}

// ringSpace is the room for focus rings, which a scroll would cut off.
const ringSpace = 5

// filter lists the tokens in which a text occurs.
func (l *entryList) filter(text string) {
	l.matching, l.shown = saved.Matching(l.entries, text), 0
	l.column.RemoveAll()
	if len(l.matching) == 0 {
		l.column.Add(widgets.NewText(l.shell.Say("home.nothing_found")))
	}
	if l.scroll != nil {
		l.scroll.ScrollToTop()
	}
	l.more()
}

// more adds the next tokens, and a button for those after them.
func (l *entryList) more() {
	next := l.matching[l.shown:min(l.shown+CardsAtOnce, len(l.matching))]
	for _, entry := range next {
		l.column.Add(widgets.NewAnswerCard(entry.Name, TokenDetail(l.shell, entry), func() { l.chosen(entry) }))
	}
	l.shown += len(next)
	AddMore(l.shell, l.column, len(l.matching)-l.shown, l.more)
	if l.scroll != nil {
		l.scroll.Refresh()
	}
}

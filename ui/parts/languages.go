package parts

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// Languages is a button that tells the language chosen, by its tag, and a menu of all, each under
// its own name. more stand on top of them; chosen may be one that only more names.
func Languages(s *shell.Shell, chosen string, choose func(tag string), more ...words.Language) fyne.CanvasObject {
	list := append(more, words.Languages()...)
	label, tags := "", []string{}
	for _, one := range list {
		tags = append(tags, one.Tag)
		if one.Tag == chosen {
			label = one.Name
		}
	}
	s.DrawsScriptsOf(tags)
	return widgets.NewMenuButton(widgets.SmallLink, s.Words.Named(s.Say("settings.language"), label), func() []*fyne.MenuItem {
		items := make([]*fyne.MenuItem, len(list))
		for i, one := range list {
			items[i] = fyne.NewMenuItem(one.Name, func() { choose(one.Tag) })
			items[i].Checked = one.Tag == chosen
		}
		return items
	})
}

// InLanguage draws what is for somebody else to read, in the language that the button is for to
// choose; at first that is the window's own.
func InLanguage(s *shell.Shell, draw func(spoken *words.Words, button fyne.CanvasObject) []fyne.CanvasObject) fyne.CanvasObject {
	place := widgets.NewColumn(12)
	var choose func(tag string)
	choose = func(tag string) {
		spoken, err := s.Words.In(tag)
		if err != nil { // all are in the program
			spoken = s.Words
		}
		s.Fill(place, draw(spoken, Languages(s, spoken.Language(), choose))...)
	}
	choose(s.Words.Language())
	return place
}

package setup

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// firstNumbers is how many numbers stand on a page before all are asked for, so that what comes
// below them is seen.
const firstNumbers = 4

// numberChoice lets one of the numbers be chosen by name, and with it the
// account. Of many it shows the first, and all is the link to the others; hidden where there are none.
func (p *pages) numberChoice() (choice *widgets.RadioGroup, all fyne.CanvasObject) {
	numbers, current := p.setup.Numbers()
	lines := make([]widgets.Option, len(numbers))
	for i, known := range numbers {
		names := slices.Compact([]string{string(known.Number.VerifiedName), string(known.Account.Name)})
		lines[i] = widgets.Option{Title: string(known.Number.Display), Detail: strings.Join(names, " · ")}
	}
	choice = widgets.NewRadioPairs(lines, current, func(i int) {
		p.setup.Choose(numbers[i].Account.ID, numbers[i].Number.ID)
		p.remember()
	})
	showAll := func() {
		choice.ShowFirst(len(numbers))
		all.Hide()
		p.shell.Focus(choice.At(firstNumbers))
		p.shell.Relayout()
	}
	all = widgets.NewFlowRow(0, 0, widgets.NewButton(widgets.SmallLink, p.shell.Say("choose.all", words.Counted(len(numbers))), showAll))
	if len(numbers) <= firstNumbers || current >= firstNumbers {
		all.Hide()
	} else {
		choice.ShowFirst(firstNumbers)
	}
	return choice, all
}

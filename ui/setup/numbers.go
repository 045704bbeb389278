package setup

import "latchkey/ui/widgets"

// numberChoice lets one of the numbers be chosen by name, and with it the
// account.
func (p *pages) numberChoice() *widgets.RadioGroup {
	numbers, current := p.setup.Numbers()
	lines := make([]widgets.Option, len(numbers))
	for i, known := range numbers {
		lines[i] = widgets.Option{
			Title:  string(known.Number.Display) + "  " + string(known.Number.VerifiedName),
			Detail: string(known.Account.Name),
		}
	}
	return widgets.NewRadioGroup(lines, current, func(i int) {
		p.setup.Choose(numbers[i].Account.ID, numbers[i].Number.ID)
		p.remember()
	})
}

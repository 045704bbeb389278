package setup

import (
	"slices"
	"strings"

	"latchkey/ui/widgets"
)

// numberChoice lets one of the numbers be chosen by name, and with it the
// account.
func (p *pages) numberChoice() *widgets.RadioGroup {
	numbers, current := p.setup.Numbers()
	lines := make([]widgets.Option, len(numbers))
	for i, known := range numbers {
		names := slices.Compact([]string{string(known.Number.VerifiedName), string(known.Account.Name)})
		lines[i] = widgets.Option{Title: string(known.Number.Display), Detail: strings.Join(names, " · ")}
	}
	return widgets.NewRadioPairs(lines, current, func(i int) {
		p.setup.Choose(numbers[i].Account.ID, numbers[i].Number.ID)
		p.remember()
	})
}

package setup

import (
	"latchkey/graph"
	"latchkey/ui/widgets"
	"latchkey/wizard/check"
)

// numberOption is one number that the token reaches, with its account.
type numberOption struct {
	account graph.WhatsAppAccount
	number  graph.PhoneNumber
}

func numberOptions(report check.Report) []numberOption {
	var options []numberOption
	for _, account := range report.Accounts {
		for _, number := range account.Numbers {
			options = append(options, numberOption{account, number})
		}
	}
	return options
}

// numberChoice lets one of the numbers be chosen by name.
func (p *pages) numberChoice(options []numberOption, chosen func()) *widgets.RadioGroup {
	progress := p.setup.Progress()
	current := -1
	lines := make([]widgets.Option, len(options))
	for i, option := range options {
		lines[i] = widgets.Option{
			Title:  string(option.number.Display) + "  " + string(option.number.VerifiedName),
			Detail: string(option.account.Name),
		}
		if option.account.ID == progress.Account && option.number.ID == progress.Phone {
			current = i
		}
	}
	return widgets.NewRadioGroup(lines, current, func(i int) {
		p.setup.Choose(options[i].account.ID, options[i].number.ID)
		p.remember()
		chosen()
	})
}

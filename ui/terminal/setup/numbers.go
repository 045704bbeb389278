package setup

import (
	"context"
	"strconv"

	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/check"
)

// chooseNumber lets a number be chosen by name, and with it the account.
func (p *pages) chooseNumber(ctx context.Context) (bool, error) {
	numbers, current := p.setup.Numbers()
	titles := make([]string, len(numbers))
	for i, known := range numbers {
		titles[i] = string(known.Number.Display) + "  " + string(known.Number.VerifiedName) + "  (" + string(known.Account.Name) + ")"
	}
	chosen, err := p.choose(ctx, p.Words.Paragraph(p.Words.Say("choose.number"), p.Words.Say("terminal.type_number")), titles, current)
	if err != nil || chosen < 0 {
		return false, err
	}
	p.setup.Choose(numbers[chosen].Account.ID, numbers[chosen].Number.ID)
	p.tellRemembering(p.setup.Remember(ctx))
	return true, nil
}

// choose asks for one of a numbered list. Enter alone keeps the current one,
// or none where there is none: -1.
func (p *pages) choose(ctx context.Context, question string, options []string, current int) (int, error) {
	p.Screen.Line("")
	for i, option := range options {
		mark := "  "
		if i == current {
			mark = screen.Signs[check.Pass] + " "
		}
		p.Screen.Beside(mark+screen.Pad(strconv.Itoa(i+1), 4), option)
	}
	for {
		line, err := p.line(ctx, question)
		if err != nil || line == "" {
			return current, err
		}
		if number, err := strconv.Atoi(line); err == nil && number >= 1 && number <= len(options) {
			return number - 1, nil
		}
		p.refuse(p.Words.Say("terminal.no_number", words.Values{"Most": strconv.Itoa(len(options))}))
	}
}

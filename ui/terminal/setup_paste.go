package terminal

import (
	"context"
	"strconv"
	"unicode/utf8"

	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// paste is step 5. What is typed is not shown, and judged on Enter.
func (s *setupRun) paste(ctx context.Context) error {
	s.head(s.Words.Say("step.paste.title"), s.Words.Say("step.paste.lead"))
	s.out.line(s.Words.Say("step.paste.note_hidden"))
	s.out.line(s.Words.Say("step.paste.note_once"))
	return s.ask(ctx, menu{
		keys: s.pasteKeys, common: true, secret: true, prompt: s.Words.Say("terminal.paste_token"),
		other: s.takePaste,
	})
}

func (s *setupRun) pasteKeys() []key {
	var keys []key
	if token := s.setup.Token(); !token.IsZero() {
		keys = append(keys, key{"", s.Words.Say("terminal.key_same_token", words.Values{"Last4": token.Last4()}), s.next})
	}
	if s.practice != nil {
		keys = append(keys, key{"t", s.Words.Say("practice.tokens"), s.takePracticeToken})
	}
	return keys
}

// takePaste goes on with a token, and names what was pasted in place of one.
func (s *setupRun) takePaste(ctx context.Context, text string) (bool, error) {
	paste := s.setup.Paste(text)
	row := s.Words.Row(check.ShapeRow(paste), s.Now())
	if !paste.Usable() {
		s.refuse(s.Words.Paragraph(row.Title, row.Fix))
		return false, nil
	}
	s.out.line(s.Words.Say("secret.summary",
		words.Counted(utf8.RuneCountInString(paste.Token.Reveal())), words.Values{"Last4": paste.Token.Last4()}))
	if len(paste.Junk) > 0 {
		s.out.line(row.Detail)
	}
	return s.next(ctx)
}

// takePracticeToken takes one of the rehearsal's ready tokens by its number in
// the list.
func (s *setupRun) takePracticeToken(ctx context.Context) (bool, error) {
	scenarios := s.practice.Scenarios()
	titles := make([]string, len(scenarios))
	for i, scenario := range scenarios {
		titles[i] = s.scenarioTitle(scenario.Name, scenario.Training)
	}
	chosen, err := s.choose(ctx, s.Words.Say("terminal.which_token"), titles, -1)
	if err != nil || chosen < 0 {
		return false, err
	}
	return s.takePaste(ctx, scenarios[chosen].Token.Reveal())
}

// choose asks for one of a numbered list. Enter alone keeps the current one,
// or none where there is none: -1.
func (s *setupRun) choose(ctx context.Context, question string, options []string, current int) (int, error) {
	s.out.line("")
	for i, option := range options {
		mark := "  "
		if i == current {
			mark = signs[check.Pass] + " "
		}
		s.out.beside(mark+pad(strconv.Itoa(i+1), 4), option)
	}
	for {
		typed, err := s.line(ctx, question)
		if err != nil || typed == "" {
			return current, err
		}
		if number, err := strconv.Atoi(typed); err == nil && number >= 1 && number <= len(options) {
			return number - 1, nil
		}
		s.refuse(s.Words.Say("terminal.no_number", words.Values{"Most": strconv.Itoa(len(options))}))
	}
}

// numbers lists every number that the token reaches, with its account, and
// which of them is chosen.
func (s *setupRun) numbers(report check.Report) (options []setup.Progress, titles []string, current int) {
	progress := s.setup.Progress()
	current = -1
	for _, account := range report.Accounts {
		for _, number := range account.Numbers {
			if account.ID == progress.Account && number.ID == progress.Phone {
				current = len(options)
			}
			options = append(options, setup.Progress{Account: account.ID, Phone: number.ID})
			titles = append(titles, string(number.Display)+"  "+string(number.VerifiedName)+"  ("+string(account.Name)+")")
		}
	}
	return options, titles, current
}

// chooseNumber lets a number be chosen by name.
func (s *setupRun) chooseNumber(ctx context.Context) (bool, error) {
	options, titles, current := s.numbers(*s.setup.Report())
	chosen, err := s.choose(ctx, s.Words.Paragraph(s.Words.Say("choose.number"), s.Words.Say("terminal.type_number")), titles, current)
	if err != nil || chosen < 0 {
		return false, err
	}
	s.setup.Choose(options[chosen].Account, options[chosen].Phone)
	s.tellRemembering(s.setup.Remember(ctx))
	return true, nil
}

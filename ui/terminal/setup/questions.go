package setup

import (
	"context"
	"strconv"

	"latchkey/wizard/setup"
)

// answers are keys for the answers to a question, by their number.
func (p *pages) answers(question setup.Question, chosen func(setup.Answer) act) []key {
	var keys []key
	for i, answer := range question.Answers {
		label := p.Words.Paragraph(p.Words.Say(answer.ID+".title"), p.Words.Say(answer.ID+".detail"))
		keys = append(keys, key{strconv.Itoa(i + 1), label, chosen(answer)})
	}
	return keys
}

// notes notes an answer to the first question, asks those that it leads to, and
// goes on. What must be there first is told again where the answer has changed
// it.
func (p *pages) notes(note func(*setup.Progress)) act {
	return func(ctx context.Context) (bool, error) {
		told := p.setup.Progress().TokenSource()
		p.change(ctx, note)
		for _, question := range p.setup.Progress().Questions()[1:] {
			if answered, err := p.askQuestion(ctx, question); err != nil || !answered {
				return true, err
			}
		}
		if p.setup.Progress().TokenSource() != told {
			p.Screen.Line("")
			p.tellNeeds()
		}
		return p.leaveBusiness(ctx)
	}
}

// askUnanswered asks the questions that have no answer yet.
func (p *pages) askUnanswered(ctx context.Context) (answered bool, err error) {
	for i := 0; i < len(p.setup.Progress().Questions()); i++ {
		question := p.setup.Progress().Questions()[i]
		if p.setup.Missing() != question.Missing {
			continue
		}
		if answered, err = p.askQuestion(ctx, question); err != nil || !answered {
			return false, err
		}
	}
	return true, nil
}

// askQuestion asks a question below the first one; "b" returns to the page
// without an answer.
func (p *pages) askQuestion(ctx context.Context, question setup.Question) (answered bool, err error) {
	p.Screen.Line("")
	p.Screen.Line(p.Words.Say(question.ID))
	note := func(answer setup.Answer) act {
		return func(ctx context.Context) (bool, error) {
			p.change(ctx, answer.Note)
			answered = true
			return true, nil
		}
	}
	err = p.ask(ctx, menu{common: true, first: true, keys: func() []key {
		unsure := p.tells("u", p.Words.Say("situation.unsure"), p.Words.Say(question.Unsure))
		return append(p.answers(question, note), unsure, key{"b", p.Words.Say("button.back"), toThePage})
	}})
	return answered, err
}

func toThePage(context.Context) (bool, error) { return true, nil }

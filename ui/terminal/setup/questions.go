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
	for _, question := range p.setup.Progress().Questions() {
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
		return append(p.answers(question, note), key{"b", p.Words.Say("button.back"), toThePage})
	}})
	return answered, err
}

// helpsToChoose finds the situation by plain questions.
func (p *pages) helpsToChoose(ctx context.Context) (bool, error) {
	return p.askPlainly(ctx, setup.FirstPlainQuestion)
}

// askPlainly asks a question that is answered with yes or no, and does what the
// answer leads to; "b" returns to the page.
func (p *pages) askPlainly(ctx context.Context, question setup.PlainQuestion) (bool, error) {
	p.Screen.Line("")
	p.Screen.Line(p.Words.Say(question.ID))
	return true, p.ask(ctx, menu{common: true, first: true, keys: func() []key {
		return []key{
			{p.Words.Say("terminal.key_yes"), p.Words.Say("button.yes"), p.concludes(question.Yes)},
			{p.Words.Say("terminal.key_no"), p.Words.Say("button.no"), p.concludes(question.No)},
			{"b", p.Words.Say("button.back"), toThePage},
		}
	}})
}

// concludes ends a plain question, whatever comes of its answer: the page is
// shown then.
func (p *pages) concludes(conclusion setup.Conclusion) act {
	return func(ctx context.Context) (bool, error) {
		if conclusion.Question != nil {
			return p.askPlainly(ctx, *conclusion.Question)
		}
		_, err := p.notes(func(progress *setup.Progress) { progress.Situation = conclusion.Situation })(ctx)
		return true, err
	}
}

func toThePage(context.Context) (bool, error) { return true, nil }

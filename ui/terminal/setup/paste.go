package setup

import (
	"context"
	"unicode/utf8"

	"latchkey/ui/words"
	"latchkey/wizard/check"
)

// paste is step 5. What is typed is not shown, and judged on Enter.
func (p *pages) paste(ctx context.Context) error {
	p.head(p.Words.Say("step.paste.title"), p.Words.Say("step.paste.lead"))
	p.Screen.Line(p.Words.Say("step.paste.note_hidden"))
	p.Screen.Line(p.Words.Say("step.paste.note_once"))
	return p.ask(ctx, menu{
		keys: p.pasteKeys, common: true, secret: true, prompt: p.Words.Say("terminal.paste_token"),
		take: p.takePaste,
	})
}

func (p *pages) pasteKeys() []key {
	var keys []key
	if token := p.setup.Token(); !token.IsZero() {
		keys = append(keys, key{"", p.Words.Say("terminal.key_same_token", words.Values{"Last4": token.Last4()}), p.next})
	}
	if p.practice != nil {
		keys = append(keys, key{"t", p.Words.Say("practice.tokens"), p.takePracticeToken})
	}
	return keys
}

// takePaste goes on with a token, and names what was pasted in place of one.
func (p *pages) takePaste(ctx context.Context, text string) (bool, error) {
	paste := p.setup.Paste(text)
	row := p.Words.Row(check.ShapeRow(paste), p.Now())
	if !paste.Usable() {
		p.refuse(p.Words.Paragraph(row.Title, row.Fix))
		return false, nil
	}
	p.Screen.Line(p.Words.Say("secret.summary",
		words.Counted(utf8.RuneCountInString(paste.Token.Reveal())), words.Values{"Last4": paste.Token.Last4()}))
	if len(paste.Junk) > 0 {
		p.Screen.Line(row.Detail)
	}
	return p.next(ctx)
}

// takePracticeToken takes one of the rehearsal's ready tokens by its number in
// the list.
func (p *pages) takePracticeToken(ctx context.Context) (bool, error) {
	scenarios := p.practice.Scenarios()
	titles := make([]string, len(scenarios))
	for i, scenario := range scenarios {
		titles[i] = p.Words.Scenario(scenario.Name, scenario.Training)
	}
	chosen, err := p.choose(ctx, p.Words.Say("terminal.which_token"), titles, -1)
	if err != nil || chosen < 0 {
		return false, err
	}
	return p.takePaste(ctx, scenarios[chosen].Token.Reveal())
}

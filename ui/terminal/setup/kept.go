package setup

import (
	"cmp"
	"context"
	"slices"

	"latchkey/graph"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// kept gives what an integration needs, and says where things lie. The token
// itself is printed only when it is asked for by a whole word.
func (p *pages) kept(ctx context.Context) error {
	saved := *p.setup.Saved()
	kept := setup.KeptOf(saved)
	p.head(p.Words.Say("kept.title", words.Values{"Name": saved.Name}), p.Words.Paragraph(p.Words.Say("kept.lead"), p.Words.Say("kept.elsewhere")))
	for _, value := range kept.Values {
		text := cmp.Or(value.Text, p.Words.Say("kept.unknown"))
		if value.Secret {
			text = p.Words.Say("kept.hidden_token", words.Values{"Last4": value.Text})
		}
		p.Screen.Line(p.Words.Named(p.Words.Say(value.ID), ""))
		p.Screen.Exactly("  " + text)
	}
	p.Screen.Line("")
	p.tellWhere(saved, kept)
	p.Screen.Line("")
	p.Screen.Line(p.Words.Named(p.Words.Say("terminal.kept_next"), ""))
	for _, next := range kept.Next {
		for _, command := range p.commands(next, saved.Name) {
			p.Screen.Line("- " + p.Words.Say(command.id))
			p.Screen.Exactly("  " + graph.Clean(command.text))
		}
	}
	return p.ask(ctx, menu{common: true, first: true, keys: func() []key {
		return []key{
			{"", p.Words.Say("button.close"), func(context.Context) (bool, error) { return true, errDone }},
			{p.Words.Say("terminal.key_show_word"), p.Words.Say("terminal.key_show"), func(context.Context) (bool, error) {
				p.Screen.Secret("", p.setup.Token())
				return false, nil
			}},
		}
	}})
}

// tellWhere says where the token lies, and how it is removed and revoked.
func (p *pages) tellWhere(saved vault.Entry, kept setup.Kept) {
	where := words.Values{
		"Service": p.setup.Service(), "Name": saved.Name, "Command": handover.Command("latchkey", "saved", "remove", saved.Name),
	}
	if p.practice != nil {
		p.Screen.Line(p.Words.Say("terminal.where_practice", where))
		return
	}
	p.Screen.Line(p.Words.Say("terminal.where", where))
	p.Screen.Line(p.Words.Say(kept.Revoke))
	p.Screen.Line(p.Words.Say("terminal.clipboard"))
}

// command is one that uses a saved token; id is that of what it is for.
type command struct{ id, text string }

// commands do in a terminal what can be done next. Practice sends nothing and
// writes nothing: the Graph of its tokens ends with it, and they must not take a
// real one's place.
func (p *pages) commands(next setup.Next, name string) []command {
	line := func(word string, rest ...string) string {
		own := []string{"latchkey", word, "--saved", name}
		if p.practice != nil {
			own = append(own, "--practice")
		}
		return handover.Command(append(own, rest...)...)
	}
	switch {
	case next == setup.NextHandOver:
		commands := []command{
			{"terminal.exec", line("exec", "--", "YOUR-PROGRAM")},
			{"terminal.pipe", line("pipe", "--", "YOUR-PROGRAM")},
		}
		if p.practice != nil {
			return commands
		}
		return slices.Concat(commands, []command{
			{"terminal.store", line("store", "--address", "https://YOUR-VAULT:8200", "--mount", "secret", "--path", "whatsapp")},
			{"terminal.env_file", line("env-file", "--file", ".env")},
		})
	case p.practice != nil:
		return nil
	case next == setup.NextSendTest:
		return []command{{"terminal.send_test", line("send-test", "--to", "NUMBER")}}
	case next == setup.NextCalendar:
		return []command{{"terminal.calendar", line("calendar", "--output", "token.ics")}}
	}
	return nil
}

package terminal

import (
	"context"

	"latchkey/graph"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
)

// kept gives what an integration needs, and says where things lie. The token
// itself is printed only when it is asked for by a whole word.
func (s *setupRun) kept(ctx context.Context) error {
	saved, token := s.setup.Saved(), s.setup.Token()
	s.head(s.Words.Say("kept.title", words.Values{"Name": saved.Name}), s.Words.Say("kept.lead"))
	for _, value := range []summaryLine{
		{id: "kept.token", value: s.Words.Say("kept.hidden_token", words.Values{"Last4": token.Last4()})},
		{id: "kept.phone_id", value: saved.PhoneID},
		{id: "kept.account_id", value: saved.AccountID},
	} {
		s.out.line(s.Words.Named(s.Words.Say(value.id), ""))
		s.out.exactly("  " + value.value)
	}
	s.out.line("")
	where := words.Values{"Service": s.service(), "Name": saved.Name, "Command": handover.Command("latchkey", "saved", "remove", saved.Name)}
	if s.practice != nil {
		s.out.line(s.Words.Say("terminal.where_practice", where))
	} else {
		s.out.line(s.Words.Say("terminal.where", where))
		s.out.line(s.Words.Say("terminal.clipboard"))
	}
	s.out.line("")
	s.out.line(s.Words.Named(s.Words.Say("terminal.kept_next"), ""))
	for _, next := range s.handedOn(saved.Name) {
		s.out.line("- " + s.Words.Say("terminal."+next.id))
		s.out.exactly("  " + graph.OneLine(next.command))
	}
	return s.ask(ctx, menu{common: true, first: true, keys: func() []key {
		return []key{
			{"", s.Words.Say("button.close"), func(context.Context) (bool, error) { return true, errDone }},
			{s.Words.Say("terminal.key_show_word"), s.Words.Say("terminal.key_show"), func(context.Context) (bool, error) {
				s.out.exactly(token.Reveal())
				return false, nil
			}},
		}
	}})
}

// next is a command that uses a saved token, with the id of what it is for.
type next struct{ id, command string }

// handedOn are the commands to go on with. Practice sends nothing: the Graph of
// its tokens ends with it.
func (s *setupRun) handedOn(name string) []next {
	command := func(word string, rest ...string) string {
		words := []string{"latchkey", word, "--saved", name}
		if s.practice != nil {
			words = append(words, "--practice")
		}
		return handover.Command(append(words, rest...)...)
	}
	commands := []next{
		{"exec", command("exec", "--", "YOUR-PROGRAM")},
		{"pipe", command("pipe", "--", "YOUR-PROGRAM")},
	}
	if s.practice != nil {
		return commands
	}
	return append([]next{{"send_test", command("send-test", "--to", "NUMBER")}}, commands...)
}

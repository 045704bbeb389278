package terminal

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"latchkey/graph"
	"latchkey/graph/value"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
)

// Cobra quotes what was typed when it refuses it. A token may have been typed
// there, so what is refused here is not shown again unless it is a short word.

// noArguments refuses anything typed after a command.
func (t *Terminal) noArguments(_ *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	if !showable(arguments[0]) {
		return t.tokenTyped()
	}
	return usage(t.Words.Say("terminal.too_many_arguments", words.Values{"Word": arguments[0]}))
}

// noToken refuses anything typed after "check": what would be typed there is a
// token.
func (t *Terminal) noToken(_ *cobra.Command, arguments []string) error {
	if len(arguments) > 0 {
		return t.tokenTyped()
	}
	return nil
}

// noCommand refuses a command that is not there.
func (t *Terminal) noCommand(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	if !showable(arguments[0]) {
		return t.tokenTyped()
	}
	meant := t.Words.List(command.SuggestionsFor(arguments[0])...)
	return usage(t.Words.Say("terminal.no_command", words.Values{"Word": arguments[0], "Meant": meant}))
}

func (t *Terminal) tokenTyped() error {
	return exit{code: ExitUsage, says: t.Words.Say("terminal.token_typed"), advice: t.Words.Say("terminal.token_how")}
}

// showable reports whether a word can be shown again: no key or token is as
// short as that.
func showable(word string) bool {
	const longest = 20
	return len(word) <= longest && !graph.HoldsSecret(word)
}

// keyLike is what no file, folder or command is called, but keys look like.
var keyLike = regexp.MustCompile(`[0-9A-Za-z]{40,}`)

// shown is a command or a path as it may be shown again: a token may have been
// typed in its place.
func shown(typed string) string {
	return keyLike.ReplaceAllString(graph.Clean(typed), value.Hidden)
}

// flagError says what is wrong with an option.
func (t *Terminal) flagError(_ *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var unreadable *pflag.InvalidValueError
	switch {
	case errors.As(err, &missing):
		name := missing.GetSpecifiedName()
		if slices.Contains([]string{"secret", "app-secret", "code"}, name) {
			return usage(t.Words.Say("terminal.secret_typed", words.Values{"Option": name}))
		}
		if strings.Contains(strings.ToLower(name), "token") || !showable(name) || len(missing.GetSpecifiedShortnames()) > 1 {
			return t.tokenTyped()
		}
		return usage(t.Words.Say("terminal.no_option", words.Values{"Option": name}))
	case errors.As(err, &valueless):
		return usage(t.Words.Say("terminal.option_alone", words.Values{"Option": valueless.GetSpecifiedName()}))
	case errors.As(err, &unreadable):
		flag := unreadable.GetFlag()
		kind, _ := pflag.UnquoteUsage(flag)
		switch {
		case kind == "":
			return usage(t.Words.Say("terminal.option_switch", words.Values{"Option": flag.Name}))
		case flag.Name == "concurrency":
			return usage(t.badConcurrency())
		}
		return usage(t.Words.Say("terminal.option_value", words.Values{"Option": flag.Name, "Kind": kind, "Example": flag.DefValue}))
	}
	return usage(t.Words.Say("terminal.option_unreadable"))
}

// noEmptyAddress refuses --graph-url with nothing behind it, as an unset variable
// leaves it: the token would go to Meta where a test was meant.
func (t *Terminal) noEmptyAddress(command *cobra.Command, _ []string) error {
	if flag := command.Flags().Lookup("graph-url"); flag != nil && flag.Changed && flag.Value.String() == "" {
		return usage(t.Words.Say("terminal.graph_url_elsewhere"))
	}
	return nil
}

// together refuses options of "check" of which one would be passed over.
func (t *Terminal) together(flags *pflag.FlagSet) error {
	given := func(name string) bool { return flags.Changed(name) }
	sources := 0
	for _, source := range []string{"saved", "saved-all", "batch"} {
		if given(source) {
			sources++
		}
	}
	if sources > 1 {
		return usage(t.Words.Say("terminal.one_source"))
	}
	for _, option := range []string{"csv", "concurrency", "anew"} {
		if given(option) && !given("batch") {
			return usage(t.Words.Say("terminal.only_batch", words.Values{"Option": option}))
		}
	}
	return nil
}

func (t *Terminal) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: t.Words.Say("terminal.help"),
		RunE: func(command *cobra.Command, arguments []string) error {
			found, rest, err := command.Root().Find(arguments)
			if err == nil && len(rest) > 0 {
				err = t.noCommand(command.Root(), rest)
			}
			if err != nil {
				return t.noCommand(command.Root(), arguments)
			}
			return found.Help()
		},
	}
}

// help prints what a command does and what can be typed after it.
func (t *Terminal) help(command *cobra.Command) {
	out := screen.Of(t.Out)
	text := command.Long
	if text == "" {
		text = command.Short
	}
	out.Line(text)
	out.Exactly("\n" + t.Words.Say("terminal.usage") + "\n  " + useLine(command))
	if command.HasAvailableSubCommands() {
		out.Exactly("\n" + t.Words.Say("terminal.commands"))
		shown := slices.DeleteFunc(command.Commands(), func(below *cobra.Command) bool {
			return !below.IsAvailableCommand() && below.Name() != "help"
		})
		width := 0
		for _, below := range shown {
			width = max(width, screen.Length(below.Name()))
		}
		for _, below := range shown {
			out.Beside("  "+screen.Pad(below.Name(), width)+"  ", below.Short)
		}
	}
	if flags := command.Flags(); flags.HasAvailableFlags() {
		out.Exactly("\n" + t.Words.Say("terminal.options"))
		t.printOptions(out, flags)
	}
}

// printOptions prints what each option does. pflag's own would add English, and take a letter
// of two bytes for two.
func (t *Terminal) printOptions(out screen.Screen, flags *pflag.FlagSet) {
	var names, texts []string
	width := 0
	flags.VisitAll(func(flag *pflag.Flag) {
		if flag.Hidden {
			return
		}
		kind, text := pflag.UnquoteUsage(flag)
		name := "      --" + flag.Name
		if flag.Shorthand != "" {
			name = "  -" + flag.Shorthand + ", --" + flag.Name
		}
		if kind != "" {
			name += " " + kind
		}
		if none := []string{"", "false", "0", "0s", "[]"}; !slices.Contains(none, flag.DefValue) {
			text = t.Words.Hinted(text, t.Words.Fact(t.Words.Say("terminal.default"), flag.DefValue))
		}
		names, texts, width = append(names, name), append(texts, text), max(width, screen.Length(name))
	})
	for i, name := range names {
		out.Beside(screen.Pad(name, width)+"   ", texts[i])
	}
}

// useLine is how a command is typed; cobra would add "[flags]" in English.
func useLine(command *cobra.Command) string {
	if command.HasParent() {
		return command.Parent().CommandPath() + " " + command.Use
	}
	return command.Use
}

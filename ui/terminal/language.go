package terminal

import (
	"io"
	"slices"

	"github.com/spf13/pflag"

	"latchkey/ui/words"
)

const languageFlag = "lang"

// speakAsAsked changes the language to the one that --lang names, before anything is
// said: help and commands are in it too.
func (t *Terminal) speakAsAsked(arguments []string) error {
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.ParseErrorsAllowlist.UnknownFlags = true
	flags.BoolP("help", "h", false, "")
	asked := flags.String(languageFlag, "", "")
	// What cannot be parsed is told by the command that it is meant for.
	if err := flags.Parse(arguments); err != nil || !flags.Changed(languageFlag) {
		return nil
	}
	if !words.Known(*asked) {
		var tags []string
		for _, language := range words.Languages() {
			tags = append(tags, language.Tag)
		}
		slices.Sort(tags)
		return usage(t.Words.Say("terminal.no_language", words.Values{"Languages": t.Words.List(tags...)}))
	}
	return t.Words.Speak(*asked)
}

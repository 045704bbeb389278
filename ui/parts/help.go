package parts

import "latchkey/ui/shell"

// ShowHelp tells what the program does with a token, and its version.
func ShowHelp(s *shell.Shell) {
	s.Tell(s.Say("help.title"), s.Say("help.text", map[string]string{"Version": s.Release.Version}))
}

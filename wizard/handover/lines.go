package handover

import (
	"runtime"
	"strings"
)

// Line is a command of Latchkey's, ready to be pasted into a shell: it hands a
// saved token to what stands behind it.
type Line struct {
	ID   string // of the words for what it is good for
	Text string
}

// Lines lists the ways to hand over the token saved under a name, the one for
// any program first. A token of practice goes to programs alone: nowhere does it
// take a real one's place.
func Lines(saved string, practice bool) []Line {
	if practice {
		return []Line{{"exec", own("exec", saved, "--practice", "--", "YOUR-PROGRAM")}}
	}
	lines := []Line{{"exec", own("exec", saved, "--", "YOUR-PROGRAM")}}
	for _, recipe := range Recipes() {
		lines = append(lines, Line{recipe.ID, recipe.Line(saved)})
	}
	return append(lines,
		Line{"store", own("store", saved, "--address", "https://YOUR-VAULT:8200", "--mount", "secret", "--path", "whatsapp")},
		Line{"env_file", own("env-file", saved, "--file", ".env")})
}

func own(command, saved string, rest ...string) string {
	return Command(append([]string{"latchkey", command, "--saved", saved}, rest...)...)
}

// Command is a command as it can be pasted into a shell of this system.
func Command(words ...string) string {
	quotedWords := make([]string, len(words))
	for i, word := range words {
		quotedWords[i] = quoted(runtime.GOOS, word)
	}
	return strings.Join(quotedWords, " ")
}

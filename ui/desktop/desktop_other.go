//go:build !windows

package desktop

import (
	"os"
	"os/exec"
	"slices"
	"strings"
)

// terminals open a console window and run what follows in it: the first is the
// desktop's own choice, https://gitlab.freedesktop.org/terminal-wg/specifications,
// the second Debian's.
var terminals = [][]string{{"xdg-terminal-exec"}, {"x-terminal-emulator", "-e"}, {"konsole", "-e"}, {"gnome-terminal", "--"}, {"xterm", "-e"}}

// HasConsole reports whether there is a program that Console can use.
func (System) HasConsole() bool { return firstFound(terminals) != nil }

// Console runs this program with an argument in a new console window, which stays
// open afterwards to be read.
func (System) Console(argument string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	found := firstFound(terminals)
	if found == nil {
		return exec.ErrNotFound
	}
	script := []string{"sh", "-c", `"$0" "$1"; exec "${SHELL:-sh}"`, program, argument}
	return exec.Command(found[0], slices.Concat(found[1:], script)...).Start()
}

// Ask shows a box by whichever program there is for it, and reports whether the
// answer was yes.
func (System) Ask(box Box) bool {
	zenity := []string{"zenity", "--no-markup", "--width=460", "--title", box.Title, "--text", box.whole()}
	kdialog := []string{"kdialog", "--title", box.Title}
	buttons := plain.Replace(box.No) + ":1"
	if box.Question == "" {
		zenity = append(zenity, "--warning", "--ok-label", box.No)
		kdialog = append(kdialog, "--sorry", box.whole())
	} else {
		zenity = append(zenity, "--question", "--ok-label", box.Yes, "--cancel-label", box.No)
		kdialog = append(kdialog, "--warningyesno", box.whole(), "--yes-label", box.Yes, "--no-label", box.No)
		buttons = plain.Replace(box.Yes) + ":0," + buttons
	}
	xmessage := []string{"xmessage", "-center", "-title", box.Title, "-buttons", buttons, wrapped(plain.Replace(box.whole()))}
	found := firstFound([][]string{zenity, kdialog, xmessage})
	return found != nil && exec.Command(found[0], found[1:]...).Run() == nil && box.Question != ""
}

// wrapped breaks lines, which xmessage does not.
func wrapped(text string) string {
	const width = 72
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		for len(line) > width {
			end := strings.LastIndex(line[:width], " ")
			if end < 0 {
				break
			}
			lines = append(lines, line[:end])
			line = line[end+1:]
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// plain is for xmessage, which knows no others than the letters of Latin 1.
var plain = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "…", "...", "–", "-", "•", "*")

// firstFound is the first command whose program is there; nil where none is.
func firstFound(commands [][]string) []string {
	for _, command := range commands {
		if _, err := exec.LookPath(command[0]); err == nil {
			return command
		}
	}
	return nil
}

// JoinConsole has nothing to join: only Windows parts windows from consoles.
func JoinConsole() {}

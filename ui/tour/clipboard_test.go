package tour

import (
	"os/exec"
	"strings"
)

// copy puts a text on the clipboard, as another program would.
func (d *desktop) copy(text string) {
	d.t.Helper()
	holder := exec.Command("xclip", "-quiet", "-selection", "clipboard")
	holder.Stdin = strings.NewReader(text)
	d.start(holder)
	eventually(d.t, "the clipboard held what was copied", func() bool { return d.clipboard() == text })
}

// clipboard returns what is on the clipboard.
func (d *desktop) clipboard() string {
	command := exec.Command("xclip", "-selection", "clipboard", "-out")
	command.Env = d.env
	content, err := command.Output()
	if err != nil {
		return "" // nobody owns it
	}
	return string(content)
}

// Package desktop talks to a person who sees neither a window of ours nor a terminal,
// by what the system has for it: a box, and a console window.
package desktop

// System is this computer's desktop.
type System struct{}

// Box is what is shown. Without Question it has one button, No, which closes it; with
// it there are two. Windows names them itself.
type Box struct{ Title, Text, Question, Yes, No string }

func (b Box) whole() string {
	if b.Question == "" {
		return b.Text
	}
	return b.Text + "\n\n" + b.Question
}

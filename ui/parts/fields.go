package parts

import (
	"time"

	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"

	"fyne.io/fyne/v2"
)

// hideAgain is how long a token that was shown stays readable.
const hideAgain = 10 * time.Second

// Labelled is a field with its name and a hint, the words of id and id_hint.
func Labelled(s *shell.Shell, id string, field fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewField(s.Say(id), s.Say(id+"_hint"), field)
}

// SecretEntry is an empty field for a token.
func SecretEntry(s *shell.Shell) *widgets.SecretEntry { return secretField(s, "secret.placeholder") }

// SecretField is an empty field for another secret, one line high; placeholder is the id of the
// words that stand in it.
func SecretField(s *shell.Shell, placeholder string) *widgets.SecretEntry {
	return secretField(s, placeholder).Short()
}

func secretField(s *shell.Shell, placeholder string) *widgets.SecretEntry {
	return widgets.NewSecretEntry(widgets.SecretLabels{
		Placeholder: s.Say(placeholder),
		Paste:       s.Say("button.paste"),
		Show:        s.Say("button.show"),
		Hide:        s.Say("button.hide"),
		Clear:       s.Say("button.clear"),
		Summary: func(characters int, last4 string) string {
			return s.Say("secret.summary", words.Counted(characters), words.Values{"Last4": last4})
		},
	}, hideAgain, s.After)
}

// Notes are a few quiet lines, one below the other.
func Notes(s *shell.Shell, ids ...string) fyne.CanvasObject {
	lines := widgets.NewColumn(8)
	for _, id := range ids {
		lines.Add(widgets.NewSmallText(s.Say(id)))
	}
	return lines
}

// CopyField is a field with a value that is no secret and the button that copies it.
func CopyField(s *shell.Shell, value string) *widgets.CopyField {
	return widgets.NewCopyField(value, CopyLabels(s), s.After, s.Copy)
}

// CopyLabels are the words on a button that copies.
func CopyLabels(s *shell.Shell) widgets.CopyLabels {
	return widgets.CopyLabels{Copy: s.Say("button.copy"), Copied: s.Say("button.copied")}
}

// CopyButton copies a text that is no secret.
func CopyButton(s *shell.Shell, text string) *widgets.Button {
	button := widgets.NewButton(widgets.SmallLink, s.Say("button.copy"), nil)
	button.SetHint(s.Say("hint.copy_text"), s.After)
	button.OnTapped = func() {
		s.Copy(text)
		button.SetLabel(s.Say("button.copied"))
	}
	return button
}

// CopyLine is a short value with its copy button, for where a field would be
// too wide.
func CopyLine(s *shell.Shell, value string) fyne.CanvasObject {
	text := widgets.NewStyledText(value, widgets.TextStyle{Size: theme.SizeNameSmall, Bold: true, Plain: true})
	return widgets.NewApartRow(3, 0, text, CopyButton(s, value))
}

package handover

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// envFilePage writes a saved token into a .env file.
type envFilePage struct {
	*form
	file *widgets.TextEntry
}

func showEnvFile(s *shell.Shell, entry vault.Entry, back func()) {
	e := &envFilePage{form: newForm(s, "envfile", entry, back), file: widgets.NewTextEntry("")}
	if home, err := os.UserHomeDir(); err == nil {
		e.file.SetPlaceHolder(filepath.Join(home, s.Say("envfile.example"), ".env"))
	}
	e.file.OnChanged = func(string) { e.begin() }
	choose := widgets.NewButton(widgets.SmallLink, s.Say("envfile.choose"), func() {
		s.OpenFolder(func(folder string) { e.file.SetText(filepath.Join(folder, ".env")) })
	})
	e.body = widgets.NewColumn(4, parts.Labelled(s, "envfile.file", e.file), widgets.NewFlowRow(0, 0, choose),
		widgets.NewPadded(0, theme.SmallGap, 0, 0, widgets.NewSmallText(s.Say("envfile.note"))))
	e.focus, e.look = e.file, e.find
	s.Show(e)
	e.life = s.OnPage()
}

// find finds out what speaks against the file before it is written.
func (e *envFilePage) find() {
	s := e.shell
	// Windows copies a path with quotes around it.
	path := strings.Trim(strings.TrimSpace(e.file.Text), `"`)
	if !filepath.IsAbs(path) {
		e.begin()
		e.refuse(s.Say("envfile.what"), e.file)
		return
	}
	keychain, entry := s.Env().Vault, e.entry
	looking(e.form, func(ctx context.Context) ([]handover.EnvFileRisk, error) {
		variables, err := savedVariables(ctx, keychain, entry)
		if err != nil {
			return nil, err
		}
		return handover.EnvFileRisks(ctx, path, variables)
	}, func(risks []handover.EnvFileRisk, err error) {
		switch {
		case err != nil:
			e.refuseFor(err)
		case len(risks) == 0:
			e.writeTo(path)
		default:
			texts := []string{s.Say("envfile.question", words.Values{"Path": path})}
			for _, risk := range risks {
				texts = append(texts, s.Say("envfile.risk."+string(risk)))
			}
			e.ask(strings.Join(texts, "\n\n"), func() { e.writeTo(path) })
		}
	})
}

func (e *envFilePage) writeTo(path string) {
	s := e.shell
	keychain, folder, entry := s.Env().Vault, s.Folder, e.entry
	write(e.form, func(ctx context.Context) ([]handover.Variable, error) {
		variables, err := savedVariables(ctx, keychain, entry)
		if err == nil {
			err = handover.WriteEnvFile(ctx, folder, path, variables)
		}
		return variables, err
	}, func(variables []handover.Variable, err error) {
		if err != nil {
			e.refuseFor(err)
			return
		}
		known, unknown := handover.Names(variables)
		note := ""
		if len(unknown) > 0 {
			note = s.Say("envfile.unknown", words.Values{"Names": s.Words.List(unknown...)})
		}
		e.done(s.Say("envfile.written", words.Values{"Path": path, "Names": s.Words.List(known...)}), note)
	})
}

// savedVariables are those of the token that the keychain holds now.
func savedVariables(ctx context.Context, keychain *vault.Vault, entry vault.Entry) ([]handover.Variable, error) {
	entry, token, err := handover.SavedToken(ctx, keychain, entry)
	if err != nil {
		return nil, err
	}
	return handover.Values(entry, token, "")
}

func (e *envFilePage) refuseFor(err error) {
	s := e.shell
	var file *handover.EnvFileError
	var field fyne.Focusable
	text := parts.KeychainRefusal(s, err)
	switch {
	case errors.As(err, &file):
		text, field = s.Words.Paragraph(s.Say("envfile."+string(file.Fault), words.Values{"Path": file.Path}), s.Say("envfile.untouched")), e.file
	case errors.Is(err, handover.ErrOddToken):
		text = s.Say("handover.odd_token")
	}
	e.refuse(text, field)
}

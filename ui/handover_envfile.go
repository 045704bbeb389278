package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// envFilePage writes a saved token into a .env file.
type envFilePage struct {
	*handOverForm
	file *widgets.TextEntry
}

func (w *Window) showEnvFile(entry vault.Entry, back func()) {
	w.leave()
	e := &envFilePage{handOverForm: w.newHandOverForm("envfile", entry, back), file: widgets.NewTextEntry("")}
	if home, err := os.UserHomeDir(); err == nil {
		e.file.SetPlaceHolder(filepath.Join(home, w.say("envfile.example"), ".env"))
	}
	e.file.OnChanged = func(string) { e.begin() }
	choose := widgets.NewButton(widgets.SmallLink, w.say("envfile.choose"), func() {
		w.openFolder(func(folder string) { e.file.SetText(filepath.Join(folder, ".env")) })
	})
	e.put(widgets.NewColumn(4, e.labelled("envfile.file", e.file), widgets.NewFlowRow(0, 0, choose)), e.file, e.look)
}

// look finds out what speaks against the file before it is written.
func (e *envFilePage) look() {
	// Windows copies a path with quotes around it.
	path := strings.Trim(strings.TrimSpace(e.file.Text), `"`)
	if !filepath.IsAbs(path) {
		e.begin()
		e.refuse(e.say("envfile.what"), e.file)
		return
	}
	env := e.env()
	var risks []handover.EnvFileRisk
	var err error
	e.looking(func(ctx context.Context) {
		var variables []handover.Variable
		if variables, err = heldVariables(ctx, env.Vault, e.entry); err == nil {
			risks, err = handover.EnvFileRisks(ctx, path, variables)
		}
	}, func() {
		switch {
		case err != nil:
			e.refuseFor(err)
		case len(risks) == 0:
			e.writeTo(path)
		default:
			texts := []string{e.say("envfile.question", words.Values{"Path": path})}
			for _, risk := range risks {
				texts = append(texts, e.say("envfile.risk."+string(risk)))
			}
			e.ask(strings.Join(texts, "\n\n"), func() { e.writeTo(path) })
		}
	})
}

func (e *envFilePage) writeTo(path string) {
	env := e.env()
	var variables []handover.Variable
	var err error
	e.write(func(ctx context.Context) {
		if variables, err = heldVariables(ctx, env.Vault, e.entry); err == nil {
			err = handover.WriteEnvFile(ctx, e.Folder, path, variables)
		}
	}, func() {
		if err != nil {
			e.refuseFor(err)
			return
		}
		known, unknown := handover.Names(variables)
		note := ""
		if len(unknown) > 0 {
			note = e.say("envfile.unknown", words.Values{"Names": e.Words.List(unknown...)})
		}
		e.done(e.say("envfile.written", words.Values{"Path": path, "Names": e.Words.List(known...)}), note)
	})
}

// heldVariables are those of the token that the keychain holds now.
func heldVariables(ctx context.Context, keychain *vault.Vault, entry vault.Entry) ([]handover.Variable, error) {
	entry, token, err := handover.SavedToken(ctx, keychain, entry)
	if err != nil {
		return nil, err
	}
	return handover.Values(entry, token, "")
}

func (e *envFilePage) refuseFor(err error) {
	var file *handover.EnvFileError
	var field fyne.Focusable
	text := e.keychainRefusal(err)
	switch {
	case errors.As(err, &file):
		text, field = e.Words.Paragraph(e.say("envfile."+string(file.Fault), words.Values{"Path": file.Path}), e.say("envfile.untouched")), e.file
	case errors.Is(err, handover.ErrOddToken):
		text = e.say("handover.odd_token")
	}
	e.refuse(text, field)
}

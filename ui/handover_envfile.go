package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph"
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

func (w *Window) showEnvFile(entry vault.Entry) {
	w.leave()
	e := &envFilePage{handOverForm: w.newHandOverForm("envfile", entry), file: widgets.NewTextEntry("")}
	if home, err := os.UserHomeDir(); err == nil {
		e.file.SetPlaceHolder(filepath.Join(home, w.say("envfile.example"), ".env"))
	}
	e.file.OnChanged = func(string) { e.begin() }
	choose := widgets.NewButton(widgets.SmallLink, w.say("envfile.choose"), func() {
		w.openFolder(func(folder string) { e.file.SetText(filepath.Join(folder, ".env")) })
	})
	e.put(widgets.NewColumn(4, e.labelled("file", e.file), widgets.NewFlowRow(0, 0, choose)), e.file, e.look)
}

// look finds out what speaks against the file before it is written.
func (e *envFilePage) look() {
	path := strings.TrimSpace(e.file.Text)
	if !filepath.IsAbs(path) {
		e.refuse(e.say("envfile.what"), e.file)
		return
	}
	var risks []handover.EnvFileRisk
	var err error
	e.busy(func(ctx context.Context) { risks, err = handover.EnvFileRisks(ctx, path) }, func() {
		switch {
		case err != nil:
			e.refuseFor(err)
		case len(risks) == 0:
			e.write(path)
		default:
			texts := make([]string, len(risks))
			for i, risk := range risks {
				texts[i] = e.say("envfile.risk." + string(risk))
			}
			e.ask(strings.Join(texts, "\n\n"), func() { e.write(path) })
		}
	})
}

func (e *envFilePage) write(path string) {
	world, entry := e.world(), e.entry
	var variables []handover.Variable
	var err error
	e.busy(func(ctx context.Context) {
		var token graph.Token
		if entry, token, err = handover.Held(ctx, world.Vault, entry); err != nil {
			return
		}
		if variables, err = handover.Values(entry, token, ""); err == nil {
			err = handover.WriteEnvFile(ctx, e.Folder, path, variables)
		}
	}, func() {
		if err != nil {
			e.refuseFor(err)
			return
		}
		known, unknown := handover.Names(variables)
		texts := []string{e.say("envfile.written", words.Values{"Path": path, "Names": strings.Join(known, ", ")})}
		if len(unknown) > 0 {
			texts = append(texts, e.say("envfile.unknown", words.Values{"Names": strings.Join(unknown, ", ")}))
		}
		e.done(texts...)
	})
}

func (e *envFilePage) refuseFor(err error) {
	var file *handover.EnvFileError
	var field fyne.Focusable
	text := e.keychainRefusal(err)
	switch {
	case errors.As(err, &file):
		text, field = e.say("envfile."+string(file.Fault), words.Values{"Path": file.Path})+" "+e.say("envfile.untouched"), e.file
	case errors.Is(err, handover.ErrOddToken):
		text = e.say("handover.odd_token")
	}
	e.refuse(text, field)
}

package setup

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/partner"
	"latchkey/wizard/vault"
)

// partnerToken is where a solution partner gives its own token: pasted, or one
// that is saved.
type partnerToken struct {
	*pages
	entry *widgets.SecretEntry
	saved string // name in the keychain; "" for what is pasted
	place *fyne.Container

	reading bool // the keychain is being asked; until then presses are not heard
}

func (p *pages) newPartnerToken() *partnerToken {
	t := &partnerToken{pages: p, entry: parts.SecretEntry(p.shell), place: widgets.NewColumn(4)}
	if renews := p.setup.Renews(); renews != nil {
		t.saved = renews.Partner
	}
	t.show()
	return t
}

// show lays out the one of the two that is chosen.
func (t *partnerToken) show() {
	if t.saved == "" {
		t.place.Objects = []fyne.CanvasObject{
			t.entry,
			widgets.NewFlowRow(0, 0, widgets.NewButton(widgets.SmallLink, t.shell.Say("solution.use_saved"), t.choose)),
		}
	} else {
		t.place.Objects = []fyne.CanvasObject{
			widgets.NewText(t.shell.Say("solution.from_keychain", words.Values{"Name": t.saved})),
			widgets.NewFlowRow(16, 0, widgets.NewButton(widgets.SmallLink, t.shell.Say("button.change"), t.choose),
				widgets.NewButton(widgets.SmallLink, t.shell.Say("solution.paste_instead"), func() { t.use("") })),
		}
	}
	t.place.Refresh()
}

// use takes the saved token of this name, or, with "", the pasted one.
func (t *partnerToken) use(saved string) {
	t.saved = saved
	t.entry.SetValue("")
	t.show()
	t.shell.Relayout()
}

// choose offers the saved tokens that may be the partner's own.
func (t *partnerToken) choose() {
	shell.Try(t.shell.OnPage(), t.setup.Environment().BusinessTokens().Partners, func(entries []vault.Entry, err error) {
		switch {
		case err != nil:
			t.refuse(parts.KeychainRefusal(t.shell, err), nil)
		case len(entries) == 0:
			t.shell.Tell(t.shell.Say("solution.use_saved"), t.shell.Say("solution.none_saved"))
		default:
			parts.ChooseEntry(t.shell, t.shell.Say("solution.use_saved"), entries, func(entry vault.Entry) { t.use(entry.Name) })
		}
	})
}

// source reads the token and hands it on with its solution; what is wrong with
// it is said on the page.
func (t *partnerToken) source(from partner.Source, then func(partner.Source)) {
	if t.saved == "" {
		own := check.ReadPaste(t.entry.Value())
		if !own.Usable() {
			t.refuse(parts.PasteTrouble(t.shell, own), t.entry.Field())
			return
		}
		from.Partner = own.Token
		then(from)
		return
	}
	if t.reading {
		return
	}
	t.reading = true
	tokens, saved := t.setup.Environment().BusinessTokens(), t.saved
	shell.Try(t.shell.OnPage(), func(ctx context.Context) (partner.Source, error) {
		return tokens.SavedSource(ctx, from.Solution, saved)
	}, func(from partner.Source, err error) {
		t.reading = false
		if err != nil {
			t.refuse(parts.KeychainRefusal(t.shell, err), nil)
			return
		}
		then(from)
	})
}

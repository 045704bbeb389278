package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/partner"
	"latchkey/wizard/vault"
)

// partnerToken is where a solution partner gives its own token: pasted, or one
// that is saved.
type partnerToken struct {
	*setupPages
	entry *widgets.SecretEntry
	saved string // name in the keychain; "" for what is pasted
	place *fyne.Container

	reading bool // the keychain is being asked; until then presses are not heard
}

func (p *setupPages) newPartnerToken() *partnerToken {
	t := &partnerToken{setupPages: p, entry: p.secretEntry(), place: widgets.NewColumn(4)}
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
			widgets.NewFlowRow(0, 0, widgets.NewButton(widgets.SmallLink, t.say("solution.use_saved"), t.choose)),
		}
	} else {
		t.place.Objects = []fyne.CanvasObject{
			widgets.NewText(t.say("solution.from_keychain", words.Values{"Name": t.saved})),
			widgets.NewFlowRow(16, 0, widgets.NewButton(widgets.SmallLink, t.say("button.change"), t.choose),
				widgets.NewButton(widgets.SmallLink, t.say("solution.paste_instead"), func() { t.use("") })),
		}
	}
	t.place.Refresh()
}

// use takes the saved token of this name, or, with "", the pasted one.
func (t *partnerToken) use(saved string) {
	t.saved = saved
	t.entry.SetValue("")
	t.show()
	t.relayout()
}

// choose offers the saved tokens that may be the partner's own.
func (t *partnerToken) choose() {
	office := t.setup.Environment().BusinessTokens()
	var entries []vault.Entry
	var err error
	t.onPage(func(ctx context.Context) { entries, err = office.Partners(ctx) }, func() {
		switch {
		case err != nil:
			t.refuse(t.keychainRefusal(err), nil)
		case len(entries) == 0:
			t.tell(t.say("solution.use_saved"), t.say("solution.none_saved"))
		default:
			t.chooseEntry(t.say("solution.use_saved"), entries, func(entry vault.Entry) { t.use(entry.Name) })
		}
	})
}

// source reads the token and hands it on with its solution; what is wrong with
// it is said on the page.
func (t *partnerToken) source(from partner.Source, then func(partner.Source)) {
	if t.saved == "" {
		own := check.ReadPaste(t.entry.Value())
		if !own.Usable() {
			t.refuse(t.pasteTrouble(own), t.entry.Field())
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
	office, saved := t.setup.Environment().BusinessTokens(), t.saved
	var err error
	t.onPage(func(ctx context.Context) { from, err = office.SavedSource(ctx, from.Solution, saved) }, func() {
		t.reading = false
		if err != nil {
			t.refuse(t.keychainRefusal(err), nil)
			return
		}
		then(from)
	})
}

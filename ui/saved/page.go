package saved

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// page is the page of one saved token.
type page struct {
	shell.Simple
	shell          *shell.Shell
	tokens         *Tokens
	entry          vault.Entry // as it was last read
	sentence       *widgets.Text
	notes, details *fyne.Container
}

// Show shows everything that is known about one saved token, and what can be done
// with it.
func Show(s *shell.Shell, entry vault.Entry) {
	p := &page{
		shell: s, tokens: NewTokens(s), entry: entry,
		sentence: widgets.NewQuietText(""), notes: widgets.NewColumn(0), details: widgets.NewColumn(0),
	}
	s.Show(p)
	p.tellOf(entry, nil)
	p.askKeychain(entry)
}

// Draw implements shell.Page.
func (p *page) Draw() shell.View {
	s := p.shell
	button := func(id string, importance widgets.Importance, act func()) fyne.CanvasObject {
		return widgets.NewButton(importance, s.Say(id), act)
	}
	handOver := func() { s.Rooms.HandOver(p.entry, func() { Show(s, p.entry) }) }
	return shell.View{
		Title: p.entry.Name,
		Content: widgets.NewPage(widgets.NewColumn(1, widgets.NewTitle(p.entry.Name), p.sentence),
			widgets.NewColumn(theme.SmallGap, p.notes, p.details)),
		Footer: s.Footer(s.Rooms.Home,
			button("saved.remove", widgets.Link, p.askRemove),
			button("saved.rename", widgets.Link, p.askRename),
			button("calendar.button", widgets.Link, func() { SaveCalendar(s, p.entry) }),
			button("saved.renew", widgets.Secondary, func() { p.tokens.renew(p.entry, p.tellOf) }),
			s.MainButton(s.Say("saved.hand_over"), handOver)),
		Enter:  handOver,
		Escape: s.Rooms.Home,
	}
}

// tellOf fills the page in with what is listed now, and with what was just done.
func (p *page) tellOf(entry vault.Entry, note fyne.CanvasObject) {
	s := p.shell
	p.entry = entry
	p.sentence.SetText(s.Words.Paragraph(sentence(s, entry, saved.ConditionOf(entry, s.Now())), checked(s, entry)))
	p.details.Objects = []fyne.CanvasObject{widgets.NewSummaryList(details(s, entry)...)}
	p.notes.RemoveAll()
	if note != nil {
		p.notes.Add(note)
	}
	s.Relayout()
}

// details are what is known about a saved token.
func details(s *shell.Shell, entry vault.Entry) []widgets.SummaryRow {
	var rows []widgets.SummaryRow
	add := func(id, value string) {
		rows = append(rows, widgets.SummaryRow{Name: s.Say("keep." + id), Value: value})
	}
	add("works_as", s.Words.WorksAs(check.TokenFacts{Kind: check.Kind(entry.Kind), UserName: entry.UserName, AppName: entry.AppName}))
	if entry.ClientBusinessID != "" {
		add("customer", entry.ClientBusinessID)
	}
	if entry.SolutionID != "" {
		add("solution", entry.SolutionID)
		add("fetched_with", s.Say("keep.fetched_with_text", words.Values{"Name": entry.Partner}))
	}
	for _, account := range entry.Accounts {
		add("account", s.Say("keep.account_text", words.Values{"Name": account.Name, "ID": account.ID}))
		for _, phone := range account.Phones {
			add("number", phone.Display+", “"+phone.Name+"” ("+phone.ID+")")
		}
	}
	if entry.Kind != "" { // it was checked once
		add("may", s.Words.MayDo(entry.Permissions))
		add("expires", s.Words.Expires(check.TokenFacts{NeverExpires: entry.NeverExpires, ExpiresAt: entry.ExpiresAt}, s.Now()))
	}
	add("kept_in", s.Words.KeptIn(entry.Place, parts.Service(s)))
	add("saved_at", s.Words.Date(entry.SavedAt, s.Now()))
	return rows
}

// askKeychain looks whether the keychain still holds what the index says, and
// shows it for what it is where it does not.
func (p *page) askKeychain(entry vault.Entry) {
	s := p.shell
	keychain := s.Env().Vault
	shell.Try(s.OnPage(), func(ctx context.Context) (vault.State, error) {
		return keychain.State(ctx, entry.Name)
	}, func(state vault.State, err error) {
		if p.tokens.fetching[entry.Name] != nil {
			return // another token is on its way
		}
		switch {
		case err != nil:
			p.tellOf(entry, p.tokens.Trouble(entry, err, p.tellOf))
		case state == vault.Missing:
			p.tellOf(entry, p.tokens.Trouble(entry, &vault.Error{Reason: vault.NotFound}, p.tellOf))
		case state == vault.Different:
			p.tellOf(entry, widgets.NewFixCard(widgets.Fix{
				Word: s.Say("status.warn"), Title: s.Say("state.different.title"), Text: s.Say("state.different.fix"),
			}))
		case keychain.HadLineEnds(entry.Name):
			p.tellOf(entry, widgets.NewFixCard(widgets.Fix{
				Word: s.Say("status.warn"), Title: s.Say("state.line_ends.title"), Text: s.Say("state.line_ends.fix"),
			}))
		}
	})
}

// askRemove removes a saved token, once confirmed, and says that it is gone.
func (p *page) askRemove() {
	s, entry := p.shell, p.entry
	p.tokens.stopFetching(entry.Name)
	env := s.Env()
	var dialog *widgets.Dialog
	keep := widgets.NewButton(widgets.Primary, s.Say("remove.keep"), func() { dialog.Hide() })
	remove := widgets.NewButton(widgets.Danger, s.Say("remove.do"), func() {
		shell.Background(s.WhileOpen(), func(ctx context.Context) error { return env.Vault.Remove(ctx, entry.Name) }, func(err error) {
			dialog.Hide()
			if err != nil {
				id, values := parts.KeychainTrouble(err)
				s.Tell(s.Say(id+".title"), s.Say(id+".fix", values))
				return
			}
			s.Rooms.Home()
			s.Tell(s.Say("remove.gone", words.Values{"Name": entry.Name}), s.Say("remove.gone_text"))
		})
	})
	dialog = s.Dialog(s.Say("remove.title", words.Values{"Name": entry.Name}), widgets.NewText(s.Say("remove.text"+Revoker(entry))), keep, remove)
}

// Revoker is what the ids of the words about revoking end in: a business token is
// the customer's to take back.
func Revoker(entry vault.Entry) string {
	if entry.ClientBusinessID != "" {
		return "_customer"
	}
	return ""
}

// askRename keeps a saved token under another name.
func (p *page) askRename() {
	s, entry := p.shell, p.entry
	p.tokens.stopFetching(entry.Name)
	env := s.Env()
	parts.AskName(s, entry.Name,
		func(ctx context.Context, name string) error { return env.Vault.Rename(ctx, entry.Name, name) },
		func(name string) {
			entry.Name = name
			Show(s, entry)
		})
}

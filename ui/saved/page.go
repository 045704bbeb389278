package saved

import (
	"context"
	"slices"

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
	shell  *shell.Shell
	tokens *Tokens
	entry  vault.Entry // as it was last read
	at     where
	head   *fyne.Container // how the token does
	acts   *fyne.Container // what else can be done with the token
	notes  *fyne.Container
	facts  *fyne.Container

	main, beside string // the acts of the buttons at the foot, as they are drawn
}

// Show shows everything that is known about one saved token, and what can be done
// with it.
func Show(s *shell.Shell, entry vault.Entry) {
	p := &page{
		shell: s, tokens: NewTokens(s), entry: entry,
		head: widgets.NewColumn(0), acts: widgets.NewColumn(0), notes: widgets.NewColumn(0), facts: widgets.NewColumn(0),
	}
	p.at = where{note: p.tellOf, back: func() { again(s, p.entry) }, page: true}
	p.fill(nil)
	s.Show(p)
	p.askKeychain(entry)
}

// Draw implements shell.Page. The main button is what the token needs, or else hands it
// over; the one beside it is always there too.
func (p *page) Draw() shell.View {
	s := p.shell
	p.main, p.beside = p.mainActs()
	do := func(id string) func() {
		return func() { // with what is known of the token by then
			acts := p.tokens.acts(p.entry, p.at)
			if i := indexOf(acts, id); i >= 0 {
				acts[i].do()
			}
		}
	}
	return shell.View{
		Title: p.entry.Name,
		Content: widgets.NewPage(widgets.NewHead(p.entry.Name, p.head),
			widgets.NewColumn(theme.SmallGap, p.notes, p.facts, p.acts)),
		Footer: s.Footer(s.Rooms.Home, widgets.NewButton(widgets.Secondary, s.Say(p.beside), do(p.beside)),
			s.MainButton(s.Say(p.main), do(p.main))),
		Enter:  do(p.main),
		Escape: s.Rooms.Home,
	}
}

// mainActs are those of the page's two buttons.
func (p *page) mainActs() (main, beside string) {
	switch needed := p.tokens.needed(p.entry); needed {
	case "":
		return handOver, checkNow
	case checkNow:
		return checkNow, handOver
	case extend:
		return extend, renew
	default:
		return needed, checkNow
	}
}

// tellOf fills the page in with what is listed now, and with what was just done.
func (p *page) tellOf(entry vault.Entry, note fyne.CanvasObject) {
	if p.entry = entry; p.shell.Page() != shell.Page(p) {
		return
	}
	p.fill(note)
	if main, beside := p.mainActs(); main != p.main || beside != p.beside {
		p.shell.Redraw()
		return
	}
	p.shell.Relayout()
}

func (p *page) fill(note fyne.CanvasObject) {
	s, entry := p.shell, p.entry
	told := p.tokens.tellsCheck(entry, note)
	text := s.Words.Paragraph(sentence(s, entry, saved.ConditionOf(entry, s.Now()), told), p.tokens.checked(entry, told))
	p.head.Objects = []fyne.CanvasObject{p.tokens.withCalendar(entry, widgets.NewQuietText(text))}
	p.facts.Objects = []fyne.CanvasObject{widgets.NewSummaryList(facts(s, entry)...)}
	p.acts.Objects = []fyne.CanvasObject{p.links()}
	p.notes.RemoveAll()
	if note != nil {
		p.notes.Add(note)
	}
}

// links are what else can be done with a token, here and at Meta. What cannot be undone stands apart.
func (p *page) links() fyne.CanvasObject {
	main, beside := p.mainActs()
	links, endings := widgets.NewFlowRow(18, 4), widgets.NewFlowRow(18, 4)
	for _, act := range p.tokens.acts(p.entry, p.at) {
		if act.id == main || act.id == beside || act.id == calendar && p.tokens.dated(p.entry) {
			continue // stands elsewhere
		}
		if act.ends {
			endings.Add(p.tokens.button(act, widgets.DangerLink))
			continue
		}
		links.Add(p.tokens.button(act, widgets.SmallLink))
	}
	column := widgets.NewColumn(theme.SmallGap, links, endings)
	if main == extend {
		column.Objects = slices.Insert(column.Objects, 0, fyne.CanvasObject(widgets.NewSmallText(p.shell.Say("saved.extend_or_renew"))))
	}
	return column
}

// again shows a token's page anew, as it is listed now; Home where it is not.
func again(s *shell.Shell, entry vault.Entry) {
	keychain := s.Env().Vault
	shell.Try(s.WhileOpen(), func(ctx context.Context) (vault.Entry, error) { return keychain.Entry(ctx, entry.Name) }, func(listed vault.Entry, err error) {
		if err != nil {
			s.Rooms.Home()
			return
		}
		Show(s, listed)
	})
}

// facts are what is known about a saved token.
func facts(s *shell.Shell, entry vault.Entry) []widgets.SummaryRow {
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
			number := s.Say("keep.number_text", words.Values{"Number": phone.Display, "Name": phone.Name})
			add("number", s.Words.Hinted(number, phone.ID))
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
			p.tellOf(entry, p.tokens.trouble(entry, err, p.at))
		case state == vault.Missing:
			p.tellOf(entry, p.tokens.trouble(entry, &vault.Error{Reason: vault.NotFound}, p.at))
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

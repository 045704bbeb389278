package desk

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/saved"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// desk is the page that checks a token and keeps nothing of it.
type desk struct {
	shell.Simple
	shell               *shell.Shell
	entry               *widgets.SecretEntry
	account, phone, app *widgets.TextEntry
	trouble             *fyne.Container
	extras              *fyne.Container // what stands between the field and the results until there are some
	checks              *checks
	saved               *vault.Entry     // the saved token that was checked last; nil since something was pasted
	name                string           // of the saved token that is told about; "" for a pasted one
	told                *report.Document // what was found; nil before there is a verdict
}

// Show shows the desk.
func Show(s *shell.Shell) {
	d := &desk{
		shell: s, entry: parts.SecretEntry(s),
		account: widgets.NewTextEntry(""), phone: widgets.NewTextEntry(""), app: widgets.NewTextEntry(""),
		trouble: widgets.NewColumn(0), checks: newChecks(s, widgets.NewColumn(theme.Gap)),
	}
	d.entry.OnSubmitted = func(string) { d.check() }
	d.checks.told = d.tell
	tool := func(newCard func(title, detail string, tapped func()) *widgets.ChoiceCard, id string, act func()) fyne.CanvasObject {
		return newCard(s.Say(id), s.Say(id+"_detail"), act)
	}
	d.extras = widgets.NewColumn(theme.Gap, widgets.NewExpander(s.Say("desk.expected"), d.expectations()),
		widgets.NewGrid(3, 12, 200,
			tool(widgets.NewDropCard, "desk.open_report", func() { askReport(s) }),
			tool(widgets.NewChoiceCard, "desk.explain", func() { showExplain(s) }),
			tool(widgets.NewChoiceCard, "desk.many", func() { ShowBatch(s) }),
			tool(widgets.NewChoiceCard, "desk.saved", d.chooseSaved),
			tool(widgets.NewChoiceCard, "desk.in_chat", func() { showChat(s) })))
	d.entry.OnChanged = func(string) {
		d.saved = nil
		d.extras.Show()
	}
	s.Show(d)
}

// Draw implements shell.Page.
func (d *desk) Draw() shell.View {
	s := d.shell
	title, main := s.Say("desk.title"), s.MainButton(s.Say("desk.main"), d.check)
	head, right, focus := widgets.NewColumn(1, d.trouble), []fyne.CanvasObject{main}, d.entry.Field()
	if d.name != "" {
		head.Add(widgets.NewStyledText(d.name, widgets.TextStyle{Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText, Plain: true}))
	}
	if d.told != nil {
		title, focus = s.Words.Verdict(*d.told).Title, nil
		head.Add(widgets.NewTitle(title))
		head.Add(widgets.NewPadded(0, theme.SmallGap, 0, 0, parts.VerdictCard(s, *d.told)))
		right = append(reportActs(s, *d.told), main)
	} else {
		head.Add(widgets.NewTitle(title))
		head.Add(widgets.NewStyledText(s.Say("desk.lead"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 640}))
	}
	return shell.View{
		Title:   title,
		Content: widgets.NewPage(head, widgets.NewColumn(theme.Gap, d.entry, d.extras, d.checks.place)),
		Footer:  s.Footer(s.Rooms.Home, right...),
		Enter:   d.check,
		Escape:  s.Rooms.Home,
		Paste:   d.entry.Paste,
		Focus:   focus,
		Dropped: func(file fyne.URI) { openDropped(s, file) },
	}
}

// tell has the page's title tell the verdict, with what support does next below; nil takes both
// away.
func (d *desk) tell(told *report.Document) {
	if d.told == nil && told == nil {
		return
	}
	if d.told = told; d.shell.Page() == shell.Page(d) {
		d.shell.Redraw()
	}
}

// Leave implements shell.Page: what was pasted goes with the page.
func (d *desk) Leave() { d.entry.SetValue("") }

// Translate implements shell.Translated. What was found stays as it is until the page is left.
func (d *desk) Translate() {
	if len(d.checks.place.Objects) > 0 {
		d.shell.Redraw()
		return
	}
	pasted := d.entry.Value()
	Show(d.shell)
	if now, ok := d.shell.Page().(*desk); ok {
		now.entry.SetValue(pasted)
	}
}

// Returned implements shell.Page.
func (d *desk) Returned() { d.checks.returned() }

// chooseSaved checks one of the saved tokens in full detail.
func (d *desk) chooseSaved() {
	s := d.shell
	shell.Try(s.OnPage(), s.Env().Vault.List, func(entries []vault.Entry, err error) {
		switch {
		case err != nil:
			s.Tell(s.Say("files.title"), parts.FileTrouble(s, err))
		case len(entries) == 0:
			s.Tell(s.Say("desk.saved"), s.Say("terminal.nothing_saved"))
		default:
			parts.ChooseEntry(s, s.Say("desk.saved"), entries, d.checkEntry)
		}
	})
}

// checkEntry checks a saved token, with its name above the title.
func (d *desk) checkEntry(entry vault.Entry) {
	s := d.shell
	d.saved = &entry
	life, place := d.begin(entry.Name)
	s.Fill(place, widgets.NewSmallText(s.Say("saved.checking")))
	keychain := s.Env().Vault
	shell.Try(life, func(ctx context.Context) (graph.Token, error) {
		return keychain.Token(ctx, entry.Name)
	}, func(token graph.Token, err error) {
		if err != nil {
			tokens := saved.NewTokens(s)
			s.Fill(place, tokens.Trouble(entry, err, tokens.NoteIn(place)))
			return
		}
		d.checks.run(life, place, check.Paste{Token: token, Shape: check.ShapeToken}, d.expected())
	})
}

// begin makes place for the check of another token; name is a saved one's.
func (d *desk) begin(name string) (shell.Life, *fyne.Container) {
	d.shell.Fill(d.trouble)
	life, place := d.checks.begin(), widgets.NewColumn(theme.Gap)
	d.shell.Fill(d.checks.place, place)
	d.name, d.told = name, nil
	d.shell.Redraw()
	return life, place
}

// expectations are the ids that the token is held to.
func (d *desk) expectations() fyne.CanvasObject {
	field := func(id string, entry fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewColumn(4, widgets.NewSmallText(d.shell.Say(id)), entry)
	}
	return widgets.NewGrid(3, theme.SmallGap, 180,
		field("desk.account", d.account), field("desk.phone", d.phone), field("desk.app", d.app))
}

func (d *desk) expected() check.Expectation {
	return check.Expectation{Account: typedID(d.account), Phone: typedID(d.phone), App: typedID(d.app)}
}

// typedID takes an id as people copy it: with spaces or a line break, or inside
// the address of one of Meta's pages.
func typedID(entry *widgets.TextEntry) graph.ID {
	if ids, err := setup.ReadAddress(entry.Text); err == nil && ids.App != "" {
		return ids.App
	}
	return graph.ID(strings.Join(strings.Fields(entry.Text), ""))
}

// check checks what was pasted, or says what it is instead of a token. With a saved
// token shown and nothing pasted, that one is checked again.
func (d *desk) check() {
	s := d.shell
	if d.saved != nil && d.entry.Value() == "" {
		d.checkEntry(*d.saved)
		return
	}
	paste := check.ReadPaste(d.entry.Value())
	if !paste.Usable() {
		parts.OnTop(s, d.trouble, parts.Wrong(s, parts.PasteTrouble(s, paste), d.entry.Field()))
		return
	}
	d.extras.Hide()
	life, place := d.begin("")
	d.checks.run(life, place, paste, d.expected())
}

package desk

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/saved"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
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
	compare             *widgets.Expander
	tools               *fyne.Container
	checks              *checks
	saved               *vault.Entry     // the saved token that was checked last; nil since something was pasted
	name                string           // of the saved token that is told about; "" for a pasted one
	told                *report.Document // what was found; nil before there is a verdict
	changed             bool             // the field holds something else than what is told about
	changes, asked      int              // of the field so far, and when the check began
}

// Show shows the desk.
func Show(s *shell.Shell) {
	d := &desk{
		shell: s, entry: parts.SecretEntry(s),
		account: widgets.NewTextEntry(""), phone: widgets.NewTextEntry(""), app: widgets.NewTextEntry(""),
		trouble: widgets.NewColumn(0),
	}
	d.checks = newChecks(s, widgets.NewColumn(theme.Gap), d.tell)
	d.entry.Offer(widgets.NewButton(widgets.SmallLink, s.Say("desk.saved"), d.chooseSaved))
	d.entry.OnChanged = func(string) { d.change() }
	d.compare = widgets.NewExpander(s.Say("desk.expected"), d.expectations())
	d.compare.Toggled = s.Relayout
	tool := func(newCard func(title, detail string, tapped func()) *widgets.ChoiceCard, id string, act func()) fyne.CanvasObject {
		return newCard(s.Say(id), s.Say(id+"_detail"), act)
	}
	d.tools = widgets.NewGrid(2, 12, 300,
		tool(widgets.NewDropCard, "desk.open_report", func() { askReport(s) }),
		tool(widgets.NewChoiceCard, "desk.in_chat", func() { showChat(s) }),
		tool(widgets.NewChoiceCard, "desk.explain", func() { showExplain(s) }),
		tool(widgets.NewChoiceCard, "desk.many", func() { ShowBatch(s) }))
	s.Show(d)
}

// Draw implements shell.Page.
func (d *desk) Draw() shell.View {
	s := d.shell
	view := shell.View{
		Title: cmp.Or(d.name, s.Say("desk.title")), Escape: s.Rooms.Home, Paste: d.entry.Paste,
		Dropped: func(file fyne.URI) { openDropped(s, file) },
	}
	head := widgets.NewHead(view.Title, widgets.NewQuietText(s.Say("desk.lead")), d.trouble)
	if d.told != nil {
		title := cmp.Or(d.name, s.Say("desk.checked", words.Values{"Last4": d.told.Token.Last4}))
		told := widgets.NewColumn(theme.SmallGap, parts.TitledVerdictCard(s, *d.told))
		if add := saved.CalendarLink(s, ending(title, d.told.Token)); add != nil {
			told.Add(widgets.NewFlowRow(0, 0, add))
		}
		head = widgets.NewHead(title, widgets.NewPadded(0, theme.SmallGap, 0, 0, told), d.trouble)
		view.Title = s.Words.Named(title, s.Words.Verdict(*d.told).Title)
	}
	if d.told == nil || d.changed {
		view.Focus = d.entry.Field()
	}
	body := widgets.NewColumn(theme.Gap, d.entry)
	if len(d.checks.place.Objects) > 0 {
		body.Add(d.checks.place)
	}
	body.Add(d.compare)
	body.Add(d.tools)
	view.Content = widgets.NewPage(head, body)
	right, enter := d.acts()
	view.Footer, view.Enter = s.Footer(s.Rooms.Home, right...), enter
	d.entry.OnSubmitted = func(string) { enter() }
	return view
}

// ending is a token as far as a calendar needs to know it.
func ending(name string, told report.Token) vault.Entry {
	entry := vault.Entry{Name: name, Last4: told.Last4}
	if told.ExpiresAt != nil {
		entry.ExpiresAt = *told.ExpiresAt
	}
	if told.DataAccessExpiresAt != nil {
		entry.DataAccessExpiresAt = *told.DataAccessExpiresAt
	}
	return entry
}

// acts are the buttons below the page, and what Enter does. Once something was found, and nothing
// else was pasted since, the customer is to hear of it, unless it is put right from here: by the
// button that stands beside what is wrong. What could not be checked is checked again.
func (d *desk) acts() (right []fyne.CanvasObject, enter func()) {
	s := d.shell
	once := s.MainButton(s.Say("desk.main"), d.check)
	if d.told == nil {
		return []fyne.CanvasObject{once}, d.check
	}
	again := widgets.NewButton(widgets.Secondary, s.Say("step.check.again"), d.check)
	save, answer := saveButton(s, *d.told), answerButton(s, widgets.Secondary, *d.told)
	switch {
	case d.changed:
		return []fyne.CanvasObject{save, answer, once}, d.check
	case d.checks.repairable():
		return []fyne.CanvasObject{save, answer, again}, d.check
	case d.told.Verdict.Status == check.Undecided:
		again.SetImportance(widgets.Primary)
		return []fyne.CanvasObject{save, answer, s.AsMain(again)}, d.check
	}
	answer.SetImportance(widgets.Primary)
	return []fyne.CanvasObject{save, again, s.AsMain(answer)}, answer.OnTapped
}

// change is called when something was pasted or typed: that is to be checked next.
func (d *desk) change() {
	d.saved = nil
	d.changes++
	if d.told != nil && !d.changed {
		d.changed = true
		d.shell.Redraw()
	}
}

// tell shows the verdict, with what support does next below; nil takes both away.
func (d *desk) tell(told *report.Document) {
	if d.told == nil && told == nil {
		return
	}
	if d.told, d.changed = told, d.changes != d.asked; d.shell.Page() == shell.Page(d) {
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

// checkEntry checks a saved token, under its name.
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
	d.name, d.told, d.changed, d.asked = name, nil, false, d.changes
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
	life, place := d.begin("")
	d.checks.run(life, place, paste, d.expected())
}

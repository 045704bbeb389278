package saved

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/repair"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/partner"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

var conditionBadges = map[saved.Condition]widgets.Status{
	saved.Works: widgets.Fine, saved.WithAdvice: widgets.Advice, saved.EndsSoon: widgets.Advice,
	saved.Ended: widgets.ToFix, saved.Broken: widgets.ToFix, saved.Unchecked: widgets.Quiet,
}

// Tokens is what can be done with saved tokens on one page.
type Tokens struct {
	// Urgent is told whether a token on the page needs something, whenever that may have changed;
	// may be nil.
	Urgent func(bool)

	shell    *shell.Shell
	fetching map[string]*fetching // those that are being fetched again, by name
	found    map[string]finding   // what a check of each has found here, by name
	needy    map[string]needy     // those with cards that need something, by name
	first    string               // the most urgent of them; "" for none
}

// finding is what a check has found of a saved token.
type finding struct {
	note   fyne.CanvasObject // what helps
	news   string            // what has changed
	about  check.Row         // the row that decided
	repair *widgets.Button   // in the note, that puts it right from here; nil for none
}

// NewTokens is for the page that is about to be shown.
func NewTokens(s *shell.Shell) *Tokens {
	return &Tokens{shell: s, fetching: map[string]*fetching{}, found: map[string]finding{}, needy: map[string]needy{}}
}

// Note shows a saved token anew where something was done with it, with a
// note that says what came of it.
type Note func(entry vault.Entry, note fyne.CanvasObject)

// where a saved token is shown.
type where struct {
	note Note   // tells there what came of something
	back func() // leads there again from another page, with the token as it is listed then
	page bool   // it is the token's own page
}

// onCard is the card in a place on Home.
func (t *Tokens) onCard(place *fyne.Container) where {
	return where{note: func(entry vault.Entry, note fyne.CanvasObject) { t.Draw(place, entry, note) }, back: t.shell.Rooms.Home}
}

// NoteIn shows notes alone, in a place that takes no room before.
func (t *Tokens) NoteIn(place *fyne.Container) Note {
	place.Hide()
	return func(_ vault.Entry, note fyne.CanvasObject) {
		place.Show()
		t.shell.Fill(place, note)
	}
}

// Draw draws a saved token's card in a place. note, where there is one, stands below
// the buttons, which stay where they were pressed: what was just done. While the
// token is being fetched again the card says so, and nothing else can be done
// with it.
func (t *Tokens) Draw(place *fyne.Container, entry vault.Entry, note fyne.CanvasObject) {
	s := t.shell
	fetching := t.fetching[entry.Name]
	if fetching != nil {
		note = fetching.note
	}
	condition, at, told := saved.ConditionOf(entry, s.Now()), t.onCard(place), t.tellsCheck(entry, note)
	title := widgets.NewColumn(0, widgets.NewCardTitle(entry.Name), widgets.NewSmallText(parts.TokenDetail(s, entry)))
	content := widgets.NewColumn(10,
		widgets.Row{Gap: 16, Align: widgets.AlignTop, Stretch: title}.New(title,
			badge(s, entry, condition)),
		t.withCalendar(entry, widgets.NewSpans(widgets.TextStyle{},
			widgets.Span{Text: sentence(s, entry, condition, told) + " "},
			widgets.Span{Text: t.checked(entry, told), Color: theme.ColorNameQuietText})))
	delete(t.needy, entry.Name)
	if fetching == nil {
		content.Add(t.buttons(entry, at))
	}
	if repair := t.found[entry.Name].repair; repair != nil && told {
		t.needy[entry.Name] = needy{entry, repair}
	}
	t.markUrgent(entry.Name)
	if note != nil {
		content.Add(note)
	}
	card := widgets.NewWithMenu(widgets.NewPaddedCard(20, 18, content), func() []*fyne.MenuItem { return t.menu(entry, at) })
	if len(place.Objects) == 0 { // the page is only being made
		place.Add(card)
		return
	}
	s.Fill(place, card) // the cards below make room
}

// badge says how a token stands. One that works and has an end is not simply fine.
func badge(s *shell.Shell, entry vault.Entry, condition saved.Condition) fyne.CanvasObject {
	if condition == saved.Works && !saved.EndOf(entry).IsZero() {
		return widgets.NewBadge(widgets.Advice, s.Say("condition.expires"))
	}
	return widgets.NewBadge(conditionBadges[condition], s.Say("condition."+string(condition)))
}

// sentence says how a saved token does. told is that what a check found stands below.
func sentence(s *shell.Shell, entry vault.Entry, condition saved.Condition, told bool) string {
	end := saved.EndOf(entry)
	values := words.Values{}
	if told {
		values["Told"] = "yes"
	}
	if !end.IsZero() {
		values["When"], values["Left"] = s.Words.When(end, s.Now()), s.Words.Left(end, s.Now())
	}
	if entry.NeverExpires {
		values["Never"] = "yes"
	}
	return s.Say("saved."+string(condition), values)
}

// checked says when a saved token was checked last, "" where it never was; told, what that has found.
func (t *Tokens) checked(entry vault.Entry, told bool) string {
	s := t.shell
	switch {
	case told:
		return t.found[entry.Name].news
	case entry.LastCheckedAt.IsZero():
		return ""
	}
	return s.Say("saved.checked", words.Values{"When": s.Words.When(entry.LastCheckedAt, s.Now())})
}

// check checks a saved token and shows what came of it.
func (t *Tokens) check(entry vault.Entry, at where) {
	s := t.shell
	at.note(entry, widgets.NewSmallText(s.Say("saved.checking")))
	env := s.Env()
	shell.Background(s.WhileOpen(), func(ctx context.Context) environment.SavedCheck { return env.CheckEntry(ctx, entry) },
		func(outcome environment.SavedCheck) { t.showOutcome(outcome, at) })
}

// ShowOutcome says on a card what came of checking its token.
func (t *Tokens) ShowOutcome(place *fyne.Container, outcome environment.SavedCheck) {
	t.showOutcome(outcome, t.onCard(place))
}

func (t *Tokens) showOutcome(outcome environment.SavedCheck, at where) {
	s := t.shell
	if outcome.Err != nil {
		at.note(outcome.Entry, t.trouble(outcome.Entry, outcome.Err, at))
		return
	}
	found := finding{about: outcome.Report.Verdict.About, news: news(s, outcome)}
	column := widgets.NewColumn(4)
	if practice := s.Practice(); practice != nil && practice.Forgotten(outcome.Entry, outcome.Report) {
		found.news = s.Say("practice.earlier")
	} else if row := found.about; row.Problem() {
		column.Add(widgets.NewSmallText(s.Words.Row(row, s.Now()).Fix))
		if row.Repair.Kind != check.RepairNone {
			found.repair = repair.Button(s, widgets.Secondary, t.repair(outcome.Entry, row.Repair, at))
			column.Add(widgets.NewPadded(0, 6, 0, 0, widgets.NewFlowRow(0, 0, found.repair)))
		}
	}
	found.note = column
	t.found[outcome.Entry.Name] = found
	at.note(outcome.Entry, found.note)
}

// tellsCheck reports whether a note is what a check has just found.
func (t *Tokens) tellsCheck(entry vault.Entry, note fyne.CanvasObject) bool {
	return note != nil && t.found[entry.Name].note == note
}

// news is what a check found, besides what the token's own sentence says by now.
func news(s *shell.Shell, outcome environment.SavedCheck) string {
	now, verdict := s.Now(), outcome.Report.Verdict
	before, after := saved.ConditionOf(outcome.Before, now), saved.ConditionOf(outcome.Entry, now)
	was := sentence(s, outcome.Before, before, true)
	switch summary, told := s.Words.Verdict(outcome.Report).Summary, s.Say("saved.just_checked"); {
	case verdict.Status == check.Undecided: // says so itself
		return summary
	case verdict.Status != check.Ready && verdict.About.ID != check.TokenExpiry && after != saved.Ended:
		return s.Words.Paragraph(told, summary)
	case before == saved.Unchecked:
		return told
	case was != sentence(s, outcome.Entry, after, true):
		return s.Words.Paragraph(told, s.Say("saved.before", words.Values{"Was": was}))
	default:
		return s.Words.Paragraph(told, s.Say("saved.same"))
	}
}

// repair puts right what was found of a saved token, which is checked once more when
// something was changed.
func (t *Tokens) repair(entry vault.Entry, of check.Repair, at where) repair.Work {
	s, env := t.shell, t.shell.Env()
	return repair.Work{
		Repair: of,
		Token:  func(ctx context.Context) (graph.Token, error) { return env.Vault.Token(ctx, entry.Name) },
		Back: func(changed bool) {
			at.back()
			if changed {
				shell.Background(s.OnPage(), func(ctx context.Context) environment.SavedCheck { return env.CheckEntry(ctx, entry) },
					func(environment.SavedCheck) { at.back() })
			}
		},
		Prove: func(appSecret graph.Token) {
			at.back()
			shell.Try(s.OnPage(), func(ctx context.Context) (check.Report, error) {
				return env.CheckSavedWithSecret(ctx, entry.Name, appSecret)
			}, func(report check.Report, err error) {
				at.back()
				switch about := s.Words.Row(report.Verdict.About, s.Now()); {
				case err != nil:
					s.Tell(entry.Name, parts.KeychainRefusal(s, err))
				case report.DemandsProof():
					s.Tell(about.Title, about.Fix)
				default:
					s.Tell(entry.Name, s.Words.Verdict(report).Summary)
				}
			})
		},
	}
}

// Trouble says why a saved token could not be read, with a way out where
// the keychain no longer holds it. show is where what comes of that is told.
func (t *Tokens) Trouble(entry vault.Entry, err error, show Note) fyne.CanvasObject {
	return t.trouble(entry, err, where{note: show, back: t.shell.Rooms.Home})
}

func (t *Tokens) trouble(entry vault.Entry, err error, at where) fyne.CanvasObject {
	s := t.shell
	id, values := parts.KeychainTrouble(err)
	text := widgets.NewColumn(4, widgets.NewText("**"+s.Say(id+".title")+"**"),
		widgets.NewSmallText(s.Words.Advice(id, values)))
	if id == "keychain."+string(vault.NotFound) {
		text.Add(widgets.NewFlowRow(14, 0,
			widgets.NewButton(widgets.SmallLink, s.Say("saved.renew"), func() { t.renew(entry, at) }),
			widgets.NewButton(widgets.SmallLink, s.Say("saved.forget"), func() { t.forget(entry) })))
	}
	return text
}

// forget takes a name off the list whose token is no longer there.
func (t *Tokens) forget(entry vault.Entry) {
	s := t.shell
	keychain := s.Env().Vault
	shell.Background(s.WhileOpen(), func(ctx context.Context) error { return keychain.Forget(ctx, entry.Name) }, func(err error) {
		s.Rooms.Home()
		if err != nil {
			s.Tell(s.Say("files.title"), parts.FileTrouble(s, err))
		}
	})
}

// renew walks to another token in the place of a saved one. One of a
// Multi-Partner Solution is simply fetched again, where the partner's own token
// is saved too.
func (t *Tokens) renew(entry vault.Entry, at where) {
	if partner.Refetchable(entry) && entry.Partner != "" {
		t.refetch(entry, at.note)
		return
	}
	t.shell.Rooms.Renew(entry, at.back)
}

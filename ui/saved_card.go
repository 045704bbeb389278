package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

var conditionBadges = map[wizard.Condition]widgets.Status{
	wizard.Works: widgets.Fine, wizard.WithAdvice: widgets.Advice, wizard.EndsSoon: widgets.Advice,
	wizard.Ended: widgets.ToFix, wizard.Broken: widgets.ToFix, wizard.Unchecked: widgets.Quiet,
}

// clipboardTime is how long a copied token stays on the clipboard.
const clipboardTime = 2 * time.Minute

// savedCard shows one saved token.
func (w *Window) savedCard(entry vault.Entry) fyne.CanvasObject {
	place := widgets.NewColumn(0)
	w.fillSavedCard(place, entry, "")
	return place
}

// fillSavedCard draws the card. note, where there is one, stands below the
// sentence: what was just done.
func (w *Window) fillSavedCard(place *fyne.Container, entry vault.Entry, note string) {
	condition := wizard.ConditionOf(entry, w.now())
	redraw := func(note string) { w.fillSavedCard(place, entry, note) }
	secondary := func(id string, act func()) fyne.CanvasObject {
		return widgets.NewButton(widgets.Secondary, w.say(id), act)
	}
	buttons := []fyne.CanvasObject{
		secondary("saved.check", func() { w.checkSaved(place, entry) }),
		secondary("saved.copy", func() { w.copySaved(entry, redraw) }),
		widgets.NewButton(widgets.Link, w.say("saved.remove"), func() { w.askRemove(entry) }),
	}
	title := widgets.NewColumn(0, widgets.NewCardTitle(entry.Name), widgets.NewSmallText(w.savedDetail(entry)))
	content := widgets.NewColumn(10,
		widgets.Row{Gap: 16, Align: widgets.AlignTop, Stretch: title}.New(title,
			widgets.NewBadge(conditionBadges[condition], w.say("condition."+string(condition)))),
		widgets.NewSpans(widgets.TextStyle{},
			widgets.Span{Text: w.savedSentence(entry, condition) + " "},
			widgets.Span{Text: w.savedChecked(entry), Color: theme.ColorNameQuietText}))
	if note != "" {
		content.Add(widgets.NewSmallText(note))
	}
	content.Add(widgets.NewFlowRow(10, 10, buttons...))
	w.fill(place, widgets.NewPaddedCard(20, 18, content))
}

func (w *Window) savedDetail(entry vault.Entry) string {
	return w.say("saved.detail", words.Values{
		"Number": wizard.NumberOf(entry), "App": entry.AppName, "Last4": entry.Last4,
	})
}

func (w *Window) savedSentence(entry vault.Entry, condition wizard.Condition) string {
	end := wizard.EndOf(entry)
	values := words.Values{}
	if !end.IsZero() {
		values["When"], values["Left"] = w.Words.When(end, w.now()), w.Words.Left(end, w.now())
	}
	if entry.NeverExpires {
		values["Never"] = "yes"
	}
	return w.say("saved."+string(condition), values)
}

func (w *Window) savedChecked(entry vault.Entry) string {
	if entry.LastCheckedAt.IsZero() {
		return ""
	}
	return w.say("saved.checked", words.Values{"When": w.Words.When(entry.LastCheckedAt, w.now())})
}

// checkSaved checks a saved token and shows what came of it on its card.
func (w *Window) checkSaved(place *fyne.Container, entry vault.Entry) {
	w.fillSavedCard(place, entry, w.say("saved.checking"))
	world := w.world()
	var report check.Report
	var err error
	fresh := entry
	w.background(func(ctx context.Context) {
		report, err = world.CheckSaved(ctx, entry.Name, nil)
		if updated, readErr := world.Vault.Entry(ctx, entry.Name); readErr == nil {
			fresh = updated
		}
	}, func() {
		note := ""
		switch {
		case err != nil:
			note = w.say(keychainTrouble(err)+".title") + ". " + w.say(keychainTrouble(err)+".fix")
		default:
			note = w.Words.Verdict(report).Summary
		}
		w.fillSavedCard(place, fresh, note)
	})
}

// copySaved puts a saved token on the clipboard and takes it off again after
// two minutes, and when the program ends.
func (w *Window) copySaved(entry vault.Entry, note func(string)) {
	world := w.world()
	var err error
	w.background(func(ctx context.Context) {
		token, readErr := world.Vault.Token(ctx, entry.Name)
		if err = readErr; err == nil {
			w.Do(func() { w.guard.Copy(token) })
		}
	}, func() {
		if err != nil {
			note(w.say(keychainTrouble(err)+".title") + ". " + w.say(keychainTrouble(err)+".fix"))
			return
		}
		note(w.say("saved.copied"))
		w.After(clipboardTime, func() {
			if w.guard.Clear() {
				note(w.say("saved.cleared"))
			}
		})
	})
}

// askRemove removes a saved token, once confirmed, and says that it is gone.
func (w *Window) askRemove(entry vault.Entry) {
	world := w.world()
	var dialog *widgets.Dialog
	keep := widgets.NewButton(widgets.Secondary, w.say("remove.keep"), func() { dialog.Hide() })
	remove := widgets.NewButton(widgets.Primary, w.say("remove.do"), func() {
		var err error
		w.background(func(ctx context.Context) { err = world.Vault.Remove(ctx, entry.Name) }, func() {
			dialog.Hide()
			w.ShowHome()
			if err != nil {
				w.tell(w.say(keychainTrouble(err)+".title"), w.say(keychainTrouble(err)+".fix"))
				return
			}
			w.tell(w.say("remove.gone", words.Values{"Name": entry.Name}), w.say("remove.gone_text"))
		})
	})
	dialog = w.dialog(w.say("remove.title", words.Values{"Name": entry.Name}), widgets.NewText(w.say("remove.text")), keep, remove)
}

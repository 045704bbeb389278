package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/practice"
)

// hideAgain is how long a token that was shown stays readable.
const hideAgain = 10 * time.Second

// showPaste takes the token. It is judged when the button is pressed.
func (p *setupPages) showPaste() {
	entry := p.secretEntry()
	entry.SetValue(p.setup.Token().Reveal())
	press := func() { p.takePaste(entry) }
	entry.OnSubmitted = func(string) { press() }
	entry.OnChanged = func(string) { p.clearTrouble() }
	p.typed = func() { p.setup.Paste(entry.Value()) }
	body := widgets.NewColumn(theme.Gap, entry, p.notes("step.paste.note_hidden", "step.paste.note_once"))
	if p.practice != nil {
		body.Add(p.practiceTokens(entry))
	}
	p.put(stepPage{
		title: p.say("step.paste.title"), lead: p.say("step.paste.lead"), body: body,
		main: p.say("step.paste.main"), press: press, focus: entry.Field(),
	})
}

func (p *setupPages) takePaste(entry *widgets.SecretEntry) {
	paste := p.setup.Paste(entry.Value())
	if !paste.Usable() {
		p.refuse(p.pasteTrouble(paste), entry.Field())
		return
	}
	p.clearOnSignal()
	p.guard.Guard(paste.Token)
	p.next()
}

// pasteTrouble names what was pasted in place of a token.
func (w *Window) pasteTrouble(paste check.Paste) string {
	text := w.Words.Row(check.ShapeRow(paste), w.now())
	return w.Words.Paragraph(text.Title, text.Fix)
}

// secretEntry is an empty field for a token.
func (w *Window) secretEntry() *widgets.SecretEntry { return w.secretField("secret.placeholder") }

// secretField is an empty field for a secret; placeholder is the id of the
// words that stand in it.
func (w *Window) secretField(placeholder string) *widgets.SecretEntry {
	return widgets.NewSecretEntry(widgets.SecretLabels{
		Placeholder: w.say(placeholder),
		Paste:       w.say("button.paste"),
		Show:        w.say("button.show"),
		Hide:        w.say("button.hide"),
		Clear:       w.say("button.clear"),
		Summary: func(characters int, last4 string) string {
			return w.say("secret.summary", words.Counted(characters), words.Values{"Last4": last4})
		},
	}, hideAgain, w.After)
}

// notes are a few quiet lines, one below the other.
func (w *Window) notes(ids ...string) fyne.CanvasObject {
	lines := widgets.NewColumn(8)
	for _, id := range ids {
		lines.Add(widgets.NewSmallText(w.say(id)))
	}
	return lines
}

// practiceTokens offers the rehearsal's ready-made tokens, for practising
// without the pretend pages.
func (p *setupPages) practiceTokens(entry *widgets.SecretEntry) fyne.CanvasObject {
	scenarios := p.practice.Scenarios()
	options := make([]widgets.Option, len(scenarios))
	for i, scenario := range scenarios {
		options[i] = widgets.Option{Title: p.scenarioTitle(scenario)}
	}
	choices := widgets.NewRadioGroup(options, -1, func(chosen int) {
		entry.SetValue(scenarios[chosen].Token.Reveal())
		p.clearTrouble()
	})
	return widgets.NewExpander(p.say("practice.tokens"), choices)
}

func (w *Window) scenarioTitle(scenario practice.Scenario) string {
	return w.say("scenario." + scenario.Name)
}

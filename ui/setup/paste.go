package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
)

// showPaste takes the token. It is judged when the button is pressed.
func (p *pages) showPaste() {
	entry := parts.SecretEntry(p.shell)
	entry.SetValue(p.setup.Token().Reveal())
	press := func() { p.takePaste(entry) }
	entry.OnSubmitted = func(string) { press() }
	entry.OnChanged = func(string) { p.clearTrouble() }
	body := widgets.NewColumn(theme.Gap, entry, parts.Notes(p.shell, "step.paste.note_looks", "step.paste.note_hidden", "step.paste.note_once"))
	if p.shell.Practice() != nil {
		body.Add(p.practiceTokens(entry))
	}
	p.show(content{
		title: p.shell.Say("step.paste.title"), lead: p.shell.Say("step.paste.lead"), body: body,
		main: p.shell.Say("step.paste.main"), press: press, focus: entry.Field(), paste: entry.Paste, entered: func() { p.setup.Paste(entry.Value()) },
	})
}

func (p *pages) takePaste(entry *widgets.SecretEntry) {
	paste := p.setup.Paste(entry.Value())
	if !paste.Usable() {
		p.refuse(parts.PasteTrouble(p.shell, paste), entry.Field())
		return
	}
	p.shell.GuardToken(paste.Token)
	p.next()
}

// practiceTokens offers the rehearsal's ready-made tokens, for practising
// without the pretend pages.
func (p *pages) practiceTokens(entry *widgets.SecretEntry) fyne.CanvasObject {
	scenarios := p.shell.Practice().Scenarios()
	options := make([]widgets.Option, len(scenarios))
	for i, scenario := range scenarios {
		options[i] = widgets.Option{Title: p.shell.Words.Scenario(scenario.Name, scenario.Training)}
	}
	choices := widgets.NewRadioGroup(options, -1, func(chosen int) {
		entry.SetValue(scenarios[chosen].Token.Reveal())
		p.clearTrouble()
	})
	return widgets.NewExpander(p.shell.Say("practice.tokens"), choices)
}

package widgets_test

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"latchkey/ui/pictures"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
)

// The pages below are made up of every widget there is, for the tests and
// benchmarks of how they stand together.

// words changes every text of a page, to see what becomes of longer ones.
type words func(string) string

func asWritten(s string) string { return s }

// longer makes a text 40 % longer, as other languages do.
func longer(s string) string {
	letters := []rune(s)
	return s + " " + string(letters[:len(letters)*2/5])
}

func stepList(say words, current int) fyne.CanvasObject {
	names := []string{"Your business", "System user", "Assign assets", "Generate the token", "Paste it", "Check it", "Keep it"}
	steps := make([]widgets.Step, len(names))
	for i, name := range names {
		state := widgets.ToCome
		switch {
		case i+1 < current:
			state = widgets.Done
		case i+1 == current:
			state = widgets.Current
		}
		steps[i] = widgets.Step{Name: say(name), State: state}
	}
	return widgets.NewStepList("Latchkey", say("Nothing is sent anywhere but to Meta."), steps...)
}

func footer(say words, action string) fyne.CanvasObject {
	return widgets.NewFooter(
		[]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, say("Back"), nil)},
		[]fyne.CanvasObject{
			widgets.NewButton(widgets.Link, say("Help"), nil),
			widgets.NewButton(widgets.Primary, say(action), nil),
		})
}

func head(say words, step int, title, lead string) fyne.CanvasObject {
	return widgets.NewColumn(1,
		widgets.NewSmallText(fmt.Sprintf("Step %d of 7", step)),
		widgets.NewTitle(say(title)),
		widgets.NewStyledText(say(lead), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 600}))
}

func page(head, body fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewPage(head, body)
}

func homePage(say words) fyne.CanvasObject {
	top := layout.NewSpacer()
	header := widgets.Row{Gap: 14, Stretch: top}.New(widgets.NewAppMark("Latchkey"), top,
		widgets.NewButton(widgets.QuietLink, say("Settings"), nil), widgets.NewButton(widgets.QuietLink, say("Help"), nil))
	card := func(name, detail string, badge *widgets.Badge, sentence, after string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
		title := widgets.NewColumn(0, widgets.NewCardTitle(name), widgets.NewSmallText(say(detail)))
		return widgets.NewPaddedCard(20, 18, widgets.NewColumn(10,
			widgets.Row{Gap: 16, Align: widgets.AlignTop, Stretch: title}.New(title, badge),
			widgets.NewSpans(widgets.TextStyle{}, widgets.Span{Text: say(sentence) + " "}, widgets.Span{Text: say(after), Color: theme.ColorNameQuietText}),
			widgets.NewFlowRow(10, 10, buttons...)))
	}
	secondary := func(label string) fyne.CanvasObject {
		return widgets.NewButton(widgets.Secondary, say(label), nil)
	}
	more := widgets.NewButton(widgets.Link, say("More"), nil)
	cards := widgets.NewColumn(10,
		card("Corner Bakery", "+49 30 901820 · app “Corner Bakery Bot” · ends in …7QZD", widgets.NewBadge(widgets.Fine, say("Works")),
			"This token works and never expires.", "Checked today at 09:12.", secondary("Check now"), secondary("Copy"), secondary("Hand over"), more),
		card("Corner Bakery, Potsdam", "+49 331 20550 · app “Corner Bakery Bot” · ends in …M4ZD", widgets.NewBadge(widgets.Advice, say("Ends soon")),
			"This token stops on Friday, 27 November, at 14:00.", "6 days left.",
			widgets.NewButton(widgets.Primary, say("Renew"), nil), secondary("Check now"), secondary("Copy"), widgets.NewButton(widgets.Link, say("More"), nil)))
	choices := widgets.NewGrid(3, 16, 200,
		widgets.NewChoiceCard(say("Set up a permanent token"), say("About ten minutes, step by step"), nil),
		widgets.NewChoiceCard(say("Check a token"), say("Find out what works. Nothing is kept"), nil),
		widgets.NewChoiceCard(say("Practise first"), say("All the steps, with a pretend Meta"), nil))
	body := widgets.NewColumn(26, cards, choices)
	return widgets.NewPadded(28, -2, 28, 0, widgets.NewPage(widgets.NewColumn(28, header, widgets.NewTitle(say("Saved tokens"))), body))
}

func step2Page(say words) fyne.CanvasObject {
	labels := widgets.CopyLabels{Copy: say("Copy"), Copied: say("Copied")}
	seen := pictures.New(pictures.SystemUsers{
		BusinessSettings: pictures.BusinessSettings{Window: "Business settings", Users: "Users", People: "People", Partners: "Partners", SystemUsers: "System users"},
		Add:              "+ Add",
	}, "")
	left := widgets.NewColumn(8, seen,
		widgets.NewFlowRow(8, 0, widgets.NewSmallText(say("What you will see. Last checked September 2026.")), widgets.NewButton(widgets.SmallLink, say("I see something else"), nil)))
	right := widgets.NewInstructionCard(say("On Meta’s page"),
		widgets.Instruction{Text: say("Press **+ Add**")},
		widgets.Instruction{Text: say("Name it"), Below: widgets.NewCopyField("latchkey-whatsapp", labels, widgets.AfterOnWindow, func(string) {})},
		widgets.Instruction{Text: say("Choose the role **Admin**"), Detail: say("Sees all WhatsApp accounts. Choose **Employee** to limit it to some.")},
		widgets.Instruction{Text: say("Press **Create system user**")})
	body := widgets.NewColumn(16, widgets.NewGrid(2, 16, 280, left, right),
		widgets.NewFlowRow(16, 6, widgets.NewOpenButton(widgets.Primary, say("Open System users"), nil), widgets.NewSmallText("business.facebook.com › Corner Bakery")))
	return widgets.Frame{
		Left:   stepList(say, 2),
		Page:   page(head(say, 2, "Create the system user", "A system user is an account for software, not for a person. The token you make for it keeps working when people leave."), body),
		Footer: footer(say, "I have created it"),
	}.New()
}

func step6Page(say words) fyne.CanvasObject {
	row := func(status widgets.Status, word, title, detail, link string) fyne.CanvasObject {
		result := widgets.CheckResult{Status: status, Word: say(word), Title: say(title), Detail: detail}
		if link != "" {
			result.Link, result.More = say(link), widgets.NewSmallText("code 100, subcode 33")
		}
		return widgets.NewCheckRow(result)
	}
	body := widgets.NewColumn(10,
		widgets.NewFixCard(widgets.Fix{
			Word: say("To fix"), Title: say("The WhatsApp account is not assigned to the system user"),
			Text:   say("On the page that opens, choose **Corner Bakery**, then **WhatsApp account access**, **Add people**, and pick **latchkey-whatsapp** with full access. It can take some minutes to show."),
			Button: widgets.NewOpenButton(widgets.Primary, say("Open WhatsApp accounts"), nil),
		}),
		widgets.NewColumn(0,
			row(widgets.Fine, "OK", "Meta accepts the token", "System user “latchkey-whatsapp”, app “Corner Bakery Bot”", ""),
			row(widgets.Fine, "OK", "It never expires", "", ""),
			row(widgets.Fine, "OK", "It is allowed to send messages and manage the account", "", ""),
			row(widgets.ToFix, "To fix", "It reaches your WhatsApp account", "Graph code 100/33", "Details for support"),
			row(widgets.Quiet, "Later", "Your number is connected", "Checked once the account is reached", ""),
			row(widgets.Advice, "Advice", "It may do more than is needed", "ads_management", ""),
			row(widgets.Busy, "Looking", "Templates can be read", "", "")))
	return widgets.Frame{
		Left:   stepList(say, 6),
		Page:   page(head(say, 6, "This token is almost ready: one thing is missing", "Meta accepts the token and it never expires, but it cannot see your WhatsApp account yet."), body),
		Footer: footer(say, "Check again"),
	}.New()
}

func step7Page(say words) fyne.CanvasObject {
	nothing := func() {}
	row := func(name, value string, change func()) widgets.SummaryRow {
		return widgets.SummaryRow{Name: say(name), Value: value, Change: change, ChangeLabel: say("Change")}
	}
	body := widgets.NewColumn(11, widgets.NewSummaryList(
		row("Name", "Corner Bakery", nothing),
		row("Works as", "System user “latchkey-whatsapp”, app “Corner Bakery Bot”", nil),
		row("WhatsApp account", "Corner Bakery (1023490699)", nothing),
		row("Number", "+49 30 901820, “Corner Bakery”", nothing),
		row("May", "Send messages, manage the account", nil),
		row("Expires", "Never", nil),
		row("Kept in", "GNOME Keyring, under “Latchkey”", nil)),
		widgets.NewFlowRow(6, 4, widgets.NewBadge(widgets.Advice, say("One word of advice")),
			widgets.NewSmallText(say("It may also manage ads. Make one without **ads_management** when you have a minute."))))
	return widgets.Frame{
		Left:   stepList(say, 7),
		Page:   page(head(say, 7, "Keep it in your keychain", "Look it over once more. The token goes into this computer’s own keychain and nowhere else."), body),
		Footer: footer(say, "Save to keychain"),
	}.New()
}

// kitPage shows what the other pages do not use.
func kitPage(say words) fyne.CanvasObject {
	secret := widgets.NewSecretEntry(secretLabels, 0, func(_ time.Duration, _ func()) func() { return func() {} })
	secret.SetValue("EAAG" + strings.Repeat("made-up", 28) + "7QZD")
	opened := widgets.NewExpander(say("Details for support"), widgets.NewSmallText(say("code 100, subcode 33, 2026-11-21 08:12 UTC")))
	opened.SetOpen(true)
	left := widgets.NewColumn(14,
		widgets.NewTroubleSummary(say("There is a problem"), widgets.Trouble{Text: say("Paste the token first"), Field: secret.Field()}),
		secret, widgets.NewTextEntry("Corner Bakery"), widgets.NewCheckBox(say("Remind me before it expires"), true, nil), opened,
		widgets.NewExpander(say("I see something else"), widgets.NewText("")))
	right := widgets.NewColumn(14,
		widgets.NewRadioGroup([]widgets.Option{
			{Title: say("My own business"), Detail: say("You own the portfolio and the app")},
			{Title: say("Tech Provider"), Detail: say("You build for other businesses")},
		}, 0, nil),
		widgets.NewMainChoiceCard(say("Set up a permanent token"), say("About ten minutes, step by step"), nil))
	return widgets.Frame{
		Banner: widgets.NewBanner(say("Practice: nothing here reaches Meta. All of it is pretend."), widgets.NewButton(widgets.Secondary, say("End practice"), nil)),
		Left:   stepList(say, 5),
		Page:   page(head(say, 5, "Paste it", "The token stays hidden."), widgets.NewGrid(2, 16, 280, left, right)),
		Footer: footer(say, "Check token"),
	}.New()
}

var secretLabels = widgets.SecretLabels{
	Placeholder: "Paste the token here", Paste: "Paste", Show: "Show", Hide: "Hide", Clear: "Clear",
	Summary: func(characters int, last4 string) string {
		return fmt.Sprintf("%d characters, ends in %s", characters, last4)
	},
}

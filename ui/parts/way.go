package parts

import (
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// Way is how what decided a verdict is put right.
type Way struct {
	Row    check.Row
	Button *widgets.Button // puts it right from here; nil where that is not to be done, or by another button
	First  bool            // its page at Meta is to be opened before all else
	IDs    func() site.PageIDs
	Return func() // sees to it that the token is checked again when the person comes back; nil where it is not
	Opened func() // is called once the page was opened
}

// VerdictWithWay is a verdict card that goes on with why, and with what to do about it. press
// opens the page that comes first; nil where none does, or it is open already.
func VerdictWithWay(s *shell.Shell, judged report.Judged, way Way) (card fyne.CanvasObject, press func()) {
	text := s.Words.Row(way.Row, s.Now())
	fix := widgets.Fix{
		Title: words.Plain(s.Words.Verdict(judged).Summary), Text: strings.Trim(text.Detail+"\n"+text.Fix, "\n"), Button: way.Button,
	}
	if page := way.Row.Page; page != site.PageNone {
		importance, address := widgets.Secondary, func() string { return s.Env().Page(page, way.IDs()) }
		if way.First {
			importance = widgets.Primary
		}
		opener := newOpener(s, s.Say("page."+string(page)), importance, address, way.Return, way.Opened)
		fix.More = []fyne.CanvasObject{opener.together()}
		if way.Return != nil {
			fix.More = append(fix.More, widgets.NewSmallText(s.Say("check.again_on_return")))
		}
		if way.First && !s.WasOpened(address()) {
			press = opener.button.OnTapped
		}
	}
	return verdictCard(s, judged, fix), press
}

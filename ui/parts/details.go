package parts

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph/trouble"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// details are what support wants to know of an answer of Graph's: codes, trace and time. checked
// is the id of the check that asked for it; "" outside of one.
func details(s *shell.Shell, checked string, status int, refused *trouble.Error, at time.Time) string {
	values := words.Values{"Check": checked, "HTTP": strconv.Itoa(status), "Time": at.UTC().Format("2006-01-02 15:04:05")}
	if refused != nil {
		values["Code"], values["Message"], values["Trace"] = refused.CodeText(), refused.Message, refused.TraceID
	}
	return s.Say("details.row", values)
}

func detailsToCopy(s *shell.Shell, details string) fyne.CanvasObject {
	return widgets.NewColumn(8, widgets.NewStyledText(details, widgets.TextStyle{
		Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText, Plain: true,
	}), widgets.NewFlowRow(0, 0, CopyButton(s, details)))
}

// ForSupport holds the details of what Graph has just refused, behind a link; nothing where Graph
// gave no answer.
func ForSupport(s *shell.Shell, err error) []fyne.CanvasObject {
	refused := trouble.AsError(err)
	if refused == nil {
		return nil
	}
	expander := widgets.NewExpander(s.Say("button.details"), detailsToCopy(s, details(s, "", refused.HTTPStatus, refused, s.Now())))
	expander.Toggled = s.Relayout
	return []fyne.CanvasObject{expander}
}

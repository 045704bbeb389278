package parts

import (
	"net/url"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
)

// Opener is a button that opens one of Meta's pages, with the address beside it
// to be copied. When no browser opens, the address comes out in full. A page that
// is open already says so, and no longer asks to be opened first of all: each press
// makes the browser show it once more.
func Opener(s *shell.Shell, label string, importance widgets.Importance, address func() string, opened func()) fyne.CanvasObject {
	button, where, rescue := opener(s, label, importance, address, opened)
	return widgets.NewColumn(8, widgets.NewFlowRow(16, 6, append([]fyne.CanvasObject{button}, where...)...), rescue)
}

// OpenerApart is an opener whose button stands elsewhere, as the main one of the page does, than
// the address.
func OpenerApart(s *shell.Shell, label string, address func() string) (main *widgets.Button, beside fyne.CanvasObject) {
	button, where, rescue := opener(s, label, widgets.Primary, address, nil)
	return button, widgets.NewColumn(8, widgets.NewFlowRow(16, 6, where...), rescue)
}

func opener(
	s *shell.Shell, label string, importance widgets.Importance, address func() string, opened func(),
) (button *widgets.Button, where []fyne.CanvasObject, rescue *fyne.Container) {
	rescue = widgets.NewColumn(6)
	rescue.Hide()
	button = widgets.NewOpenButton(importance, label, nil)
	host := widgets.NewSmallText("")
	tell := func() {
		target := address()
		if !s.WasOpened(target) {
			host.SetText(hostOf(target))
			return
		}
		host.SetText(s.Say("open.already"))
		if importance == widgets.Primary {
			button.SetImportance(widgets.Secondary)
		}
	}
	button.OnTapped = func() {
		target := address()
		if opened != nil {
			opened()
		}
		s.OpenInBrowser(target, func(err error) {
			rescue.Hide()
			if err != nil {
				rescue.Objects = []fyne.CanvasObject{widgets.NewText(s.Say("open.failed")), CopyField(s, target)}
				rescue.Show()
			}
			tell()
			rescue.Refresh()
			s.Relayout()
		})
	}
	copyAddress := widgets.NewButton(widgets.SmallLink, s.Say("button.copy_address"), nil)
	copyAddress.SetHint(address(), s.After)
	copyAddress.OnTapped = func() {
		s.Copy(address())
		copyAddress.SetLabel(s.Say("button.copied"))
	}
	tell()
	return button, []fyne.CanvasObject{host, copyAddress}, rescue
}

// OpenPage is an opener for one of Meta's pages.
func OpenPage(s *shell.Shell, label string, page site.Page, ids func() site.PageIDs, opened func()) fyne.CanvasObject {
	return Opener(s, label, widgets.Primary, func() string { return s.Env().Page(page, ids()) }, opened)
}

func hostOf(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return parsed.Host
}

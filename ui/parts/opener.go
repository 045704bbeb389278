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
// makes the browser show it once more. pressed, where it is not nil, is called before that.
func Opener(s *shell.Shell, label string, importance widgets.Importance, address func() string, pressed func()) fyne.CanvasObject {
	return newOpener(s, label, importance, address, pressed, nil).together()
}

// OpenPage is an opener for one of Meta's pages. press is what its button does; opened is called
// once the page was opened, or its address told because no browser did.
func OpenPage(s *shell.Shell, label string, page site.Page, ids func() site.PageIDs, opened func()) (shown fyne.CanvasObject, press func()) {
	o := newOpener(s, label, widgets.Primary, func() string { return s.Env().Page(page, ids()) }, nil, opened)
	return o.together(), o.button.OnTapped
}

// OpenerApart is an opener whose button stands elsewhere, as the main one of the page does, than
// the address.
func OpenerApart(s *shell.Shell, label string, address func() string) (main *widgets.Button, beside fyne.CanvasObject) {
	o := newOpener(s, label, widgets.Primary, address, nil, nil)
	return o.button, widgets.NewColumn(8, widgets.NewFlowRow(16, 6, o.where...), o.rescue)
}

// opener is the button, the address beside it, and below it what helps where no browser opens.
type opener struct {
	button *widgets.Button
	where  []fyne.CanvasObject
	rescue *fyne.Container
}

func (o opener) together() fyne.CanvasObject {
	return widgets.NewColumn(8, widgets.NewFlowRow(16, 6, append([]fyne.CanvasObject{o.button}, o.where...)...), o.rescue)
}

func newOpener(s *shell.Shell, label string, importance widgets.Importance, address func() string, pressed, opened func()) opener {
	rescue := widgets.NewColumn(6)
	rescue.Hide()
	button := widgets.NewOpenButton(importance, label, nil)
	host := widgets.NewSmallText("")
	stepBack := func() {
		if importance == widgets.Primary {
			button.SetImportance(widgets.Secondary)
		}
	}
	tell := func() {
		target := address()
		if !s.WasOpened(target) {
			host.SetText(hostOf(target))
			return
		}
		host.SetText(s.Say("open.already"))
		stepBack()
	}
	button.OnTapped = func() {
		target := address()
		if pressed != nil {
			pressed()
		}
		s.OpenInBrowser(target, func(err error) {
			rescue.Hide()
			if err != nil {
				rescue.Objects = []fyne.CanvasObject{widgets.NewText(s.Say("open.failed")), CopyField(s, target)}
				rescue.Show()
				stepBack()
			}
			tell()
			rescue.Refresh()
			if opened != nil {
				opened()
			}
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
	return opener{button, []fyne.CanvasObject{host, copyAddress}, rescue}
}

func hostOf(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return parsed.Host
}

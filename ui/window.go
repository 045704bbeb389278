// Package ui is the window. One file holds one page; it decides nothing: what
// a step asks, what is missing and what a check says come from wizard.
package ui

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/clipboard"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/practice"
	"latchkey/wizard/saved"
)

// Browser opens a web address where the person can see it.
type Browser interface {
	Open(ctx context.Context, address string) error
}

// Options are what the window works with; all but Do, After and Now are
// required.
type Options struct {
	App         fyne.App
	Words       *words.Words
	Version     string
	Environment environment.Environment
	Practise    func() (*practice.Practice, error)
	Folder      *files.Folder                                // this person's settings folder
	RemoveAll   func(context.Context) (saved.Removed, error) // takes everything Latchkey keeps off this computer
	Front       <-chan struct{}                              // hears when another start wants this window in front; may be nil
	Browser     Browser
	Clipboard   clipboard.Clipboard
	// Ending returns a context that is done when the system wishes to end the
	// program, and what stops hearing that; nil where nobody tells.
	Ending func() (context.Context, context.CancelFunc)
	Do     func(func())  // runs a function on the window's goroutine; nil for fyne.Do
	After  widgets.After // nil for widgets.AfterOnWindow
}

// Window is Latchkey's window.
type Window struct {
	Options
	window   fyne.Window
	guard    *clipboard.Guard
	ctx      context.Context
	cancel   context.CancelFunc
	work     sync.WaitGroup
	practice *practice.Practice

	startingPractice bool

	atHome       *homePage         // Home, while it is shown
	unlisted     bool              // an index was put aside: the keychain may hold tokens that are not listed
	startNotes   []string          // what the start found: interrupted changes, damaged files
	endCountdown func(id string)   // ends the countdown of a copied token with these words; nil without one
	counting     fyne.CanvasObject // that countdown, as it is seen

	returned func() // called when the window comes to the front again; nil for nothing
	left     func() // called when the page is left; nil for nothing

	here      context.Context // ends when the page is left
	leaveHere context.CancelFunc
	fetching  map[string]*refetching // tokens that are being fetched again on this page, by name

	unsaved func() bool     // whether leaving the page loses a token; nil for no
	asking  bool            // whether to leave all the same
	open    *widgets.Dialog // the one shown last; nil before there was one

	enter, escape func() // what the page's keys do
	testing       bool   // a test message is on its way
	listening     bool   // to the system's wish to end the program
}

// New makes the window with Home in it, not yet shown.
func New(options Options) *Window {
	if options.Do == nil {
		options.Do = fyne.Do
	}
	if options.After == nil {
		options.After = widgets.AfterOnWindow
	}
	ctx, cancel := context.WithCancel(context.Background())
	w := &Window{
		Options: options,
		window:  options.App.NewWindow(options.Words.Say("app.name")),
		guard:   clipboard.NewGuard(options.Clipboard),
		ctx:     ctx,
		cancel:  cancel,
	}
	w.applyLook()
	w.window.SetPadded(false)
	w.window.SetMaster()
	w.window.Resize(fyne.NewSize(1000, 700))
	w.window.CenterOnScreen()
	w.window.SetCloseIntercept(w.quit)
	options.App.Lifecycle().SetOnEnteredForeground(func() {
		if w.returned != nil {
			w.returned()
		}
	})
	w.ShowHome()
	return w
}

// Run shows the window and returns when it was closed.
func (w *Window) Run() {
	w.App.Lifecycle().SetOnStarted(func() {
		w.settleEarlierRuns()
		w.comeToFront()
		w.remind()
	})
	w.window.ShowAndRun()
	w.Close()
}

// Close ends everything the window has under way, and waits for it.
func (w *Window) Close() {
	w.leave()
	w.cancel()
	w.work.Wait()
	if w.practice != nil {
		w.practice.Close()
		w.practice = nil
	}
}

// world is where the window works now: the rehearsal during practice.
func (w *Window) env() environment.Environment {
	if w.practice != nil {
		return w.practice.Environment()
	}
	return w.Environment
}

func (w *Window) now() time.Time { return w.Environment.Now() }

func (w *Window) say(id string, values ...words.Values) string { return w.Words.Say(id, values...) }

// meta names a button, a menu entry or a heading of Meta's pages.
func (w *Window) meta(label string) string { return w.Words.Meta(label) }

// background does work off the window's goroutine, then calls then on it. The
// context ends with the window, and then is not called any more.
func (w *Window) background(work func(context.Context), then func()) {
	w.backgroundIn(w.ctx, work, then)
}

// onPage is background for work that ends when the page is left.
func (w *Window) onPage(work func(context.Context), then func()) {
	w.backgroundIn(w.here, work, then)
}

func (w *Window) backgroundIn(ctx context.Context, work func(context.Context), then func()) {
	w.work.Add(1)
	go func() {
		defer w.work.Done()
		work(ctx)
		if ctx.Err() == nil {
			w.Do(func() {
				if ctx.Err() == nil {
					then()
				}
			})
		}
	}()
}

// page is what a page hands to the window.
type page struct {
	title   string // also the window's: it is what screen readers and window lists tell
	left    fyne.CanvasObject
	content fyne.CanvasObject
	footer  fyne.CanvasObject
	enter   func() // what Enter does: the main button
	escape  func()
	focus   fyne.Focusable
}

// show puts a page up. A dialog that is open, such as help, stays open above it.
func (w *Window) show(p page) {
	if open := w.open; open != nil && open.Visible() {
		open.Hide()
		defer func() { open.Show(w.window.Canvas()) }()
	}
	frame := widgets.Frame{Left: p.left, Page: p.content, Footer: p.footer}
	if w.practice != nil {
		frame.Banner = w.practiceBanner()
	}
	w.window.SetTitle(w.say("app.title", words.Values{"Page": p.title}))
	w.window.SetContent(frame.New())
	w.enter, w.escape = p.enter, p.escape
	widgets.SetPageKeys(w.window.Canvas(), w.enter, w.escape)
	if p.focus != nil {
		w.window.Canvas().Focus(p.focus)
	}
}

// labelled is a field with its name and a hint, the words of id and id_hint.
func (w *Window) labelled(id string, field fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(4, widgets.NewText(w.say(id)), widgets.NewSmallText(w.say(id+"_hint")), field)
}

// relayout gives what is shown the room that it needs now.
func (w *Window) relayout() {
	if content := w.window.Content(); content != nil {
		content.Refresh()
	}
	if w.open != nil && w.open.Visible() {
		w.open.Refresh()
	}
}

// fill puts objects in the place of those that stand there.
func (w *Window) fill(place *fyne.Container, objects ...fyne.CanvasObject) {
	place.Objects = objects
	place.Refresh()
	w.relayout()
}

// leave is called before another page takes over.
func (w *Window) leave() {
	w.returned, w.unsaved = nil, nil
	if w.left != nil {
		left := w.left
		w.left = nil
		left()
	}
	if w.leaveHere != nil {
		w.leaveHere()
	}
	w.here, w.leaveHere = context.WithCancel(w.ctx)
	w.fetching = map[string]*refetching{}
}

// copy puts something that is no secret on the clipboard.
func (w *Window) copy(value string) { w.Clipboard.SetContent(value) }

func (w *Window) copyField(value string) *widgets.CopyField {
	return widgets.NewCopyField(value, w.copyLabels(), w.After, w.copy)
}

func (w *Window) copyLabels() widgets.CopyLabels {
	return widgets.CopyLabels{Copy: w.say("button.copy"), Copied: w.say("button.copied")}
}

func (w *Window) dialog(title string, content fyne.CanvasObject, buttons ...*widgets.Button) *widgets.Dialog {
	dialog := widgets.NewDialog(title, content, buttons...)
	dialog.Show(w.window.Canvas())
	w.open = dialog
	return dialog
}

// tell shows a text with a button that closes it.
func (w *Window) tell(title, text string) {
	var dialog *widgets.Dialog
	button := widgets.NewButton(widgets.Primary, w.say("button.close"), func() { dialog.Hide() })
	dialog = w.dialog(title, widgets.NewText(text), button)
}

func (w *Window) applyLook() {
	preferences := w.App.Preferences()
	appearance := theme.Appearance(preferences.IntWithFallback(prefAppearance, int(theme.FollowSystem)))
	scale := float32(preferences.FloatWithFallback(prefTextScale, 1))
	w.App.Settings().SetTheme(theme.New(appearance, scale))
}

package shell

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/instance"
	"latchkey/ui/release"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/clipboard"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/practice"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// Browser opens a web address where the person can see it.
type Browser interface {
	Open(ctx context.Context, address string) error
	// ShowFolder shows what is in a folder.
	ShowFolder(ctx context.Context, path string) error
}

// Options are what the window works with; all but Do, After and Now are
// required.
type Options struct {
	App         fyne.App
	Words       *words.Words
	Release     release.Release
	Environment environment.Environment
	Practise    func() (*practice.Practice, error)
	Folder      *files.Folder                                // this person's settings folder
	RemoveAll   func(context.Context) (saved.Removed, error) // takes everything Latchkey keeps off this computer
	Front       <-chan instance.Knock                        // hears when another start wants this window in front; may be nil
	Page        string                                       // where the window opens, one of instance.Pages; "" for Home
	Browser     Browser
	Chooser     Chooser // nil for dialogs in the window
	Clipboard   clipboard.Clipboard
	Screen      Screen // nil where nobody tells
	// SystemTells asks whether the system says if it is light or dark; nil where it always does.
	SystemTells func(context.Context) bool
	// Ending returns a context that is done when the system wishes to end the
	// program, and what stops hearing that; nil where nobody tells.
	Ending func() (context.Context, context.CancelFunc)
	// Seen is called when the first page is seen, and Left some time after pages were left, when
	// memory can be given back to the system; both may be nil.
	Seen, Left func()
	Do         func(func())  // runs a function on the window's goroutine; nil for fyne.Do
	After      widgets.After // nil for widgets.AfterOnWindow
}

// Rooms are where pages lead that belong to another part of the window.
type Rooms interface {
	Home()
	// Open shows one of instance.Pages; where it is none of them, nothing happens.
	Open(page string)
	Help()
	Settings()
	// HandOver gives a saved token to the software that uses it; back leads to
	// the page before.
	HandOver(entry vault.Entry, back func())
	// Renew walks to another token in the place of a saved one; back leads to where that
	// began.
	Renew(entry vault.Entry, back func())
	// TestMessage asks for a number and sends a message to it.
	TestMessage(entry vault.Entry)
}

// Shell is the window, which shows a page.
type Shell struct {
	Rooms   Rooms // set once, before the first page is shown
	App     fyne.App
	Words   *words.Words
	Release release.Release
	Real    environment.Environment // where the window works outside practice
	Folder  *files.Folder
	After   widgets.After

	options Options
	window  fyne.Window
	ctx     context.Context // ends with the window
	cancel  context.CancelFunc
	work    sync.WaitGroup

	page      Page            // nil before the first
	title     string          // the window's on this page
	here      context.Context // ends when the page is left
	leaveHere context.CancelFunc
	shown     View // how the page was drawn last
	keys      widgets.PageKeys
	drawn     time.Time // when the page was

	wide      *standing       // as the window was before it stood beside the browser; nil where it does not
	forgotten bool            // size and place of the window are not kept any more
	leaving   bool            // Left is about to be called
	open      *widgets.Dialog // the one shown last; nil before there was one
	asking    bool            // whether to leave although that loses a token
	asked     time.Time       // when that was asked

	choosing *Life // how long the system's dialog for files asks; nil before the first

	opened map[string]bool // addresses, in the browser
	named  []string        // languages whose names were shown, by their tags

	practice         *practice.Practice // nil outside practice
	ended            *practice.Practice // that can be gone on with; nil where none was ended
	startingPractice bool

	guard        *clipboard.Guard
	listening    bool              // to the system's wish to end the program
	endCountdown func(id string)   // ends the countdown of a copied token with these words; nil without one
	counting     fyne.CanvasObject // that countdown, as it is seen
}

// New makes the window with nothing in it, not yet shown. The program has its theme already.
func New(options Options) *Shell {
	if options.Do == nil {
		options.Do = fyne.Do
	}
	if options.After == nil {
		options.After = widgets.AfterOnWindow
	}
	fontsRead := readFonts() // while the system makes the window, as the words are
	s := &Shell{
		App: options.App, Words: options.Words, Release: options.Release, Real: options.Environment,
		Folder: options.Folder, After: options.After,
		options: options,
		window:  options.App.NewWindow(options.App.Metadata().Name),
		guard:   clipboard.NewGuard(options.Clipboard),
		opened:  map[string]bool{},
	}
	fontsRead()
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.here, s.leaveHere = context.WithCancel(s.ctx)
	s.window.SetPadded(false)
	s.window.SetMaster()
	s.openWhereItWas()
	s.window.SetCloseIntercept(s.Quit)
	s.hearShortcuts()
	options.App.Lifecycle().SetOnEnteredForeground(func() {
		if s.page != nil {
			s.page.Returned()
		}
	})
	return s
}

// SetMainMenu gives the window the menu bar of macOS.
func (s *Shell) SetMainMenu(menu *fyne.MainMenu) { s.window.SetMainMenu(menu) }

// Run shows the window and returns when it was closed. started is called when it
// is up.
func (s *Shell) Run(started func()) {
	// X11 calls a window for good what its first title says, and menus and docks know it
	// by that: the title of a page must not be the first.
	s.window.SetTitle(s.Say("app.name"))
	s.App.Lifecycle().SetOnStarted(func() {
		s.window.SetTitle(s.title)
		s.keepOnScreen()
		started()
		s.comeToFront()
		if s.options.Seen != nil {
			s.options.Seen()
		}
	})
	s.window.ShowAndRun()
	s.Close()
}

// comeToFront raises the window whenever another start asks for it.
func (s *Shell) comeToFront() {
	front := s.options.Front
	Follow(s.WhileOpen(), func(ctx context.Context, report func(instance.Knock)) (struct{}, error) {
		for {
			select {
			case came := <-front:
				report(came)
			case <-ctx.Done():
				return struct{}{}, nil
			}
		}
	}, func(asked []instance.Knock) {
		raise(s.window)
		for _, came := range asked {
			s.OpenAsked(came.Page)
			_ = came.Close()
		}
	}, nil)
}

// OpenAsked goes to the page that another start asks for, out of practice too: who
// asks from outside means the real thing. Where a question is open, it is to be
// answered first.
func (s *Shell) OpenAsked(page string) {
	if page == "" {
		return
	}
	s.UnlessAsking(func() {
		s.UnlessUnsaved(func() {
			if s.practice != nil {
				s.endPractice()
			}
			s.Rooms.Open(page)
		})
	})
}

// Close ends everything the window has under way, and waits for it.
func (s *Shell) Close() {
	s.leave()
	s.cancel()
	s.work.Wait()
	for _, rehearsal := range []*practice.Practice{s.practice, s.ended} {
		if rehearsal != nil {
			rehearsal.Close()
		}
	}
	s.practice, s.ended = nil, nil
}

// Wait returns when nothing is under way in the background.
func (s *Shell) Wait() { s.work.Wait() }

// Env is where the window works now: the rehearsal during practice.
func (s *Shell) Env() environment.Environment {
	if s.practice != nil {
		return s.practice.Environment()
	}
	return s.Real
}

// Now is the time by this computer's clock.
func (s *Shell) Now() time.Time { return s.Real.Now() }

// Say returns the words of an id.
func (s *Shell) Say(id string, values ...words.Values) string { return s.Words.Say(id, values...) }

// Scripts are the languages, by their tags, whose letters can be drawn: the one that is spoken,
// and those whose names were shown.
func (s *Shell) Scripts() []string { return append([]string{s.Words.Language()}, s.named...) }

// DrawsScriptsOf sees to it that languages' letters are drawn from now on. A font is read only
// for who sees it.
func (s *Shell) DrawsScriptsOf(tags []string) {
	if s.named != nil {
		return
	}
	s.named = tags
	if look, ok := s.App.Settings().Theme().(*theme.Theme); ok {
		s.App.Settings().SetTheme(look.Speaking(s.Scripts()...))
	}
}

// Meta names a button, a menu entry or a heading of Meta's pages.
func (s *Shell) Meta(label string) string { return s.Words.Meta(label) }

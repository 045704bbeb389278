// Package person sits in front of the window in tests: it sees, presses, types and
// comes back as people do.
package person

import (
	"cmp"
	"context"
	"errors"
	"image"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/ui"
	"latchkey/ui/release"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/practice"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

// Person sits in front of a window. What the window does in the background is
// waited for, and what comes of it is shown by the test's own goroutine, which
// stands in for the window's.
type Person struct {
	T        *testing.T
	App      fyne.App
	Window   *ui.Window
	Screen   *screen
	Words    *words.Words
	Env      environment.Environment
	Keychain *vaulttest.Memory
	Folder   *files.Folder
	Graph    *sandbox.Server
	Requests *atomic.Int32 // that reached Graph
	Writes   *atomic.Int32 // those of them that are to change something

	answering *atomic.Pointer[func(path string)]

	Browser *pretendBrowser
	Clock   *handClock
	Queue   chan func()
	End     context.CancelFunc // as the system ends a program
	Ahead   atomic.Int64       // how far the computer's clock was moved on, in nanoseconds
}

const (
	// queueLength is how much the window can wait for at a time.
	QueueLength = 10_000
	// inVain is how long a person waits for what must come. Only a failing test
	// waits so long, so it is enough for a busy machine too.
	InVain = time.Minute
)

// Habits are what differs between persons. The zero value is a good one.
type Habits struct {
	Appearance theme.Appearance
	Language   string  // its tag; "" for English
	TextScale  float64 // 0 for 1
	Deadline   time.Duration
	Meta       string // the address of a Graph of the test's own; "" for the pretend Meta
	Page       string // where the window is opened
	Chooser    shell.Chooser
	Display    image.Rectangle // that tells where the window is; empty for one that does not
	Silent     bool            // the system does not say whether it is light or dark
}

// Sit opens the window on Home, as large as it opens at first.
func Sit(t *testing.T, h Habits) *Person {
	t.Helper()
	requests, writes := &atomic.Int32{}, &atomic.Int32{}
	answering := &atomic.Pointer[func(path string)]{}
	server, err := sandbox.Start(sandbox.Options{Log: func(line sandbox.RequestLine) {
		requests.Add(1)
		if line.Method != http.MethodGet {
			writes.Add(1)
		}
		if hold := answering.Load(); hold != nil {
			(*hold)(line.Path)
		}
	}})
	Must(t, err)
	t.Cleanup(func() { Must(t, server.Close()) })
	say, err := words.New(time.UTC, cmp.Or(h.Language, "en"))
	Must(t, err)
	p := &Person{
		T: t, Words: say, Graph: server, Requests: requests, Writes: writes, answering: answering,
		Keychain: &vaulttest.Memory{}, Browser: &pretendBrowser{}, Clock: &handClock{},
		Folder: files.Open(filepath.Join(t.TempDir(), "latchkey"), nil),
		Queue:  make(chan func(), QueueLength),
	}
	p.App = test.NewTempApp(t)
	p.App.Preferences().SetInt("appearance", int(h.Appearance))
	if h.TextScale != 0 {
		p.App.Preferences().SetFloat("text_scale", h.TextScale)
	}
	p.Open(h)
	return p
}

// Open starts the program once more, with the files and the keychain there are.
func (p *Person) Open(h Habits) {
	p.T.Helper()
	if h.Deadline == 0 {
		h.Deadline = 5 * time.Second
	}
	app := &appWithScreen{App: p.App}
	var tells func(context.Context) bool
	if h.Silent {
		tells = func(context.Context) bool { return false }
	}
	p.Env = environment.Environment{
		Graph:  graph.Options{BaseURL: cmp.Or(h.Meta, p.Graph.GraphURL()), Tries: 1},
		Site:   site.Meta,
		Vault:  vault.Open(vault.Options{Folder: p.Folder, Keychain: p.Keychain, Deadline: h.Deadline}),
		Folder: p.Folder,
		Now:    func() time.Time { return time.Now().Add(time.Duration(p.Ahead.Load())) },
	}
	window := ui.New(ui.Options{
		App:         app,
		Page:        h.Page,
		Words:       p.Words,
		Release:     release.Release{Version: "1.0.0", Commit: "0123456789abcdef", Page: "https://example.com/latchkey/releases", Way: release.Archive},
		Environment: p.Env,
		Folder:      p.Folder,
		Practise:    func() (*practice.Practice, error) { return practice.Start(p.Folder, p.Keychain, p.Words) },
		RemoveAll: func(ctx context.Context) (saved.Removed, error) {
			return saved.RemoveAll(ctx, p.Folder, nil, p.Env.Vault)
		},
		Browser:   p.Browser,
		Chooser:   h.Chooser,
		Clipboard: p.App.Clipboard(),
		Screen:    display(h.Display),

		SystemTells: tells,
		Ending: func() (context.Context, context.CancelFunc) {
			var ending context.Context
			ending, p.End = context.WithCancel(context.Background())
			return ending, p.End
		},
		Do:    func(f func()) { p.Queue <- f },
		After: p.Clock.after,
	})
	p.Window, p.Screen = window, app.screen
	p.T.Cleanup(window.Close)
	p.Settle()
}

// HoldsBack keeps Graph's answers to a path that ends so until release is called.
func (p *Person) HoldsBack(ending string) (release func()) {
	held := make(chan struct{})
	hold := func(path string) {
		if strings.HasSuffix(path, ending) {
			<-held
		}
	}
	p.answering.Store(&hold)
	release = sync.OnceFunc(func() { close(held) })
	p.T.Cleanup(release)
	return release
}

// Settle waits until nothing is under way, and shows what came of it.
func (p *Person) Settle() {
	for {
		p.Window.Shell.Wait()
		if !p.CatchUp() {
			return
		}
	}
}

// CatchUp shows what has come in so far, and tells whether there was anything.
func (p *Person) CatchUp() bool {
	any := false
	for {
		select {
		case show := <-p.Queue:
			show()
			any = true
		default:
			return any
		}
	}
}

// Until waits for something to be seen while other things are still under way.
func (p *Person) Until(what string, seen func() bool) {
	p.T.Helper()
	deadline := time.After(InVain)
	for !seen() {
		select {
		case show := <-p.Queue:
			show()
		case <-deadline:
			p.T.Fatalf("waited in vain for %s; the page says\n%s", what, p.Text())
		}
	}
}

// ComesBack is the person's return from the browser.
func (p *Person) ComesBack() {
	p.App.Lifecycle().(interface{ OnEnteredForeground() func() }).OnEnteredForeground()()
	p.Settle()
}

// Say is a text of the window's.
func (p *Person) Say(id string) string { return p.Words.Say(id) }

// screen is a window whose close button and shortcuts can be pressed, and that things
// can be dropped on.
type screen struct {
	fyne.Window
	shortcuts   fyne.ShortcutHandler
	CloseButton func()
	Closed      bool
	Drop        func(fyne.Position, []fyne.URI)
	Corner      image.Point // on its display
}

// RequestPosition, and what else makes it a desktop.Window.
func (s *screen) RequestPosition(x, y int)    { s.Corner = image.Pt(x, y) }
func (s *screen) RequestFullScreenSecondary() {}
func (s *screen) RequestAlwaysOnTop()         {}

// display is what windows lie on.
type display image.Rectangle

// Place implements shell.Screen.
func (d display) Place(w fyne.Window) (window, free image.Rectangle, known bool) {
	free = image.Rectangle(d)
	if free.Empty() {
		return window, free, false
	}
	corner, size := w.(*screen).Corner, w.Canvas().Size()
	return image.Rectangle{corner, corner.Add(image.Pt(int(size.Width), int(size.Height)))}, free, true
}

func (s *screen) SetOnDropped(drop func(fyne.Position, []fyne.URI)) { s.Drop = drop }

// Canvas hears shortcuts, which Fyne's own canvas for tests does not.
func (s *screen) Canvas() fyne.Canvas { return canvasWithShortcuts{s.Window.Canvas(), &s.shortcuts} }

type canvasWithShortcuts struct {
	fyne.Canvas
	heard *fyne.ShortcutHandler
}

func (c canvasWithShortcuts) AddShortcut(shortcut fyne.Shortcut, do func(fyne.Shortcut)) {
	c.heard.AddShortcut(shortcut, do)
}

func (s *screen) SetCloseIntercept(close func()) { s.CloseButton = close }

func (s *screen) Close() {
	s.Closed = true
	s.Window.Close()
}

// appWithScreen is an app that remembers the window it made.
type appWithScreen struct {
	fyne.App
	screen *screen
}

func (a *appWithScreen) NewWindow(title string) fyne.Window {
	a.screen = &screen{Window: a.App.NewWindow(title)}
	return a.screen
}

// pretendBrowser remembers what it was to open, and fails when told to.
type pretendBrowser struct {
	mutex  sync.Mutex
	Opened []string
	Fails  bool
}

func (b *pretendBrowser) Open(_ context.Context, address string) error {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.Opened = append(b.Opened, address)
	if b.Fails {
		return errors.New("no browser here")
	}
	return nil
}

// handClock is a clock that a test moves on.
type handClock struct {
	now     time.Duration
	waiting []*alarm
}

type alarm struct {
	at  time.Duration
	act func()
}

func (c *handClock) after(d time.Duration, act func()) (stop func()) {
	set := &alarm{c.now + d, act}
	c.waiting = append(c.waiting, set)
	return func() { set.act = nil }
}

// Pass lets time go by, second by second.
func (c *handClock) Pass(d time.Duration) {
	for end := c.now + d; c.now < end; {
		c.now += time.Second
		due := c.waiting
		c.waiting = nil
		for _, set := range due {
			switch {
			case set.act == nil:
			case set.at <= c.now:
				set.act()
			default:
				c.waiting = append(c.waiting, set)
			}
		}
	}
}

func TokenOf(t testing.TB, scenario string) string {
	t.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		t.Fatalf("there is no scenario %q", scenario)
	}
	return found.Token.Reveal()
}

func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// ShowFolder remembers the folder like an address.
func (b *pretendBrowser) ShowFolder(ctx context.Context, path string) error { return b.Open(ctx, path) }

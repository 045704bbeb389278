package ui_test

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"go.uber.org/goleak"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/ui"
	"latchkey/ui/theme"
	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/practice"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// person sits in front of a window. What the window does in the background is
// waited for, and what comes of it is shown by the test's own goroutine, which
// stands in for the window's.
type person struct {
	t        *testing.T
	app      fyne.App
	window   *ui.Window
	screen   *screen
	words    *words.Words
	env      environment.Environment
	keychain *vaulttest.Memory
	folder   *files.Folder
	graph    *sandbox.Server
	requests *atomic.Int32 // that reached Graph
	browser  *pretendBrowser
	clock    *handClock
	queue    chan func()
	end      context.CancelFunc // as the system ends a program
	ahead    atomic.Int64       // how far the computer's clock was moved on, in nanoseconds
}

const (
	// queueLength is how much the window can wait for at a time.
	queueLength = 10_000
	// inVain is how long a person waits for what must come. Only a failing test
	// waits so long, so it is enough for a busy machine too.
	inVain = time.Minute
)

// habits are what differs between persons. The zero value is a good one.
type habits struct {
	appearance theme.Appearance
	textScale  float64 // 0 for 1
	deadline   time.Duration
}

// sit opens the window on Home, as large as it opens at first.
func sit(t *testing.T, h habits) *person {
	t.Helper()
	requests := &atomic.Int32{}
	server, err := sandbox.Start(sandbox.Options{Log: func(sandbox.RequestLine) { requests.Add(1) }})
	must(t, err)
	t.Cleanup(func() { must(t, server.Close()) })
	say, err := words.New(time.UTC, "en")
	must(t, err)
	p := &person{
		t: t, words: say, graph: server, requests: requests,
		keychain: &vaulttest.Memory{}, browser: &pretendBrowser{}, clock: &handClock{},
		folder: files.Open(filepath.Join(t.TempDir(), "latchkey"), nil),
		queue:  make(chan func(), queueLength),
	}
	p.app = test.NewTempApp(t)
	p.app.Preferences().SetInt("appearance", int(h.appearance))
	if h.textScale != 0 {
		p.app.Preferences().SetFloat("text_scale", h.textScale)
	}
	p.open(h)
	return p
}

// open starts the program once more, with the files and the keychain there are.
func (p *person) open(h habits) {
	p.t.Helper()
	if h.deadline == 0 {
		h.deadline = 5 * time.Second
	}
	app := &appWithScreen{App: p.app}
	p.env = environment.Environment{
		Graph:  graph.Options{BaseURL: p.graph.GraphURL(), Tries: 1},
		Site:   site.Meta,
		Vault:  vault.Open(vault.Options{Folder: p.folder, Keychain: p.keychain, Deadline: h.deadline}),
		Folder: p.folder,
		Now:    func() time.Time { return time.Now().Add(time.Duration(p.ahead.Load())) },
	}
	window := ui.New(ui.Options{
		App:         app,
		Words:       p.words,
		Version:     "1.0.0",
		Environment: p.env,
		Folder:      p.folder,
		Practise:    func() (*practice.Practice, error) { return practice.Start(p.folder, p.keychain) },
		Browser:     p.browser,
		Clipboard:   p.app.Clipboard(),
		Ending: func() (context.Context, context.CancelFunc) {
			var ending context.Context
			ending, p.end = context.WithCancel(context.Background())
			return ending, p.end
		},
		Do:    func(f func()) { p.queue <- f },
		After: p.clock.after,
	})
	p.window, p.screen = window, app.screen
	p.t.Cleanup(window.Close)
	p.settle()
}

// settle waits until nothing is under way, and shows what came of it.
func (p *person) settle() {
	for {
		p.window.Shell.Wait()
		if !p.catchUp() {
			return
		}
	}
}

// catchUp shows what has come in so far, and tells whether there was anything.
func (p *person) catchUp() bool {
	any := false
	for {
		select {
		case show := <-p.queue:
			show()
			any = true
		default:
			return any
		}
	}
}

// until waits for something to be seen while other things are still under way.
func (p *person) until(what string, seen func() bool) {
	p.t.Helper()
	deadline := time.After(inVain)
	for !seen() {
		select {
		case show := <-p.queue:
			show()
		case <-deadline:
			p.t.Fatalf("waited in vain for %s; the page says\n%s", what, p.text())
		}
	}
}

// comesBack is the person's return from the browser.
func (p *person) comesBack() {
	p.app.Lifecycle().(interface{ OnEnteredForeground() func() }).OnEnteredForeground()()
	p.settle()
}

// say is a text of the window's.
func (p *person) say(id string) string { return p.words.Say(id) }

// screen is a window whose close button can be pressed, and that things can be
// dropped on.
type screen struct {
	fyne.Window
	closeButton func()
	closed      bool
	drop        func(fyne.Position, []fyne.URI)
}

func (s *screen) SetOnDropped(drop func(fyne.Position, []fyne.URI)) { s.drop = drop }

func (s *screen) SetCloseIntercept(close func()) { s.closeButton = close }

func (s *screen) Close() {
	s.closed = true
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
	opened []string
	fails  bool
}

func (b *pretendBrowser) Open(_ context.Context, address string) error {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.opened = append(b.opened, address)
	if b.fails {
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

// pass lets time go by, second by second.
func (c *handClock) pass(d time.Duration) {
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

func tokenOf(t testing.TB, scenario string) string {
	t.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		t.Fatalf("there is no scenario %q", scenario)
	}
	return found.Token.Reveal()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

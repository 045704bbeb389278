package repair_test

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"latchkey/ui/internal/person"
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

// atTheRepair checks a scenario's token in the setup and goes from the row to the page
// of the repair.
func atTheRepair(p *person.Person, scenario, button string) {
	p.T.Helper()
	p.GoTo(setup.StepCheck, scenario)
	p.Press(p.Say(button))
}

// types replaces what is in the field of the page that takes the focus.
func types(p *person.Person, text string) {
	p.T.Helper()
	for _, letter := range text {
		p.Screen.Canvas().Focused().TypedRune(letter)
	}
	p.Settle()
}

// wrote fails unless Graph was asked that often to change something.
func wrote(p *person.Person, times int32) {
	p.T.Helper()
	if got := p.Writes.Load(); got != times {
		p.T.Fatalf("Meta was asked %d times to change something, not %d", got, times)
	}
}

// holdsNowhere fails where a secret stands in the window or in a file.
func holdsNowhere(p *person.Person, secret string) {
	p.T.Helper()
	if place := p.Leaks(secret); place != "" {
		p.T.Errorf("%s stands in %s", secret, place)
	}
	person.Must(p.T, filepath.WalkDir(p.Folder.Path(), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil // a folder that is not there holds nothing
		}
		text, err := os.ReadFile(path)
		if err == nil && strings.Contains(string(text), secret) {
			p.T.Errorf("%s stands in %s", secret, path)
		}
		return err
	}))
}

// tellsSupport fails unless codes, trace and time come out only when they are asked for, and can
// be copied.
func tellsSupport(p *person.Person, code int) {
	p.T.Helper()
	said := fmt.Sprintf("Graph code %d", code)
	if p.Sees(said) {
		p.T.Errorf("the code stands between the words:\n%s", p.Text())
	}
	p.Press("+ " + p.Say("button.details"))
	p.MustSee(said, "fbtrace_id", " UTC")
	var card, text struct{ from, to fyne.Position }
	person.Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
		switch o := o.(type) {
		case *widgets.Card:
			card.from, card.to = at, at.Add(o.Size())
		case *widgets.Text:
			if seen && strings.Contains(o.Text(), said) {
				text.from, text.to = at, at.Add(o.Size())
				if text.from.Y < card.from.Y || text.to.Y > card.to.Y {
					p.T.Errorf("they stand from %v to %v, and their card from %v to %v", text.from, text.to, card.from, card.to)
				}
			}
		}
	})
	var copies person.Pressable // the one of the details comes last
	for _, each := range p.Pressables() {
		if each.AccessibilityLabel() == p.Say("button.copy") {
			copies = each
		}
	}
	if copies == nil {
		p.T.Fatal("they cannot be copied")
	}
	test.Tap(copies)
	if copied := p.App.Clipboard().Content(); !strings.Contains(copied, said) || !strings.Contains(copied, "fbtrace_id") {
		p.T.Errorf("copied was %q", copied)
	}
}

// textEntry is the field of the page.
func textEntry(p *person.Person) *widgets.TextEntry {
	var found *widgets.TextEntry
	p.All(func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
		if entry, ok := o.(*widgets.TextEntry); ok && seen {
			found = entry
		}
	})
	return found
}

// meddler stands before the pretend Meta and does something else with what is to
// change something; nil passes it on.
type meddler struct {
	*httptest.Server
	meddle atomic.Pointer[http.HandlerFunc]
	writes atomic.Int32
	meta   *url.URL
	onward *http.Transport
}

func meddling(t *testing.T) *meddler {
	t.Helper()
	m := &meddler{onward: &http.Transport{}}
	m.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet {
			m.writes.Add(1)
			if meddle := m.meddle.Load(); meddle != nil {
				(*meddle)(w, r)
				return
			}
		}
		m.pass(w, r)
	}))
	t.Cleanup(func() {
		m.Close()
		m.onward.CloseIdleConnections()
	})
	return m
}

func (m *meddler) pass(w http.ResponseWriter, r *http.Request) {
	(&httputil.ReverseProxy{Transport: m.onward, Rewrite: func(to *httputil.ProxyRequest) { to.SetURL(m.meta) }}).ServeHTTP(w, r)
}

func (m *meddler) does(act http.HandlerFunc) { m.meddle.Store(&act) }

// refusing answers with one of Graph's refusals.
func refusing(status, code int, said string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{
			"message": said, "code": code, "type": "OAuthException", "fbtrace_id": "A1",
			"error_data": map[string]any{"details": said},
		}})
	}
}

// cutting does what is asked, and cuts the line before the answer.
func (m *meddler) cutting(doIt bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if doIt {
			m.pass(httptest.NewRecorder(), r)
		}
		if connection, _, err := w.(http.Hijacker).Hijack(); err == nil {
			_ = connection.Close()
		}
	}
}

// sitBefore is a person whose Meta is the meddler's.
func sitBefore(t *testing.T) (*person.Person, *meddler) {
	t.Helper()
	m := meddling(t)
	p := person.Sit(t, person.Habits{Meta: m.URL})
	address, err := url.Parse(p.Graph.GraphURL())
	person.Must(t, err)
	m.meta = address
	return p, m
}

// accepting says yes, and does nothing.
func accepting(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	_, _ = io.WriteString(w, `{"success":true}`)
}

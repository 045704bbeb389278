package terminal_test

import (
	"context"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// before makes Graph call back before it answers a request, with its path.
func (b *bench) before(call func(path string)) {
	b.t.Helper()
	target, err := url.Parse(b.Graph.BaseURL)
	if err != nil {
		b.t.Fatal(err)
	}
	target.Path = ""
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ErrorLog = log.New(io.Discard, "", 0)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		call(r.URL.Path)
		r.Host = target.Host
		proxy.ServeHTTP(w, r)
	}))
	b.t.Cleanup(server.Close)
	b.Graph.BaseURL = strings.Replace(b.Graph.BaseURL, "http://"+target.Host, server.URL, 1)
}

// A code is good for one exchange: Ctrl+C after it must not lose the token.
func TestInterruptAfterAnExchangeKeepsTheToken(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	ctx, cancel := context.WithCancel(t.Context())
	exchanged := false
	b.before(func(path string) {
		if exchanged {
			cancel()
		}
		exchanged = exchanged || strings.HasSuffix(path, "/oauth/access_token")
	})
	code := b.server.State().IssueCode(story.AppID, story.CustomerID)
	b.In = strings.NewReader(story.AppSecret.Reveal() + "\n" + code + "\n")
	ended := b.Run(ctx, []string{"exchange-code", "--app", story.AppID, "--save", "Bakery"})
	if b.keychain.All()[vault.Service+"/Bakery"] == "" || ended != terminal.ExitInterrupted {
		t.Fatalf("ends with %d, and the keychain holds %d tokens:\n%s\n%s", ended, len(b.keychain.All()), b.out, b.err)
	}
	says(t, b.out.String(), "Saved as Bakery")
	silent(t, b.err.String(), "folder", "disk")
}

// Nobody's disk is to blame for a Ctrl+C.
func TestInterruptIsNotTheDisksFault(t *testing.T) {
	b := newBench(t)
	b.save("Shop", "ready")
	unlock, free, err := b.Folder.TryLock("index.json.change")
	if err != nil || !free {
		t.Fatal("another one holds the lock", err)
	}
	defer unlock()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if ended := b.Run(ctx, []string{"saved", "remove", "Shop"}); ended != terminal.ExitInterrupted || b.err.String() != "" {
		t.Errorf("ends with %d: %s", ended, b.err)
	}
}

// Stopped before Meta answered: nobody knows whether the code is used up.
func TestInterruptDuringAnExchange(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	ctx, cancel := context.WithCancel(t.Context())
	gone := make(chan struct{})
	b.before(func(path string) {
		if strings.HasSuffix(path, "/oauth/access_token") {
			cancel()
			<-gone // or the answer could still be there first
		}
	})
	code := b.server.State().IssueCode(story.AppID, story.CustomerID)
	b.In = strings.NewReader(story.AppSecret.Reveal() + "\n" + code + "\n")
	ended := b.Run(ctx, []string{"exchange-code", "--app", story.AppID})
	close(gone)
	if ended != terminal.ExitInterrupted {
		t.Errorf("ends with %d", ended)
	}
	says(t, b.err.String(), "the code may be used up")
}

func partnerStory(t *testing.T) sandbox.Scenario {
	t.Helper()
	story, found := sandbox.FindScenario("solution-partner")
	if !found {
		t.Fatal("there is no such scenario")
	}
	return story
}

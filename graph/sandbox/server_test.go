package sandbox

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/graph"
)

func TestItListensOnThisComputerOnly(t *testing.T) {
	client := start(t, Options{})
	if !strings.HasPrefix(client.server.GraphURL(), "http://127.0.0.1:") {
		t.Errorf("it listens on %s", client.server.GraphURL())
	}
}

func TestOtherWebPagesAreKeptOut(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	for name, change := range map[string]func(*http.Request){
		"a name of theirs that points here": func(r *http.Request) { r.Host = "rebound.example" },
		"another port":                      func(r *http.Request) { r.Host = "127.0.0.1:1" },
		"an origin of theirs":               func(r *http.Request) { r.Header.Set("Origin", "https://shop.example") },
		"a hidden origin":                   func(r *http.Request) { r.Header.Set("Origin", "null") },
		"a cross-site request":              func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
	} {
		request := client.request(http.MethodPost, "/v25.0/"+ready.BusinessID+"/system_users?name=x", ready.Token, nil)
		change(request)
		if got := client.send(request); got.status != http.StatusForbidden && got.status != http.StatusMisdirectedRequest {
			t.Errorf("%s: HTTP %d %s", name, got.status, got.raw)
		}
	}
	// An image or a frame of theirs, against a page that changes by being loaded.
	page := link(pathSystemUsers, "business_id", ready.BusinessID)
	for site, dest := range map[string]string{"cross-site": "image", "same-site": "iframe"} {
		request := client.request(http.MethodGet, page, graph.Token{}, nil)
		request.Header.Set("Sec-Fetch-Site", site)
		request.Header.Set("Sec-Fetch-Mode", map[string]string{"image": "no-cors", "iframe": "navigate"}[dest])
		request.Header.Set("Sec-Fetch-Dest", dest)
		if got := client.send(request); got.status != http.StatusForbidden {
			t.Errorf("%s of theirs: HTTP %d", dest, got.status)
		}
	}
	// A link that a person follows may lead here.
	request := client.request(http.MethodGet, page, graph.Token{}, nil)
	request.Header.Set("Sec-Fetch-Site", "cross-site")
	request.Header.Set("Sec-Fetch-Mode", "navigate")
	request.Header.Set("Sec-Fetch-Dest", "document")
	client.send(request).wantOK(t)

	request = client.request(http.MethodGet, "/v25.0/me", ready.Token, nil)
	request.Host = strings.Replace(request.Host, "127.0.0.1", "localhost", 1)
	client.send(request).wantOK(t)
}

func TestTheLogHoldsNoSecret(t *testing.T) {
	var mu sync.Mutex
	var lines []RequestLine
	client := start(t, Options{Log: func(line RequestLine) {
		mu.Lock()
		defer mu.Unlock()
		lines = append(lines, line)
	}})
	token := scenario(t, "ready").Token
	client.inspect(token)
	client.get(token, "/v25.0/"+token.Reveal())
	client.get(graph.Token{}, "/v25.0/"+scenario(t, "app-token").Token.Reveal()+"/x")
	client.get(token, "/v25.0/"+scenario(t, "ready").AppSecret.Reveal())
	client.get(token, "/v25.0/1234")
	mu.Lock()
	defer mu.Unlock()
	if len(lines) != 5 {
		t.Fatalf("got %d lines", len(lines))
	}
	for _, line := range lines {
		if strings.Contains(line.Path, token.Reveal()) || strings.Contains(line.Path, "|") || strings.Contains(line.Path, scenario(t, "ready").AppSecret.Reveal()) {
			t.Errorf("the secret is in %q", line.Path)
		}
	}
	if last := lines[4]; last.Code != 100 || last.Status != 400 || last.Path != "/v25.0/1234" {
		t.Errorf("got %+v", last)
	}
}

func TestLatencyIsWaited(t *testing.T) {
	const latency = 30 * time.Millisecond
	client := start(t, Options{Latency: latency})
	began := time.Now()
	client.get(scenario(t, "ready").Token, "/v25.0/me").wantOK(t)
	if took := time.Since(began); took < latency {
		t.Errorf("it answered after %v", took)
	}
}

func TestScenariosAreTheSameEachTime(t *testing.T) {
	first, second := Scenarios(), Scenarios()
	tokens := map[string]bool{}
	for i, scenario := range first {
		if !scenario.Token.Equal(second[i].Token) || scenario.AccountID != second[i].AccountID {
			t.Errorf("%s differs between two runs", scenario.Name)
		}
		secret := scenario.Token.Reveal()
		if tokens[secret] {
			t.Errorf("%s has the token of another", scenario.Name)
		}
		tokens[secret] = true
		if scenario.Name != "app-token" && !strings.HasPrefix(secret, tokenPrefix) {
			t.Errorf("the token of %s could be taken for a real one", scenario.Name)
		}
	}
	if first[0].Name != "ready" {
		t.Errorf("the first is %s", first[0].Name)
	}
}

func TestNoTwoThingsShareAnID(t *testing.T) {
	state := newState(time.Now)
	seen := map[string]bool{}
	check := func(id string) {
		if seen[id] {
			t.Errorf("%s is used twice", id)
		}
		seen[id] = true
	}
	for _, thing := range state.portfolios {
		check(thing.id)
	}
	for _, thing := range state.apps {
		check(thing.id)
	}
	for _, thing := range state.users {
		check(thing.id)
	}
	for _, thing := range state.accounts {
		check(thing.id)
	}
	for _, thing := range state.phones {
		check(thing.id)
	}
}

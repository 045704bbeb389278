package sandbox

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
)

// TestNobodyHoldsTheServer: not by sending slowly, not by sending nothing, not by
// asking for nothing more, and not by many connections.
func TestNobodyHoldsTheServer(t *testing.T) {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	strict := limits{header: 300 * time.Millisecond, request: 600 * time.Millisecond, answer: time.Minute, idle: 300 * time.Millisecond, connections: 2}
	web, stopped := strict.serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := io.Copy(io.Discard, r.Body)
		_, _ = fmt.Fprint(w, err)
	}), 0)
	t.Cleanup(func() {
		_ = web.Close()
		<-stopped
	})
	const whole = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok"
	for name, sent := range map[string]string{
		"nothing":       "",
		"half a header": "POST / HTTP/1.1\r\nHost:",
		"half a body":   "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf",
		"and no more":   whole,
	} {
		connection := dial(t, listener)
		_, _ = io.WriteString(connection, sent)
		if _, err := io.ReadAll(connection); err != nil {
			t.Errorf("who sends %s is not cut off: %v", name, err)
		}
	}
	first, second, third := dial(t, listener), dial(t, listener), dial(t, listener)
	_, _ = io.WriteString(third, whole)
	_ = third.SetReadDeadline(time.Now().Add(100 * time.Millisecond))
	if _, err := bufio.NewReader(third).ReadByte(); err == nil {
		t.Error("a third connection is served beside two")
	}
	_, _ = first.Close(), second.Close()
	_ = third.SetReadDeadline(time.Now().Add(10 * time.Second))
	if answer, err := bufio.NewReader(third).ReadString('\n'); !strings.Contains(answer, "200") {
		t.Errorf("the one that waited is answered %q (%v)", answer, err)
	}
}

func dial(t *testing.T, to net.Listener) net.Conn {
	t.Helper()
	connection, err := net.Dial("tcp4", to.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() })
	if err := connection.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	return connection
}

func TestTheServerHasLimits(t *testing.T) {
	web := start(t, Options{Latency: time.Hour}).server.web
	if web.ReadTimeout == 0 || web.IdleTimeout == 0 || web.WriteTimeout <= time.Hour || web.MaxHeaderBytes == 0 {
		t.Errorf("%+v", web)
	}
}

// TestNoLongNameIsKept, whichever way it comes.
func TestNoLongNameIsKept(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	long := strings.Repeat("n", 900<<10)
	if got := client.postJSON(ready.Token, "/v25.0/"+ready.BusinessID+"/system_users", map[string]string{"name": long, "role": "EMPLOYEE"}); got.status != http.StatusBadRequest {
		t.Errorf("HTTP %d for a system user by a call", got.status)
	}
	for _, path := range []string{pathSystemUsers + "/add", pathDeveloper + "/creation", pathNumbers + "/name"} {
		fields := url.Values{"business_id": {ready.BusinessID}, "name": {long}, "role": {string(employee)}, "number": {ready.PhoneID}}
		if got := client.postForm(graph.Token{}, path, fields); got.status != http.StatusUnprocessableEntity || !strings.Contains(got.raw, "Choose a name of at most 100 characters.") {
			t.Errorf("HTTP %d for %s", got.status, path)
		}
	}
	kept := 0
	client.server.state.mu.Lock()
	defer client.server.state.mu.Unlock()
	for _, user := range client.server.state.users {
		kept = max(kept, len(user.name))
	}
	for _, app := range client.server.state.apps {
		kept = max(kept, len(app.name))
	}
	for _, number := range client.server.state.phones {
		kept = max(kept, len(number.name))
	}
	if kept > longestName {
		t.Errorf("a name of %d characters is kept", kept)
	}
}

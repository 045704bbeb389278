package terminal_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"latchkey/ui/terminal"
)

// TestPipedOutputIsPlain: 80 characters wide, without codes for colours.
func TestPipedOutputIsPlain(t *testing.T) {
	b := newBench(t)
	for _, scenario := range []string{"ready", "account-not-assigned", "expired", "outage"} {
		b.run(token(t, scenario), "check", "--details")
		for _, line := range strings.Split(b.out.String(), "\n") {
			if len([]rune(line)) > 80 && !strings.Contains(line, "://") {
				t.Errorf("wider than 80 characters: %q", line)
			}
			if strings.ContainsAny(line, "\x1b*") || strings.TrimRight(line, " ") != line {
				t.Errorf("not plain: %q", line)
			}
		}
	}
}

func TestStandardInputThatCannotBeRead(t *testing.T) {
	b := newBench(t)
	for _, flags := range [][]string{{"check"}, {"check", "--json"}} {
		b.clear()
		b.In = iotestErr{}
		if code := b.Run(t.Context(), flags); code != terminal.ExitNoToken {
			t.Errorf("exit code %d", code)
		}
		says(t, b.err.String(), "Standard input could not be read.")
	}
	b.document()
}

type iotestErr struct{}

func (iotestErr) Read([]byte) (int, error) { return 0, errors.New("bad file descriptor") }

// TestInterruptEndsTheCheck at once, while a token is waited for and while Graph
// is asked.
func TestInterruptEndsTheCheck(t *testing.T) {
	asked := make(chan struct{}, 100)
	hanging := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-r.Context().Done()
	}))
	defer hanging.Close()
	read := make(chan struct{}, 100)
	for name, each := range map[string]struct {
		input   string
		under   <-chan struct{} // tells that the moment has come
		further bool            // more input is waited for
	}{
		"waiting for a token": {"EAA", read, true},
		"asking Graph":        {token(t, "ready"), asked, false},
	} {
		b := newBench(t)
		b.Graph.BaseURL = hanging.URL
		in, writer := io.Pipe()
		defer func() { _ = writer.Close() }()
		b.In = in
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan int, 1)
		go func() { ended <- b.Run(ctx, []string{"check"}) }()
		_, _ = io.WriteString(writer, each.input)
		read <- struct{}{}
		if !each.further {
			_ = writer.Close()
		}
		<-each.under
		cancel()
		select {
		case code := <-ended:
			if code != terminal.ExitInterrupted {
				t.Errorf("%s: exit code %d", name, code)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%s: it does not end", name)
		}
	}
}

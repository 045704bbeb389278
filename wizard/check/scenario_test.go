package check

import (
	"context"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
)

func TestDump(t *testing.T) {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	for _, s := range sandbox.Scenarios() {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		var paste Paste
		if !s.Token.IsZero() {
			paste = ReadPaste(s.Token.Reveal())
		} else {
			paste = ReadPaste("")
		}
		r, err := Run(ctx, Request{Paste: paste, Graph: graph.Options{BaseURL: server.GraphURL(), Pause: time.Millisecond}})
		cancel()
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %s %s about %s kind %s missing %v surplus %v", s.Name, r.Verdict.Status, r.Verdict.Reason, r.Verdict.About.ID, r.Token.Kind, r.Permissions.Missing, r.Permissions.Surplus)
		for _, row := range r.Rows {
			if row.Problem() {
				code := ""
				if row.Graph != nil && row.Graph.Error != nil {
					code = row.Graph.Error.CodeText()
				}
				t.Logf("     %s %s %s %s", row.ID, row.Status, row.Reason, code)
			}
		}
	}
}

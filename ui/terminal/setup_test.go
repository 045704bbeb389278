package terminal_test

import (
	"context"
	"io"
	"testing"
	"time"

	"latchkey/ui/terminal"
)

func TestInterruptEndsTheSetup(t *testing.T) {
	b := newBench(t)
	in, writer := io.Pipe()
	defer func() { _ = writer.Close() }()
	ctx, cancel := context.WithCancel(t.Context())
	b.In = in
	ended := make(chan int, 1)
	go func() { ended <- b.Run(ctx, []string{"setup"}) }()
	_, _ = io.WriteString(writer, "1\n")
	b.out.waitFor(t, "Step 2 of 7")
	cancel()
	select {
	case code := <-ended:
		if code != terminal.ExitInterrupted {
			t.Errorf("exit code %d", code)
		}
	case <-time.After(time.Minute):
		t.Fatal("it does not end")
	}
}

package terminal_test

import (
	"testing"

	"latchkey/ui/terminal"
)

func TestPipeListsReadyLines(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, "", "pipe", "--list", "--saved", "My shop")
	says(t, b.out.String(), "latchkey pipe --saved 'My shop' -- gh secret set WHATSAPP_TOKEN", "Google Cloud Secret Manager")
	silent(t, b.out.String(), "[recipe.")
}

package vault_test

import (
	"os"
	"testing"

	"go.uber.org/goleak"
)

// TestMain also is the program that tests start as a process of its own, when
// one process cannot show what is to be shown.
func TestMain(m *testing.M) {
	if command := os.Getenv(childVariable); command != "" {
		os.Exit(runChild(command))
	}
	goleak.VerifyTestMain(m)
}

package handover_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/graph"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// canary is a made-up token that is searched for wherever it must not be.
var canary = graph.NewToken("madeUpCanary" + strings.Repeat("k", 180) + "Z9")

// entry is what the index says of the canary.
func entry() vault.Entry {
	return vault.Entry{
		Name: "My corner shop", Last4: canary.Last4(), PhoneID: "106540352242922", AccountID: "102290129340398",
		ExpiresAt: time.Date(2026, 11, 27, 15, 0, 0, 0, time.FixedZone("", 3600)),
	}
}

// The parts that the test binary plays in a process of its own.
const (
	asExec     = "as-exec"     // hands the canary over by Exec
	asPipe     = "as-pipe"     // hands it over by Pipe
	asSoftware = "as-software" // is handed the canary
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 {
		switch rest := os.Args[2:]; os.Args[1] {
		case asExec, asPipe:
			os.Exit(handOver(os.Args[1], rest))
		case asSoftware:
			os.Exit(software(rest))
		}
	}
	goleak.VerifyTestMain(m)
}

// handOver starts a command as the program does, and ends as it does.
func handOver(part string, words []string) int {
	var code int
	var err error
	if part == asPipe {
		newline := words[0] == "newline"
		code, err = handover.Pipe(context.Background(), words[1:], canary, newline)
	} else {
		var variables []handover.Variable
		if variables, err = handover.Values(entry(), canary, ""); err == nil {
			code, err = handover.Exec(context.Background(), words, variables)
		}
	}
	var start *handover.StartError
	if errors.As(err, &start) {
		code = start.ExitCode()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	return code
}

// told is what the software says of itself.
type told struct {
	Arguments   []string
	Environment []string
	Input       string
	CommandLine string // of the process, as the system tells it; Linux only
	Parents     string // command line and environment of the process above; Linux only
}

// software is a program that was handed a token.
func software(words []string) int {
	switch words[0] {
	case "tell":
		input, err := io.ReadAll(os.Stdin)
		if err != nil {
			return 99
		}
		commandLine, _ := os.ReadFile("/proc/self/cmdline")
		parent := "/proc/" + strconv.Itoa(os.Getppid())
		parentsLine, _ := os.ReadFile(parent + "/cmdline")
		parentsEnvironment, _ := os.ReadFile(parent + "/environ")
		_ = json.NewEncoder(os.Stdout).Encode(told{
			Arguments: os.Args, Environment: os.Environ(), Input: string(input),
			CommandLine: string(commandLine), Parents: string(parentsLine) + string(parentsEnvironment),
		})
	case "end":
		code, _ := strconv.Atoi(words[1])
		return code
	case "deaf":
		return 0 // reads nothing of its standard input
	case "signals":
		return tellSignals()
	}
	return 0
}

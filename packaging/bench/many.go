package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"latchkey/wizard/vault"
)

// saveTokens writes the list of that many saved tokens into a home, as the program finds it
// there. No keychain holds them: Home reads the list alone.
func saveTokens(home string, count int) error {
	if count == 0 {
		return nil
	}
	saved := time.Now().UTC().Truncate(time.Second)
	entries := make([]vault.Entry, count)
	for i := range entries {
		entries[i] = vault.Entry{
			Name: fmt.Sprintf("Shop %04d", i), Last4: "0000", SavedAt: saved, Kind: "system_user", NeverExpires: true,
			AppName: "Shop messages", LastCheckedAt: saved, Verdict: "ready",
		}
	}
	text, err := json.Marshal(map[string]any{
		"schema": "latchkey.index", "version": 1, "content": map[string]any{"entries": entries},
	})
	if err != nil {
		return err
	}
	folder := filepath.Join(home, "config", "latchkey")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "index.json"), text, 0o600)
}

const (
	manyTokens  = 1_000
	manyLatency = 20 * time.Millisecond
)

// timeMany measures a list of manyTokens, with the default number of checks at a time, and how
// long as many single checks would take, in seconds. What the programs take to start counts in
// neither.
func timeMany() (atOnce, oneByOne float64, err error) {
	meta, err := startPretendMeta(manyLatency)
	if err != nil {
		return 0, 0, err
	}
	defer stop(meta.command)
	folder, err := os.MkdirTemp("", "bench-list-")
	if err != nil {
		return 0, 0, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	var list strings.Builder
	list.WriteString("name,token\n")
	for i := range manyTokens {
		fmt.Fprintf(&list, "Shop %d,%s\n", i, meta.token)
	}
	path := filepath.Join(folder, "list.csv")
	if err := os.WriteFile(path, []byte(list.String()), 0o600); err != nil {
		return 0, 0, err
	}
	home := []string{"HOME=" + folder, "XDG_CONFIG_HOME=" + folder, "PATH=" + os.Getenv("PATH")}
	run := func(input string, arguments ...string) (time.Duration, error) {
		command := exec.Command(terminal, append(arguments, "--graph-url", meta.graph)...)
		command.Env, command.Stdin = home, strings.NewReader(input)
		return timed(command)
	}
	without, err := timed(exec.Command(terminal, "version"))
	if err != nil {
		return 0, 0, err
	}
	single, err := run(meta.token, "check", "--json")
	if err != nil {
		return 0, 0, fmt.Errorf("checking one token: %w", err)
	}
	all, err := run("", "check", "--batch", path, "--csv")
	if err != nil {
		return 0, 0, fmt.Errorf("checking %d tokens: %w", manyTokens, err)
	}
	return (all - without).Seconds(), manyTokens * (single - without).Seconds(), nil
}

package terminal_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/zalando/go-keyring"

	"latchkey/graph"
	"latchkey/ui/terminal"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// namesVariable lists the variables that are the script's alone.
const namesVariable = "SCRIPT_NAMES"

// latchkey is the program that scripts run: the real one with the script's
// keychain, clock, pretend Meta and person.
func latchkey() {
	t := standIn()
	// The program and what it starts know nothing by the script's names.
	for name := range strings.FieldsSeq(os.Getenv(namesVariable) + " " + namesVariable) {
		_ = os.Unsetenv(name)
	}
	t.Browser = notedBrowser{}
	if typed, err := os.ReadFile(typedFile); err == nil {
		_ = os.Remove(typedFile)
		lines := strings.Split(string(typed), "\n")
		person := &person{lines: answers(lines[:len(lines)-1])}
		t.Out, t.Err = person.reads(os.Stdout), person.reads(os.Stderr)
		t.Prompt = person
	}
	os.Exit(t.Run(context.Background(), os.Args[1:]))
}

// standIn is the terminal on the script's stand-ins.
func standIn() *terminal.Terminal {
	cobra.EnableCommandSorting = false
	t, err := terminal.New(nil)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(terminal.ExitUsage)
	}
	t.Now = clock(os.Getenv("NOW"))
	chain, deadline := strike(folderKeychain(os.Getenv("KEYCHAIN")))
	t.Folder = files.Open(t.Folder.Path(), t.Now)
	t.Keychain = chain
	t.Vault = vault.Open(vault.Options{Folder: t.Folder, Keychain: chain, Deadline: deadline, Now: t.Now})
	t.Graph = graph.Options{BaseURL: os.Getenv("META"), Pause: time.Millisecond}
	return t
}

// clock stands at an RFC 3339 time; "" is the real one.
func clock(text string) func() time.Time {
	if text == "" {
		return time.Now
	}
	now, err := time.Parse(time.RFC3339, text)
	if err != nil {
		panic(err)
	}
	return func() time.Time { return now }
}

// person types at a terminal, which shows each line where it was asked for, and
// of a hidden one nothing.
type person struct {
	lines answers
	asked io.Writer // what was written to last
}

// reads returns the writer, watched.
func (p *person) reads(w io.Writer) io.Writer { return &watched{w, p} }

func (p *person) Line(ctx context.Context) (string, error) {
	line, err := p.lines.Line(ctx)
	if err == nil && p.asked != nil {
		_, _ = fmt.Fprintln(p.asked, line)
	}
	return line, err
}

func (p *person) Secret(ctx context.Context) (string, error) { return p.lines.Secret(ctx) }

// watched is standard output or standard error, read by a person.
type watched struct {
	io.Writer
	by *person
}

func (w *watched) Write(text []byte) (int, error) {
	w.by.asked = w.Writer
	return w.Writer.Write(text)
}

// notedBrowser notes in a file which pages were opened. With NO_BROWSER set it
// opens none.
type notedBrowser struct{}

func (notedBrowser) Open(_ context.Context, address string) error {
	if os.Getenv("NO_BROWSER") != "" {
		return errors.New("no browser")
	}
	file, err := os.OpenFile("opened", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	_, err = fmt.Fprintln(file, address)
	return err
}

// unfinished is behind the name of a file that a keychain has not got ready.
const unfinished = ".unfinished"

// folderKeychain is a keychain that is a folder: one for each service, with a
// file for each name. With KEYCHAIN_FAILS set every call ends with that error.
type folderKeychain string

func (k folderKeychain) file(service, name string) (string, error) {
	if trouble := os.Getenv("KEYCHAIN_FAILS"); trouble != "" {
		return "", errors.New(trouble)
	}
	return filepath.Join(string(k), service, name), nil
}

func (k folderKeychain) Set(service, name, secret string) error {
	path, err := k.file(service, name)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o700)
	}
	if err != nil {
		return err
	}
	// A keychain holds the old secret or the new one, never half of one.
	if err := os.WriteFile(path+unfinished, []byte(secret), 0o600); err != nil {
		return errors.Join(err, os.Remove(path+unfinished))
	}
	return os.Rename(path+unfinished, path)
}

func (k folderKeychain) Get(service, name string) (string, error) {
	path, err := k.file(service, name)
	if err != nil {
		return "", err
	}
	secret, err := os.ReadFile(path)
	return string(secret), missing(err)
}

func (k folderKeychain) Delete(service, name string) error {
	path, err := k.file(service, name)
	if err != nil {
		return err
	}
	return missing(os.Remove(path))
}

func missing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return keyring.ErrNotFound
	}
	return err
}

// Package terminal is the assistant in a terminal: the route for scripts, and
// for people whom the window does not serve. It imports no window.
package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/words"
	"latchkey/wizard"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// Version of the program; the build sets it.
var Version = "0.1.0-dev"

// Exit codes. They are relied on by scripts.
const (
	ExitReady      = 0
	ExitFailed     = 1 // a check failed
	ExitUsage      = 2
	ExitUnknown    = 3 // could not check: network, outage, limit
	ExitNoToken    = 4 // nothing usable was given
	ExitNoKeychain = 5
)

// exit ends the program with a code. Its text is for people and may be empty:
// then everything has been said already.
type exit struct {
	code int
	text string
}

func (e exit) Error() string { return e.text }

// Terminal is what a command works with.
type Terminal struct {
	In     io.Reader
	Out    io.Writer
	Err    io.Writer
	Words  *words.Words
	Folder *files.Folder
	Vault  *vault.Vault
	Now    func() time.Time
	// OpenWindow shows the window; nil in a build without one.
	OpenWindow func(*Terminal) error
}

// Main runs the program with the arguments after its name and returns its exit
// code. openWindow shows the window, nil in a build without one.
func Main(arguments []string, openWindow func(*Terminal) error) int {
	terminal, err := New(openWindow)
	if err != nil {
		_, _ = fmt.Fprintln(os.Stderr, err)
		return ExitUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return terminal.Run(ctx, arguments)
}

// New returns the terminal of this process.
func New(openWindow func(*Terminal) error) (*Terminal, error) {
	language := strings.FieldsFunc(os.Getenv("LC_ALL")+" "+os.Getenv("LC_MESSAGES")+" "+os.Getenv("LANG"), func(r rune) bool { return r == ' ' || r == '.' })
	spoken, err := words.New(nil, language...)
	if err != nil {
		return nil, fmt.Errorf("reading the words: %w", err)
	}
	path, err := files.DefaultPath()
	if err != nil {
		// Without a home the folder cannot be found; commands that need none go on.
		path = filepath.Join(os.TempDir(), "latchkey-without-home")
	}
	folder := files.Open(path, time.Now)
	return &Terminal{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Words:      spoken,
		Folder:     folder,
		Vault:      vault.Open(vault.Options{Service: vault.Service, Folder: folder}),
		Now:        time.Now,
		OpenWindow: openWindow,
	}, nil
}

// Run executes one command and returns the exit code.
func (t *Terminal) Run(ctx context.Context, arguments []string) int {
	root := t.root()
	root.SetArgs(arguments)
	root.SetIn(t.In)
	root.SetOut(t.Out)
	root.SetErr(t.Err)
	err := root.ExecuteContext(ctx)
	var ending exit
	switch {
	case err == nil:
		return ExitReady
	case errors.As(err, &ending):
		if ending.text != "" {
			t.tell(ending.text)
		}
		return ending.code
	}
	// What cobra complains of quotes the arguments; a token typed there must
	// not be shown again.
	t.tell(graph.Redact(err.Error()))
	t.tell(t.Words.Say("terminal.see_help"))
	return ExitUsage
}

func (t *Terminal) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "latchkey",
		Short:         t.Words.Say("terminal.about"),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			if t.OpenWindow == nil {
				return command.Help()
			}
			return t.OpenWindow(t)
		},
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(t.checkCommand(), t.practiseCommand(), t.explainCommand(), t.savedCommand(), t.doctorCommand(), t.versionCommand())
	return root
}

// World is the real one: Meta, this computer's keychain, this person's files.
func (t *Terminal) World() wizard.World {
	return wizard.World{
		Site: graph.Meta, Vault: t.Vault, Progress: wizard.ProgressFile(t.Folder), Now: t.Now,
	}
}

// tell writes to people: standard error, so that standard output stays for
// what was asked for.
func (t *Terminal) tell(text string) { _, _ = fmt.Fprintln(t.Err, words.Plain(text)) }

func (t *Terminal) print(text string) { _, _ = fmt.Fprintln(t.Out, words.Plain(text)) }

func (t *Terminal) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: t.Words.Say("terminal.version"), Args: cobra.NoArgs,
		Run: func(*cobra.Command, []string) { t.print("latchkey " + Version) },
	}
}

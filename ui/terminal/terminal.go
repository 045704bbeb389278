// Package terminal is the assistant in a terminal: the route for scripts, and
// for people whom the window does not serve. It imports no window.
//
// What was asked for goes to standard output, everything else that is said to
// standard error. A token is never an argument: it comes on standard input,
// from the keychain, or from a hidden prompt.
package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/value"
	"latchkey/ui/browser"
	"latchkey/ui/instance"
	"latchkey/ui/words"
	"latchkey/wizard/doctor"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// Browser opens a web address where the person can see it.
type Browser interface {
	Open(ctx context.Context, address string) error
}

// Terminal is what a command works with.
type Terminal struct {
	In     io.Reader
	Out    io.Writer
	Err    io.Writer
	Words  *words.Words
	Folder *files.Folder
	Vault  *vault.Vault
	Now    func() time.Time
	// Keychain holds what is saved in practice; nil is the system's.
	Keychain vault.Keychain
	// Graph is what is asked about tokens; the zero value is Meta's.
	Graph graph.Options
	// Browser opens Meta's pages.
	Browser Browser
	// Prompt reads a person's answers; nil reads In.
	Prompt Prompt
	// Examine looks at this computer for "doctor"; nil is doctor.Examine.
	Examine func(context.Context, doctor.Computer) []doctor.Finding
	// Anew opens another window beside one that hangs, unasked.
	Anew bool
	// Page is where the window opens, one of instance.Pages; "" is Home.
	Page string
	// Software draws the window by software, unasked.
	Software bool
	// Desktop tells what keeps the window from opening; nil where a terminal does.
	Desktop Desktop
	// WindowFolders are where Fyne keeps what concerns the window.
	WindowFolders []string
	// OpenWindow shows the window; nil in a build without one.
	OpenWindow func(*Terminal) error

	// guard stands before Out and Err while a command runs.
	guard *value.Guard
}

// Main runs the program with the arguments after its name and returns its exit
// code. openWindow shows the window, nil in a build without one.
func Main(arguments []string, openWindow func(*Terminal) error) int {
	forbidCore()
	// Cobra refuses to run a program that was opened by a double click on
	// Windows, which is how a window is opened.
	cobra.MousetrapHelpText = ""
	// Commands are listed as a person needs them.
	cobra.EnableCommandSorting = false
	terminal, err := New(openWindow)
	if err != nil {
		_, _ = fmt.Fprintln(os.Stderr, err)
		return ExitUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// The first Ctrl+C asks to end, a second one ends.
	defer context.AfterFunc(ctx, stop)()
	return terminal.Run(ctx, arguments)
}

// New returns the terminal of this process.
func New(openWindow func(*Terminal) error) (*Terminal, error) {
	folder := settingsFolder()
	spoken, err := words.New(nil, words.Preferred(context.Background(), os.Getenv, folder)...)
	if err != nil {
		return nil, fmt.Errorf("reading the words: %w", err)
	}
	return &Terminal{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Words:      spoken,
		Folder:     folder,
		Vault:      vault.Open(vault.Options{Service: vault.Service, Folder: folder}),
		Now:        time.Now,
		Browser:    browser.NewSystem(),
		Desktop:    systemDesktop(),
		OpenWindow: openWindow,

		WindowFolders: windowFolders(),
	}, nil
}

// settingsFolder is this person's. Where it cannot be found, commands that need
// none go on.
func settingsFolder() *files.Folder {
	path, err := files.DefaultPath()
	if err != nil {
		return files.Nowhere(err)
	}
	return files.Open(path, time.Now)
}

// Run executes one command and returns the exit code. It is not ExitReady where
// what was asked for could not be printed.
func (t *Terminal) Run(ctx context.Context, arguments []string) int {
	out := &output{Writer: t.Out}
	guard := &value.Guard{}
	printing := *t
	printing.Words = t.Words.ForTerminal()
	printing.guard, printing.Out, printing.Err = guard, guard.Writer(out), guard.Writer(t.Err)
	code := printing.run(ctx, arguments, out)
	if out.failed == nil {
		return code
	}
	if !errors.Is(out.failed, syscall.EPIPE) { // who reads has enough, which is nobody's fault
		printing.tell(printing.Words.Say("terminal.not_printed", words.Values{"Cause": graph.Clean(systemCause(out.failed))}))
	}
	return max(code, ExitFailed)
}

func (t *Terminal) run(ctx context.Context, arguments []string, out *output) int {
	err := t.execute(ctx, arguments)
	var ending exit
	switch {
	case err == nil:
		return ExitReady
	case errors.As(err, &ending):
		for _, text := range []string{ending.says, ending.advice} {
			if text != "" {
				t.tell(text)
			}
		}
		return ending.code
	case out.failed != nil && errors.Is(err, out.failed):
		return ExitFailed
	}
	t.tell(graph.Clean(err.Error()))
	return ExitUsage
}

func (t *Terminal) execute(ctx context.Context, arguments []string) error {
	if len(arguments) == 0 && t.OpenWindow != nil {
		return t.openWindow(ctx) // waits for no command to be described
	}
	if err := t.speakAsAsked(arguments); err != nil {
		return err
	}
	root := t.Commands()
	root.SetArgs(arguments)
	root.SetIn(t.In)
	root.SetOut(t.Out)
	root.SetErr(t.Err)
	return root.ExecuteContext(ctx)
}

// Commands are all of them, with their help.
func (t *Terminal) Commands() *cobra.Command {
	var version bool
	root := &cobra.Command{
		Use:           "latchkey [COMMAND]",
		Short:         t.Words.Say("terminal.about"),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          t.noCommand,
		RunE: func(command *cobra.Command, _ []string) error {
			if version {
				t.printVersion()
				return nil
			}
			if t.OpenWindow == nil {
				return command.Help()
			}
			if pages := instance.Pages(); t.Page != "" && !slices.Contains(pages, t.Page) {
				return usage(t.Words.Say("terminal.no_page", words.Values{"Pages": t.Words.List(pages...)}))
			}
			return t.openWindow(command.Context())
		},
	}
	if t.OpenWindow != nil {
		root.Flags().StringVar(&t.Page, "page", "", t.Words.Say("terminal.flag_page"))
		root.Flags().BoolVar(&t.Anew, "anew", false, t.Words.Say("terminal.flag_window_anew"))
		root.Flags().BoolVar(&t.Software, "software", false, t.Words.Say("terminal.flag_software"))
	}
	root.Flags().BoolVar(&version, "version", false, t.Words.Say("terminal.flag_version"))
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(t.flagError)
	root.PersistentPreRunE = t.noEmptyAddress
	root.SetHelpFunc(func(command *cobra.Command, _ []string) { t.help(command) })
	root.SetHelpCommand(t.helpCommand())
	root.PersistentFlags().BoolP("help", "h", false, t.Words.Say("terminal.flag_help"))
	root.PersistentFlags().String(languageFlag, "", t.Words.Say("terminal.flag_lang"))
	root.SetGlobalNormalizationFunc(practiceFlag)
	root.SuggestionsMinimumDistance = 2
	root.AddCommand(
		t.setupCommand(), t.checkCommand(), t.reportCommand(), t.explainCommand(),
		t.savedCommand(), t.execCommand(), t.pipeCommand(), t.storeCommand(), t.envFileCommand(), t.sendTestCommand(), t.calendarCommand(),
		t.exchangeCodeCommand(), t.solutionTokenCommand(), t.renewCommand(), t.fixCommand(),
		t.practiseCommand(), t.doctorCommand(), t.versionCommand(),
	)
	return root
}

// practiceFlag understands --practise, which the command of that name makes people
// type, wherever there is --practice.
func practiceFlag(_ *pflag.FlagSet, name string) pflag.NormalizedName {
	if name == "practise" {
		name = "practice"
	}
	return pflag.NormalizedName(name)
}

// Environment is the real one: Meta, this computer's keychain, this person's files.
func (t *Terminal) Environment() environment.Environment {
	return environment.Environment{
		Graph: t.Graph, Site: site.Meta, Vault: t.Vault, Folder: t.Folder, Now: t.Now,
	}
}

package terminal

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
)

// practiseOptions are the flags of "latchkey practise".
type practiseOptions struct {
	port            int
	scenario, fault string
	latency         time.Duration
	list            bool
}

// practiseCommand serves the pretend Meta alone, for training and for other
// people's software.
func (t *Terminal) practiseCommand() *cobra.Command {
	var options practiseOptions
	command := &cobra.Command{
		Use: "practise [--list] [--scenario NAME]", Short: t.Words.Say("terminal.practise"), Args: t.noArguments,
		Long: t.Words.Say("terminal.practise_long") + "\n\n" + t.Words.Say("terminal.practise_calls") + "\n\n" + t.faultsExplained(),
		RunE: func(command *cobra.Command, _ []string) error {
			if options.list {
				t.listScenarios()
				return nil
			}
			return t.practise(command.Context(), options)
		},
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.BoolVar(&options.list, "list", false, t.Words.Say("terminal.flag_list"))
	flags.StringVar(&options.scenario, "scenario", "", t.Words.Say("terminal.flag_scenario"))
	flags.IntVar(&options.port, "port", 0, t.Words.Say("terminal.flag_port"))
	flags.DurationVar(&options.latency, "latency", 0, t.Words.Say("terminal.flag_latency"))
	flags.StringVar(&options.fault, "fault", "", t.Words.Say("terminal.flag_fault"))
	return command
}

func (t *Terminal) listScenarios() {
	out := screen.Of(t.Out)
	width := 0
	for _, known := range sandbox.Scenarios() {
		width = max(width, screen.Length(known.Name))
	}
	for _, training := range []bool{false, true} {
		if training {
			out.Line("")
			out.Line(t.Words.Say("terminal.training"))
		}
		for _, known := range sandbox.Scenarios() {
			if known.Training == training {
				out.Beside(screen.Pad(known.Name, width)+"  ", t.Words.Scenario(known.Name, training))
			}
		}
	}
}

// practise serves until it is stopped.
func (t *Terminal) practise(ctx context.Context, options practiseOptions) error {
	chosen, err := t.scenario(options)
	if err != nil {
		return err
	}
	fault, times, err := t.faultOrder(options.fault)
	if err != nil {
		return err
	}
	log := &requestLog{terminal: t, changed: make(chan struct{}, 1)}
	server, err := sandbox.Start(sandbox.Options{Port: options.port, Latency: options.latency, Words: t.Words, Log: log.add})
	if err != nil {
		return t.portExit(err, options.port)
	}
	defer log.end()
	defer func() { _ = server.Close() }()
	server.SetFault(fault, times)
	server.Show(chosen.Name)
	log.saying(func() { t.tellPractice(server, chosen, options.scenario != "") })
	told := !chosen.Training
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-log.changed:
			if !told && server.Solved(chosen.Name) {
				told = true
				log.saying(func() { t.print(t.Words.Say("training." + chosen.Name + ".solved")) })
			}
		}
	}
}

// scenario finds what is to be practised, and refuses what is not there.
func (t *Terminal) scenario(options practiseOptions) (sandbox.Scenario, error) {
	var names []string
	for _, known := range sandbox.Scenarios() {
		names = append(names, known.Name)
	}
	name := options.scenario
	if name == "" {
		name = "ready"
	}
	chosen, ok := sandbox.FindScenario(name)
	if !ok {
		return chosen, usage(t.Words.Say("terminal.no_scenario", words.Values{"Scenarios": t.Words.List(names...)}))
	}
	return chosen, nil
}

// faultOrder reads what is to go wrong and how many times, as in "too-many:2".
// Without a number it goes wrong every time: 0.
func (t *Terminal) faultOrder(order string) (sandbox.Fault, int, error) {
	name, number, counted := strings.Cut(order, ":")
	fault := sandbox.Fault(name)
	if order != "" && !slices.Contains(sandbox.Faults(), fault) {
		return "", 0, usage(t.Words.Say("terminal.no_fault", words.Values{"Faults": faultNames()}))
	}
	if !counted {
		return fault, 0, nil
	}
	times, err := strconv.Atoi(number)
	if err != nil || times < 1 {
		return "", 0, usage(t.Words.Say("terminal.no_fault_count"))
	}
	return fault, times, nil
}

// faultsExplained says what each fault is, one a line.
func (t *Terminal) faultsExplained() string {
	lines := []string{t.Words.Say("terminal.practise_faults")}
	for _, known := range sandbox.Faults() {
		lines = append(lines, t.Words.Named(string(known), t.Words.Say("fault."+string(known))))
	}
	return strings.Join(lines, "\n")
}

func faultNames() string {
	var names []string
	for _, known := range sandbox.Faults() {
		names = append(names, string(known))
	}
	return strings.Join(names, ", ")
}

// portExit says why nothing could be served.
func (t *Terminal) portExit(err error, port int) error {
	switch {
	case port < 0 || port > 65535:
		return usage(t.Words.Say("terminal.no_port"))
	case errors.Is(err, fs.ErrPermission):
		return usage(t.Words.Say("terminal.port_refused", words.Values{"Port": strconv.Itoa(port)}))
	case port != 0:
		return usage(t.Words.Say("terminal.port_taken", words.Values{"Port": strconv.Itoa(port)}))
	}
	return usage(t.Words.Say("practice.failed"))
}

// tellPractice prints the addresses, the token and its ids, and a training
// scenario's story.
func (t *Terminal) tellPractice(server *sandbox.Server, chosen sandbox.Scenario, asked bool) {
	out := screen.Of(t.Out)
	if chosen.Training {
		out.Line(screen.Bold(t.Words.Say("training." + chosen.Name + ".title")))
		out.Line(t.Words.Say("training." + chosen.Name + ".story"))
		out.Line("")
	}
	token := t.Words.Say("terminal.practise_token")
	given := [][2]string{
		{t.Words.Say("terminal.practise_graph"), server.GraphURL()},
		{t.Words.Say("terminal.practise_pages"), server.PagesURL()},
		{token, chosen.Token.String()},
		{t.Words.Say("terminal.practise_business"), chosen.BusinessID},
		{t.Words.Say("terminal.practise_app"), chosen.AppID},
		{t.Words.Say("terminal.practise_account"), chosen.AccountID},
		{t.Words.Say("terminal.practise_phone"), chosen.PhoneID},
		{t.Words.Say("terminal.practise_solution"), chosen.SolutionID},
	}
	given = append(given, t.customersOf(chosen)...)
	width := 0
	for _, line := range given {
		width = max(width, screen.Length(line[0]))
	}
	for _, line := range given {
		front := screen.Pad(line[0], width) + "  "
		switch {
		case line[0] == token:
			out.Secret(front, chosen.Token)
		case line[1] != "":
			out.Exactly(front + line[1])
		}
	}
	if chosen.Training {
		t.tell(t.Words.Say("terminal.training_how"))
	} else if !asked {
		t.tell(t.Words.Say("terminal.practise_how", words.Values{"Address": server.PagesURL() + "/?business_id=" + sandbox.Practice().BusinessID}))
	}
	t.tell(t.Words.Say("terminal.practise_stop"))
}

// customersOf lists the customers of a partner, and who has yet to share an
// account with the solution.
func (t *Terminal) customersOf(chosen sandbox.Scenario) [][2]string {
	label := t.Words.Say("terminal.practise_customer")
	if len(chosen.Customers) == 0 {
		return [][2]string{{label, chosen.CustomerID}}
	}
	var lines [][2]string
	for _, customer := range chosen.Customers {
		text := customer.BusinessID + "  " + customer.Name
		if !customer.Shared {
			text += "  " + t.Words.Say("terminal.practise_unshared")
		}
		lines = append(lines, [2]string{label, text})
	}
	return lines
}

// requestLog tells of requests as they are answered, several at a time.
type requestLog struct {
	terminal *Terminal
	changed  chan struct{} // filled when something may have changed

	mutex sync.Mutex
	ended bool
}

// add tells of one request, without its query, headers and body.
func (l *requestLog) add(line sandbox.RequestLine) {
	l.saying(func() {
		answer := l.terminal.Words.Say("terminal.request", words.Values{
			"Status": strconv.Itoa(line.Status), "Code": strconv.Itoa(line.Code), "Took": line.Took.Round(time.Millisecond).String(),
		})
		screen.Of(l.terminal.Err).Exactly(graph.Clean(line.At.Format("15:04:05") + " " + line.Method + " " + line.Path + " " + answer))
	})
	select {
	case l.changed <- struct{}{}:
	default:
	}
}

// saying keeps lines whole, and silent once the command has ended.
func (l *requestLog) saying(say func()) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if !l.ended {
		say()
	}
}

func (l *requestLog) end() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.ended = true
}

package terminal

import (
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"latchkey/graph/sandbox"
	"latchkey/ui/words"
)

// practiseCommand serves the pretend Meta alone, for other people's software.
func (t *Terminal) practiseCommand() *cobra.Command {
	var port int
	var scenario, fault string
	var latency time.Duration
	var list bool
	command := &cobra.Command{
		Use: "practise", Short: t.Words.Say("terminal.practise"), Long: t.Words.Say("terminal.practise_long"), Args: cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			if list {
				for _, known := range sandbox.Scenarios() {
					t.print(known.Name + "\t" + t.Words.Say("scenario."+known.Name))
				}
				return nil
			}
			chosen, ok := sandbox.FindScenario(scenario)
			if !ok {
				return exit{ExitUsage, t.Words.Say("terminal.no_scenario", words.Values{"Name": scenario})}
			}
			server, err := sandbox.Start(sandbox.Options{Port: port, Latency: latency, Fault: sandbox.Fault(fault), Log: t.logRequest})
			if err != nil {
				return exit{ExitUsage, t.Words.Say("practice.failed")}
			}
			defer func() { _ = server.Close() }()
			t.print(t.Words.Say("terminal.practise_graph", words.Values{"Address": server.GraphURL()}))
			t.print(t.Words.Say("terminal.practise_pages", words.Values{"Address": server.PagesURL()}))
			t.print(t.Words.Say("terminal.practise_token", words.Values{"Token": chosen.Token.Reveal()}))
			t.tell(t.Words.Say("terminal.practise_stop"))
			<-command.Context().Done()
			return nil
		},
	}
	names := make([]string, 0)
	for _, known := range sandbox.Faults() {
		names = append(names, string(known))
	}
	flags := command.Flags()
	flags.IntVar(&port, "port", 0, t.Words.Say("terminal.flag_port"))
	flags.StringVar(&scenario, "scenario", "ready", t.Words.Say("terminal.flag_scenario"))
	flags.DurationVar(&latency, "latency", 0, t.Words.Say("terminal.flag_latency"))
	flags.StringVar(&fault, "fault", "", t.Words.Say("terminal.flag_fault", words.Values{"Faults": strings.Join(names, ", ")}))
	flags.BoolVar(&list, "list", false, t.Words.Say("terminal.flag_list"))
	return command
}

// logRequest tells of one request, without its query and headers.
func (t *Terminal) logRequest(line sandbox.RequestLine) {
	t.tell(line.At.Format("15:04:05") + " " + line.Method + " " + line.Path + " " +
		t.Words.Say("terminal.request", words.Values{"Status": itoa(line.Status), "Code": itoa(line.Code), "Took": line.Took.Round(time.Millisecond).String()}))
}

func itoa(number int) string { return strconv.Itoa(number) }

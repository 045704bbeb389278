package terminal

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"latchkey/ui/release"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/doctor"
)

// doctorTime bounds the whole examination.
const doctorTime = 60 * time.Second

// finding is one finding as JSON. Fix is null where nothing is to be done.
type finding struct {
	ID     string  `json:"id"`
	Status string  `json:"status"`
	Title  string  `json:"title"`
	Detail string  `json:"detail"`
	Fix    *string `json:"fix"`
}

func (t *Terminal) doctorCommand() *cobra.Command {
	var asJSON, leaks bool
	command := &cobra.Command{
		Use: "doctor [--json] [--leaks]", Short: t.Words.Say("terminal.doctor"), Long: t.Words.Say("terminal.doctor_long"), Args: t.noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			if leaks {
				return t.leaks(command.Context(), asJSON)
			}
			return t.doctor(command.Context(), asJSON)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, t.Words.Say("terminal.flag_json"))
	command.Flags().BoolVar(&leaks, "leaks", false, t.Words.Say("terminal.flag_leaks"))
	return command
}

func (t *Terminal) doctor(ctx context.Context, asJSON bool) error {
	examine := t.Examine
	if examine == nil {
		examine = doctor.Examine
	}
	bounded, cancel := context.WithTimeout(ctx, doctorTime)
	defer cancel()
	found := examine(bounded, doctor.Computer{Vault: t.Vault, Folder: t.Folder, Graph: t.Graph, Version: release.Version})
	if ctx.Err() != nil {
		return exit{code: ExitInterrupted}
	}
	if asJSON {
		findings := make([]finding, len(found))
		for i, one := range found {
			findings[i] = t.finding(one)
		}
		if err := t.printJSON(struct {
			Schema   string    `json:"schema"`
			Findings []finding `json:"checks"`
		}{"latchkey.doctor/1", findings}); err != nil {
			return err
		}
	} else {
		out := screen.Of(t.Out)
		for _, one := range found {
			title, detail, fix := t.findingText(one)
			out.Row(t.Words, one.Status, title, detail, fix)
		}
	}
	return doctorEnding(found)
}

func (t *Terminal) finding(one doctor.Finding) finding {
	title, detail, fix := t.findingText(one)
	result := finding{ID: string(one.ID), Status: string(one.Status), Title: words.Plain(title), Detail: words.Plain(detail)}
	if fix != "" {
		plain := words.Plain(fix)
		result.Fix = &plain
	}
	return result
}

func (t *Terminal) findingText(one doctor.Finding) (title, detail, fix string) {
	values := words.WithCount(one.Values)
	if place := values["Place"]; place != "" {
		values["Place"] = t.Words.Say("place." + place)
	}
	detail = t.Words.Maybe(one.Reason+".detail", values)
	if detail == "" {
		detail = t.Words.Maybe(one.Reason+".cause", values)
	}
	return t.Words.Say(one.Reason+".title", values), detail, t.Words.Maybe(one.Reason+".fix", values)
}

// doctorEnding tells trouble with the keychain from trouble with the network,
// as "check" does.
func doctorEnding(found []doctor.Finding) error {
	code := ExitReady
	for _, one := range found {
		switch {
		case one.Status != check.Fail:
		case one.ID == doctor.Keychain:
			return exit{code: ExitNoKeychain}
		case one.ID == doctor.Network:
			code = ExitUnknown
		case code == ExitReady:
			code = ExitFailed
		}
	}
	if code != ExitReady {
		return exit{code: code}
	}
	return nil
}

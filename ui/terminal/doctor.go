package terminal

import (
	"context"
	"encoding/json"
	"time"

	"github.com/spf13/cobra"

	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/doctor"
)

// doctorTime bounds the whole examination.
const doctorTime = 60 * time.Second

// finding is one finding as JSON.
type finding struct {
	ID     string `json:"id"`
	Status string `json:"status"`
	Title  string `json:"title"`
	Detail string `json:"detail"`
	Fix    string `json:"fix"`
}

func (t *Terminal) doctorCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use: "doctor", Short: t.Words.Say("terminal.doctor"), Args: cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error { return t.doctor(command.Context(), asJSON) },
	}
	command.Flags().BoolVar(&asJSON, "json", false, t.Words.Say("terminal.flag_json"))
	return command
}

func (t *Terminal) doctor(ctx context.Context, asJSON bool) error {
	ctx, cancel := context.WithTimeout(ctx, doctorTime)
	defer cancel()
	found := doctor.Examine(ctx, doctor.Patient{Vault: t.Vault, Folder: t.Folder, Version: Version, Now: t.Now})
	findings := make([]finding, len(found))
	for i, one := range found {
		findings[i] = t.finding(one)
	}
	if asJSON {
		encoder := json.NewEncoder(t.Out)
		encoder.SetIndent("", "  ")
		_ = encoder.Encode(struct {
			Schema   string    `json:"schema"`
			Findings []finding `json:"checks"`
		}{"latchkey.doctor/1", findings})
	} else {
		t.printFindings(findings)
	}
	return doctorEnding(found)
}

func (t *Terminal) finding(one doctor.Finding) finding {
	values := words.Values{}
	for name, value := range one.Values {
		values[name] = value
	}
	if place := values["Place"]; place != "" {
		values["Place"] = t.Words.Say("place." + place)
	}
	detail := t.Words.Maybe(one.Reason+".detail", values)
	if detail == "" {
		detail = t.Words.Maybe(one.Reason+".cause", values)
	}
	return finding{
		ID: string(one.ID), Status: string(one.Status), Title: words.Plain(t.Words.Say(one.Reason+".title", values)),
		Detail: words.Plain(detail), Fix: words.Plain(t.Words.Maybe(one.Reason+".fix", values)),
	}
}

func (t *Terminal) printFindings(findings []finding) {
	for _, one := range findings {
		status := check.Status(one.Status)
		word := signs[status] + " " + t.Words.Say("status."+one.Status)
		t.print(t.paint(status, word) + pad(word) + " " + one.Title)
		for _, line := range []string{one.Detail, one.Fix} {
			if line != "" {
				t.print("                    " + line)
			}
		}
	}
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

package terminal

import (
	"encoding/json"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"latchkey/ui/words"
	"latchkey/wizard"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// savedToken is one saved token as JSON: what the index holds.
type savedToken struct {
	Name          string `json:"name"`
	Last4         string `json:"last4"`
	Condition     string `json:"condition"`
	Kind          string `json:"kind"`
	AppID         string `json:"app_id"`
	AppName       string `json:"app_name"`
	AccountID     string `json:"waba_id"`
	PhoneID       string `json:"phone_number_id"`
	Number        string `json:"phone_number"`
	NeverExpires  bool   `json:"never_expires"`
	ExpiresAt     string `json:"expires_at,omitempty"`
	LastCheckedAt string `json:"last_checked_at,omitempty"`
	SavedAt       string `json:"saved_at"`
}

func (t *Terminal) savedCommand() *cobra.Command {
	var asJSON bool
	list := &cobra.Command{
		Use: "saved", Short: t.Words.Say("terminal.saved"), Args: cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			entries, err := t.Vault.List(command.Context())
			if err != nil {
				return t.filesExit(err)
			}
			return t.printSaved(entries, asJSON)
		},
	}
	list.Flags().BoolVar(&asJSON, "json", false, t.Words.Say("terminal.flag_json"))
	list.AddCommand(&cobra.Command{
		Use: "remove NAME", Short: t.Words.Say("terminal.saved_remove"), Args: cobra.ExactArgs(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := t.Vault.Remove(command.Context(), arguments[0]); err != nil {
				return t.keychainExit(err)
			}
			t.tell(t.Words.Say("remove.gone", words.Values{"Name": arguments[0]}))
			return nil
		},
	})
	return list
}

func (t *Terminal) printSaved(entries []vault.Entry, asJSON bool) error {
	if !asJSON {
		if len(entries) == 0 {
			t.tell(t.Words.Say("terminal.nothing_saved"))
		}
		for _, entry := range entries {
			t.print(entry.Name + "\t" + wizard.NumberOf(entry) + "\t" + t.Words.Say("condition."+string(wizard.ConditionOf(entry, t.Now()))))
		}
		return nil
	}
	saved := make([]savedToken, 0, len(entries))
	for _, entry := range entries {
		saved = append(saved, savedToken{
			Name: entry.Name, Last4: entry.Last4, Condition: string(wizard.ConditionOf(entry, t.Now())), Kind: entry.Kind,
			AppID: entry.AppID, AppName: entry.AppName, AccountID: entry.AccountID, PhoneID: entry.PhoneID,
			Number: wizard.NumberOf(entry), NeverExpires: entry.NeverExpires,
			ExpiresAt: rfc3339(entry.ExpiresAt), LastCheckedAt: rfc3339(entry.LastCheckedAt), SavedAt: rfc3339(entry.SavedAt),
		})
	}
	encoder := json.NewEncoder(t.Out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(struct {
		Schema string       `json:"schema"`
		Saved  []savedToken `json:"saved"`
	}{"latchkey.saved/1", saved})
}

func rfc3339(moment time.Time) string {
	if moment.IsZero() {
		return ""
	}
	return moment.UTC().Format(time.RFC3339)
}

// filesExit says what is wrong with the program's own folder.
func (t *Terminal) filesExit(err error) error {
	id, path := "files."+string(files.Other), ""
	var file *files.Error
	if errors.As(err, &file) {
		id, path = "files."+string(file.Reason), file.Path
	}
	return exit{ExitNoKeychain, t.Words.Say(id+".cause") + " " + t.Words.Say(id+".fix", words.Values{"Path": path})}
}

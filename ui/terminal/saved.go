package terminal

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"latchkey/ui/words"
	"latchkey/wizard"
	"latchkey/wizard/vault"
)

// savedToken is one saved token as JSON: what the index holds. Times are RFC
// 3339, null where there is none.
type savedToken struct {
	Name          string  `json:"name"`
	Last4         string  `json:"last4"`
	Condition     string  `json:"condition"`
	Kind          string  `json:"kind"`
	AppID         string  `json:"app_id"`
	AppName       string  `json:"app_name"`
	AccountID     string  `json:"waba_id"`
	PhoneID       string  `json:"phone_number_id"`
	Number        string  `json:"phone_number"`
	NeverExpires  bool    `json:"never_expires"`
	ExpiresAt     *string `json:"expires_at"`
	LastCheckedAt *string `json:"last_checked_at"`
	SavedAt       *string `json:"saved_at"`
}

func (t *Terminal) savedCommand() *cobra.Command {
	var asJSON bool
	list := &cobra.Command{
		Use: "saved [--json]", Short: t.Words.Say("terminal.saved"), Args: t.noArguments,
		RunE: func(command *cobra.Command, _ []string) error { return t.saved(command.Context(), asJSON) },
	}
	list.Flags().BoolVar(&asJSON, "json", false, t.Words.Say("terminal.flag_json"))
	list.AddCommand(&cobra.Command{
		Use: "remove NAME", Short: t.Words.Say("terminal.saved_remove"),
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usage(t.Words.Say("terminal.remove_what"))
			}
			return nil
		},
		RunE: func(command *cobra.Command, arguments []string) error {
			// A name with spaces in it need not be quoted.
			return t.removeSaved(command.Context(), strings.Join(arguments, " "))
		},
	})
	return list
}

// saved lists the saved tokens from the index; the keychain is not asked.
func (t *Terminal) saved(ctx context.Context, asJSON bool) error {
	t.lookBack(ctx)
	entries, err := t.Vault.List(ctx)
	if err != nil {
		return t.keychainExit(err)
	}
	entries = wizard.Sorted(entries, t.Now())
	if asJSON {
		return t.printSavedJSON(entries)
	}
	t.printSaved(entries)
	return nil
}

func (t *Terminal) printSaved(entries []vault.Entry) {
	if len(entries) == 0 {
		t.tell(t.Words.Say("terminal.nothing_saved"))
	}
	name, number := 0, 0
	for _, entry := range entries {
		name, number = max(name, length(entry.Name)), max(number, length(wizard.NumberOf(entry)))
	}
	out := screenOf(t.Out)
	for _, entry := range entries {
		line := pad(entry.Name, name) + "  " + pad(wizard.NumberOf(entry), number) + "  " +
			t.Words.Say("condition."+string(wizard.ConditionOf(entry, t.Now())))
		if end := wizard.EndOf(entry); !end.IsZero() {
			line += ", " + t.Words.Say("terminal.ends", words.Values{"When": t.Words.When(end, t.Now())})
		}
		out.exactly(printable(line))
	}
}

func (t *Terminal) printSavedJSON(entries []vault.Entry) error {
	saved := make([]savedToken, 0, len(entries))
	for _, entry := range entries {
		saved = append(saved, savedToken{
			Name: entry.Name, Last4: entry.Last4, Condition: string(wizard.ConditionOf(entry, t.Now())), Kind: entry.Kind,
			AppID: entry.AppID, AppName: entry.AppName, AccountID: entry.AccountID, PhoneID: entry.PhoneID,
			Number: wizard.NumberOf(entry), NeverExpires: entry.NeverExpires,
			ExpiresAt: rfc3339(entry.ExpiresAt), LastCheckedAt: rfc3339(entry.LastCheckedAt), SavedAt: rfc3339(entry.SavedAt),
		})
	}
	return t.printJSON(struct {
		Schema string       `json:"schema"`
		Saved  []savedToken `json:"saved"`
	}{"latchkey.saved/1", saved})
}

func rfc3339(moment time.Time) *string {
	if moment.IsZero() {
		return nil
	}
	text := moment.UTC().Format(time.RFC3339)
	return &text
}

// removeSaved deletes a token from the keychain; the vault has looked whether
// it is gone when it says so.
func (t *Terminal) removeSaved(ctx context.Context, name string) error {
	if err := t.Vault.Remove(ctx, name); err != nil {
		return t.savedExit(err, false)
	}
	t.tell(t.Words.Say("remove.gone", words.Values{"Name": name}) + ". " + t.Words.Say("remove.gone_text"))
	t.tell(t.Words.Say("terminal.revoke"))
	return nil
}

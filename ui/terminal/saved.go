package terminal

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/saved"
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
	var asJSON, practice bool
	list := &cobra.Command{
		Use: "saved [--json]", Short: t.Words.Say("terminal.saved"), Args: t.noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			return t.withTokensOf(practice).saved(command.Context(), asJSON)
		},
	}
	list.Flags().BoolVar(&asJSON, "json", false, t.Words.Say("terminal.flag_json"))
	list.Flags().BoolVar(&practice, "practice", false, t.Words.Say("terminal.flag_among_practice"))
	list.AddCommand(t.savedAddCommand(), t.savedRemoveCommand())
	return list
}

// someName refuses a command on a saved token that names none.
func (t *Terminal) someName(_ *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return usage(t.Words.Say("terminal.name_what"))
	}
	return nil
}

// nameTyped is a name whose spaces need not be quoted.
func nameTyped(arguments []string) string { return strings.Join(arguments, " ") }

// saved lists the saved tokens from the index; the keychain is not asked.
func (t *Terminal) saved(ctx context.Context, asJSON bool) error {
	t.settleEarlierRuns(ctx)
	entries, err := t.Vault.List(ctx)
	if err != nil {
		return t.keychainExit(err)
	}
	entries = saved.Sorted(entries, t.Now())
	if asJSON {
		return t.printSavedJSON(entries)
	}
	t.printSaved(entries)
	return nil
}

// tellNothingSaved says that the list is empty. Where an older one could not be
// read that says nothing of the keychain.
func (t *Terminal) tellNothingSaved() {
	if damaged, _ := t.Vault.Damaged(); len(damaged) > 0 {
		t.tell(t.Words.Say("terminal.nothing_listed"))
		return
	}
	t.tell(t.Words.Say("terminal.nothing_saved"))
}

func (t *Terminal) printSaved(entries []vault.Entry) {
	if len(entries) == 0 {
		t.tellNothingSaved()
	}
	name, number := 0, 0
	for _, entry := range entries {
		name, number = max(name, screen.Length(entry.Name)), max(number, screen.Length(saved.NumberOf(entry)))
	}
	out := screen.Of(t.Out)
	for _, entry := range entries {
		state := t.Words.Say("condition." + string(saved.ConditionOf(entry, t.Now())))
		if end := saved.EndOf(entry); !end.IsZero() {
			state = t.Words.List(state, t.Words.Say("terminal.ends", words.Values{"When": t.Words.Until(end, t.Now())}))
		}
		out.Exactly(graph.Clean(screen.Pad(entry.Name, name) + "  " + screen.Pad(saved.NumberOf(entry), number) + "  " + state))
	}
}

func (t *Terminal) printSavedJSON(entries []vault.Entry) error {
	tokens := make([]savedToken, 0, len(entries))
	for _, entry := range entries {
		tokens = append(tokens, savedToken{
			Name: entry.Name, Last4: entry.Last4, Condition: string(saved.ConditionOf(entry, t.Now())), Kind: entry.Kind,
			AppID: entry.AppID, AppName: entry.AppName, AccountID: entry.AccountID, PhoneID: entry.PhoneID,
			Number: saved.NumberOf(entry), NeverExpires: entry.NeverExpires,
			ExpiresAt: rfc3339(entry.ExpiresAt), LastCheckedAt: rfc3339(entry.LastCheckedAt), SavedAt: rfc3339(entry.SavedAt),
		})
	}
	return t.printJSON(struct {
		Schema string       `json:"schema"`
		Saved  []savedToken `json:"saved"`
	}{"latchkey.saved/1", tokens})
}

func rfc3339(moment time.Time) *string {
	if moment.IsZero() {
		return nil
	}
	text := moment.UTC().Format(time.RFC3339)
	return &text
}

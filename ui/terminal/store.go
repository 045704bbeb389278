package terminal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
)

// storeOptions are the flags of "latchkey store".
type storeOptions struct {
	saved, address, mount, path, field string
	replace                            bool
}

// storeCommand keeps a saved token in HashiCorp Vault or OpenBao.
func (t *Terminal) storeCommand() *cobra.Command {
	var options storeOptions
	command := &cobra.Command{
		Use: "store --saved NAME --address URL --mount secret --path whatsapp [--field token] [--replace]", Short: t.Words.Say("terminal.store"), Long: t.Words.Say("terminal.store_long"),
		Args: t.noArguments,
		RunE: func(command *cobra.Command, _ []string) error { return t.store(command.Context(), options) },
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_hand_over"))
	flags.StringVar(&options.address, "address", storeVariable("ADDR"), t.Words.Say("terminal.flag_address"))
	flags.StringVar(&options.mount, "mount", "secret", t.Words.Say("terminal.flag_mount"))
	flags.StringVar(&options.path, "path", "", t.Words.Say("terminal.flag_path"))
	flags.StringVar(&options.field, "field", "token", t.Words.Say("terminal.flag_field"))
	flags.BoolVar(&options.replace, "replace", false, t.Words.Say("terminal.flag_replace"))
	return command
}

// storeVariable is one of the variables that the stores' own command lines
// read: OpenBao's, else Vault's.
func storeVariable(name string) string {
	return cmp.Or(os.Getenv("BAO_"+name), os.Getenv("VAULT_"+name))
}

func (t *Terminal) store(ctx context.Context, options storeOptions) error {
	if options.address == "" || options.path == "" {
		return usage(t.Words.Say("terminal.store_what"))
	}
	_, token, err := t.fromKeychain(ctx, options.saved)
	if err != nil {
		return err
	}
	answers := t.answers()
	own, err := t.storeToken(ctx, answers)
	if err != nil {
		return err
	}
	store, err := handover.OpenStore(handover.StoreOptions{
		Address: options.address, Mount: options.mount, Path: options.path, Token: own,
		Namespace: storeVariable("NAMESPACE"), Authority: storeVariable("CACERT"),
	})
	if err != nil {
		return t.storeExit(err, options)
	}
	defer store.Close()
	seen, err := store.Look(ctx)
	if err != nil {
		return t.storeExit(err, options)
	}
	if seen.Version > 0 {
		if err := t.agreed(ctx, consent{options.replace, "--replace"}, answers, t.storeQuestion(seen, options)); err != nil {
			return err
		}
	}
	version, err := store.Put(ctx, seen, options.field, token)
	if err != nil {
		return t.storeExit(err, options)
	}
	t.tell(t.Words.Say("store.kept", words.Values{"Place": options.place(), "Field": options.field, "Version": strconv.Itoa(version)}))
	return nil
}

// place is where the token goes, as the stores' own command lines write it.
func (o storeOptions) place() string {
	return strings.Trim(o.mount, "/") + "/" + strings.Trim(o.path, "/")
}

// storeToken is the store's own token: from the environment, else typed in and
// not shown.
func (t *Terminal) storeToken(ctx context.Context, answers Prompt) (graph.Token, error) {
	if token := storeVariable("TOKEN"); token != "" {
		return graph.NewToken(token), nil
	}
	if answers == nil {
		return graph.Token{}, usage(t.Words.Say("terminal.store_token_what"))
	}
	_, _ = fmt.Fprint(t.Err, t.Words.Say("terminal.store_token")+" ")
	typed, err := answers.Secret(ctx)
	_, _ = fmt.Fprintln(t.Err)
	if err != nil && !errors.Is(err, io.EOF) {
		return graph.Token{}, t.inputExit(err, ExitUsage)
	}
	if typed = strings.TrimSpace(typed); typed == "" {
		return graph.Token{}, usage(t.Words.Say("terminal.store_token_what"))
	}
	return graph.NewToken(typed), nil
}

// storeQuestion shows what is there before it is written over.
func (t *Terminal) storeQuestion(seen handover.Secret, options storeOptions) string {
	values := words.Values{
		"Place": options.place(), "Field": options.field, "Version": strconv.Itoa(seen.Version), "Fields": strings.Join(seen.Fields, ", "),
	}
	if !seen.At.IsZero() {
		values["When"] = t.Words.When(seen.At, t.Now())
	}
	if seen.Deleted() {
		values["Deleted"] = "yes"
	}
	id := "store.add"
	if slices.Contains(seen.Fields, options.field) {
		id = "store.replace"
	}
	return t.Words.Say("store.there", values) + " " + t.Words.Say(id, values)
}

func (t *Terminal) storeExit(err error, options storeOptions) error {
	var failure *handover.StoreError
	if !errors.As(err, &failure) {
		return t.keychainExit(err)
	}
	id, values := "store."+string(failure.Reason), words.Values{"Address": options.address, "Place": options.place(), "Said": failure.Said}
	code := ExitFailed
	switch failure.Reason {
	case handover.StoreCanceled:
		return exit{code: ExitInterrupted}
	case handover.StoreAddress, handover.StorePlain, handover.StorePath, handover.StoreAuthority:
		code = ExitUsage
	case handover.StoreUnreachable, handover.StoreTimeout, handover.StoreTLS, handover.StoreSealed, handover.StoreNotSetUp, handover.StoreStandby, handover.StoreUnavailable, handover.StoreRedirected, handover.StoreNotAStore:
		code = ExitUnknown
	}
	return exit{code: code, says: t.Words.Say(id+".title", values) + ".", advice: t.Words.Say(id+".fix", values)}
}

package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
)

// storeOptions are the flags of "latchkey store".
type storeOptions struct {
	handover.StoreOptions
	saved, field string
	replace      bool
}

// storeCommand keeps a saved token in HashiCorp Vault or OpenBao.
func (t *Terminal) storeCommand() *cobra.Command {
	options := storeOptions{StoreOptions: handover.StoreFromEnvironment()}
	command := &cobra.Command{
		Use: "store --saved NAME --address URL --mount secret --path whatsapp [--field token] [--replace]", Short: t.Words.Say("terminal.store"), Long: t.Words.Say("terminal.store_long"),
		Args: t.noArguments,
		RunE: func(command *cobra.Command, _ []string) error { return t.store(command.Context(), options) },
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&options.saved, "saved", "", t.Words.Say("terminal.flag_hand_over"))
	flags.StringVar(&options.Address, "address", options.Address, t.Words.Say("terminal.flag_address"))
	flags.StringVar(&options.Mount, "mount", options.Mount, t.Words.Say("terminal.flag_mount"))
	flags.StringVar(&options.Path, "path", "", t.Words.Say("terminal.flag_path"))
	flags.StringVar(&options.field, "field", "token", t.Words.Say("terminal.flag_field"))
	flags.BoolVar(&options.replace, "replace", false, t.Words.Say("terminal.flag_replace"))
	return command
}

func (t *Terminal) store(ctx context.Context, options storeOptions) error {
	if options.Address == "" || options.Path == "" {
		return usage(t.Words.Say("terminal.store_what"))
	}
	_, token, err := t.fromKeychain(ctx, options.saved)
	if err != nil {
		return err
	}
	answers := t.answers()
	if options.Token.IsZero() {
		if options.Token, err = t.storeToken(ctx, answers); err != nil {
			return err
		}
	}
	store, err := await(ctx, func() (*handover.Store, error) { return handover.OpenStore(options.StoreOptions) })
	if err != nil {
		return t.storeExit(err, options)
	}
	defer store.Close()
	seen, err := store.Look(ctx)
	if err != nil {
		return t.storeExit(err, options)
	}
	if seen.Version > 0 {
		if err := t.agreed(ctx, consent{options.replace, "--replace"}, answers, t.Words.StoreHolds(seen, options.Place(), options.field, t.Now())); err != nil {
			return err
		}
	}
	version, err := store.Put(ctx, seen, options.field, token)
	if err != nil {
		return t.storeExit(err, options)
	}
	t.tell(t.Words.Say("store.kept", words.Values{"Place": options.Place(), "Field": options.field, "Version": strconv.Itoa(version)}))
	return nil
}

// storeToken asks for the store's own token, which is not shown.
func (t *Terminal) storeToken(ctx context.Context, answers Prompt) (graph.Token, error) {
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
	token := graph.NewToken(typed)
	t.guard.Know(token)
	return token, nil
}

func (t *Terminal) storeExit(err error, options storeOptions) error {
	var failure *handover.StoreError
	if !errors.As(err, &failure) {
		return t.keychainExit(err)
	}
	code := ExitFailed
	switch failure.Reason {
	case handover.StoreCanceled:
		return exit{code: ExitInterrupted}
	case handover.StoreAddress, handover.StorePlain, handover.StorePath, handover.StoreAuthority:
		code = ExitUsage
	case handover.StoreUnreachable, handover.StoreTimeout, handover.StoreProxy, handover.StoreTLS, handover.StoreSealed, handover.StoreNotSetUp, handover.StoreStandby, handover.StoreUnavailable, handover.StoreRedirected, handover.StoreNotAStore:
		code = ExitUnknown
	}
	title, fix := t.Words.StoreTrouble(failure, options.StoreOptions)
	return exit{code: code, says: t.Words.Sentence(title), advice: fix}
}

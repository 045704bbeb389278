package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/repair"
)

// registerOptions are the flags of "latchkey fix register".
type registerOptions struct {
	fixOptions
	phone, code string
}

// codeMethods are the ways of sending a code, by what a person types.
var codeMethods = map[string]graph.CodeMethod{"sms": graph.CodeBySMS, "call": graph.CodeByVoice}

// fixRegisterCommand registers a number for the Cloud API. The PIN comes as a line of
// standard input, behind the token where that comes there too, or from a hidden
// prompt.
func (t *Terminal) fixRegisterCommand() *cobra.Command {
	var options registerOptions
	command := &cobra.Command{
		Use:   "register [--saved NAME] [--phone ID] [--code sms|call] [--yes]",
		Short: t.Words.Say("terminal.fix_register"), Long: t.Words.Say("terminal.fix_register_long"), Args: t.noToken,
		RunE: func(command *cobra.Command, _ []string) error { return t.register(command.Context(), options) },
	}
	flags := command.Flags()
	t.fixFlags(flags, &options.fixOptions)
	flags.StringVar(&options.phone, "phone", "", t.Words.Say("terminal.flag_fix_phone"))
	flags.StringVar(&options.code, "code", "", t.Words.Say("terminal.flag_fix_code"))
	return command
}

// registering is a registration under way.
type registering struct {
	*Terminal
	got      toFix
	repairer *repair.Repairer
	number   repair.Number
	method   graph.CodeMethod // "" while nobody has said
}

func (t *Terminal) register(ctx context.Context, options registerOptions) error {
	if err := t.badID(options.phone); err != nil {
		return err
	}
	method, known := codeMethods[options.code]
	if options.code != "" && !known {
		return usage(t.Words.Say("fix.register.code_how"))
	}
	got, found, repairer, err := t.repairing(ctx, options.fixOptions, check.Repair{Kind: check.RepairRegister, Phone: graph.ID(options.phone)})
	if err != nil {
		return err
	}
	defer repairer.Close()
	number, err := repairer.Number(ctx, found.Phone)
	if err != nil {
		return t.fixExit(ctx, err)
	}
	r := &registering{t, got, repairer, number, method}
	if number.State.Refused() {
		return r.notToRegister()
	}
	if err := t.agreed(ctx, consent{options.yes, "--yes"}, got.person(), t.Words.Registering(number)); err != nil {
		return err
	}
	if number.State == repair.NumberUnverified {
		if err := r.verify(ctx); err != nil {
			return err
		}
	}
	return r.finish(ctx)
}

// notToRegister says why a number is left alone, and where to look.
func (r *registering) notToRegister() error {
	return exit{
		code: ExitFailed, says: r.Words.Say("fix.register.state."+string(r.number.State), words.OfNumber(r.number)),
		advice: site.Meta.Address(r.number.State.Page(), site.PageIDs{}),
	}
}

// finish asks for the PIN and registers, with a code in between where Graph asks for
// one only now.
func (r *registering) finish(ctx context.Context) error {
	pin, err := r.pin(ctx)
	if err != nil {
		return err
	}
	after, outcome, err := r.repairer.Register(ctx, r.number.ID, pin)
	if repair.WantsCode(err) {
		r.tell(r.Words.Say("fix.register.state.unverified"))
		if err := r.verify(ctx); err != nil {
			return err
		}
		after, outcome, err = r.repairer.Register(ctx, r.number.ID, pin)
	}
	switch {
	case errors.Is(err, repair.ErrNotToRegister):
		r.number = after
		return r.notToRegister()
	case err != nil:
		return r.fixExit(ctx, err)
	}
	return r.outcome(outcome, r.Words.Say("fix.register."+string(outcome), words.OfNumber(after)))
}

// pin asks for the PIN. Who types it unseen types it twice: a slip would lock the
// number with a PIN that nobody knows.
func (r *registering) pin(ctx context.Context) (graph.Token, error) {
	if r.got.person() != nil {
		r.tell(r.Words.Say("fix.register.pin_which"))
	}
	typed, err := r.hidden(ctx, r.got.lines, r.Words.Say("fix.register.pin_prompt"))
	if err != nil {
		return graph.Token{}, err
	}
	pin, ok := repair.ReadPIN(typed)
	if !ok {
		return pin, usage(r.Words.Say("fix.register.pin_digits"))
	}
	r.guard.Know(pin)
	if r.got.person() == nil {
		return pin, nil
	}
	again, err := r.hidden(ctx, r.got.lines, r.Words.Say("fix.register.pin_again"))
	if err != nil {
		return graph.Token{}, err
	}
	if second, _ := repair.ReadPIN(again); !second.Equal(pin) {
		return graph.Token{}, usage(r.Words.Say("fix.register.pin_differs"))
	}
	return pin, nil
}

// verify has a code sent to the number, and hands it back.
func (r *registering) verify(ctx context.Context) error {
	if err := r.chooseMethod(ctx); err != nil {
		return err
	}
	needed, err := r.repairer.SendCode(ctx, r.number.ID, r.method)
	switch {
	case err != nil:
		return r.fixExit(ctx, err)
	case !needed:
		return nil
	}
	r.tell(r.Words.Say("fix.register.code_sent", words.OfNumber(r.number)))
	if r.got.env.Practice {
		r.tell(r.Words.Say("fix.register.code_practice", words.Values{"Code": sandbox.PracticeCode}))
	}
	typed, err := r.hidden(ctx, r.got.lines, r.Words.Say("fix.register.code_prompt"))
	if err != nil {
		return err
	}
	code, ok := repair.ReadCode(typed)
	if !ok {
		return usage(r.Words.Say("fix.register.code_digits"))
	}
	r.guard.Know(code)
	_, outcome, err := r.repairer.Verify(ctx, r.number.ID, code)
	if err != nil {
		return r.fixExit(ctx, err)
	}
	if outcome == repair.NotYet {
		return exit{code: ExitFailed, says: r.Words.Say("fix.register.code_not_yet")}
	}
	r.tell(r.Words.Say("fix.register.verified", words.OfNumber(r.number)))
	return nil
}

// chooseMethod asks how the code is to be sent, unless that was said.
func (r *registering) chooseMethod(ctx context.Context) error {
	if r.method != "" {
		return nil
	}
	person := r.got.person()
	if person == nil {
		return usage(r.Words.Say("fix.register.code_how"))
	}
	_, _ = fmt.Fprint(r.Err, r.Words.Say("fix.register.code_method")+" ")
	typed, err := person.Line(ctx)
	if err != nil && !errors.Is(err, io.EOF) {
		return r.inputExit(err, ExitUsage)
	}
	method, known := codeMethods[strings.ToLower(strings.TrimSpace(typed))]
	if !known {
		return exit{code: ExitFailed, says: r.Words.Say("terminal.nothing_done")}
	}
	r.method = method
	return nil
}

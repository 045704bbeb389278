package wizard_test

import (
	"context"
	"errors"
	"testing"

	"latchkey/wizard"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

func TestEverySavedTokenIsCheckedThoughOneIsGone(t *testing.T) {
	p := newPlace(t)
	p.saved("Gone shop", "ready")
	p.saved("Good shop", "ready")
	must(t, p.keychain.Delete(vault.Service, "Gone shop"))
	entries, err := p.world.Vault.List(t.Context())
	must(t, err)
	var told []wizard.SavedCheck
	must(t, p.world.CheckAllSaved(t.Context(), entries, nil, func(one wizard.SavedCheck) { told = append(told, one) }))
	if len(told) != 2 || told[0].Err == nil || told[1].Err != nil || told[1].Report.Verdict.Status != check.Ready {
		t.Fatalf("told of %+v", told)
	}
	if told[1].Entry.LastCheckedAt.IsZero() {
		t.Error("the entry is not as it is listed now")
	}
}

func TestCheckingAllEndsWithItsContext(t *testing.T) {
	p := newPlace(t)
	entries := []vault.Entry{{Name: "a"}, {Name: "b"}, {Name: "c"}}
	ctx, cancel := context.WithCancel(t.Context())
	var asked, told []string
	err := p.world.CheckAllSaved(ctx, entries, func(_ context.Context, name string) (check.Report, error) {
		if asked = append(asked, name); name == "b" {
			cancel()
		}
		return check.Report{}, nil
	}, func(one wizard.SavedCheck) { told = append(told, one.Entry.Name) })
	if !errors.Is(err, context.Canceled) || len(asked) != 2 || len(told) != 1 {
		t.Errorf("asked for %v, told of %v, error %v", asked, told, err)
	}
}

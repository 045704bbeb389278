package vault_test

import (
	"context"
	"errors"
	"testing"

	"latchkey/wizard/vault"
)

func TestNamesThatLookTheSame(t *testing.T) {
	ctx := context.Background()
	for taken, others := range map[string][]string{
		"Cafe\u0301":               {"Caf\u00e9", "CAF\u00c9"},
		"Main shop":                {"main shop", "Main shop", "Ｍａｉｎ shop", "MAIN\u0020SHOP"},
		"\u2764\ufe0f":             {"\u2764"},
		"\ufb01ne":                 {"fine"},
		"\u0645\u06cc\u200c\u062e": {"\u0645\u06cc\u062e"},
	} {
		keep, _ := newVault(t, &pretendKeychain{}, long)
		if _, err := keep.Save(ctx, vault.Entry{Name: taken}, alike[0]); err != nil {
			t.Fatal(err)
		}
		for _, name := range others {
			if name == taken {
				continue
			}
			_, saved := keep.Save(ctx, vault.Entry{Name: name}, alike[1])
			_, replaced := keep.Replace(ctx, vault.Entry{Name: name}, alike[1])
			for doing, err := range map[string]error{"Save": saved, "Replace": replaced} {
				var clash *vault.TakenError
				if !errors.As(err, &clash) || clash.Name != taken || !clash.Listed {
					t.Errorf("%s as %q beside %q: %v", doing, name, taken, err)
				}
			}
		}
	}
}

func TestWhatDoesNotShowInAName(t *testing.T) {
	for _, name := range []string{
		"Sh\u200bop", "Shop\u200b", "\u2060Shop", "Sh\ufeffop", "Sh\u00adop", "Sh\u200dop", "Sh\u200cop", "Sh\ufe0fop", "Sh\u034fop", "Sh\u202eop",
		"Sh\u3164op", "Sh\u115fop", "Sh\uffa0op", "Sh\u2800op", "Sh\U000e0041op", "Sh\U000e0100op", "Main\u00a0shop", "Main\u3000shop", "\u200d",
	} {
		var fault *vault.NameError
		if err := vault.CheckName(name); !errors.As(err, &fault) || fault.Fault != vault.NameInvisible {
			t.Errorf("%+q: %v", name, err)
		}
	}
	// Letters of scripts that need them, and pictures, are names like others.
	for _, name := range []string{"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0915\u094d\u200d\u0937", "\u2764\ufe0f", "\U0001f469\u200d\U0001f373", "\U0001f469\U0001f3fd\u200d\U0001f373"} {
		if err := vault.CheckName(name); err != nil {
			t.Errorf("%+q: %v", name, err)
		}
	}
	for name, want := range map[string]string{"Main\u00a0shop": "Main shop", "\u00a0Main\u202fshop\u00a0": "Main shop", "\u5e97\u3000\u6771": "\u5e97 \u6771"} {
		if got, err := vault.CleanName(name); got != want || err != nil {
			t.Errorf("CleanName(%+q): %q, %v", name, got, err)
		}
	}
}

// A name that an older program took goes on being of use.
func TestANameFromBefore(t *testing.T) {
	ctx := context.Background()
	const odd = "Sh\u200bop"
	keychain := &pretendKeychain{secrets: map[string]string{odd: alike[0].Reveal()}}
	keep, _ := newVault(t, keychain, long)
	if _, err := keep.Save(ctx, vault.Entry{Name: "Other\u200b"}, alike[1]); !errors.As(err, new(*vault.NameError)) {
		t.Errorf("Save under a new one: %v", err)
	}
	if _, err := keep.Adopt(ctx, vault.Entry{Name: odd}); err != nil {
		t.Fatalf("Adopt: %v", err)
	}
	mustBe(t, keep, odd, vault.Present)
	if outcome, err := keep.Replace(ctx, vault.Entry{Name: odd}, alike[1]); outcome != vault.Replaced || err != nil {
		t.Errorf("Replace: %v, %v", outcome, err)
	}
	if err := keep.Rename(ctx, odd, "Shop\u200b"); !errors.As(err, new(*vault.NameError)) {
		t.Errorf("Rename to another such: %v", err)
	}
	if err := keep.Rename(ctx, odd, "Shop"); err != nil {
		t.Errorf("Rename: %v", err)
	}
	if token, err := keep.Token(ctx, "Shop"); err != nil || !token.Equal(alike[1]) {
		t.Errorf("Token: %v", err)
	}
	if err := keep.Remove(ctx, "Shop"); err != nil {
		t.Errorf("Remove: %v", err)
	}
}

package handover_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph"
	"latchkey/wizard/files"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

// asText is a list of variables as NAME=value, with "-" for one that must not
// be there.
func asText(variables []handover.Variable) string {
	var lines []string
	for _, variable := range variables {
		value := variable.Value.Reveal()
		if variable.Value.IsZero() {
			value = "-"
		}
		lines = append(lines, variable.Name+"="+value)
	}
	return strings.Join(lines, "\n")
}

func TestValues(t *testing.T) {
	token := graph.NewToken("made-up")
	for name, each := range map[string]struct {
		entry  vault.Entry
		named  string
		wanted string
	}{
		"never expires": {
			vault.Entry{PhoneID: "1", AccountID: "2", NeverExpires: true},
			"",
			"WHATSAPP_TOKEN=made-up\nWHATSAPP_TOKEN_EXPIRES_AT=-\nWHATSAPP_PHONE_NUMBER_ID=1\nWHATSAPP_BUSINESS_ACCOUNT_ID=2",
		},
		"expires, under another name": {
			vault.Entry{PhoneID: "1", ExpiresAt: time.Date(2027, 1, 2, 3, 4, 5, 6, time.UTC)},
			"META_KEY",
			"META_KEY=made-up\nMETA_KEY_EXPIRES_AT=2027-01-02T03:04:05Z\nWHATSAPP_PHONE_NUMBER_ID=1\nWHATSAPP_BUSINESS_ACCOUNT_ID=-",
		},
		"nothing known": {
			vault.Entry{},
			"",
			"WHATSAPP_TOKEN=made-up\nWHATSAPP_TOKEN_EXPIRES_AT=-\nWHATSAPP_PHONE_NUMBER_ID=-\nWHATSAPP_BUSINESS_ACCOUNT_ID=-",
		},
	} {
		variables, err := handover.Values(each.entry, token, each.named)
		if got := asText(variables); err != nil || got != each.wanted {
			t.Errorf("%s:\n%s\nand not\n%s (%v)", name, got, each.wanted, err)
		}
		if printed := fmt.Sprintf("%v %+v %#v", variables, variables, variables); strings.Contains(printed, "made-up") {
			t.Errorf("%s: the token is printed: %s", name, printed)
		}
	}
}

func TestValuesThatCannotBeHandedOver(t *testing.T) {
	for _, name := range []string{"1TOKEN", "A B", "A=B", "A-B", "WHATSAPP_PHONE_NUMBER_ID", "WHATSAPP_BUSINESS_ACCOUNT_ID", "Ä", "A\nB"} {
		if _, err := handover.Values(entry(), canary, name); !errors.Is(err, handover.ErrName) {
			t.Errorf("%q is taken as a name: %v", name, err)
		}
	}
	for _, name := range strings.Fields("PATH Path LD_PRELOAD LD_LIBRARY_PATH DYLD_INSERT_LIBRARIES IFS ENV BASH_ENV PYTHONPATH PYTHONSTARTUP PERL5OPT RUBYOPT NODE_OPTIONS JAVA_TOOL_OPTIONS https_proxy GIT_SSH_COMMAND HOME PS4 GLIBC_TUNABLES LC_ALL") {
		if _, err := handover.Values(entry(), canary, name); !errors.Is(err, handover.ErrMeansMore) {
			t.Errorf("%q is taken as a name: %v", name, err)
		}
	}
	for _, name := range strings.Fields("WHATSAPP_TOKEN META_KEY PATHOS LDAP_TOKEN HOME_TOKEN TOKEN ENVIRONMENT_KEY") {
		if _, err := handover.Values(entry(), canary, name); err != nil {
			t.Errorf("%q is no name: %v", name, err)
		}
	}
	for _, token := range []string{"made\nup", "made\x00up", "made-up\r"} {
		if _, err := handover.Values(entry(), graph.NewToken(token), ""); !errors.Is(err, handover.ErrOddToken) {
			t.Errorf("%q is taken as a token: %v", token, err)
		}
	}
}

// TestATokenOfTheSameEndingIsAnother: many of Meta's tokens end alike, and a phone
// number's id of one is not handed over with another.
func TestATokenOfTheSameEndingIsAnother(t *testing.T) {
	listed := graph.NewToken("made-up-token-of-one-shop-ZDZD")
	keychain := &vaulttest.Memory{}
	keep := vault.Open(vault.Options{Folder: files.Open(t.TempDir(), nil), Keychain: keychain})
	if _, err := keep.Save(t.Context(), vault.Entry{Name: "shop", PhoneID: "1", AccountID: "2"}, listed); err != nil {
		t.Fatal(err)
	}
	saved, err := keep.Entry(t.Context(), "shop")
	if err != nil {
		t.Fatal(err)
	}
	for _, each := range []struct {
		kept graph.Token
		want vault.Entry
	}{{listed, saved}, {graph.NewToken("made-up-token-of-another-shop-ZDZD"), vault.Entry{Name: "shop"}}} {
		if err := keychain.Set(vault.Service, "shop", each.kept.Reveal()); err != nil {
			t.Fatal(err)
		}
		entry, token, err := handover.SavedToken(t.Context(), keep, saved)
		if err != nil || !token.Equal(each.kept) || !cmp.Equal(entry, each.want) {
			t.Errorf("handed over with %+v, %v", entry, err)
		}
	}
}

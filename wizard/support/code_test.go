package support_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"latchkey/wizard/check"
	"latchkey/wizard/support"
)

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

func TestTheCodeSaysWhatIsWrong(t *testing.T) {
	report := build(checked(t, "expired"), support.Show{})
	code := report.Spoken().String()
	if len(code) != 14 || strings.Count(code, "-") != 2 {
		t.Errorf("the code is %q", code)
	}
	heard, err := support.ReadCode(" " + strings.ToLower(strings.ReplaceAll(code, "-", " ")) + " ")
	if err != nil {
		t.Fatal(err)
	}
	if heard.Verdict != check.NotReady || heard.About != check.TokenAlive || heard.Code != 190 || heard.Subcode != 463 {
		t.Errorf("the code says %+v", heard)
	}
	if heard != report.Spoken() {
		t.Errorf("the report says %+v, and %+v was heard", report.Spoken(), heard)
	}
	if other := build(checked(t, "revoked"), support.Show{}); heard == other.Spoken() {
		t.Error("another report has the same code")
	}
}

// What is hidden has no part in the code: the customer's file with names and
// the one without are about the same check.
func TestTheCodeIsTheSameWhateverIsShown(t *testing.T) {
	found := checked(t, "two-accounts")
	if hidden, shown := build(found, support.Show{}).Spoken(), build(found, everything).Spoken(); hidden != shown {
		t.Errorf("%s and %s", hidden, shown)
	}
}

func TestEveryCheckAndVerdictFitsIntoACode(t *testing.T) {
	found := checked(t, "ready")
	for _, id := range check.IDs() {
		for _, outcome := range []check.Outcome{check.Ready, check.Attention, check.NotReady, check.Undecided} {
			found.Verdict.Status, found.Verdict.About = outcome, check.Row{ID: id}
			spoken := build(found, everything).Spoken()
			heard, err := support.ReadCode(spoken.String())
			if err != nil || heard != spoken || heard.About != id || heard.Verdict != outcome {
				t.Errorf("%s %s was heard as %+v, %v", id, outcome, heard, err)
			}
		}
	}
}

func TestWhatIsMisheardIsFound(t *testing.T) {
	report := build(checked(t, "number-not-registered"), support.Show{})
	code := strings.ReplaceAll(report.Spoken().String(), "-", "")
	refused := func(t *testing.T, heard string) {
		t.Helper()
		if _, err := support.ReadCode(heard); !errors.Is(err, support.ErrMisheard) {
			t.Errorf("%s was taken for %s: %v", heard, code, err)
		}
	}
	for at := range code {
		for _, letter := range alphabet {
			if byte(letter) != code[at] {
				refused(t, code[:at]+string(letter)+code[at+1:])
			}
		}
		if at > 0 && code[at] != code[at-1] {
			refused(t, code[:at-1]+string(code[at])+string(code[at-1])+code[at+1:])
		}
	}
	for _, text := range []string{"", "A", code + "0", code[:11], code[:11] + "U", code[:11] + "ß", "HELLO WORLD!!"} {
		if _, err := support.ReadCode(text); !errors.Is(err, support.ErrNotACode) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// O, I and L are heard and written for 0 and 1.
func TestLettersThatLookAlikeAreForgiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[`+alphabet+`]{12}`).Draw(t, "code")
		spoken, err := support.ReadCode(text)
		alike, alikeErr := support.ReadCode(strings.NewReplacer("0", "o", "1", rapid.SampledFrom([]string{"l", "I"}).Draw(t, "one")).Replace(text))
		if spoken != alike || !errors.Is(alikeErr, err) {
			t.Fatalf("%s: %v and %v", text, err, alikeErr)
		}
		if err == nil && strings.ReplaceAll(spoken.String(), "-", "") != text {
			t.Fatalf("%s is said as %s", text, spoken)
		}
	})
}

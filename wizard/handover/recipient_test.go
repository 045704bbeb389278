package handover_test

import (
	"errors"
	"testing"

	"latchkey/wizard/handover"
)

func TestRecipient(t *testing.T) {
	for text, wanted := range map[string]string{
		"+49 170 1234567":              "491701234567",
		"0049 170 1234567":             "491701234567",
		"491701234567":                 "491701234567",
		"+44 (0)20 7946 0958":          "442079460958",
		"+1 (555) 010-9999":            "15550109999",
		"+1.555.010.9999":              "15550109999",
		"+49 170/123 45 67":            "491701234567",
		"\u202a+49 170 1234567\u202c":  "491701234567",
		" +49\u00a0170\u20111234567\n": "491701234567",
	} {
		if got, err := handover.Recipient(text); err != nil || got != wanted {
			t.Errorf("%q becomes %q, not %q (%v)", text, got, wanted, err)
		}
	}
	for text, wanted := range map[string]handover.RecipientFault{
		"": handover.RecipientEmpty, " + ": handover.RecipientEmpty,
		"0170 1234567": handover.RecipientNoCountry, "+0170 1234567": handover.RecipientNoCountry, "000491701234567": handover.RecipientNoCountry,
		"my mobile": handover.RecipientCharacters, "+49 170 12345x7": handover.RecipientCharacters, "49+1701234567": handover.RecipientCharacters,
		"++491701234567": handover.RecipientCharacters, "tel:+491701234567": handover.RecipientCharacters,
		"+49170": handover.RecipientLength, "+4917012345678901": handover.RecipientLength,
	} {
		var fault *handover.RecipientError
		if got, err := handover.Recipient(text); !errors.As(err, &fault) || fault.Fault != wanted {
			t.Errorf("%q becomes %q, %v, not %s", text, got, err, wanted)
		}
	}
}

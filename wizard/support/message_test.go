package support_test

import (
	"strings"
	"testing"

	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/support"
)

func TestEachRowToFixHasAMessageWithStepsAndPage(t *testing.T) {
	report := build(checked(t, "account-not-assigned"), everything)
	messages := support.Messages(report, idWords{}, site.Meta)
	failing := 0
	for _, one := range report.Checks {
		if one.Status == check.Fail {
			failing++
		}
	}
	if failing == 0 || len(messages) < failing {
		t.Fatalf("%d messages for %d rows to fix", len(messages), failing)
	}
	first := messages[0]
	if first.About != check.AccountReach {
		t.Errorf("the first is about %s", first.About)
	}
	for _, part := range []string{
		"<message.hello>", "<message.steps.owner>\n1. Do this.\n2. Then do that.", "<message.end>",
		"<message.page>\nhttps://business.facebook.com/latest/settings/whatsapp_account",
	} {
		if !strings.Contains(first.Text, part) {
			t.Errorf("%q is missing in\n%s", part, first.Text)
		}
	}
	if strings.Contains(first.Text, "**") {
		t.Error("the marks of bold words are in a text for a chat")
	}
}

// TestATokenThatIsReadyHasGoodNewsOnly: until when it works, and what was checked of it.
func TestATokenThatIsReadyHasGoodNewsOnly(t *testing.T) {
	messages := support.Messages(build(checked(t, "ready"), everything), idWords{}, site.Meta)
	if len(messages) != 1 || messages[0].About != "" {
		t.Fatalf("got %v", messages)
	}
	text := messages[0].Text
	for _, told := range []string{"<message.works>", "<verdict.ready>", "<check.token.alive.accepted.title>", "<message.works_end>"} {
		if !strings.Contains(text, told) {
			t.Errorf("%s is not told in\n%s", told, text)
		}
	}
	if strings.Contains(text, "<check.net.") {
		t.Errorf("the customer is told of our computer:\n%s", text)
	}
}

// An outage is nobody's to mend, and a message must not send a customer to
// make a new token.
func TestAMessageSaysWhoCanMendIt(t *testing.T) {
	report := build(checked(t, "outage"), everything)
	messages := support.Messages(report, idWords{}, site.Meta)
	if len(messages) == 0 {
		t.Fatal("there is no message")
	}
	for _, message := range messages {
		if strings.Contains(message.Text, "<message.steps.owner>") {
			t.Errorf("the owner is to mend an outage:\n%s", message.Text)
		}
	}
}

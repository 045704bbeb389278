package words_test

import (
	"testing"
	"time"

	"latchkey/ui/words"
	"latchkey/wizard/check"
)

func TestWhatATokenMayDoIsOneSentence(t *testing.T) {
	english, err := words.New(time.UTC, "en")
	if err != nil {
		t.Fatal(err)
	}
	const want = "Send messages; manage the account, numbers and templates"
	if got := english.MayDo([]string{check.ScopeManagement, check.ScopeMessaging}); got != want {
		t.Errorf("it may: %s", got)
	}
	if got := english.MayDo([]string{check.ScopeManagement}); got != "Manage the account, numbers and templates" {
		t.Errorf("it may: %s", got)
	}
	if got := english.MayDo(nil); got != "" {
		t.Errorf("it may: %s", got)
	}
}

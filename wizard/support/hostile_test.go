package support_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"latchkey/graph"
	"latchkey/graph/value"
	"latchkey/graph/value/spelling"
	"latchkey/graph/value/valuetest"
	"latchkey/wizard/support"
)

// TestAForgedReportShowsNoToken: what has a token's form is hidden in every field of
// an opened report, however it is spelled.
func TestAForgedReportShowsNoToken(t *testing.T) {
	for name, spelled := range spelling.All(valuetest.MadeUp) {
		if !strings.Contains(graph.Redact(spelled), value.Hidden) {
			continue // nothing of the form is left
		}
		forged := build(checked(t, "account-not-assigned"), everything)
		forged.Token.AppName, forged.Token.AppID, forged.Token.UserName, forged.Token.UserID = spelled, spelled, spelled, spelled
		forged.Made.By, forged.Graph.Version = spelled, spelled
		for i := range forged.Accounts {
			forged.Accounts[i].Name, forged.Accounts[i].ID, forged.Accounts[i].Review = spelled, spelled, spelled
		}
		for i := range forged.Checks {
			forged.Checks[i].Values = map[string]string{"Name": spelled, "Message": spelled, spelled: spelled}
		}
		content, err := json.Marshal(forged)
		if err != nil {
			t.Fatal(err)
		}
		opened, err := support.Open(bytes.NewReader(content))
		if err != nil {
			continue // an id or a time that is none is refused
		}
		if shown := valuetest.Shown(page(t, opened)+plain(t, opened), valuetest.MadeUp[:len(valuetest.MadeUp)-8]); shown != "" {
			t.Errorf("%s: %s", name, shown)
		}
	}
}

package sandbox

import (
	"net/url"
	"strings"
	"testing"
)

func orderReady(to string) map[string]any { return templateMessage(to, "order_ready", "de") }

func templateMessage(to, template, language string) map[string]any {
	return map[string]any{
		"messaging_product": "whatsapp", "to": to, "type": "template",
		"template": map[string]any{"name": template, "language": map[string]any{"code": language}},
	}
}

// TestWhichTemplatesCanBeSent: Meta's sample from its own numbers alone, and none
// that waits for approval or for a value.
func TestWhichTemplatesCanBeSent(t *testing.T) {
	client := start(t, Options{})
	for _, test := range []struct{ scenario, template, language, code string }{
		{"ready", "hello_world", "en_US", "131058"},
		{"ready", "order_ready", "en_US", "132001"},
		{"no-template-to-test", "order_ready", "de", "132001"},
		{"no-template-to-test", "order_for", "de", "132000"},
		{"no-template-to-test", "order_link", "de", "132000"},
		{"test-number-only", "hello_world", "en_US", ""},
	} {
		from := scenario(t, test.scenario)
		got := client.postJSON(from.Token, "/v25.0/"+from.PhoneID+"/messages", templateMessage("4930901820", test.template, test.language))
		if test.code == "" {
			got.wantOK(t)
			continue
		}
		got.wantError(t, 400, test.code, "")
	}
}

func TestSendingATemplate(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	path := "/v25.0/" + ready.PhoneID + "/messages"
	got := client.postJSON(ready.Token, path, orderReady("+49 30 123456")).wantOK(t)
	if got.text("contacts.0.wa_id") != "4930123456" || !strings.HasPrefix(got.text("messages.0.id"), "wamid.") {
		t.Errorf("got %s", got.raw)
	}
	form := url.Values{
		"messaging_product": {"whatsapp"}, "to": {"4930123456"}, "type": {"template"},
		"template": {`{"name":"order_ready","language":{"code":"de"}}`},
	}
	client.postForm(ready.Token, path, form).wantOK(t)
}

func TestWhySendingFails(t *testing.T) {
	client := start(t, Options{})
	for name, want := range map[string]struct {
		status int
		code   string
		sub    string
	}{
		"messaging-missing":        {403, "10", ""},
		"account-not-assigned":     {400, "100", "33"},
		"number-not-registered":    {400, "133010", ""},
		"number-not-verified":      {400, "131005", ""},
		"name-declined":            {400, "131037", ""},
		"account-locked-but-green": {400, "131031", ""},
		"partner-owns-messaging":   {403, "200", ""},
		"test-number-only":         {400, "131030", ""},
		"expired":                  {401, "190", "463"},
	} {
		from := scenario(t, name)
		got := client.postJSON(from.Token, "/v25.0/"+from.PhoneID+"/messages", orderReady("4930123456"))
		t.Log(name)
		got.wantError(t, want.status, want.code, want.sub)
	}
}

func TestWhatIsWrongWithAMessage(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	path := "/v25.0/" + ready.PhoneID + "/messages"
	client.postJSON(ready.Token, path, map[string]any{"to": "49301"}).wantError(t, 400, "100", "")
	client.postJSON(ready.Token, path, map[string]any{
		"messaging_product": "whatsapp", "to": "4930123456", "type": "text", "text": map[string]any{"body": "hello"},
	}).wantError(t, 400, "131047", "")
	unknown := orderReady("4930123456")
	unknown["template"].(map[string]any)["name"] = "good_night"
	client.postJSON(ready.Token, path, unknown).wantError(t, 400, "132001", "")
	allowed := scenario(t, "test-number-only")
	client.postJSON(allowed.Token, "/v25.0/"+allowed.PhoneID+"/messages", orderReady("4930901820")).wantOK(t)
}

func TestALockedAccountIsGreenInEveryField(t *testing.T) {
	client := start(t, Options{})
	read := func(name string) string {
		from := scenario(t, name)
		got := client.get(from.Token, "/v25.0/"+from.AccountID+"?fields="+url.QueryEscape(
			"account_review_status,status,phone_numbers{status,quality_rating,health_status{can_send_message}}")).wantOK(t)
		raw := strings.ReplaceAll(got.raw, from.Token.Reveal(), "")
		for _, id := range []string{from.AccountID, from.PhoneID, from.BusinessID, from.AppID} {
			raw = strings.ReplaceAll(raw, id, "id")
		}
		return raw
	}
	if locked, ready := read("account-locked-but-green"), read("ready"); locked != ready {
		t.Errorf("the lock shows:\n%s\n%s", locked, ready)
	}
}

func TestRegisteringANumber(t *testing.T) {
	client := start(t, Options{})
	from := scenario(t, "number-not-registered")
	path := "/v25.0/" + from.PhoneID
	if got := client.get(from.Token, path+"?fields=status").wantOK(t).text("status"); got != "PENDING" {
		t.Errorf("before, the status is %s", got)
	}
	if client.server.Solved(from.Name) {
		t.Error("solved before anything was done")
	}
	client.postJSON(from.Token, path+"/register", map[string]any{"messaging_product": "whatsapp", "pin": "12"}).wantError(t, 400, "100", "")
	client.postJSON(from.Token, path+"/register", map[string]any{"messaging_product": "whatsapp", "pin": "123456"}).wantOK(t)
	client.postJSON(from.Token, path+"/messages", orderReady("4930123456")).wantOK(t)
	if !client.server.Solved(from.Name) {
		t.Error("not solved once the number is registered")
	}
}

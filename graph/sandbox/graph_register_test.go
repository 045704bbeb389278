package sandbox

import (
	"net/http"
	"testing"
	"time"
)

// TestEveryAnswerToRegistering walks every answer that registering can get.
func TestEveryAnswerToRegistering(t *testing.T) {
	now := time.Now()
	client := start(t, Options{Now: func() time.Time { return now }})
	post := func(from Scenario, edge string, body map[string]any) reply {
		return client.postJSON(from.Token, "/v25.0/"+from.PhoneID+"/"+edge, body)
	}
	register := func(from Scenario, pin string) reply {
		return post(from, "register", map[string]any{"messaging_product": "whatsapp", "pin": pin})
	}

	plain := scenario(t, "number-not-registered")
	post(plain, "register", map[string]any{"pin": "246810"}).wantError(t, 400, "100", "")
	register(plain, "12").wantError(t, 400, "100", "")
	register(plain, "246810").wantOK(t)
	if got := client.get(plain.Token, "/v25.0/"+plain.PhoneID+"?fields=status"); got.text("status") != "CONNECTED" {
		t.Errorf("it is %s", got.raw)
	}
	post(plain, "deregister", nil).wantOK(t)
	register(plain, "135790").wantError(t, 400, "133005", "")
	register(plain, "246810").wantOK(t)

	known := scenario(t, "pin-known")
	for range wrongPINs {
		register(known, "111111").wantError(t, 400, "133005", "")
	}
	register(known, "135790").wantError(t, 400, "133008", "")

	for name, code := range map[string]string{
		"pin-tried-too-often": "133008", "pin-tried-too-fast": "133009", "number-just-removed": "133015",
		"registered-too-often": "133016", "number-not-verified": "133006", "number-half-removed": "133000",
	} {
		register(scenario(t, name), "246810").wantError(t, 400, code, "")
	}
	register(scenario(t, "shared-with-app"), "246810").wantError(t, 400, "100", "33")
	register(scenario(t, "partner-owns-messaging"), "246810").wantOK(t)

	half := scenario(t, "number-half-removed")
	post(half, "deregister", nil).wantOK(t)
	register(half, "246810").wantOK(t)

	now = now.Add(removedFor)
	register(scenario(t, "number-just-removed"), "246810").wantOK(t)
	register(scenario(t, "registered-too-often"), "246810").wantError(t, 400, "133016", "")
	now = now.Add(registerWindow)
	register(scenario(t, "registered-too-often"), "246810").wantOK(t)
}

// TestTenTries: failed ones count too.
func TestTenTries(t *testing.T) {
	client := start(t, Options{})
	from := scenario(t, "number-not-verified")
	body := map[string]any{"messaging_product": "whatsapp", "pin": "246810"}
	for range registerTries {
		client.postJSON(from.Token, "/v25.0/"+from.PhoneID+"/register", body).wantError(t, 400, "133006", "")
	}
	client.postJSON(from.Token, "/v25.0/"+from.PhoneID+"/register", body).wantError(t, 400, "133016", "")
}

func TestVerifyingANumberByCode(t *testing.T) {
	client := start(t, Options{})
	from := scenario(t, "number-not-verified")
	post := func(edge string, body map[string]any) reply {
		return client.postJSON(from.Token, "/v25.0/"+from.PhoneID+"/"+edge, body)
	}
	post("verify_code", map[string]any{"code": PracticeCode}).wantError(t, 400, "100", "") // none was sent
	post("request_code", map[string]any{"code_method": "PIGEON", "language": "en_US"}).wantError(t, 400, "100", "")
	post("request_code", map[string]any{"code_method": "SMS"}).wantError(t, 400, "100", "")
	post("request_code", map[string]any{"code_method": "VOICE", "language": "en_US"}).wantOK(t)
	post("verify_code", map[string]any{"code": "000000"}).wantError(t, 400, "100", "")
	post("verify_code", map[string]any{"code": PracticeCode}).wantOK(t)
	post("request_code", map[string]any{"code_method": "SMS", "language": "en_US"}).wantError(t, 400, "136024", "")
	got := client.get(from.Token, "/v25.0/"+from.PhoneID+"?fields=code_verification_status")
	if got.text("code_verification_status") != "VERIFIED" {
		t.Errorf("it is %s", got.raw)
	}
}

// TestSubscribingIsForTheTokensOwnApp: another app that listens stays.
func TestSubscribingIsForTheTokensOwnApp(t *testing.T) {
	client := start(t, Options{})
	from := scenario(t, "metas-app-listens")
	path := "/v25.0/" + from.AccountID + "/subscribed_apps"
	listening := func() []string {
		got := client.get(from.Token, path)
		return []string{got.text("data.0.whatsapp_business_api_data.id"), got.text("data.1.whatsapp_business_api_data.id")}
	}
	client.postJSON(from.Token, path, nil).wantOK(t)
	if found := listening(); found[0] != metasOwnApp.id || found[1] != from.AppID {
		t.Errorf("%v listen", found)
	}
	client.send(client.request(http.MethodDelete, path, from.Token, nil)).wantOK(t)
	if found := listening(); found[0] != metasOwnApp.id || found[1] != "" {
		t.Errorf("%v listen", found)
	}
}

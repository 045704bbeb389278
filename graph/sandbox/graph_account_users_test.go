package sandbox

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func (c *graphClient) remove(from Scenario, path string) reply {
	c.t.Helper()
	return c.send(c.request(http.MethodDelete, path, from.Token, nil))
}

// TestTasksAreTakenInEveryFormMetaTakesThem, and an unknown one is named with
// those there are.
func TestTasksAreTakenInEveryFormMetaTakesThem(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	created := client.postForm(ready.Token, "/v25.0/"+ready.BusinessID+"/system_users", url.Values{"name": {"nightly"}}).wantOK(t).text("id")
	path := "/v25.0/" + ready.AccountID + "/assigned_users"
	for _, form := range []url.Values{
		{"tasks": {`["MANAGE","MESSAGING"]`}},
		{"tasks": {`['MANAGE','MESSAGING']`}},
		{"tasks[0]": {"MANAGE"}, "tasks[1]": {"MESSAGING"}},
	} {
		form.Set("user", created)
		client.postForm(ready.Token, path, form).wantOK(t)
		granted := client.get(ready.Token, "/v25.0/"+created+"/assigned_whatsapp_business_accounts?fields=permissions").wantOK(t)
		if granted.text("data.0.permissions.0") != "MANAGE" || granted.text("data.0.permissions.1") != "MESSAGING" {
			t.Errorf("%v grants %s", form, granted.raw)
		}
		client.remove(ready, path+"?user="+created).wantOK(t)
	}
	client.postJSON(ready.Token, path, map[string]any{"user": created, "tasks": []string{"VIEW_TEMPLATES"}}).wantOK(t)
	got := client.postForm(ready.Token, path, url.Values{"user": {created}, "tasks": {`["MANAGE","NONSENSE"]`}})
	got.wantError(t, 400, "100", "")
	if message := got.text("error.message"); !strings.Contains(message, "tasks[1] must be one of {MANAGE, DEVELOP, ") || !strings.Contains(message, "FULL_CONTROL}") {
		t.Errorf("it does not say what there is: %s", message)
	}
	client.postForm(ready.Token, path, url.Values{"user": {created}}).wantError(t, 400, "100", "")
}

func TestAccessAndWebhooksCanBeTakenBack(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	account := "/v25.0/" + ready.AccountID
	client.remove(ready, account+"/subscribed_apps").wantOK(t)
	if listening := client.get(ready.Token, account+"/subscribed_apps").wantOK(t); len(listening.at("data").([]any)) != 0 {
		t.Errorf("it still listens: %s", listening.raw)
	}
	client.remove(ready, account+"/assigned_users").wantError(t, 400, "100", "")
	client.remove(ready, account+"/assigned_users?user="+ready.UserID).wantOK(t)
	client.get(ready.Token, account).wantError(t, 400, "100", "33")
}

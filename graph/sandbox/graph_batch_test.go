package sandbox

import (
	"net/url"
	"strings"
	"testing"

	"latchkey/graph"
)

// TestABatchAnswersEachOfItsCalls: one that fails leaves the others alone.
func TestABatchAnswersEachOfItsCalls(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	form := url.Values{"access_token": {ready.Token.Reveal()}, "batch": {`[
		{"method":"GET","relative_url":"me?fields=name"},
		{"method":"GET","relative_url":"v25.0/1234"},
		{"method":"post","relative_url":"` + ready.PhoneID + `/register","body":"messaging_product=whatsapp&pin=123456"}]`}}
	got := client.postForm(graph.Token{}, "/v25.0/", form).wantOK(t)
	for _, part := range []string{
		`{"body":"{\"id\":\"` + ready.UserID + `\",\"name\":\"latchkey-whatsapp\"}","code":200`,
		`Unsupported get request. Object with ID '1234'`, `"code":400`, `{"body":"{\"success\":true}","code":200`,
	} {
		if !strings.Contains(got.raw, part) {
			t.Errorf("%s is missing in %s", part, got.raw)
		}
	}
	client.postForm(ready.Token, "/", url.Values{"batch": {"rubbish"}}).wantError(t, 400, "100", "")
}

package graph

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// TestWhichTemplateIsPlain: of each kind that Meta's reference has, whether it goes out
// with nothing to fill in.
func TestWhichTemplateIsPlain(t *testing.T) {
	body := `{"type":"BODY","text":"Your order is ready."}`
	for components, plain := range map[string]bool{
		body: true,
		`{"type":"HEADER","format":"TEXT","text":"Order"},` + body + `,{"type":"FOOTER","text":"Corner Bakery"}`:                                                                true,
		body + `,{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Stop"},{"type":"PHONE_NUMBER","phone_number":"+4930"},{"type":"URL","url":"https://example.com"}]}`: true,
		`{"type":"BODY","text":"Hello {{1}}"}`:                                             false,
		`{"type":"BODY","text":"Hello {{first_name}}"}`:                                    false,
		`{"type":"HEADER","format":"TEXT","text":"For {{1}}"},` + body:                     false,
		`{"type":"HEADER","format":"IMAGE"},` + body:                                       false,
		`{"type":"HEADER","format":"LOCATION"},` + body:                                    false,
		body + `,{"type":"BUTTONS","buttons":[{"type":"URL","url":"https://x.de/{{1}}"}]}`: false,
		body + `,{"type":"BUTTONS","buttons":[{"type":"COPY_CODE"}]}`:                      false,
		body + `,{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}`:     false,
		body + `,{"type":"BUTTONS","buttons":[{"type":"FLOW"}]}`:                           false,
		body + `,{"type":"CAROUSEL"}`:                                                      false,
		body + `,{"type":"LIMITED_TIME_OFFER"}`:                                            false,
		`{"type":"BODY","text":"` + strings.Repeat("a", 700) + ` {{1}}"}`:                  false,
		`{"type":"BODY"}`: false, ``: false,
	} {
		client := saying(t, http.StatusOK, `{"data":[{"id":"1","name":"t","language":"de","status":"APPROVED","category":"UTILITY","components":[`+components+`]}]}`)
		_, found, err := client.PlainTemplate(t.Context(), "1")
		if err != nil || found != plain {
			t.Errorf("%s: %v, %v", components, found, err)
		}
	}
}

// TestWhichPlainTemplateIsTaken: one that tells something before one that advertises, on
// whichever page it is; none that waits, and never Meta's sample.
func TestWhichPlainTemplateIsTaken(t *testing.T) {
	template := func(name, status, category string) string {
		return `{"id":"1","name":"` + name + `","language":"de","status":"` + status + `","category":"` + category + `","components":[{"type":"BODY","text":"Hi."}]}`
	}
	first := strings.Join([]string{
		template("hello_world", "APPROVED", "UTILITY"), template("waits", "PENDING", "UTILITY"),
		template("code", "APPROVED", "AUTHENTICATION"), template("sale", "APPROVED", "MARKETING"), template("sale_2", "APPROVED", "MARKETING"),
	}, ",")
	for second, want := range map[string]string{template("order", "APPROVED", "UTILITY"): "order", template("waits", "PAUSED", "UTILITY"): "sale"} {
		client, calls := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Query().Get("after") == "" {
				_, _ = io.WriteString(w, `{"data":[`+first+`],"paging":{"cursors":{"after":"x"},"next":"more"}}`)
				return
			}
			_, _ = io.WriteString(w, `{"data":[`+second+`]}`)
		})
		found, ok, err := client.PlainTemplate(t.Context(), "1")
		if err != nil || !ok || string(found.Name) != want || found.Body() != "Hi." || calls.Load() != 2 {
			t.Errorf("%+v, %v after %d calls", found, err, calls.Load())
		}
	}
}

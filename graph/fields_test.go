package graph

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"latchkey/graph/trouble"
)

// Each field that Graph refuses is left out by itself: what else it tells stays,
// and no later account costs a refusal again.
func TestRefusedFieldsAreAskedAround(t *testing.T) {
	gone := []string{"primary_funding_id", "is_on_biz_app", "country"}
	calls := 0
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		calls++
		for _, field := range gone {
			if strings.Contains(r.URL.Query().Get("fields"), field) {
				w.WriteHeader(http.StatusBadRequest)
				_, _ = io.WriteString(w, `{"error":{"message":"(#100) Tried accessing nonexisting field (`+field+`)","code":100}}`)
				return
			}
		}
		_, _ = io.WriteString(w, `{"id":"1","name":"My shop","account_review_status":"APPROVED","currency":"EUR",
			"phone_numbers":{"data":[{"id":"2","status":"CONNECTED","whatsapp_business_manager_messaging_limit":"TIER_2K"}]}}`)
	})
	for _, want := range []int{len(gone) + 1, 1} {
		calls = 0
		account, err := client.WhatsAppAccount(t.Context(), "1")
		if err != nil {
			t.Fatal(err)
		}
		if account.ReviewStatus != "APPROVED" || account.Currency != "EUR" || len(account.Numbers) != 1 || account.Numbers[0].Limit != "TIER_2K" {
			t.Errorf("the account is %+v", account)
		}
		if !slices.Equal(account.LeftOut, []string{"primary_funding_id", "country"}) {
			t.Errorf("left out: %v", account.LeftOut)
		}
		if calls != want {
			t.Errorf("%d calls, want %d", calls, want)
		}
	}
}

// A field that an account and a number both have is left out where it was refused.
func TestARefusalIsHeldToItsKindOfObject(t *testing.T) {
	for kind, want := range map[string]leftOut{
		"WhatsAppBusinessAccount":     {account: []string{"status"}},
		"WhatsAppBusinessPhoneNumber": {phone: []string{"status"}},
		"Application":                 {},
	} {
		refused := &trouble.Error{Code: 100, Message: "(#100) Tried accessing nonexisting field (status) on node type (" + kind + ")"}
		got, more := leftOut{}.and(refused)
		if !slices.Equal(got.account, want.account) || !slices.Equal(got.phone, want.phone) || more != (kind != "Application") {
			t.Errorf("%s: %+v %v", kind, got, more)
		}
	}
}

// Where Graph does not name what it refuses, each field is asked by itself.
func TestAnUnnamedRefusalEmptiesNoAccount(t *testing.T) {
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		switch fields := r.URL.Query().Get("fields"); {
		case strings.Contains(fields, "health_status"):
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, `{"error":{"message":"(#10) Application does not have permission for this action","code":10}}`)
		case strings.HasSuffix(r.URL.Path, "/phone_numbers"):
			_, _ = io.WriteString(w, `{"data":[{"id":"2","status":"CONNECTED"}]}`)
		case fields == "id,account_review_status":
			_, _ = io.WriteString(w, `{"id":"1","account_review_status":"APPROVED"}`)
		default:
			_, _ = io.WriteString(w, `{"id":"1","name":"My shop"}`)
		}
	})
	account, err := client.WhatsAppAccount(t.Context(), "1")
	if err != nil || account.Name != "My shop" || account.ReviewStatus != "APPROVED" || len(account.Numbers) != 1 || account.Numbers[0].Status != "CONNECTED" {
		t.Errorf("the account is %+v, %v", account, err)
	}
	if !slices.Equal(account.LeftOut, []string{"health_status"}) {
		t.Errorf("left out: %v", account.LeftOut)
	}
}

package graph

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph/trouble"
	"latchkey/graph/value/valuetest"
)

func TestInspectToken(t *testing.T) {
	for _, test := range []struct {
		name, body string
		check      func(*testing.T, Inspection)
	}{
		{"a system user's, never ending, for all accounts", `{"data":{"app_id":"123456789012345","type":"SYSTEM_USER","application":"My shop","data_access_expires_at":0,"expires_at":0,"is_valid":true,"issued_at":1788608891,"scopes":["whatsapp_business_management","whatsapp_business_messaging"],"granular_scopes":[{"scope":"whatsapp_business_management"},{"scope":"whatsapp_business_messaging"}],"user_id":"100200300400500"}}`, func(t *testing.T, got Inspection) {
			if got.AppID != "123456789012345" || got.Application != "My shop" || !got.Type.Is("system_user") || got.Valid == nil || !*got.Valid || got.Refusal != nil {
				t.Errorf("got %+v", got)
			}
			if !got.ExpiresAt.Known || !got.ExpiresAt.Time().IsZero() || !got.IssuedAt.Time().Equal(time.Unix(1788608891, 0)) {
				t.Errorf("times: %+v", got)
			}
			if ids, all := got.Targets("whatsapp_business_management"); len(ids) != 0 || !all {
				t.Errorf("targets: %v %v", ids, all)
			}
			if ids, all := got.Targets("business_management"); len(ids) != 0 || all {
				t.Errorf("a permission that is not there reaches %v %v", ids, all)
			}
		}},
		{"ids as numbers beyond a float", `{"data":{"user_id":122190966536828574,"granular_scopes":[{"scope":"whatsapp_business_messaging","target_ids":[17841400000000002,"9007199254740993"]}]}}`, func(t *testing.T, got Inspection) {
			ids, all := got.Targets("whatsapp_business_messaging")
			if got.UserID != "122190966536828574" || all || !cmp.Equal(ids, []ID{"17841400000000002", "9007199254740993"}) {
				t.Errorf("got %+v %v", got, ids)
			}
			if !got.HasScope("whatsapp_business_messaging") {
				t.Error("a scope that is only granular is not seen")
			}
			if got.ExpiresAt.Known || got.Valid != nil {
				t.Error("what was not told is known")
			}
		}},
		{"ended", `{"data":{"error":{"code":190,"message":"Session has expired","subcode":463},"is_valid":false,"scopes":[],"expires_at":1570820400}}`, func(t *testing.T, got Inspection) {
			if got.Refusal == nil || got.Refusal.CodeText() != "190/463" || got.Refusal.Trouble().ID != "token_expired" {
				t.Errorf("refusal is %+v", got.Refusal)
			}
			if got.Valid == nil || *got.Valid || got.ExpiresAt.Time().Year() != 2019 {
				t.Errorf("got %+v", got)
			}
		}},
		{"rubbish", `{"data":{"error":{"code":190,"message":"Invalid OAuth access token - Cannot parse access token"},"is_valid":false,"scopes":[]}}`, func(t *testing.T, got Inspection) {
			if got.Refusal == nil || got.Refusal.Trouble().ID != "token_miscopied" {
				t.Errorf("refusal is %+v", got.Refusal)
			}
		}},
		{"one odd field", `{"data":{"app_id":{"a":1},"type":"USER","expires_at":"1570820400","scopes":[{"a":1},"email"]}}`, func(t *testing.T, got Inspection) {
			if got.AppID != "" || got.Type != "USER" || got.ExpiresAt.Value != 1570820400 || !got.HasScope("email") {
				t.Errorf("got %+v", got)
			}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := saying(t, http.StatusOK, test.body).InspectToken(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			test.check(t, got)
		})
	}
}

func TestInspectionRefusedSaysNothingOfTheToken(t *testing.T) {
	client := saying(t, http.StatusBadRequest, `{"error":{"message":"(#100) The App_id in the input_token did not match the Viewing App","type":"OAuthException","code":100}}`)
	_, err := client.InspectToken(t.Context())
	if graphError := trouble.AsError(err); graphError == nil || graphError.Trouble().Class == trouble.ClassToken || graphError.Trouble().ID != "inspection_refused" {
		t.Errorf("got %v", err)
	}
}

// Only a business token knows the field client_business_id.
func TestMeOfEveryKind(t *testing.T) {
	client, calls := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Query().Get("fields"), "client_business_id") {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, `{"error":{"message":"(#100) Tried accessing nonexisting field (client_business_id) on node type (User)","code":100}}`)
			return
		}
		_, _ = io.WriteString(w, `{"id":"1","name":"Ana"}`)
	})
	if me, err := client.Me(t.Context()); err != nil || me.Name != "Ana" || calls.Load() != 2 {
		t.Errorf("%+v %v after %d calls", me, err, calls.Load())
	}
	if me, err := saying(t, 200, `{"id":1,"name":"Bot","client_business_id":"77"}`).Me(t.Context()); err != nil || me != (Me{"1", "Bot", "77"}) {
		t.Errorf("%+v %v", me, err)
	}
}

// Meta's paging links carry the token and could lead elsewhere: only the
// cursor is used.
func TestListsAreReadToTheirEnd(t *testing.T) {
	var cursors []string
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		after := r.URL.Query().Get("after")
		cursors = append(cursors, after)
		if r.URL.Path != "/v25.0/me/assigned_whatsapp_business_accounts" || r.URL.Query().Get("fields") != "id,name" || r.URL.Query().Get("limit") != "100" {
			t.Errorf("asked for %s", r.URL)
		}
		next := map[string]string{"": "two", "two": "three+/="}[after]
		link := ""
		if next != "" {
			link = `,"next":"https://elsewhere.invalid/?access_token=` + valuetest.MadeUp + `"`
		}
		_, _ = fmt.Fprintf(w, `{"data":[{"id":"9%d","name":"Shop"}],"paging":{"cursors":{"after":"%s"}%s}}`, len(cursors), next, link)
	})
	var dialled recorder
	dialled.watch(client)
	accounts, err := client.AssignedAccounts(t.Context(), "me")
	if err != nil || len(accounts) != 3 || accounts[2].ID != "93" {
		t.Errorf("%+v %v", accounts, err)
	}
	if diff := cmp.Diff([]string{"", "two", "three+/="}, cursors); diff != "" {
		t.Errorf("cursors (-want +got):\n%s", diff)
	}
	dialled.mustBeOnly(t, client.base.Host)
}

func TestAListWithoutEndEnds(t *testing.T) {
	for _, body := range []string{
		`{"data":[],"paging":{"cursors":{"after":"same"},"next":"x"}}`,
		`{"data":[{"id":"1"}],"paging":{"cursors":{"after":"%d"},"next":"x"}}`,
		`{"data":[],"paging":{"next":"x"}}`,
	} {
		count := 0
		client, calls := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) {
			count++
			_, _ = io.WriteString(w, strings.ReplaceAll(body, "%d", fmt.Sprint(count)))
		})
		if _, err := client.SubscribedApps(t.Context(), "1"); err != nil || calls.Load() > maxPages {
			t.Errorf("%s: %v after %d calls", body, err, calls.Load())
		}
	}
}

func TestWhatsAppAccount(t *testing.T) {
	client, calls := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/v25.0/102290129340398":
			_, _ = io.WriteString(w, `{"id":"102290129340398","name":"My shop","account_review_status":"APPROVED","owner_business_info":{"id":"5","name":"Shop Ltd"},
			"health_status":{"can_send_message":"LIMITED","entities":[{"entity_type":"BUSINESS","id":"5","can_send_message":"LIMITED","errors":[{"error_code":141010,"error_description":"Not verified"}]}]},
			"phone_numbers":{"data":[{"id":"1","display_phone_number":"+1 555-010-0199","verified_name":"Test Number","quality_rating":"GREEN","throughput":{"level":"STANDARD"},"account_mode":"LIVE","is_pin_enabled":true}],"paging":{"cursors":{"after":"c"},"next":"x"}}}`)
		case "/v25.0/102290129340398/phone_numbers":
			if r.URL.Query().Get("after") != "c" {
				t.Errorf("asked for %s", r.URL)
			}
			_, _ = io.WriteString(w, `{"data":[{"id":2,"display_phone_number":"+49 30 901820","account_mode":"LIVE"}]}`)
		}
	})
	account, err := client.WhatsAppAccount(t.Context(), "102290129340398")
	if err != nil || calls.Load() != 2 {
		t.Fatalf("%v after %d calls", err, calls.Load())
	}
	if account.Name != "My shop" || !account.ReviewStatus.Is("approved") || account.Owner.ID != "5" || len(account.Numbers) != 2 || account.NumbersError != nil {
		t.Errorf("got %+v", account)
	}
	if account.Health.Entities[0].Errors[0].Code.Value != 141010 {
		t.Errorf("health: %+v", account.Health)
	}
	if !account.Numbers[0].Test() || account.Numbers[1].Test() || account.Numbers[1].ID != "2" || account.Numbers[0].Throughput.Level != "STANDARD" {
		t.Errorf("numbers: %+v", account.Numbers)
	}
}

func TestAccountWithAHalfReadList(t *testing.T) {
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/phone_numbers") {
			w.WriteHeader(http.StatusForbidden)
			_, _ = io.WriteString(w, `{"error":{"message":"m","code":80008}}`)
			return
		}
		_, _ = io.WriteString(w, `{"id":"1","phone_numbers":{"data":[{"id":"1"}],"paging":{"cursors":{"after":"c"},"next":"x"}}}`)
	})
	account, err := client.WhatsAppAccount(t.Context(), "1")
	if err != nil || len(account.Numbers) != 1 || trouble.AsError(account.NumbersError) == nil {
		t.Errorf("%+v %v", account, err)
	}
}

func TestSendTemplate(t *testing.T) {
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		want := `{"messaging_product":"whatsapp","to":"15550100","type":"template","template":{"name":"hello_world","language":{"code":"en_US"}}}`
		if string(body) != want || r.Header.Get("Content-Type") != "application/json" || r.URL.Path != "/v25.0/123/messages" {
			t.Errorf("%s %s", r.URL.Path, body)
		}
		_, _ = io.WriteString(w, `{"messaging_product":"whatsapp","contacts":[{"input":"15550100","wa_id":"15550100"}],"messages":[{"id":"wamid.HBg","message_status":"accepted"}]}`)
	})
	message, err := client.SendTemplate(t.Context(), "123", "", "15550100", "hello_world", "en_US")
	if err != nil || message != (Message{"wamid.HBg", "accepted"}) {
		t.Errorf("%+v %v", message, err)
	}
}

// Expiry is judged by Graph's clock.
func TestClockAndVersionAreLearnt(t *testing.T) {
	date := time.Now().Add(-2 * time.Hour)
	client, _ := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Date", date.UTC().Format(http.TimeFormat))
		w.Header().Set("Facebook-Api-Version", "v26.0")
		_, _ = io.WriteString(w, `{"id":"1"}`)
	})
	if _, known := client.Connection().Skew(); known {
		t.Error("the skew is known before any answer")
	}
	if _, err := client.Me(t.Context()); err != nil {
		t.Fatal(err)
	}
	connection := client.Connection()
	if skew, known := connection.Skew(); !known || (skew-2*time.Hour).Abs() > 10*time.Second {
		t.Errorf("skew %v %v", skew, known)
	}
	if now := connection.Now(time.Now()); now.Sub(date).Abs() > 10*time.Second {
		t.Errorf("Graph's now is %v, want about %v", now, date)
	}
	if !connection.Answered || connection.Version != "v26.0" || connection.Issuer != "" {
		t.Errorf("got %+v", connection)
	}
}

func TestVersionEnd(t *testing.T) {
	for version, want := range map[string]struct {
		year  int
		known bool
	}{"v21.0": {2027, true}, "v25.0": {2028, true}, "v26.0": {2028, true}, "v27.0": {1, true}, "v20.0": {1970, true}, "v3.2": {1970, true}, "v99.0": {1, false}, "rubbish": {1, false}} {
		end, known := VersionEnd(version)
		if end.Year() != want.year || known != want.known {
			t.Errorf("%s: %v %v", version, end, known)
		}
	}
}

// The checks hold a version to its place in the table, and the flags offer the
// default.
func TestVersionsAreInOrder(t *testing.T) {
	for i, version := range Versions() {
		if i > 0 && !IsLaterVersion(version.Name, Versions()[i-1].Name) {
			t.Errorf("%s stands after %s", version.Name, Versions()[i-1].Name)
		}
	}
	if _, known := FindVersion(DefaultVersion); !known {
		t.Errorf("%s is not in the table", DefaultVersion)
	}
	if first, last := SolutionVersions(); first != "v23.0" || last != "v25.0" {
		t.Errorf("tokens of solutions from %s to %s", first, last)
	}
}

func TestNumbersAreAskedForWhereTheAccountHoldsNoList(t *testing.T) {
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/v25.0/123456789012345/phone_numbers" {
			_, _ = w.Write([]byte(`{"data":[{"id":"7","display_phone_number":"+49 30 901820"}]}`))
			return
		}
		_, _ = w.Write([]byte(`{"id":"123456789012345","name":"Corner Bakery"}`))
	})
	account, err := client.WhatsAppAccount(t.Context(), "123456789012345")
	if err != nil || account.NumbersError != nil {
		t.Fatal(err, account.NumbersError)
	}
	if len(account.Numbers) != 1 || account.Numbers[0].ID != "7" {
		t.Errorf("the numbers are %v", account.Numbers)
	}
}

// TestAFieldThatGraphRefusesIsNoSignAgainstTheAccount: Graph has taken fields
// away before, and asks rights of their own for some.
func TestAFieldThatGraphRefusesIsNoSignAgainstTheAccount(t *testing.T) {
	for _, refusal := range []string{
		`{"error":{"message":"(#100) Tried accessing nonexisting field (health_status) on node type (WhatsAppBusinessAccount)","code":100}}`,
		`{"error":{"message":"(#10) Application does not have permission for this action","code":10}}`,
		`{"error":{"message":"Please reduce the amount of data you're asking for, then retry your request","code":1}}`,
	} {
		numbers := `{"data":[{"id":"2","display_phone_number":"+49 30 901820"}]}`
		client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
			switch fields := r.URL.Query().Get("fields"); {
			case strings.HasSuffix(r.URL.Path, "/phone_numbers"):
				if strings.Contains(numbers, "error") {
					w.WriteHeader(http.StatusBadRequest)
				}
				_, _ = io.WriteString(w, numbers)
			case fields == "id,name":
				_, _ = io.WriteString(w, `{"id":"1","name":"My shop"}`)
			default:
				w.WriteHeader(http.StatusBadRequest)
				_, _ = io.WriteString(w, refusal)
			}
		})
		account, err := client.WhatsAppAccount(t.Context(), "1")
		if err != nil || account.Name != "My shop" || len(account.Numbers) != 1 {
			t.Errorf("%s: %+v %v", refusal, account, err)
		}
		// What has no list of numbers is an app, a page or a portfolio.
		numbers = `{"error":{"message":"(#100) Tried accessing nonexisting field (phone_numbers) on node type (Application)","code":100}}`
		if _, err := client.WhatsAppAccount(t.Context(), "1"); trouble.AsError(err) == nil {
			t.Errorf("%s: something without numbers is an account", refusal)
		}
	}
}

func TestANestedListThatIsNoneIsAskedFor(t *testing.T) {
	for _, nested := range []string{`{"data":null}`, `{"error":{"message":"m","code":1}}`, `{}`} {
		client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/phone_numbers") {
				_, _ = io.WriteString(w, `{"data":[{"id":"2"}]}`)
				return
			}
			_, _ = io.WriteString(w, `{"id":"1","phone_numbers":`+nested+`}`)
		})
		if account, err := client.WhatsAppAccount(t.Context(), "1"); err != nil || len(account.Numbers) != 1 {
			t.Errorf("%s: %+v %v", nested, account, err)
		}
	}
}

package trouble

import (
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"regexp"
	"testing"
)

func TestExplain(t *testing.T) {
	for _, test := range []struct {
		code, subcode int
		message       string
		want          string
		class         Class
	}{
		{0, 0, "", "not_authenticated", ClassToken},
		{1, 0, "An unknown error", "meta_unclear", ClassOutage},
		{1, 0, "Access token does not belong to application 1", "token_of_other_app", ClassToken},
		{2, 0, "", "outage", ClassOutage},
		{3, 0, "", "app_lacks_capability", ClassPermission},
		{4, 2446079, "", "too_many_calls", ClassLimit},
		{17, 0, "", "too_many_calls", ClassLimit},
		{32, 0, "", "too_many_calls", ClassLimit},
		{341, 0, "", "too_many_calls", ClassLimit},
		{613, 0, "", "too_many_calls", ClassLimit},
		{80007, 0, "", "too_many_account_calls", ClassLimit},
		{80008, 0, "", "too_many_account_calls", ClassLimit},
		{130429, 2494055, "", "too_many_messages", ClassLimit},
		{10, 0, "", "app_not_assigned", ClassPermission},
		{100, 33, "", "object_not_visible", ClassObject},
		{100, 0, "Unsupported get request. Object with ID '1' does not exist, cannot be loaded due to missing permissions", "object_not_visible", ClassObject},
		{100, 0, "(#100) Missing Permission", "permission_missing", ClassPermission},
		{100, 0, "Invalid parameter", "parameter", ClassRequest},
		{100, 0, "API calls from the server require an appsecret_proof argument", "app_secret_proof", ClassRequest},
		{100, 36008, "", "redirect_mismatch", ClassRequest},
		{102, 0, "", "token_not_accepted", ClassToken},
		{104, 0, "", "no_token_sent", ClassRequest},
		{2500, 0, "", "no_token_sent", ClassRequest},
		{200, 0, "(#200) Provide valid app ID", "no_token_sent", ClassRequest},
		{190, 0, "", "token_not_accepted", ClassToken},
		{190, 458, "", "app_not_authorised", ClassToken},
		{190, 459, "", "checkpoint", ClassToken},
		{190, 490, "", "checkpoint", ClassToken},
		{190, 460, "", "session_ended", ClassToken},
		{190, 463, "", "token_expired", ClassToken},
		{190, 464, "", "user_unconfirmed", ClassToken},
		{190, 466, "", "token_revoked", ClassToken},
		{190, 467, "", "token_revoked", ClassToken},
		{190, 492, "", "role_or_two_factor", ClassToken},
		{190, 0, "Application Secret required for this endpoint", "app_secret_required", ClassRequest},
		{190, 0, "Malformed access token [token hidden]", "token_miscopied", ClassToken},
		{200, 0, "Permissions error", "no_access_to_account", ClassPermission},
		{200, 0, "API access blocked.", "api_access_blocked", ClassAccount},
		{200, 0, "(#200) Cannot call API for app 1 on behalf of user 2", "app_permission_withdrawn", ClassPermission},
		{200, 0, "(#200) Requires business_management permission to manage the object", "portfolio_permission_missing", ClassPermission},
		{299, 0, "", "no_access_to_account", ClassPermission},
		{368, 0, "", "policy_block", ClassAccount},
		{803, 0, "", "object_not_found", ClassObject},
		{131005, 0, "", "access_denied", ClassPermission},
		{131030, 0, "", "recipient_not_on_list", ClassNumber},
		{131031, 0, "", "account_locked", ClassAccount},
		{131037, 0, "", "display_name_not_approved", ClassNumber},
		{133010, 0, "", "number_not_registered", ClassNumber},
		{133016, 0, "", "register_limit", ClassLimit},
		{138024, 0, "", "calls_by_sip_off", ClassNumber},
		{141002, 0, "", "template_trouble", ClassAccount},
		{141006, 0, "", "payment_method", ClassAccount},
		{141010, 0, "", "business_not_verified", ClassAccount},
		{141014, 0, "", "account_banned", ClassAccount},
		{1, 0, "Please reduce the amount of data you're asking for, then retry your request", "too_much_data", ClassRequest},
		{2500, 0, "Unknown path components: /foo", "parameter", ClassRequest},
		{300, 0, "", "unknown", ClassUnknown},
		{-1, 0, "", "unknown", ClassUnknown},
	} {
		got := Explain(test.code, test.subcode, test.message)
		if got.ID != test.want || got.Class != test.class {
			t.Errorf("%d/%d %q is %s (%s), want %s (%s)", test.code, test.subcode, test.message, got.ID, got.Class, test.want, test.class)
		}
	}
}

// A code that nobody knows is told by what came with it.
func TestTroubleOfAnUnknownCode(t *testing.T) {
	for want, graphError := range map[string]*Error{
		"too_many_calls": {Code: 9999, HTTPStatus: http.StatusTooManyRequests},
		"outage":         {Code: 9999, HTTPStatus: http.StatusBadGateway},
		"unknown":        {Code: 9999, HTTPStatus: http.StatusUnauthorized},
	} {
		if got := graphError.Trouble().ID; got != want {
			t.Errorf("%+v is %s, want %s", graphError, got, want)
		}
	}
	if got := (&Error{Code: 9999, Transient: true}).Trouble().ID; got != "outage" {
		t.Errorf("a passing fault is %s", got)
	}
}

// A line below one that matches everything it matches would never be read.
func TestEveryLineOfTheCatalogueIsReached(t *testing.T) {
	seen := map[string]Trouble{}
	form := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	for _, entry := range Catalogue() {
		if got := Explain(entry.Code, entry.Subcode, entry.Says); got != entry.Trouble {
			t.Errorf("%d/%d %q gives %s, want %s", entry.Code, entry.Subcode, entry.Says, got.ID, entry.ID)
		}
		if before, again := seen[entry.ID]; again && before != entry.Trouble {
			t.Errorf("%s is told in two ways", entry.ID)
		}
		seen[entry.ID] = entry.Trouble
		if !form.MatchString(entry.ID) || entry.Class == "" || entry.Fixer == "" {
			t.Errorf("not complete: %+v", entry)
		}
	}
}

// A trouble that no line of the catalogue means would never be told.
func TestAllHoldsEveryTrouble(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "list.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	written := 0
	ast.Inspect(file, func(node ast.Node) bool {
		if literal, ok := node.(*ast.CompositeLit); ok {
			if of, named := literal.Type.(*ast.Ident); named && of.Name == "Trouble" {
				written++
			}
		}
		return true
	})
	all := All()
	if len(all) != written || all[len(all)-1] != Unknown {
		t.Errorf("All has %d troubles, and %d are written in list.go", len(all), written)
	}
}

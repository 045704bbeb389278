package words_test

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"
	"testing"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
	"latchkey/wizard/handover"
	"latchkey/wizard/partner"
	"latchkey/wizard/reminder"
	"latchkey/wizard/saved"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// putTogether lists the ids that the program puts together when it says them,
// from the lists of what there is to say.
func putTogether(t *testing.T) []string {
	t.Helper()
	var ids []string
	// need adds an id for each name and ending; "" is the id without an ending.
	need := func(stem string, names []string, endings ...string) {
		if len(endings) == 0 {
			endings = []string{""}
		}
		for _, name := range names {
			for _, ending := range endings {
				ids = append(ids, stem+name+ending)
			}
		}
	}
	list := strings.Fields

	for _, known := range trouble.All() {
		need("trouble.", list(known.ID), ".title", ".cause", ".fix")
	}
	need("fixer.", idsOf(trouble.AllFixers()))
	need("message.steps.", idsOf(trouble.AllFixers()))
	need("network.", idsOf(graph.AllNetworkKinds()), ".title", ".cause", ".fix")
	need("page.", idsOf(site.Pages()))

	for id, words := range reasons {
		need("check.", list(string(id)), ".title", ".name")
		stem := "check." + string(id) + "."
		need(stem, list(words.trouble), ".title", ".detail", ".fix")
		need(stem, list(words.explained), ".title", ".detail")
		need(stem, list(words.fine), ".title")
	}
	need("skipped.", skips, ".detail")
	need("verdict.", verdicts, ".title", ".summary")
	need("status.", constants(t, "wizard/check", "Status"))
	need("report.verdict.", constants(t, "wizard/check", "Outcome"))
	need("kind.", constants(t, "wizard/check", "Kind"))
	need("access.", constants(t, "wizard/check", "AccessLevel"))
	need("access.", constants(t, "wizard/check", "Ability"))
	need("junk.", []string{check.JunkSpaces, check.JunkQuotes, check.JunkBearer, check.JunkInvisible, check.JunkAround})
	need("scope.", []string{check.ScopeMessaging, check.ScopeManagement})
	need("permission.", permissions)

	need("keychain.", idsOf(vault.AllReasons()), ".title", ".cause", ".fix")
	need("files.", idsOf(files.AllReasons()), ".title", ".cause", ".fix")
	need("name.", append(idsOf(vault.AllNameFaults()), "token"), ".title", ".fix")
	need("taken", []string{""}, ".title", ".fix")
	need("state.different", []string{""}, ".title", ".fix")
	need("place.", append(idsOf(vault.AllPlaces()), ""))
	need("outcome.", list("not_saved old_kept unsettled not_listed"))
	for _, doing := range without(idsOf(vault.AllDoings()), string(vault.Proving)) {
		need("found."+doing+".", idsOf(vault.AllResults()))
	}
	need("condition.", idsOf(saved.AllConditions()))
	need("saved.", idsOf(saved.AllConditions()))
	need("missing.", idsOf(setup.AllMissing()))
	need("purpose.", idsOf(setup.AllPurposes()), ".title", ".detail")
	need("situation.", idsOf(setup.AllSituations()), ".title", ".detail")
	need("renew.differs_", idsOf(setup.AllDifferenceKinds()))
	need("address.", idsOf(setup.AllAddressErrors()))
	need("renew.how.", list("system_user user"))
	need("calendar.", list("ended never not_known"))
	need("calendar.", idsOf(reminder.AllKinds()), ".title", ".text")
	need("reminder.", idsOf(reminder.AllKinds()), ".title", ".text")
	for _, step := range setup.Steps {
		need("step.", list(step.ID()), ".name", ".title", ".help")
	}
	for _, step := range setup.Steps {
		if trip, ok := (setup.Progress{Situation: setup.OwnBusiness}).Trip(step); ok {
			need(trip.ID, []string{""}, ".title", ".lead", ".open", ".main", ".else")
		}
	}
	need("keep.", idsOf(setup.AllLines()))
	need("keep.", list("customer solution fetched_with saved_at"))
	need("picture.", idsOf(setup.AllPictures()))
	need("", list("kept.revoke remove.text"), "", "_customer")
	need("settings.text_", list("100 125 150 200"))

	need("", constants(t, "wizard/batch", "Fault"), ".title") // they are ids themselves
	for _, found := range doctorFindings(t) {
		ids = append(ids, found...)
	}
	need("envfile.", idsOf(handover.AllEnvFileFaults()))
	need("envfile.risk.", idsOf(handover.AllEnvFileRisks()))
	need("", list("envfile store"), ".page", ".plain", ".main", ".first", ".agree")
	need("envfile.", list("what"))
	need("store.", without(idsOf(handover.AllStoreReasons()), "canceled"), ".title", ".fix")
	need("recipient.", idsOf(handover.AllRecipientFaults()))
	need("handover.", list("env_file store"), "", "_text")
	need("handover.line_", list("exec env_file store"))
	recipes := list("aws azure docker gcloud github kubernetes") // not every system has all
	need("recipe.", recipes, ".title", ".note")
	need("handover.line_", recipes)
	need("partner.app.", list("empty not_an_id"))
	need("partner.secret.", list("empty number token code"))
	need("partner.code.", list("empty token app_token app_secret number refusal too_long"))
	need("partner.line.", idsOf(partner.AllLineFaults()))
	need("partner.done.", idsOf(partner.AllDone()))
	need("partner.", idsOf(partner.AllProblems()),
		".title", ".cause", ".fix")

	need("difference.", constants(t, "wizard/support", "Change"))
	need("report.detail.", constants(t, "wizard/support", "Detail"))
	need("report.show_", constants(t, "wizard/support", "Detail"))
	need("report.group.", constants(t, "wizard/support", "Group"))
	need("report.open.", constants(t, "wizard/support", "Fault"), ".title", ".cause", ".fix")
	need("report.code.", list("not misheard"), ".title", ".fix")
	need("report.permission.", list("missing granted surplus"))
	need("report.fact.", list(`kind app user issued ends data_access id review status verification owner can_send
		name quality code_verification name_status limit throughput mode`))

	for _, scenario := range sandbox.Scenarios() {
		need("scenario.", list(scenario.Name))
		if scenario.Training {
			need("training.", list(scenario.Name), ".title", ".story", ".solved")
		}
	}
	for _, fault := range sandbox.Faults() {
		need("fault.", list(string(fault)))
	}
	for month := 1; month <= 12; month++ {
		need("date.month.", list(strconv.Itoa(month)))
	}
	for weekday := range 7 {
		need("date.weekday.", list(strconv.Itoa(weekday)))
	}
	need("date.", list("today tomorrow yesterday"))
	return ids
}

// idsOf are the ids of a list of typed values.
func idsOf[T ~string](values []T) []string {
	ids := make([]string, len(values))
	for i, value := range values {
		ids[i] = string(value)
	}
	return ids
}

func without(names []string, one string) []string {
	return slices.DeleteFunc(names, func(name string) bool { return name == one })
}

// permissions are those of Meta's of which a report says what they allow.
var permissions = strings.Fields(`
	ads_management ads_read business_management catalog_management email instagram_basic instagram_manage_messages
	pages_manage_metadata pages_messaging pages_read_engagement pages_show_list public_profile
	whatsapp_business_manage_events whatsapp_business_management whatsapp_business_messaging`)

// reasons are the outcomes of each check, until the checks themselves list
// them. Those that are trouble say what it means and what to do.
var reasons = map[check.ID]struct{ fine, explained, trouble string }{
	check.LocalShape: {
		"token", "cleaned",
		"address app_secret app_token cut_short empty id json masked page phone several text too_long too_short vendor",
	},
	check.NetReach:          {"", "answers", "inspected"},
	check.NetClock:          {"right", "", "ahead behind no_date"},
	check.TokenAlive:        {"", "accepted", ""},
	check.TokenKind:         {"", "business_integration system_user", "app business_for_system_user other other_customer page system_user_for_business untold user"},
	check.TokenExpiry:       {"never", "data_access date", "data_access_past data_access_soon data_access_today date_soon date_today past untold"},
	check.AppMatch:          {"", "same", "is_account is_business is_number is_phone is_user other untold"},
	check.PermMessaging:     {"granted", "", "missing untold"},
	check.PermManagement:    {"granted", "works", "missing untold"},
	check.PermSurplus:       {"none", "", "more"},
	check.AccountReach:      {"", "answers", "is_app is_business is_number is_phone is_user name_it no_id none_assigned not_assigned"},
	check.AccountReview:     {"approved", "", "blocked limit_reached other pending rejected restricted untold"},
	check.PhoneList:         {"", "has", "in_other_account is_account is_app is_business is_number is_user none not_all_asked not_here"},
	check.PhoneVerified:     {"", "test verified verified_before", "not_verified other untold"},
	check.PhoneName:         {"", "approved test", "declined expired none other pending untold"},
	check.PhoneStatus:       {"", "connected", "disconnected flagged not_registered other restricted untold"},
	check.PhoneQuality:      {"", "good unrated", "low medium other untold"},
	check.PhoneTest:         {"", "own", "test"},
	check.TemplatesRead:     {"read", "", ""},
	check.SendAllowed:       {"", "allowed", "blocked limited no_task not_on_account told"},
	check.WebhookSubscribed: {"", "listens", "nobody"},
	check.APIVersion:        {"", "current", "ended ends_soon unheard_of"},
}

var skips = strings.Fields("no_account no_messaging no_number no_token not_asked not_reached token_dead untold")

var verdicts = strings.Fields(`
	advice almost data_access data_access_past dead ends expiry_untold kind_untold no_token not_ready ready ready_data_access
	ready_ends temporary test_number unknown`)

// TestEveryReasonOfACheckHasWords reads the judges: whatever reason they spell
// out beside a status is in the list above.
func TestEveryReasonOfACheckHasWords(t *testing.T) {
	if len(reasons) != len(check.IDs()) {
		t.Errorf("%d checks have reasons, of %d", len(reasons), len(check.IDs()))
	}
	listed := map[string]bool{}
	for _, words := range reasons {
		for _, reason := range strings.Fields(words.fine + " " + words.explained + " " + words.trouble) {
			listed[reason] = true
		}
	}
	statuses := []string{"Pass", "Warn", "Fail", "Unknown"}
	found := 0
	for _, one := range sources(t, "wizard/check") {
		ast.Inspect(one.syntax, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok {
				return true
			}
			if called(call) == "skipped" && len(call.Args) == 2 && literal(call.Args[1]) != "" && !slices.Contains(skips, literal(call.Args[1])) {
				t.Errorf("%s passes a check over for the reason %q, which is not listed", one.path, literal(call.Args[1]))
			}
			for i := 1; i < len(call.Args); i++ {
				status, ok := call.Args[i-1].(*ast.Ident)
				if reason := literal(call.Args[i]); ok && reason != "" && slices.Contains(statuses, status.Name) {
					found++
					if !listed[reason] {
						t.Errorf("%s gives the reason %q, which is not listed", one.path, reason)
					}
				}
			}
			return true
		})
	}
	if found < 50 {
		t.Errorf("only %d reasons were found: the search is broken", found)
	}
}

// doctorFindings are the ids of what the doctor finds, each with the words that
// its status asks for.
func doctorFindings(t *testing.T) [][]string {
	t.Helper()
	explained := []string{"clock.not_told", "folder.fine", "keychain.works"}
	var found [][]string
	for _, one := range sources(t, "wizard/doctor") {
		ast.Inspect(one.syntax, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok || called(call) != "found" || len(call.Args) < 3 {
				return true
			}
			about, status := call.Args[0].(*ast.Ident), call.Args[1].(*ast.SelectorExpr)
			reason := strings.ToLower(about.Name) + "." + literal(call.Args[2])
			id := "doctor." + reason
			ids := []string{id + ".title"}
			trouble := status.Sel.Name == "Fail" || status.Sel.Name == "Warn"
			if trouble && reason != "network.address" || slices.Contains(explained, reason) {
				ids = append(ids, id+".detail")
			}
			if trouble && reason != "network.address" {
				ids = append(ids, id+".fix")
			}
			found = append(found, ids)
			return true
		})
	}
	return found
}

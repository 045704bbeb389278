package words_test

import (
	"go/ast"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
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

	for _, known := range trouble.Catalogue() {
		need("trouble.", list(known.ID), ".title", ".cause", ".fix")
	}
	need("trouble.", list("unknown"), ".title", ".cause", ".fix") // what the catalogue does not know
	need("fixer.", constants(t, "graph/trouble", "Fixer"))
	need("message.steps.", constants(t, "graph/trouble", "Fixer"))
	need("network.", constants(t, "graph", "NetworkKind"), ".title", ".cause", ".fix")
	need("page.", constants(t, "graph/site", "Page"))

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

	need("keychain.", constants(t, "wizard/vault", "Reason"), ".title", ".cause", ".fix")
	need("files.", constants(t, "wizard/files", "Reason"), ".title", ".cause", ".fix")
	need("name.", append(constants(t, "wizard/vault", "NameFault"), "token"), ".title", ".fix")
	need("taken", []string{""}, ".title", ".fix")
	need("state.different", []string{""}, ".title", ".fix")
	need("place.", append(constants(t, "wizard/vault", "Place"), ""))
	need("outcome.", list("not_saved old_kept unsettled not_listed"))
	for _, doing := range list("saving replacing removing renaming") {
		need("found."+doing+".", constants(t, "wizard/vault", "Result"))
	}
	need("condition.", constants(t, "wizard/saved", "Condition"))
	need("saved.", constants(t, "wizard/saved", "Condition"))
	need("missing.", all(t, "wizard/setup", setup.AllMissing))
	need("purpose.", all(t, "wizard/setup", setup.Purposes), ".title", ".detail")
	need("situation.", all(t, "wizard/setup", setup.Situations), ".title", ".detail")
	need("renew.differs_", all(t, "wizard/setup", setup.DifferenceKinds))
	need("address.", all(t, "wizard/setup", setup.AddressErrors))
	need("renew.how.", list("system_user user"))
	need("calendar.", list("ended never not_known"))
	need("calendar.", constants(t, "wizard/reminder", "Kind"), ".title", ".text")
	need("reminder.", constants(t, "wizard/reminder", "Kind"), ".title", ".text")
	for _, step := range setup.Steps {
		need("step.", list(step.ID()), ".name", ".title", ".help")
	}
	for _, step := range setup.Steps {
		if trip, ok := (setup.Progress{Situation: setup.OwnBusiness}).Trip(step); ok {
			need(trip.ID, []string{""}, ".title", ".lead", ".open", ".main", ".else")
		}
	}
	need("keep.", all(t, "wizard/setup", setup.Lines))
	need("keep.", list("customer solution fetched_with saved_at"))
	need("picture.", all(t, "wizard/setup", setup.Pictures))
	need("", list("kept.revoke remove.text"), "", "_customer")
	need("settings.text_", list("100 125 150 200"))

	need("", constants(t, "wizard/batch", "Fault"), ".title") // they are ids themselves
	for _, found := range doctorFindings(t) {
		ids = append(ids, found...)
	}
	need("envfile.", constants(t, "wizard/handover", "EnvFileFault"))
	need("envfile.risk.", constants(t, "wizard/handover", "EnvFileRisk"))
	need("", list("envfile store"), ".page", ".plain", ".main", ".first", ".agree")
	need("envfile.", list("what"))
	need("store.", without(constants(t, "wizard/handover", "StoreReason"), "canceled"), ".title", ".fix")
	need("recipient.", constants(t, "wizard/handover", "RecipientFault"))
	need("handover.", list("env_file store"), "", "_text")
	need("handover.line_", list("exec env_file store"))
	recipes := list("aws azure docker gcloud github kubernetes") // not every system has all
	need("recipe.", recipes, ".title", ".note")
	need("handover.line_", recipes)
	need("partner.app.", list("empty not_an_id"))
	need("partner.secret.", list("empty number token code"))
	need("partner.code.", list("empty token app_token app_secret number refusal too_long"))
	need("partner.line.", constants(t, "wizard/partner", "LineFault"))
	need("partner.done.", constants(t, "wizard/partner", "Done"))
	need("partner.", list("ids version no_partner partner_token other_customer not_listed not_of_a_solution not_proved taken unanswered"),
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

// all is a list of a type's texts, which must be all of its constants.
func all[T ~string](t *testing.T, folder string, listed []T) []string {
	t.Helper()
	var texts []string
	for _, one := range listed {
		texts = append(texts, string(one))
	}
	name := reflect.TypeFor[T]().Name()
	if known := constants(t, folder, name); !slices.Equal(slices.Sorted(slices.Values(known)), slices.Sorted(slices.Values(texts))) {
		t.Errorf("the list of %s has %v, its constants are %v", name, texts, known)
	}
	return texts
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

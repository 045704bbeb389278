package words_test

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/ui/release"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
	"latchkey/wizard/doctor"
	"latchkey/wizard/files"
	"latchkey/wizard/handover"
	"latchkey/wizard/partner"
	"latchkey/wizard/reminder"
	"latchkey/wizard/repair"
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

	ids = append(ids, idsOfChecks()...)
	need("fixer.", idsOf(trouble.AllFixers()))
	need("message.steps.", idsOf(trouble.AllFixers()))
	need("page.", idsOf(site.Pages()))
	for _, guess := range trouble.AllGuesses() {
		need("trouble.guess.", []string{guess.ID}, ".title", ".cause", ".fix")
	}

	need("hint.status_", without(constants(t, "wizard/check", "Status"), "mended"))
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
	need("fyne.", list("copy cut enter_name favourites file folder hidden name new_folder parent paste quit redo select_all undo"))
	need("fix.", append(idsOf(check.AllRepairKinds()), "unsubscribe"), ".button")
	need("fix.", list("subscribe unsubscribe"), ".will", ".already")
	for _, repaired := range list("subscribe unsubscribe register") {
		need("fix."+repaired+".", idsOf(repair.AllOutcomes()))
	}
	need("fix.register.state.", without(idsOf(repair.AllNumberStates()), string(repair.NumberReady)))
	need("leaks.place.", idsOf(doctor.AllLeakPlaces()))
	need("condition.", idsOf(saved.AllConditions()))
	need("saved.", idsOf(saved.AllConditions()))
	need("missing.", idsOf(setup.AllMissing()))
	for _, question := range (setup.Progress{ForOthers: true}).Questions() {
		ids = append(ids, question.ID, question.Unsure)
		for _, answer := range question.Answers {
			need(answer.ID, []string{""}, ".title", ".detail")
		}
	}
	for _, needed := range (setup.Progress{}).Needs().List {
		need(needed.ID, []string{""}, "", ".detail", ".open", ".none")
		if needed.Make != nil {
			need(needed.Make.ID, []string{""}, ".title", ".lead", ".main", ".else")
			ids = append(ids, needed.Make.Seen)
		}
	}
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
		for _, layout := range (setup.Progress{Situation: setup.OwnBusiness}).Layouts(step) {
			need(layout.Trip.ID, []string{""}, ".title", ".lead", ".main", ".else")
			ids = append(ids, layout.Trip.Seen)
			if layout.ID != "" {
				ids = append(ids, layout.ID)
			}
		}
	}
	need("keep.", idsOf(setup.AllLines()))
	need("keep.", list("customer solution fetched_with saved_at"))
	need("picture.", idsOf(setup.AllPictures()))
	need("", list("kept.revoke remove.text"), "", "_customer")
	need("desk.", list("open_report explain many in_chat"), "", "_detail")
	need("settings.text_", list("100 125 150 200"))
	need("key.", list("enter escape tab space arrows help back settings menu paste close"), ".other", ".mac", ".does")
	need("term.", list("token portfolio app system_user account phone_number_id permission template app_secret keychain revoke api_setup cloud_api graph"), ".title", ".text")
	need("graphics.help.", list("linux windows"))
	need("release.", idsOf(release.AllWays()))

	need("batch.order.", idsOf(batch.Orders()), "", "_hint")
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
	need("handover.", list("env_file store commands"), "", "_text")
	need("handover.line_", list("exec env_file store"))
	recipes := list("aws azure docker gcloud github kubernetes") // not every system has all
	need("recipe.", recipes, ".title", ".note")
	need("handover.line_", recipes)
	need("partner.app.", list("empty not_an_id"))
	need("partner.secret.", list("empty number token code no_secret"))
	need("partner.code.", list("empty token app_token app_secret number refusal too_long"))
	need("partner.line.", idsOf(partner.AllLineFaults()))
	need("partner.done.", idsOf(partner.AllDone()))
	need("partner.", idsOf(partner.AllProblems()),
		".title", ".cause", ".fix")

	need("fix.extend.", append(idsOf(repair.AllRefusals()), list("not_proved not_longer another changed")...), ".title", ".fix")
	need("fix.extend.", list("not_proved not_longer another changed"), ".cause")
	need("fix.revoke.", list("alive not_known not_this_way"), ".title", ".cause", ".fix")
	need("fix.revoke.", list("ended"), ".title", ".fix")
	need("fix.", list("no_app not_allowed"), ".title", ".cause", ".fix")
	need("fix.", without(idsOf(repair.AllOutcomes()), string(repair.Done)), ".title")
	need("fix.", list("subscribe unsubscribe"), ".refused.title", ".done.title")

	need("difference.", constants(t, "wizard/support", "Change"))
	need("report.detail.", constants(t, "wizard/support", "Detail"))
	need("report.show_", constants(t, "wizard/support", "Detail"))
	need("report.group.", constants(t, "wizard/check", "Group"))
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

// doctorFindings are the ids of what the doctor finds, each with the words that
// its status asks for.
func doctorFindings(t *testing.T) [][]string {
	t.Helper()
	explained := []string{"clock.unknown", "folder.fine", "keychain.works"}
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

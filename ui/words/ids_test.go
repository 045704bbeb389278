package words_test

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"latchkey/wizard/check"
)

// TestEveryIDHasWordsAndIsUsed holds the language against the program: what is
// said by a whole id, or by one put together, has words; and there are no words
// that nothing says. Delete any id, and it fails.
func TestEveryIDHasWordsAndIsUsed(t *testing.T) {
	texts := language(t, "en")
	needed := map[string]string{} // by whom
	stems := map[string]bool{}    // what ids are put together from
	for _, id := range putTogether(t) {
		needed[id] = "a list of what is said"
		for end := strings.LastIndexAny(id, "._"); end > 0; end = strings.LastIndexAny(id[:end], "._") {
			stems[strings.TrimSuffix(id[:end+1], ".")] = true
		}
	}
	for _, id := range idsOfReportPage(t) {
		needed[id] = "the report's page"
	}
	for _, id := range idsOfPackages(t) {
		needed[id] = "a package"
	}
	for id := range saidOnPracticePages(t) {
		needed[id] = "a practice page"
	}
	spelt := 0
	for _, one := range sources(t) {
		said, handedOn := idsSpelt(one)
		for _, id := range said {
			needed[id] = one.path
		}
		for _, id := range handedOn {
			if texts[id] != "" || !stems[id] {
				needed[id] = one.path
			}
		}
		spelt += len(said) + len(handedOn)
	}
	if spelt < 1000 {
		t.Errorf("only %d ids were found in the sources: the search is broken", spelt)
	}
	for id, by := range needed {
		if _, ok := texts[id]; !ok {
			t.Errorf("%s says %q, which has no words", by, id)
		}
	}
	for id := range texts {
		if id, _, _ := strings.Cut(id, " ("); needed[id] == "" {
			t.Errorf("%q has words, and nothing says them", id)
		}
	}
}

var idForm = regexp.MustCompile(`^[a-z]+(\.[a-z0-9_-]+)+$`)

// idsSpelt lists the ids that a file spells out: what it says, and every other
// text that is put like an id and begins like one. Of those some are said
// later, and others are the beginning of one.
func idsSpelt(from source) (said, handedOn []string) {
	ast.Inspect(from.syntax, func(node ast.Node) bool {
		if call, ok := says(node); ok {
			if id := literal(call.Args[0]); idForm.MatchString(id) && from.path != "wizard/support/page.go" {
				said = append(said, id)
			}
		}
		if call, ok := node.(*ast.CallExpr); ok && called(call) == "Labelled" && literal(call.Args[1]) != "" {
			said = append(said, literal(call.Args[1]), literal(call.Args[1])+"_hint")
		}
		if expression, ok := node.(ast.Expr); ok {
			id := literal(expression)
			head, _, _ := strings.Cut(id, ".")
			if idForm.MatchString(id) && slices.Contains(heads, head) && !notWords(id) {
				handedOn = append(handedOn, id)
			}
		}
		return true
	})
	return said, handedOn
}

// heads are what ids begin with, where they are also handed on before they are
// said.
var heads = []string{
	"access", "address", "batch", "button", "calendar", "check", "date", "desk", "difference", "doctor", "envfile", "exchange",
	"explain", "files", "fix", "handover", "help", "hint", "home", "join", "keep", "kept", "keychain", "menu", "message", "name", "need", "network", "partner",
	"permission", "pick", "practice", "purpose", "remove", "removeall", "renew", "report", "save", "saved", "secret", "send", "settings", "setup",
	"situation", "skipped", "solution", "state", "step", "store", "taken", "terminal", "test", "trouble", "verdict",
}

// notWords are ids of checks, and names of files.
func notWords(id string) bool {
	return slices.Contains(check.IDs(), check.ID(id)) || slices.Contains([]string{".js", ".json", ".xml", ".kdbx", ".css"}, filepath.Ext(id))
}

// idsOfPackages lists what packages say: the menu of Linux and its software centres, and what
// installs on Windows.
func idsOfPackages(t *testing.T) []string {
	t.Helper()
	var ids []string
	for pattern, form := range map[string]string{
		"linux/papers/*.tmpl": `\{\{(?:entry|element) "\w+" "([a-z_.]+)"`,
		"windows/*.*":         `\$\((?:generate say )?([a-z]+\.[a-z_]+)\)`,
	} {
		files, err := filepath.Glob(filepath.Join(root, "packaging", filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, id := range regexp.MustCompile(form).FindAllStringSubmatch(string(text), -1) {
				ids = append(ids, id[1])
				found++
			}
		}
		if found < 10 {
			t.Errorf("only %d ids were found in %s", found, pattern)
		}
	}
	return ids
}

// saidOnPracticePages lists what the practice's pages say, with the names of the values that
// each hands in.
func saidOnPracticePages(t *testing.T) map[string][][]string {
	t.Helper()
	said := map[string][][]string{}
	for _, page := range practicePages(t) {
		for _, action := range regexp.MustCompile(`\{\{.*?\}\}`).FindAllString(page, -1) {
			for _, found := range regexp.MustCompile(`\b(?:say|text) "([a-z_.]+)"`).FindAllStringSubmatch(action, -1) {
				var handed []string
				for _, name := range regexp.MustCompile(`"([A-Z]\w*)"`).FindAllStringSubmatch(action, -1) {
					handed = append(handed, name[1])
				}
				said[found[1]] = append(said[found[1]], handed)
			}
		}
	}
	if len(said) < 100 {
		t.Errorf("only %d ids were found in the practice's pages", len(said))
	}
	return said
}

// idsOfReportPage lists what the page of a report says: its own words hang
// below "report".
func idsOfReportPage(t *testing.T) []string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root, "wizard", "support", "page.html"))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, found := range regexp.MustCompile(`\bSay "([a-z_.]+)"`).FindAllStringSubmatch(string(page), -1) {
		ids = append(ids, "report."+found[1])
	}
	for _, one := range sources(t, "wizard/support") {
		if one.path != "wizard/support/page.go" {
			continue
		}
		ast.Inspect(one.syntax, func(node ast.Node) bool {
			call, ok := says(node)
			if !ok {
				return true
			}
			if id := literal(call.Args[0]); id != "" && !strings.HasSuffix(id, ".") {
				ids = append(ids, "report."+id)
			}
			return true
		})
	}
	if len(ids) < 5 {
		t.Errorf("only %d ids were found on the report's page", len(ids))
	}
	return ids
}

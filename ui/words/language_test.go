package words_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"latchkey/assets"
	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// language reads one language's words as they lie in the file. A sentence with
// a form of its own for some numbers counts as the form for all others; each
// such form stands beside it, as in "home.left (one)".
func language(t *testing.T, name string) map[string]string {
	t.Helper()
	content, err := assets.Languages.ReadFile("languages/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(content, &words); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	texts := map[string]string{}
	for id, text := range words {
		forms, bends := text.(map[string]any)
		if !bends {
			texts[id] = text.(string)
			continue
		}
		for form, text := range forms {
			if form == "other" {
				texts[id] = text.(string)
			} else {
				texts[id+" ("+form+")"] = text.(string)
			}
		}
	}
	return texts
}

func languages(t *testing.T) []string {
	t.Helper()
	entries, err := fs.ReadDir(assets.Languages, "languages")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// TestEveryIDInTheCodeHasWords reads the sources of the window and the
// terminal: whatever they say by a whole id must be in the language.
func TestEveryIDInTheCodeHasWords(t *testing.T) {
	texts := language(t, "en.json")
	root := filepath.Join("..", "..")
	said := 0
	for _, folder := range []string{"ui", "ui/terminal", "ui/words", "."} {
		sources, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, source := range sources {
			if strings.HasSuffix(source, "_test.go") {
				continue
			}
			for _, id := range idsSaid(t, source) {
				said++
				if _, ok := texts[id]; !ok {
					t.Errorf("%s says %q, which has no words", source, id)
				}
			}
		}
	}
	if said < 100 {
		t.Errorf("only %d ids were found in the sources: the search is broken", said)
	}
}

// idsSaid lists the literal ids handed to Say and say.
func idsSaid(t *testing.T, source string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), source, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	ast.Inspect(file, func(node ast.Node) bool {
		call, ok := node.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		name := ""
		switch function := call.Fun.(type) {
		case *ast.SelectorExpr:
			name = function.Sel.Name
		case *ast.Ident:
			name = function.Name
		}
		if literal, ok := call.Args[0].(*ast.BasicLit); ok && strings.EqualFold(name, "say") && literal.Kind == token.STRING {
			id, err := strconv.Unquote(literal.Value)
			if err == nil {
				ids = append(ids, id)
			}
		}
		return true
	})
	return ids
}

// TestEveryPutTogetherIDHasWords covers the ids that are made of two parts.
func TestEveryPutTogetherIDHasWords(t *testing.T) {
	texts := language(t, "en.json")
	need := func(ids ...string) {
		for _, id := range ids {
			if _, ok := texts[id]; !ok {
				t.Errorf("%q has no words", id)
			}
		}
	}
	for _, entry := range trouble.Catalogue() {
		id := "trouble." + entry.ID
		need(id+".title", id+".cause", id+".fix", "fixer."+string(entry.Fixer))
		if entry.Page != site.PageNone {
			need("page." + string(entry.Page))
		}
	}
	for _, kind := range []graph.NetworkKind{
		graph.NetworkNoDNS, graph.NetworkRefused, graph.NetworkUnreachable, graph.NetworkTimeout, graph.NetworkUntrusted,
		graph.NetworkInspected, graph.NetworkExpired, graph.NetworkWrongHost, graph.NetworkTLS, graph.NetworkProxyPassword,
		graph.NetworkProxy, graph.NetworkPortal, graph.NetworkCut, graph.NetworkTooLarge, graph.NetworkNotJSON,
		graph.NetworkEmpty, graph.NetworkOutage, graph.NetworkLimited, graph.NetworkCanceled, graph.NetworkOther,
	} {
		need("network."+string(kind)+".title", "network."+string(kind)+".cause", "network."+string(kind)+".fix")
	}
	for _, step := range setup.Steps {
		need("step."+step.ID()+".name", "step."+step.ID()+".title", "step."+step.ID()+".help")
	}
	for _, situation := range setup.Situations {
		need("situation."+string(situation)+".title", "situation."+string(situation)+".detail")
	}
	for _, id := range check.IDs() {
		need("check."+string(id)+".title", "check."+string(id)+".name")
	}
	for _, status := range []check.Status{check.Pass, check.Warn, check.Fail, check.Unknown, check.Skipped} {
		need("status." + string(status))
	}
	for _, scenario := range sandbox.Scenarios() {
		if scenario.Training {
			need("training."+scenario.Name+".title", "training."+scenario.Name+".story", "training."+scenario.Name+".solved")
		} else {
			need("scenario." + scenario.Name)
		}
	}
}

// TestNoForbiddenWords holds the languages to how Latchkey speaks of trouble:
// what happened and how to fix it, without blame and without apology.
func TestNoForbiddenWords(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)\b(in)?valid\b|\billegal|\bforbidden\b|\bplease\b|\bsorry\b|\boops\b|an error occurred`)
	for id, text := range language(t, "en.json") {
		if found := forbidden.FindString(text); found != "" {
			t.Errorf("%s says %q: %s", id, found, text)
		}
		if strings.Contains(text, "→") {
			t.Errorf("%s holds an arrow, which Fyne draws with a stray box: write ›", id)
		}
	}
}

// TestSentencesAreShort counts words: 25 are the most.
func TestSentencesAreShort(t *testing.T) {
	const most = 25
	templates := regexp.MustCompile(`\{\{[^}]*\}\}`)
	ends := regexp.MustCompile(`[.!?:;](\s|$)|\n`)
	for id, text := range language(t, "en.json") {
		for _, sentence := range ends.Split(templates.ReplaceAllString(text, "X"), -1) {
			if count := len(strings.Fields(sentence)); count > most {
				t.Errorf("%s has a sentence of %d words: %s", id, count, sentence)
			}
		}
	}
}

// TestButtonsHaveNoFullStop: sentence case, no full stop.
func TestButtonsHaveNoFullStop(t *testing.T) {
	for id, text := range language(t, "en.json") {
		if strings.HasPrefix(id, "button.") || strings.HasSuffix(id, ".main") || strings.HasSuffix(id, ".title") {
			if strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "…") {
				t.Errorf("%s ends with a full stop: %s", id, text)
			}
		}
	}
}

// TestMainInstructionsDiffer: no two steps have the same main instruction.
func TestMainInstructionsDiffer(t *testing.T) {
	texts := language(t, "en.json")
	seen := map[string]setup.Step{}
	for _, step := range setup.Steps {
		title := texts["step."+step.ID()+".title"]
		if other, twice := seen[title]; twice {
			t.Errorf("steps %d and %d are both called %q", other, step, title)
		}
		seen[title] = step
	}
}

// TestLanguagesAreWhole: every language has the ids of English, and no others.
func TestLanguagesAreWhole(t *testing.T) {
	english := language(t, "en.json")
	for _, name := range languages(t) {
		texts := language(t, name)
		for id := range english {
			if texts[id] == "" {
				t.Errorf("%s lacks %q", name, id)
			}
		}
		for id := range texts {
			if _, ok := english[id]; !ok {
				t.Errorf("%s has %q, which English does not", name, id)
			}
		}
	}
}

// TestTemplatesSurviveMissingValues: a value that is not there leaves no mark.
func TestTemplatesSurviveMissingValues(t *testing.T) {
	spoken, err := words.New(nil, "en")
	if err != nil {
		t.Fatal(err)
	}
	for id := range language(t, "en.json") {
		id, _, _ := strings.Cut(id, " (")
		text := spoken.Say(id)
		if strings.Contains(text, "no value") || strings.HasPrefix(text, "[") {
			t.Errorf("%s becomes %q without values", id, text)
		}
	}
}

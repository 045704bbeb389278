package words_test

import (
	"go/ast"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	actions = regexp.MustCompile(`\{\{(.*?)\}\}`)
	names   = regexp.MustCompile(`\.([A-Z]\w*)`)
)

// placeholders are the values that a sentence asks for.
func placeholders(text string) []string {
	var found []string
	for _, action := range actions.FindAllStringSubmatch(text, -1) {
		for _, name := range names.FindAllStringSubmatch(action[1], -1) {
			found = append(found, name[1])
		}
	}
	return found
}

// handedIn are the values of the sentences whose ids are put together, by what
// the ids begin with. The longest beginning counts.
var handedIn = map[string]string{
	"calendar.":                   "Extend Name Number When",
	"check.":                      "Account App Asked Currency Customer Date Expected ID Instead Issuer Junk Kind Meant Message More Name Number Origin Own Proxy Scope Scopes Terminal Type User Value Vendor Version Count",
	"date.":                       "Day Month Time Weekday Year",
	"difference.":                 "What Was Is",
	"doctor.":                     "Count Issuer Opener Path Place Proxy Variable Version",
	"envfile.":                    "Name Path",
	"files.":                      "Path Variable",
	"fix.extend.":                 "App Name User When",
	"fix.register.":               "App Name Number NumberID Value",
	"fix.revoke.":                 "App Last4 Names Number User",
	"fix.subscribe.":              "Account AccountID App Others",
	"fix.unsubscribe.":            "Account AccountID App Others",
	"found.":                      "Name To",
	"installer.":                  "Folder Installed Settings Version",
	"join.list":                   "First Then",
	"join.long_list":              "First Then",
	"join.paragraph":              "First Then",
	"network.":                    "Count Host Issuer Proxy",
	"partner.":                    "Name",
	"partner.done.":               "ID Name When Why",
	"partner.line.":               "Line",
	"partner.version":             "From",
	"recipe.":                     "Placeholder",
	"reminder.":                   "Name When",
	"renew.differs_":              "Was Is",
	"saved.":                      "When Left Never Told",
	"send.accepted":               "To",
	"send.held":                   "To",
	"step.":                       "User",
	"store.":                      "Address Deleted Field Fields Name Place Said Version When",
	"taken":                       "Name",
	"terminal.list_missing":       "Path",
	"terminal.list_not_read":      "Path",
	"terminal.list_too_large":     "Path",
	"terminal.report_not_written": "Path",
	"trouble.":                    "Code Count Message Side Terminal Trace",
	"verdict.":                    "Title When",
}

// TestEveryPlaceholderIsHandedIn: a sentence asks for nothing that nobody hands
// in: not the caller that says it by its whole id, nor the family of its id.
func TestEveryPlaceholderIsHandedIn(t *testing.T) {
	said := saidWith(t)
	for _, name := range languages(t) {
		for id, text := range language(t, name) {
			asked := placeholders(text)
			if len(asked) == 0 {
				continue
			}
			id, _, _ := strings.Cut(id, " (")
			handed := slices.Clone(strings.Fields(familyValues(id)))
			for _, call := range said[id] {
				handed = append(handed, call...)
			}
			for _, value := range asked {
				if !slices.Contains(handed, value) {
					t.Errorf("%s: %s asks for {{.%s}}, which nobody hands in", name, id, value)
				}
			}
		}
	}
}

// TestTheFamiliesAreTold: what a family is said to be handed is asked for by one
// of its sentences, and spelt out somewhere in the sources.
func TestTheFamiliesAreTold(t *testing.T) {
	spelt := map[string]bool{}
	for _, one := range sources(t) {
		ast.Inspect(one.syntax, func(node ast.Node) bool {
			if expression, ok := node.(ast.Expr); ok {
				spelt[literal(expression)] = true
			}
			return true
		})
	}
	asked := map[string]bool{}
	for id, text := range language(t, "en") {
		for _, value := range placeholders(text) {
			asked[family(id)+" "+value] = true
		}
	}
	for stem, values := range handedIn {
		for _, value := range strings.Fields(values) {
			if !asked[stem+" "+value] || !spelt[value] {
				t.Errorf("nothing of %q asks for {{.%s}}, or nothing hands it in", stem, value)
			}
		}
	}
}

func familyValues(id string) string { return handedIn[family(id)] }

// family is the longest beginning of an id that is listed, "" for none.
func family(id string) string {
	longest := ""
	for stem := range handedIn {
		if strings.HasPrefix(id, stem) && len(stem) > len(longest) {
			longest = stem
		}
	}
	return longest
}

// TestSentencesThatBendAreCounted: who says a sentence that has forms for
// numbers hands in a count, and no sentence shows a count that it does not bend
// to.
func TestSentencesThatBendAreCounted(t *testing.T) {
	said := saidWith(t)
	texts := language(t, "en")
	bends := 0
	for id, text := range texts {
		if strings.HasSuffix(id, ")") {
			continue
		}
		if _, bending := texts[id+" (one)"]; !bending {
			if slices.Contains(placeholders(text), "Count") {
				t.Errorf("%s shows a number and has no forms for it", id)
			}
			continue
		}
		bends++
		for _, call := range said[id] {
			if !slices.Contains(call, "Count") {
				t.Errorf("%s has forms for numbers, and is said without a count", id)
			}
		}
		if len(said[id]) == 0 && !slices.Contains(strings.Fields(familyValues(id)), "Count") {
			t.Errorf("%s has forms for numbers, and nobody hands in a count", id)
		}
	}
	if bends < 20 {
		t.Errorf("only %d sentences bend: the search is broken", bends)
	}
}

// TestBoldIsClosed: every word in bold ends.
func TestBoldIsClosed(t *testing.T) {
	for _, name := range languages(t) {
		for id, text := range language(t, name) {
			if strings.Count(text, "**")%2 != 0 {
				t.Errorf("%s: %s has a mark of bold words that is not closed: %s", name, id, text)
			}
		}
	}
}

// saidWith lists, for each id that is said by a whole id, the names of the
// values that each caller hands in.
func saidWith(t *testing.T) map[string][][]string {
	t.Helper()
	functions := map[string]*ast.FuncDecl{} // by name: those that make values
	for _, one := range sources(t, faces...) {
		for _, declaration := range one.syntax.Decls {
			if function, ok := declaration.(*ast.FuncDecl); ok && strings.Contains(strings.ToLower(function.Name.Name), "values") || ok && makesValues(function) {
				functions[function.Name.Name] = function
			}
		}
	}
	said := saidOnPracticePages(t)
	for _, one := range sources(t) {
		for _, declaration := range one.syntax.Decls {
			ast.Inspect(declaration, func(node ast.Node) bool {
				call, ok := says(node)
				if !ok || literal(call.Args[0]) == "" {
					return true
				}
				handed := map[string]bool{}
				for _, argument := range call.Args[1:] {
					addNames(argument, declaration, functions, handed)
				}
				id := literal(call.Args[0])
				said[id] = append(said[id], slices.Sorted(maps.Keys(handed)))
				return true
			})
		}
	}
	return said
}

// addNames adds the names of the values that an argument brings. What is kept
// in a variable counts with all names that its function spells out.
func addNames(argument ast.Expr, within ast.Decl, functions map[string]*ast.FuncDecl, handed map[string]bool) {
	switch argument := argument.(type) {
	case *ast.CallExpr:
		if called(argument) == "Counted" {
			handed["Count"] = true
		} else if function := functions[called(argument)]; function != nil {
			namesIn(function, functions, handed)
		}
	case *ast.CompositeLit:
		namesIn(argument, nil, handed)
	default:
		namesIn(within, functions, handed)
	}
}

// namesIn adds the names of values that are spelt out in a piece of source, and
// in the functions that make values for it.
func namesIn(node ast.Node, functions map[string]*ast.FuncDecl, handed map[string]bool) {
	name := regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)
	add := func(expression ast.Expr) {
		if text := literal(expression); name.MatchString(text) {
			handed[text] = true
		}
	}
	ast.Inspect(node, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.KeyValueExpr:
			add(node.Key)
		case *ast.IndexExpr:
			add(node.Index)
		case *ast.CallExpr:
			if function := functions[called(node)]; function != nil {
				namesIn(function, nil, handed)
			}
		}
		return true
	})
}

// makesValues reports whether a function returns the values of a sentence.
func makesValues(function *ast.FuncDecl) bool {
	if function.Type.Results == nil {
		return false
	}
	for _, result := range function.Type.Results.List {
		switch kind := result.Type.(type) {
		case *ast.Ident:
			if kind.Name == "Values" {
				return true
			}
		case *ast.SelectorExpr:
			if kind.Sel.Name == "Values" {
				return true
			}
		}
	}
	return false
}

package words_test

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"latchkey/graph/site"
)

var (
	inBold    = regexp.MustCompile(`\*\*(.+?)\*\*`)
	labelUsed = regexp.MustCompile(`\b(meta|menu) "([^"]*)"`)
	template  = regexp.MustCompile(`\{\{[^}]*\}\}`)
	textNode  = regexp.MustCompile(`>\s*([^<>{}]+?)\s*<`)
)

// ownWords are sentences that say by chance what a label of Meta's says: they
// are names of Latchkey's own, or plain English.
var ownWords = map[string]string{
	"check.phone.list.name":         "Phone numbers",
	"need.app":                      "App", // German writes every noun so
	"report.group.accounts":         "WhatsApp accounts",
	"report.group.numbers":          "Phone numbers",
	"report.show_numbers":           "Phone numbers",
	"scenario.sixty-days":           "60 days",
	"scenario.two-accounts":         "WhatsApp accounts",
	"step.assets.name":              "Assign assets",
	"step.generate.do_app_before":   "App",
	"step.generate.else":            "60 days",
	"step.system_user.role_detail":  "WhatsApp accounts",
	"need.make_portfolio.title":     "Create a business portfolio",
	"term.portfolio.title":          "Business portfolio",
	"terminal.exchange_long":        "App secret",
	"training.never-missing.solved": "60 days",
}

// TestNoSentenceRetypesALabel: a button of Meta's that is renamed is one line
// in its table. Sentences name it, in bold, in menus, and wherever it is of two
// words or more.
func TestNoSentenceRetypesALabel(t *testing.T) {
	for _, name := range languages(t) {
		tag := name
		labels, alone := map[string]string{}, map[string]*regexp.Regexp{}
		for _, id := range site.LabelIDs() {
			label := site.LabelIn(tag, id)
			labels[label] = id
			switch {
			case strings.Contains(label, "API"): // no sentence has the word for anything else, however the others are written
				alone[label] = regexp.MustCompile(`(?i)(^|\W)` + regexp.QuoteMeta(label) + `($|\W)`)
			case tag == "en" && strings.Contains(label, " "): // in others it is what a sentence calls the thing
				alone[label] = regexp.MustCompile(`(^|\W)` + regexp.QuoteMeta(label) + `($|\W)`)
			}
		}
		for id, text := range language(t, name) {
			plain, _, _ := strings.Cut(id, " (")
			for _, bold := range inBold.FindAllStringSubmatch(text, -1) {
				for _, part := range strings.Split(bold[1], " › ") {
					if label, ok := labels[strings.TrimSuffix(part, ":")]; ok && ownWords[plain] != part && (tag == "en" || ownWords[plain] == "") {
						t.Errorf(`%s: %s retypes %q: write {{meta "%s"}}`, name, id, part, label)
					}
				}
			}
			spelt := template.ReplaceAllString(text, "{}")
			for label, words := range alone {
				if ownWords[plain] != label && words.MatchString(spelt) {
					t.Errorf(`%s: %s retypes %q: write {{meta "%s"}}`, name, id, label, labels[label])
				}
			}
		}
	}
}

// TestEveryLabelIsThereAndUsed looks through the languages, the practice's
// pages and the sources.
func TestEveryLabelIsThereAndUsed(t *testing.T) {
	used := map[string]string{} // by whom
	for _, name := range languages(t) {
		for id, text := range language(t, name) {
			for _, found := range labelUsed.FindAllStringSubmatch(text, -1) {
				used[found[1]+" "+found[2]] = name + ", " + id
			}
		}
	}
	for path, page := range practicePages(t) {
		for _, found := range labelUsed.FindAllStringSubmatch(page, -1) {
			used[found[1]+" "+found[2]] = path
		}
	}
	for _, one := range sources(t) {
		ast.Inspect(one.syntax, func(node ast.Node) bool {
			if call, ok := node.(*ast.CallExpr); ok && len(call.Args) == 1 && literal(call.Args[0]) != "" {
				if kind := strings.ToLower(called(call)); kind == "meta" || kind == "menu" {
					used[kind+" "+literal(call.Args[0])] = one.path
				}
			}
			return true
		})
	}
	for _, id := range site.MenuIDs() {
		if used["menu "+id] == "" {
			t.Errorf("nothing names the menu %q", id)
		}
		for _, label := range site.MenuLabels(id) {
			used["meta "+label] = "the menu " + id
		}
	}
	for _, id := range site.LabelIDs() {
		if used["meta "+id] == "" {
			t.Errorf("nothing names the label %q", id)
		}
	}
	for name, by := range used {
		kind, id, _ := strings.Cut(name, " ")
		known := site.LabelIDs()
		if kind == "menu" {
			known = site.MenuIDs()
		}
		if !slices.Contains(known, id) {
			t.Errorf("%s names the %s %q, which is not in the table", by, kind, id)
		}
	}
}

// TestThePracticeShowsTheLabels: what the practice's pages show is what the
// sentences name, from the same table.
func TestThePracticeShowsTheLabels(t *testing.T) {
	labels := map[string]string{}
	for _, id := range site.LabelIDs() {
		if id != "whatsapp" { // the product's name too
			labels[site.LabelIn("en", id)] = id
		}
	}
	for path, page := range practicePages(t) {
		for _, text := range textNode.FindAllStringSubmatch(page, -1) {
			if label, ok := labels[text[1]]; ok {
				t.Errorf(`%s retypes %q: write {{meta "%s"}}`, path, text[1], label)
			}
		}
	}
}

// TestNoSentenceIsLeftInThePractice: what a practice page says is an id or a label; a text of
// two words or more in its HTML is a sentence that nobody translates.
func TestNoSentenceIsLeftInThePractice(t *testing.T) {
	ofNoLanguage := regexp.MustCompile(`\{\{[^{}]*\}\}|<!doctype[^>]*>`)
	spoken := regexp.MustCompile(`>([^<>]*)<|(?:aria-label|placeholder|title|alt|data-text)="([^"]*)"`)
	wordsIn := regexp.MustCompile(`\pL{2,}`)
	found := 0
	for path, page := range practicePages(t) {
		page = ofNoLanguage.ReplaceAllString(page, "\u00a0")
		for _, text := range spoken.FindAllStringSubmatch(page, -1) {
			for _, piece := range strings.Split(text[1]+text[2], "\u00a0") {
				found++
				if left := wordsIn.FindAllString(piece, -1); len(left) > 1 {
					t.Errorf("%s says %q: give it an id", path, strings.TrimSpace(piece))
				}
			}
		}
	}
	if found < 300 {
		t.Errorf("only %d texts were found in the pages: the search is broken", found)
	}
	script, err := os.ReadFile(filepath.Join(root, "graph", "sandbox", "pages", "practice.js"))
	if err != nil {
		t.Fatal(err)
	}
	texts := regexp.MustCompile("[\"'`]([^\"'`\n]*)[\"'`]").FindAllStringSubmatch(string(script), -1)
	if len(texts) < 20 {
		t.Errorf("only %d texts were found in the script: the search is broken", len(texts))
	}
	for _, text := range texts {
		if len(wordsIn.FindAllString(text[1], -1)) > 1 && strings.Contains(text[1], " ") && text[1] != "use strict" {
			t.Errorf("practice.js says %q: give it an id, and let the page hand it over", text[1])
		}
	}
	for _, one := range sources(t, "graph/sandbox") {
		if !strings.HasPrefix(filepath.Base(one.path), "page") {
			continue
		}
		sentence := regexp.MustCompile(`^\p{Lu}\pL+ \pL+( |$)|\pL+ \pL+\.$`)
		ast.Inspect(one.syntax, func(node ast.Node) bool {
			if expression, ok := node.(ast.Expr); ok && sentence.MatchString(literal(expression)) && !slices.Contains(ofThePractice, literal(expression)) {
				t.Errorf("%s says %q: give it an id", one.path, literal(expression))
			}
			return true
		})
	}
}

// ofThePractice are names of made-up things, and what goes wrong with a page itself.
var ofThePractice = []string{"Test WhatsApp Business Account", "This practice page could not be drawn: %v"}

func practicePages(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(root, "graph", "sandbox", "pages", "*.html"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	pages := map[string]string{}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		pages[filepath.Base(path)] = string(content)
	}
	return pages
}

package support_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"latchkey/wizard/check"
	"latchkey/wizard/support"
)

// valueNames are the names of all values that a check puts into rows, read in
// its source.
func valueNames(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("../check/*.go")
	if err != nil || len(paths) == 0 {
		t.Fatalf("there is no source of the check: %v", err)
	}
	names := map[string]bool{"More": true} // beside each list of names
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(node ast.Node) bool {
			call, isCall := node.(*ast.CallExpr)
			if !isCall || len(call.Args) != 2 {
				return true
			}
			method, isMethod := call.Fun.(*ast.SelectorExpr)
			name, isText := call.Args[0].(*ast.BasicLit)
			if isMethod && isText && name.Kind == token.STRING && (method.Sel.Name == "with" || method.Sel.Name == "naming") {
				text, _ := strconv.Unquote(name.Value)
				names[text] = true
			}
			return true
		})
	}
	return slices.Sorted(maps.Keys(names))
}

// What support reads is made of the values in a row: one that stays out gives
// another cause and another fix than the owner was told.
func TestEveryValueOfACheckIsInItsReport(t *testing.T) {
	names := valueNames(t)
	if !slices.Contains(names, "Account") || !slices.Contains(names, "Date") || len(names) < 20 {
		t.Fatalf("only %q were found: the search is broken", names)
	}
	found := checked(t, "ready")
	found.Rows = []check.Row{{ID: check.TokenKind, Status: check.Warn, Reason: "check.token.kind.user", Values: map[string]string{}}}
	for _, name := range names {
		found.Rows[0].Values[name] = "told"
	}
	for _, name := range names {
		if got := build(found, everything).Checks[0].Values[name]; got != "told" {
			t.Errorf("nobody has decided how %s is told: it is %q in a report that shows everything", name, got)
		}
	}
}

func TestACustomersReportSaysWhatTheOwnerSaw(t *testing.T) {
	found := checked(t, "ready")
	found.Rows = []check.Row{
		{ID: check.TokenKind, Status: check.Warn, Reason: "check.token.kind.user", Values: map[string]string{"Origin": "api_setup", "Meant": "business_integration"}},
		{ID: check.TokenKind, Status: check.Pass, Reason: "check.token.kind.business_integration", Values: map[string]string{"Customer": "Night Mill"}},
		{ID: check.TokenKind, Status: check.Pass, Reason: "check.token.kind.business_integration", Values: map[string]string{"Customer": "752764034270992"}},
	}
	found.Token.ClientBusinessName = "Night Mill"
	found.Rows = append(found.Rows, check.Row{
		ID: check.SendAllowed, Status: check.Fail, Reason: "check.send.allowed.told", Values: map[string]string{"Message": "Night Mill is locked"},
	})
	for _, test := range []struct {
		show                  support.Show
		named, nameless, says string
	}{
		{support.Show{}, "N… M…", "…0992", "N… M… is locked"},
		{support.Show{Names: true}, "Night Mill", "…0992", "Night Mill is locked"},
		{support.Show{IDs: true}, "N… M…", "752764034270992", "N… M… is locked"},
	} {
		rows := build(found, test.show).Checks
		if rows[0].Values["Origin"] != "api_setup" || rows[0].Values["Meant"] != "business_integration" {
			t.Errorf("%+v: where the token was made is %v", test.show, rows[0].Values)
		}
		if rows[1].Values["Customer"] != test.named || rows[2].Values["Customer"] != test.nameless || rows[3].Values["Message"] != test.says {
			t.Errorf("%+v: %v, %v, %v", test.show, rows[1].Values, rows[2].Values, rows[3].Values)
		}
	}
}

package words_test

import (
	"go/ast"
	"path"
	"slices"
	"strings"
	"testing"
)

// TestEveryListIsComplete: a function such as AllReasons lists each constant of
// its type that has a text, so that whoever walks it leaves none out.
func TestEveryListIsComplete(t *testing.T) {
	lists := 0
	for _, one := range sources(t) {
		for _, declared := range one.syntax.Decls {
			function, ok := declared.(*ast.FuncDecl)
			if !ok || function.Recv != nil || !strings.HasPrefix(function.Name.Name, "All") {
				continue
			}
			listed, typeName := listOf(function)
			if listed == nil {
				continue
			}
			lists++
			for _, name := range namesOf(t, path.Dir(one.path), typeName) {
				if !slices.Contains(listed, name) {
					t.Errorf("%s: %s leaves out %s", one.path, function.Name.Name, name)
				}
			}
		}
	}
	if lists < 20 {
		t.Errorf("only %d lists were found: the search is broken", lists)
	}
}

// listOf are the names in the list that a function returns, and their type.
func listOf(function *ast.FuncDecl) (names []string, typeName string) {
	ast.Inspect(function, func(node ast.Node) bool {
		list, ok := node.(*ast.CompositeLit)
		if !ok {
			return true
		}
		if array, ok := list.Type.(*ast.ArrayType); ok {
			if element, ok := array.Elt.(*ast.Ident); ok {
				typeName = element.Name
			}
		}
		for _, each := range list.Elts {
			if name, ok := each.(*ast.Ident); ok {
				names = append(names, name.Name)
			}
		}
		return true
	})
	return names, typeName
}

// namesOf lists the constants of a type that have a text.
func namesOf(t *testing.T, folder, typeName string) []string {
	t.Helper()
	var names []string
	for _, one := range sources(t, folder) {
		ast.Inspect(one.syntax, func(node ast.Node) bool {
			spec, ok := node.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if of, ok := spec.Type.(*ast.Ident); ok && of.Name == typeName {
				for i, name := range spec.Names {
					if i < len(spec.Values) && literal(spec.Values[i]) != "" {
						names = append(names, name.Name)
					}
				}
			}
			return true
		})
	}
	return names
}

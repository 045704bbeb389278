package ui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// unlisted are the types that nothing asks for a list of. Reasons of checks are
// listed by each check.
var unlisted = []string{"batch.Fault", "support.Fault", "check.Outcome", "check.Kind", "check.Reason"}

// TestListsAreComplete reads the sources: a function that lists the values of a
// type, such as AllReasons, names every one that the package declares, in the
// same order; and a type that says what went wrong has such a list.
func TestListsAreComplete(t *testing.T) {
	found := 0
	for _, root := range []string{"../graph", "../wizard"} {
		_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				t.Fatal(err)
			}
			if entry.IsDir() {
				found += checkLists(t, path)
			}
			return nil
		})
	}
	if found < 25 {
		t.Errorf("only %d lists were found: the search is broken", found)
	}
}

// checkLists looks at one package and returns how many lists it has.
func checkLists(t *testing.T, folder string) int {
	t.Helper()
	declared, listed := map[string][]string{}, map[string][]string{}
	paths, _ := filepath.Glob(filepath.Join(folder, "*.go"))
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range file.Decls {
			switch declaration := declaration.(type) {
			case *ast.GenDecl:
				addConstants(declared, declaration)
			case *ast.FuncDecl:
				if of, names := listOf(declaration); of != "" {
					listed[of] = names
				}
			}
		}
	}
	for of, names := range listed {
		if len(names) < 2 || !slices.Equal(names, declared[of]) {
			t.Errorf("%s: the list of %s has %v, and there are %v", folder, of, names, declared[of])
		}
	}
	for of := range declared {
		for _, ending := range []string{"Reason", "Fault", "Risk", "Kind", "Problem", "Outcome", "Result"} {
			name := filepath.Base(folder) + "." + of
			if strings.HasSuffix(of, ending) && listed[of] == nil && !slices.Contains(unlisted, name) {
				t.Errorf("nothing lists what a %s can be", name)
			}
		}
	}
	return len(listed)
}

// addConstants notes the exported constants of each named type; the empty one,
// which stands for none, is left out.
func addConstants(declared map[string][]string, declaration *ast.GenDecl) {
	if declaration.Tok != token.CONST {
		return
	}
	for _, spec := range declaration.Specs {
		spec := spec.(*ast.ValueSpec)
		of, named := spec.Type.(*ast.Ident)
		if !named || !ast.IsExported(of.Name) || len(spec.Values) != 1 {
			continue
		}
		if value, literal := spec.Values[0].(*ast.BasicLit); literal && value.Kind == token.STRING && value.Value != `""` {
			declared[of.Name] = append(declared[of.Name], spec.Names[0].Name)
		}
	}
}

// listOf reads a function without arguments that returns one list, written out.
func listOf(function *ast.FuncDecl) (of string, names []string) {
	results := function.Type.Results
	if function.Recv != nil || !function.Name.IsExported() || len(function.Type.Params.List) > 0 || results == nil || len(results.List) != 1 {
		return "", nil
	}
	slice, ok := results.List[0].Type.(*ast.ArrayType)
	if !ok || len(function.Body.List) != 1 {
		return "", nil
	}
	element, ok := slice.Elt.(*ast.Ident)
	if !ok {
		return "", nil
	}
	returned, ok := function.Body.List[0].(*ast.ReturnStmt)
	if !ok {
		return "", nil
	}
	list, ok := returned.Results[0].(*ast.CompositeLit)
	if !ok {
		return "", nil
	}
	for _, value := range list.Elts {
		if name, ok := value.(*ast.Ident); ok {
			names = append(names, name.Name)
		}
	}
	return element.Name, names
}

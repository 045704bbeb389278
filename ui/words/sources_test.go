package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// root is the project's folder, seen from this one.
var root = filepath.Join("..", "..")

// source is one file of the program, tests left out.
type source struct {
	path   string // from the project's folder
	syntax *ast.File
}

var readSources = sync.OnceValues(func() ([]source, error) {
	var sources []source
	read := func(path string) error {
		syntax, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		from, err := filepath.Rel(root, path)
		sources = append(sources, source{filepath.ToSlash(from), syntax})
		return err
	}
	program := func(name string) bool { return strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") }
	mains, err := filepath.Glob(filepath.Join(root, "main*.go"))
	if err != nil {
		return nil, err
	}
	for _, path := range mains {
		if program(path) {
			if err := read(path); err != nil {
				return nil, err
			}
		}
	}
	for _, folder := range []string{"ui", "wizard", "graph", "packaging/linux", "packaging/windows"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Name() == "internal" { // helps tests
				return fs.SkipDir
			}
			if err != nil || entry.IsDir() || !program(path) {
				return err
			}
			return read(path)
		})
		if err != nil {
			return nil, err
		}
	}
	return sources, nil
})

// faces are the folders that make sentences.
var faces = []string{
	"ui", "ui/desk", "ui/handover", "ui/parts", "ui/saved", "ui/setup", "ui/shell",
	"ui/terminal", "ui/words", "wizard/support",
}

// sources are all files of the program, those of the folders only where some
// are named.
func sources(t *testing.T, folders ...string) []source {
	t.Helper()
	all, err := readSources()
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) == 0 {
		return all
	}
	var found []source
	for _, one := range all {
		if slices.Contains(folders, filepath.ToSlash(filepath.Dir(one.path))) {
			found = append(found, one)
		}
	}
	if len(found) == 0 {
		t.Fatalf("nothing lies in %v", folders)
	}
	return found
}

// constants lists the texts of a type's constants, the empty one left out.
func constants(t *testing.T, folder, typeName string) []string {
	t.Helper()
	var found []string
	for _, one := range sources(t, folder) {
		ast.Inspect(one.syntax, func(node ast.Node) bool {
			spec, ok := node.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if name, ok := spec.Type.(*ast.Ident); ok && name.Name == typeName {
				for _, value := range spec.Values {
					if text := literal(value); text != "" {
						found = append(found, text)
					}
				}
			}
			return true
		})
	}
	if len(found) == 0 {
		t.Fatalf("%s has no constants of the type %s", folder, typeName)
	}
	return found
}

// literal is the text that an expression spells out, "" where it does not.
func literal(expression ast.Expr) string {
	if spelt, ok := expression.(*ast.BasicLit); ok && spelt.Kind == token.STRING {
		if text, err := strconv.Unquote(spelt.Value); err == nil {
			return text
		}
	}
	return ""
}

// called is the name of the function or method of a call.
func called(call *ast.CallExpr) string {
	switch function := call.Fun.(type) {
	case *ast.SelectorExpr:
		return function.Sel.Name
	case *ast.Ident:
		return function.Name
	}
	return ""
}

// sayers are the functions whose first argument is the id of a sentence.
var sayers = []string{"Say", "say", "Maybe"}

func says(node ast.Node) (call *ast.CallExpr, ok bool) {
	call, ok = node.(*ast.CallExpr)
	return call, ok && len(call.Args) > 0 && slices.Contains(sayers, called(call))
}

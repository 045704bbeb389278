package ui_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"latchkey/ui/internal/person"
)

// sources are the window's packages with their types.
type sources struct {
	files    *token.FileSet
	packages map[string]*types.Package
	syntax   []*ast.File
	types.Info
}

// readSources reads the packages below ui from their sources, but for the terminal's
// and the tests', and what they import as it was compiled.
func readSources(t *testing.T) *sources {
	t.Helper()
	if windowSources == nil {
		windowSources = parseSources(t)
	}
	return windowSources
}

var windowSources *sources // once read; no test changes them

func parseSources(t *testing.T) *sources {
	t.Helper()
	compiled, folders := map[string]string{}, map[string][]string{}
	for _, line := range goList(t, "CGO_ENABLED=0", "-export", "-deps", "-f", "{{.ImportPath}}|{{.Export}}", "./ui/...") {
		path, file, _ := strings.Cut(line, "|")
		compiled[path] = file
	}
	for _, line := range goList(t, "CGO_ENABLED=0", "-f", "{{.ImportPath}}|{{.Dir}}{{range .GoFiles}}|{{.}}{{end}}", "./ui/...") {
		parts := strings.Split(line, "|")
		if !hasPrefix(parts[0], "latchkey/ui/terminal", "latchkey/ui/internal") {
			folders[parts[0]] = parts[1:]
		}
	}
	read := &sources{
		files: token.NewFileSet(), packages: map[string]*types.Package{},
		Info: types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{},
			Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		},
	}
	others := importer.ForCompiler(read.files, "gc", func(path string) (io.ReadCloser, error) { return os.Open(compiled[path]) })
	var load importing
	load = func(path string) (*types.Package, error) {
		folder, ours := folders[path]
		if !ours {
			return others.Import(path)
		}
		if known := read.packages[path]; known != nil {
			return known, nil
		}
		var files []*ast.File
		for _, name := range folder[1:] {
			file, err := parser.ParseFile(read.files, filepath.Join(folder[0], name), nil, 0)
			person.Must(t, err)
			files = append(files, file)
		}
		read.syntax = append(read.syntax, files...)
		checked, err := (&types.Config{Importer: load}).Check(path, read.files, files, &read.Info)
		read.packages[path] = checked
		return checked, err
	}
	for path := range folders {
		_, err := load(path)
		person.Must(t, err)
	}
	return read
}

type importing func(path string) (*types.Package, error)

func (i importing) Import(path string) (*types.Package, error) { return i(path) }

// place is where something stands, for a person who reads of it.
func (s *sources) place(node ast.Node) string {
	at := s.files.Position(node.Pos())
	at.Filename = filepath.Join(filepath.Base(filepath.Dir(at.Filename)), filepath.Base(at.Filename))
	return at.String()
}

// function is the function or method that a call calls; nil where that is known
// only when it runs.
func (s *sources) function(call *ast.CallExpr) *types.Func {
	function, _ := s.object(call.Fun).(*types.Func)
	if function == nil {
		return nil
	}
	return function.Origin()
}

// object is what an expression names; nil for one that names nothing.
func (s *sources) object(expression ast.Expr) types.Object {
	switch expression := ast.Unparen(expression).(type) {
	case *ast.Ident:
		return s.ObjectOf(expression)
	case *ast.SelectorExpr:
		return s.ObjectOf(expression.Sel)
	case *ast.IndexExpr: // of a generic function
		return s.object(expression.X)
	case *ast.IndexListExpr:
		return s.object(expression.X)
	}
	return nil
}

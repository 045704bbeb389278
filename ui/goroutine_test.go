package ui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// inBackground are the methods whose function runs off the window's goroutine,
// and which of their arguments it is.
var inBackground = map[string]int{"background": 0, "backgroundIn": 1, "onPage": 0, "looking": 0, "write": 0}

// drawn are the packages whose things may be touched on the window's goroutine
// only.
var drawn = map[string]bool{"widgets": true, "fyne": true, "canvas": true, "container": true, "pictures": true}

// TestNothingIsDrawnInTheBackground reads the sources: work done off the
// window's goroutine must touch no widget, nor call a method that does. What it
// hands to Do is drawn where it may be.
func TestNothingIsDrawnInTheBackground(t *testing.T) {
	methods := methodsOf(t)
	drawing := drawingMethods(methods)
	if !drawing["show"] || !drawing["fill"] || drawing["say"] {
		t.Fatal("this test does not tell what draws")
	}
	works := 0
	for name, body := range methods {
		ast.Inspect(body, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok {
				return true
			}
			place, ok := inBackground[called(call)]
			if !ok || len(call.Args) <= place {
				return true
			}
			work, ok := call.Args[place].(*ast.FuncLit)
			if !ok {
				return true
			}
			works++
			for _, what := range touches(work.Body, drawing) {
				t.Errorf("%s: its work in the background touches %s", name, what)
			}
			return true
		})
	}
	if works < 10 {
		t.Errorf("only %d pieces of work were found: the search is broken", works)
	}
}

// methodsOf are the bodies of the package's functions and methods.
func methodsOf(t *testing.T) map[string]*ast.BlockStmt {
	t.Helper()
	sources, err := filepath.Glob("*.go")
	must(t, err)
	bodies := map[string]*ast.BlockStmt{}
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), source, nil, 0)
		must(t, err)
		for _, declaration := range file.Decls {
			if function, ok := declaration.(*ast.FuncDecl); ok {
				bodies[function.Name.Name] = function.Body
			}
		}
	}
	return bodies
}

// drawingMethods are those that touch widgets, by themselves or by what they
// call.
func drawingMethods(bodies map[string]*ast.BlockStmt) map[string]bool {
	drawing := map[string]bool{}
	for grown := true; grown; {
		grown = false
		for name, body := range bodies {
			if !drawing[name] && len(touches(body, drawing)) > 0 {
				drawing[name], grown = true, true
			}
		}
	}
	return drawing
}

// touches lists the packages of widgets and the methods drawing them that occur
// in a body, but for what is handed to Do.
func touches(body ast.Node, drawing map[string]bool) []string {
	var touched []string
	ast.Inspect(body, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.CallExpr:
			if called(node) == "Do" {
				return false
			}
			if name := called(node); drawing[name] {
				touched = append(touched, name)
			}
		case *ast.SelectorExpr:
			if of, ok := node.X.(*ast.Ident); ok && drawn[of.Name] {
				touched = append(touched, of.Name+"."+node.Sel.Name)
			}
			switch node.Sel.Name {
			case "window":
				touched = append(touched, "the window")
			case "Text", "Value", "SetText", "SetValue":
				touched = append(touched, "what a widget holds: "+node.Sel.Name)
			}
		}
		return true
	})
	return touched
}

// called is the name of the function or method that is called.
func called(call *ast.CallExpr) string {
	switch function := call.Fun.(type) {
	case *ast.SelectorExpr:
		return function.Sel.Name
	case *ast.Ident:
		return function.Name
	}
	return ""
}

package ui_test

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// drawing are the packages whose things may be touched on the window's goroutine
// only.
var drawing = []string{"fyne.io/fyne/v2", "latchkey/ui/widgets"}

// TestNothingIsDrawnInTheBackground: work in the background, what it calls and
// what it hands on must touch nothing whose type is drawn or holds what is; what
// it finds is shown by what stands beside it. The same is asked of functions that
// the packages below the window are handed, for nobody knows here where they are
// called.
func TestNothingIsDrawnInTheBackground(t *testing.T) {
	g := newGuard(t)
	shell := g.packages["latchkey/ui/shell"].Scope()
	for name, drawn := range map[string]bool{"Shell": true, "Page": true, "View": true, "Life": true, "Browser": false} {
		if g.drawn(shell.Lookup(name).Type()) != drawn {
			t.Fatalf("whether a %s is drawn is not told", name)
		}
	}
	g.carry(shell.Lookup("Follow").(*types.Func).Signature().Params().At(1))
	g.carryHandedDown()
	g.settle()
	if g.works < 40 {
		t.Errorf("only %d pieces of work were found: the search is broken", g.works)
	}
}

// guard finds the functions that run in the background, beginning with the
// variables that carry them there.
type guard struct {
	*sources
	t        *testing.T
	known    map[types.Type]bool
	bodies   map[*types.Func]*ast.FuncDecl
	values   map[*types.Var][]ast.Expr // what is put into variables, fields and parameters
	carriers map[*types.Var]bool       // whose functions run in the background
	seen     map[ast.Node]bool
	waiting  []ast.Expr // functions that run in the background and were not read yet
	works    int
}

func newGuard(t *testing.T) *guard {
	g := &guard{
		sources: readSources(t), t: t, known: map[types.Type]bool{}, bodies: map[*types.Func]*ast.FuncDecl{},
		values: map[*types.Var][]ast.Expr{}, carriers: map[*types.Var]bool{}, seen: map[ast.Node]bool{},
	}
	for _, file := range g.syntax {
		ast.Inspect(file, func(node ast.Node) bool {
			g.note(node)
			return true
		})
	}
	return g
}

// note remembers bodies of functions, and what is put where.
func (g *guard) note(node ast.Node) {
	put := func(into types.Object, value ast.Expr) {
		if variable, ok := into.(*types.Var); ok {
			g.values[variable.Origin()] = append(g.values[variable.Origin()], value)
		}
	}
	switch node := node.(type) {
	case *ast.FuncDecl:
		g.bodies[g.Defs[node.Name].(*types.Func)] = node
	case *ast.CallExpr:
		called := g.function(node)
		if called == nil {
			return
		}
		parameters := called.Signature().Params()
		for i, argument := range node.Args {
			if parameters.Len() > 0 {
				put(parameters.At(min(i, parameters.Len()-1)), argument)
			}
		}
	case *ast.AssignStmt:
		for i, to := range node.Lhs {
			if len(node.Lhs) == len(node.Rhs) {
				put(g.object(to), node.Rhs[i])
			}
		}
	case *ast.ValueSpec:
		for i, value := range node.Values {
			put(g.object(node.Names[i]), value)
		}
	case *ast.CompositeLit:
		for i, element := range node.Elts {
			if pair, ok := element.(*ast.KeyValueExpr); ok {
				put(g.object(pair.Key), pair.Value)
			} else if held, ok := g.TypeOf(node).Underlying().(*types.Struct); ok {
				put(held.Field(i), element)
			}
		}
	}
}

// carry takes in what a variable, a field or a parameter carries into the
// background.
func (g *guard) carry(variable *types.Var) {
	variable = variable.Origin()
	if g.carriers[variable] {
		return
	}
	g.carriers[variable] = true
	g.waiting = append(g.waiting, g.values[variable]...)
}

// carryHandedDown takes in the functions that the packages below the window are
// handed.
func (g *guard) carryHandedDown() {
	for variable, values := range g.values {
		if below(variable.Pkg()) && isFunction(variable.Type()) {
			g.carriers[variable] = true
			g.waiting = append(g.waiting, values...)
		}
	}
}

func below(of *types.Package) bool {
	return of != nil && (strings.HasPrefix(of.Path(), "latchkey/graph") || strings.HasPrefix(of.Path(), "latchkey/wizard"))
}

func isFunction(kind types.Type) bool {
	_, ok := kind.Underlying().(*types.Signature)
	return ok
}

// settle reads all functions that run in the background.
func (g *guard) settle() {
	for len(g.waiting) > 0 {
		next := g.waiting[0]
		g.waiting = g.waiting[1:]
		g.follow(next)
	}
}

// follow reads the function that an expression stands for.
func (g *guard) follow(expression ast.Expr) {
	expression = ast.Unparen(expression)
	if literal, ok := expression.(*ast.FuncLit); ok {
		g.read(literal, literal.Body)
		return
	}
	switch of := g.object(expression).(type) {
	case *types.Func:
		g.readDeclared(of)
	case *types.Var:
		g.carry(of)
	case *types.Nil:
	default:
		g.t.Errorf("%s: this test cannot tell what runs here in the background", g.place(expression))
	}
}

// readDeclared reads a function of the window's own.
func (g *guard) readDeclared(function *types.Func) {
	if declared := g.bodies[function.Origin()]; declared != nil {
		g.read(declared, declared.Body)
	}
}

// read looks for what a function in the background must not touch, and for results
// that it leaves in what stands outside it. What is handed over to be shown is
// none of it: that is no work.
func (g *guard) read(function ast.Node, body *ast.BlockStmt) {
	if g.seen[body] {
		return
	}
	g.seen[body] = true
	g.works++
	ast.Inspect(body, func(node ast.Node) bool {
		if assigned, ok := node.(*ast.AssignStmt); ok {
			for _, to := range assigned.Lhs {
				if of, ok := g.object(to).(*types.Var); ok && !of.IsField() && (of.Pos() < function.Pos() || of.Pos() > function.End()) {
					g.t.Errorf("%s: work in the background assigns to %s, which is not its own", g.place(to), of.Name())
				}
			}
		}
		if of, ok := node.(*ast.SelectorExpr); ok && g.TypeOf(of.X) != nil && g.drawn(g.TypeOf(of.X)) {
			node = of.X // what is done with it matters no more
		}
		expression, ok := node.(ast.Expr)
		if !ok {
			return true
		}
		if kind := g.TypeOf(expression); kind != nil && g.drawn(kind) {
			g.t.Errorf("%s: work in the background touches %s", g.place(expression), kind)
			return false
		}
		if named, ok := expression.(*ast.Ident); ok {
			switch of := g.ObjectOf(named).(type) {
			case *types.Func:
				g.readDeclared(of)
			case *types.Var:
				if isFunction(of.Type()) {
					g.carry(of)
				}
			}
		}
		return true
	})
}

// drawn reports whether a type is one of the window's, or holds one.
func (g *guard) drawn(kind types.Type) bool {
	drawn, ok := g.known[kind]
	if !ok {
		drawn = reachesDrawn(kind, map[types.Type]bool{})
		g.known[kind] = drawn
	}
	return drawn
}

// reachesDrawn looks through a type, but for those that were looked at before: a
// type may hold itself.
func reachesDrawn(kind types.Type, before map[types.Type]bool) bool {
	if before[kind] {
		return false
	}
	before[kind] = true
	any := func(kinds ...types.Type) bool {
		return slices.ContainsFunc(kinds, func(one types.Type) bool { return reachesDrawn(one, before) })
	}
	drawn := false
	switch kind := kind.(type) {
	case *types.Alias:
		return any(types.Unalias(kind))
	case *types.Named:
		switch of := kind.Obj().Pkg(); {
		case of == nil:
		case hasPrefix(of.Path(), drawing...):
			return true
		case hasPrefix(of.Path(), "latchkey/ui"):
			return any(kind.Underlying())
		}
	case *types.Struct:
		for field := range kind.Fields() {
			drawn = drawn || any(field.Type())
		}
	case *types.Interface:
		for method := range kind.Methods() {
			drawn = drawn || any(method.Signature())
		}
	case *types.Signature:
		return any(kind.Params(), kind.Results())
	case *types.Tuple:
		for one := range kind.Variables() {
			drawn = drawn || any(one.Type())
		}
	case *types.Map:
		return any(kind.Key(), kind.Elem())
	case interface{ Elem() types.Type }: // pointers, lists, channels
		return any(kind.Elem())
	}
	return drawn
}

func hasPrefix(text string, prefixes ...string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(text, prefix) {
			return true
		}
	}
	return false
}

package ui_test

import (
	"go/ast"
	"go/types"
	"strings"
	"testing"
)

// TestOnlyTheShellStartsGoroutines: so that there is one way into the background.
func TestOnlyTheShellStartsGoroutines(t *testing.T) {
	read := readSources(t)
	for _, file := range read.syntax {
		switch file.Name.Name {
		case "shell", "instance", "browser":
			continue
		}
		ast.Inspect(file, func(node ast.Node) bool {
			switch node := node.(type) {
			case *ast.GoStmt:
				t.Errorf("%s: a goroutine of its own", read.place(node))
			case *ast.CallExpr:
				if called := read.function(node); called != nil && called.FullName() == "(*sync.WaitGroup).Go" {
					t.Errorf("%s: a goroutine of its own", read.place(node))
				}
			}
			return true
		})
	}
}

// TestNoPageIsAWindow: a page holds the shell, so that nothing of the shell's looks
// like the page's own.
func TestNoPageIsAWindow(t *testing.T) {
	read := readSources(t)
	for _, one := range read.packages {
		for _, name := range one.Scope().Names() {
			held, ok := one.Scope().Lookup(name).Type().Underlying().(*types.Struct)
			if !ok {
				continue
			}
			for field := range held.Fields() {
				if kind := strings.TrimPrefix(field.Type().String(), "*"); field.Embedded() &&
					(kind == "latchkey/ui/shell.Shell" || kind == "latchkey/ui.Window") {
					t.Errorf("%s.%s embeds %s", one.Path(), name, kind)
				}
			}
		}
	}
}

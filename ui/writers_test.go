package ui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// writing is what brings text out of the program, by package.
var writing = map[string][]string{
	"os":                          {"Stdout", "Stderr", "Create", "CreateTemp", "WriteFile", "OpenFile", "NewFile"},
	"io/ioutil":                   {"WriteFile", "TempFile"},
	"fmt":                         {"Print", "Printf", "Println"},
	"log":                         nil, // nil is all of it
	"log/slog":                    {"Default", "New", "NewTextHandler", "NewJSONHandler", "Debug", "Info", "Warn", "Error"},
	"github.com/natefinch/atomic": {"WriteFile"},
	"syscall":                     {"Write", "Open"},
}

// writers are the places that write, and why each passes the guard, or need not.
var writers = map[string]string{
	"ui/terminal/terminal.go os.Stdout":         "Run puts the guard before it",
	"ui/terminal/terminal.go os.Stderr":         "Run puts the guard before it; before that, the program's own words alone",
	"ui/terminal/calendar.go os.Stdout":         "is compared with a file, no more",
	"ui/terminal/report.go os.OpenFile":         "writes through the guard",
	"ui/terminal/calendar.go os.OpenFile":       "the text has passed the guard",
	"ui/terminal/calendar.go atomic.WriteFile":  "the text has passed the guard",
	"ui/parts/save_file.go atomic.WriteFile":    "the text passes the guard",
	"ui/terminal/window.go os.Stdout":           "the same program's, started once more",
	"ui/terminal/window.go os.Stderr":           "the same program's, and is asked whether it is a terminal",
	"wizard/files/replace.go os.OpenFile":       "File's texts have passed value.RedactOwn; a .env file is there to hold the token",
	"wizard/doctor/doctor.go os.CreateTemp":     "an empty file",
	"ui/desktop/console_windows.go os.Stdout":   "the console's stream in the place of a missing one, before anything is written",
	"ui/desktop/console_windows.go os.Stderr":   "the console's stream in the place of a missing one, before anything is written",
	"ui/desktop/console_windows.go os.OpenFile": "opens that console",
	"wizard/handover/start_other.go os.Stdout":  "another program's, not this one's",
	"wizard/handover/start_other.go os.Stderr":  "another program's, not this one's",
}

// guards are the calls by which those places do so.
var guards = map[string][]string{
	"ui/terminal/terminal.go": {"guard.Writer(out)", "guard.Writer(t.Err)"},
	"ui/terminal/report.go":   {"t.guard.Writer(file)"},
	"ui/terminal/calendar.go": {"t.guard.Text(reminder.Calendar("},
	"ui/parts/save_file.go":   {"(*value.Guard)(nil).Text(text)"},
	"wizard/files/file.go":    {"value.RedactOwn(string(text))"},
	"wizard/batch/table.go":   {"(*value.Guard)(nil).Text(table.String())"},
	"wizard/support/page.go":  {"(*value.Guard)(nil).Text(page.String())"},
	"wizard/support/plain.go": {"(*value.Guard)(nil).Text(strings.Join(lines"},
	"ui/words/words.go":       {"(*value.Guard)(nil).Text(one)"},
}

// TestEveryWriterPassesTheGuard: a new way out of the program is found here, and
// belongs behind the guard.
func TestEveryWriterPassesTheGuard(t *testing.T) {
	found := map[string]bool{}
	read := 0
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		inside := filepath.ToSlash(strings.TrimPrefix(name, ".."+string(filepath.Separator)))
		if entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") && name != ".." || inside == "packaging" || inside == "build" || strings.HasSuffix(inside, "test") || inside == "ui/internal" || inside == "ui/tour") {
			return fs.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		read++
		for _, writer := range writersIn(t, name) {
			found[inside+" "+writer] = true
			if writers[inside+" "+writer] == "" {
				t.Errorf("%s writes with %s: let it pass the guard of graph/value, and list it here", inside, writer)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 300 {
		t.Errorf("only %d sources were read", read)
	}
	for writer := range writers {
		if !found[writer] {
			t.Errorf("%s is listed, and does not write", writer)
		}
	}
	for name, calls := range guards {
		source, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range calls {
			if !strings.Contains(string(source), call) {
				t.Errorf("%s no longer calls %s", name, call)
			}
		}
	}
}

// writersIn are the uses of what writes in a source.
func writersIn(t *testing.T, name string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	imported := map[string]string{} // by the name in this file
	for _, one := range file.Imports {
		from, _ := strconv.Unquote(one.Path.Value)
		local := path.Base(from)
		if one.Name != nil {
			local = one.Name.Name
		}
		imported[local] = from
	}
	var used []string
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.SelectorExpr:
			from, isName := node.X.(*ast.Ident)
			if !isName {
				break
			}
			names, writes := writing[imported[from.Name]]
			if writes && (names == nil || slices.Contains(names, node.Sel.Name)) {
				used = append(used, path.Base(imported[from.Name])+"."+node.Sel.Name)
			}
		case *ast.CallExpr:
			if called, isName := node.Fun.(*ast.Ident); isName && (called.Name == "print" || called.Name == "println") {
				used = append(used, called.Name)
			}
		}
		return true
	})
	return used
}

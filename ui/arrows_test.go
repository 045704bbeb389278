package ui_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// goList runs go list at the root of the module, with C or without it: the
// program itself is listed only with.
func goList(t *testing.T, c string, arguments ...string) []string {
	t.Helper()
	command := exec.Command("go", append([]string{"list"}, arguments...)...)
	command.Dir = ".."
	command.Env = append(os.Environ(), c)
	output, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.Fields(string(output))
}

// TestArrowsRunDownward: the window knows the wizard, the wizard knows Graph,
// and never the other way.
func TestArrowsRunDownward(t *testing.T) {
	for packages, unknown := range map[string][]string{
		"./graph/...":       {"fyne.io/", "latchkey/wizard", "latchkey/ui"},
		"./wizard/...":      {"fyne.io/", "latchkey/ui"},
		"./ui/words/...":    {"fyne.io/"},
		"./ui/report/...":   {"fyne.io/"},
		"./ui/browser/...":  {"fyne.io/"},
		"./ui/terminal/...": {"fyne.io/"},
		"./ui/widgets/...":  {"latchkey/wizard", "latchkey/graph"},
	} {
		known := goList(t, "CGO_ENABLED=1", "-deps", packages)
		if len(known) < 10 {
			t.Fatalf("%s knows %v", packages, known)
		}
		for _, name := range known {
			for _, prefix := range unknown {
				if strings.HasPrefix(name, prefix) {
					t.Errorf("%s knows %s", packages, name)
				}
			}
		}
	}
}

// TestOnlyMainOpensADesktop: everything but the program itself builds and tests
// without a C compiler.
func TestOnlyMainOpensADesktop(t *testing.T) {
	const desktop = "fyne.io/fyne/v2/app"
	form := `{{.ImportPath}}:{{range .Imports}}{{.}},{{end}}{{range .TestImports}}{{.}},{{end}}{{range .XTestImports}}{{.}},{{end}}`
	found := false
	for _, line := range goList(t, "CGO_ENABLED=1", "-f", form, "./...") {
		name, imports, _ := strings.Cut(line, ":")
		if !strings.Contains(","+imports, ","+desktop+",") {
			continue
		}
		found = true
		if name != "latchkey" {
			t.Errorf("%s imports %s", name, desktop)
		}
	}
	if !found {
		t.Error("nobody does: the search is broken")
	}
}

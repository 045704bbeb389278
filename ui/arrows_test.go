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

// rooms are all packages of the program, from top to bottom: each may import those
// that stand below it, and none above.
var rooms = []string{
	"latchkey",

	"latchkey/packaging/bench",
	"latchkey/packaging/linux/papers",
	"latchkey/packaging/release",
	"latchkey/packaging/windows/tour",
	"latchkey/packaging/windows/generate",
	"latchkey/packaging/notices",
	"latchkey/packaging/licences",
	"latchkey/packaging/languages",
	"latchkey/packaging/packed",
	"latchkey/ui/tour",
	"latchkey/ui/terminal",
	"latchkey/ui/terminal/setup",
	"latchkey/ui/terminal/screen",
	"latchkey/ui/internal/person",
	"latchkey/ui",
	"latchkey/ui/desk",
	"latchkey/ui/setup",
	"latchkey/ui/handover",
	"latchkey/ui/saved",
	"latchkey/ui/repair",
	"latchkey/ui/parts",
	"latchkey/ui/shell",
	"latchkey/ui/pictures",
	"latchkey/ui/widgets",
	"latchkey/ui/theme",
	"latchkey/ui/browser",
	"latchkey/ui/chooser",
	"latchkey/ui/instance",
	"latchkey/ui/desktop",
	"latchkey/ui/graphics/opengl",
	"latchkey/ui/graphics",
	"latchkey/ui/internal/setuptest",
	"latchkey/ui/words",
	"latchkey/ui/release",
	"latchkey/assets",

	"latchkey/wizard/practice",
	"latchkey/wizard/setup",
	"latchkey/wizard/repair",
	"latchkey/wizard/environment",
	"latchkey/wizard/doctor",
	"latchkey/wizard/clipboard",
	"latchkey/wizard/support",
	"latchkey/wizard/handover",
	"latchkey/wizard/handover/storetest",
	"latchkey/wizard/reminder",
	"latchkey/wizard/partner",
	"latchkey/wizard/batch",
	"latchkey/wizard/report",
	"latchkey/wizard/saved",
	"latchkey/wizard/vault",
	"latchkey/wizard/vault/vaulttest",
	"latchkey/wizard/check",
	"latchkey/wizard/files",

	"latchkey/graph/sandbox",
	"latchkey/graph",
	"latchkey/graph/proxy",
	"latchkey/graph/trouble",
	"latchkey/graph/site",
	"latchkey/graph/value",
	"latchkey/graph/value/valuetest",
	"latchkey/graph/value/spelling",
	"latchkey/assets/marks",
}

// TestArrowsRunDownward: every room is listed, and imports none that stands above
// it.
func TestArrowsRunDownward(t *testing.T) {
	floor := map[string]int{}
	for i, room := range rooms {
		floor[room] = i
	}
	found := map[string]bool{}
	for _, line := range goList(t, "CGO_ENABLED=1", "-f", `{{.ImportPath}}:{{join .Imports ","}}`, "./...") {
		room, imports, _ := strings.Cut(line, ":")
		found[room] = true
		if _, listed := floor[room]; !listed {
			t.Errorf("%s has no place among the rooms", room)
			continue
		}
		for _, imported := range strings.Split(imports, ",") {
			if below, ours := floor[imported]; ours && below <= floor[room] {
				t.Errorf("%s imports %s, which stands above it", room, imported)
			}
		}
	}
	for _, room := range rooms {
		if !found[room] {
			t.Errorf("%s is listed, and is no room", room)
		}
	}
}

// TestRoomsKnowOnlyWhatIsTheirs: not even through others.
func TestRoomsKnowOnlyWhatIsTheirs(t *testing.T) {
	for packages, unknown := range map[string][]string{
		"./graph/...":       {"fyne.io/"},
		"./wizard/...":      {"fyne.io/"},
		"./ui/words/...":    {"fyne.io/"},
		"./ui/browser/...":  {"fyne.io/"},
		"./ui/terminal/...": {"fyne.io/"},
		"./ui/widgets/...":  {"latchkey/wizard", "latchkey/graph"},
		"./ui/pictures/...": {"latchkey/wizard", "latchkey/graph"},
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

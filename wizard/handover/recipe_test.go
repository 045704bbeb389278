package handover_test

import (
	"os/exec"
	"strings"
	"testing"

	"latchkey/wizard/handover"
)

func TestRecipesFitTheSystem(t *testing.T) {
	ids := func(system string) string {
		var all []string
		for _, recipe := range handover.RecipesFor(system) {
			all = append(all, recipe.ID)
		}
		return strings.Join(all, " ")
	}
	if got := ids("linux"); got != "gcloud aws azure kubernetes docker github" {
		t.Errorf("on Linux: %s", got)
	}
	if got := ids("windows"); got != "gcloud docker github" {
		t.Errorf("on Windows, which has no /dev/stdin: %s", got)
	}
}

func TestRecipeLines(t *testing.T) {
	recipe := handover.RecipesFor("linux")[0]
	const behind = " -- gcloud secrets versions add whatsapp-token --data-file=-"
	for _, each := range []struct{ system, saved, wanted string }{
		{"linux", "shop", "latchkey pipe --saved shop" + behind},
		{"linux", "My shop", "latchkey pipe --saved 'My shop'" + behind},
		{"darwin", "Maria's", `latchkey pipe --saved 'Maria'\''s'` + behind},
		{"linux", "$HOME `id`; rm", "latchkey pipe --saved '$HOME `id`; rm'" + behind},
		{"windows", "My shop", "latchkey pipe --saved 'My shop'" + behind},
		{"windows", "Maria's", "latchkey pipe --saved 'Maria''s'" + behind},
		{"windows", "Maria’s", "latchkey pipe --saved 'Maria’’s'" + behind},
	} {
		if got := recipe.LineFor(each.system, each.saved); got != each.wanted {
			t.Errorf("%s, %q:\n%s\nand not\n%s", each.system, each.saved, got, each.wanted)
		}
	}
}

// TestShellReadsTheNameBack: the line is for a shell, so one reads it.
func TestShellReadsTheNameBack(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell here")
	}
	for _, name := range []string{"shop", "Café ‘Zum Löwen’ 🦁", "a'b\"c", "$(id) `id` \\ !x", "-v", "*", "~"} {
		for _, recipe := range handover.RecipesFor("linux") {
			script := strings.Replace(recipe.LineFor("linux", name), "latchkey pipe --saved ", "printf '%s\\n' ", 1)
			output, err := exec.CommandContext(t.Context(), shell, "-c", script).Output()
			wanted := append([]string{name, "--"}, recipe.Command...)
			if got := string(output); err != nil || got != strings.Join(wanted, "\n")+"\n" {
				t.Errorf("%s for %q reads as %q (%v)", recipe.ID, name, got, err)
			}
		}
	}
}

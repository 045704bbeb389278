package terminal

import "testing"

func TestLanguageOfTheEnvironment(t *testing.T) {
	for _, each := range []struct {
		variables map[string]string
		want      string
	}{
		{map[string]string{"LANG": "de_AT.UTF-8"}, "de_AT"},
		{map[string]string{"LANG": "de_AT.UTF-8", "LC_ALL": "en_GB"}, "en_GB"},
		{nil, ""},
	} {
		if got := language(func(name string) string { return each.variables[name] }); got != each.want {
			t.Errorf("%v gives %q", each.variables, got)
		}
	}
}

package assets_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"latchkey/packaging/licences"
)

// TestREADMENamesEveryModuleInTheProgram, with the licence that it comes under, on
// each of the three systems and with a window.
func TestREADMENamesEveryModuleInTheProgram(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, told, found := strings.Cut(string(readme), "## Licences")
	if !found {
		t.Fatal("README tells no licences")
	}
	folders := map[string]string{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		maps.Copy(folders, linked(t, system))
	}
	if len(folders) < 20 {
		t.Fatalf("only %d modules are found: the search is broken", len(folders))
	}
	under := map[string][]string{}
	for path, folder := range folders {
		licence := licenceIn(t, path, folder)
		under[licence] = append(under[licence], path)
	}
	for licence, paths := range under {
		slices.Sort(paths)
		if row := "| " + licence + " | " + strings.Join(paths, ", ") + " |"; !strings.Contains(told, row+"\n") {
			t.Errorf("README lacks:\n%s", row)
		}
	}
}

// linked are the modules whose packages the program is made of, with the folder
// that each lies in.
func linked(t *testing.T, system string) map[string]string {
	t.Helper()
	modules, err := licences.Modules("..", system, ".")
	if err != nil {
		t.Fatal(err)
	}
	folders := map[string]string{}
	for _, module := range modules {
		folders[module.Path] = module.Dir
	}
	return folders
}

// licenceIn reads which licence lies with a module.
func licenceIn(t *testing.T, path, folder string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "[LlCc][IiOo][CcPp][EeYy]*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no licence lies with %s in %s", path, folder)
	}
	content, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(content)), " ")
	switch {
	case strings.Contains(text, "Apache License"):
		return "Apache 2.0"
	case strings.Contains(text, "Mozilla Public License"):
		return "MPL 2.0"
	case strings.Contains(text, "Permission is hereby granted, free of charge"):
		return "MIT"
	case strings.Contains(text, "Redistribution and use") && strings.Contains(text, "either the name"):
		return "BSD, 3 clauses"
	case strings.Contains(text, "Redistribution and use"):
		return "BSD, 2 clauses"
	case strings.Contains(text, "Permission to use, copy, modify, and/or distribute"):
		return "ISC"
	}
	t.Errorf("the licence of %s is not known: %s", path, files[0])
	return ""
}

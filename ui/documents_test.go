package ui_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDocumentsNameWhatIsThere: a file or folder that the documents send people to
// can be opened.
func TestDocumentsNameWhatIsThere(t *testing.T) {
	paths := regexp.MustCompile("(?:`|srcset=\"|src=\"|v{{.Version}}/)((?:graph|ui|wizard|assets|packaging|docs)/[A-Za-z0-9_./-]*)[`\"<]")
	found := 0
	for _, document := range []string{"README.md", "CONTRIBUTING.md", "docs/architecture.md", "packaging/linux/papers/metainfo.tmpl"} {
		text, err := os.ReadFile(filepath.Join("..", document))
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range paths.FindAllStringSubmatch(string(text), -1) {
			path := match[1]
			if strings.Contains(path, "NAME") || strings.Contains(path, "TAG") { // a pattern
				continue
			}
			found++
			if _, err := os.Stat(filepath.Join("..", path)); err != nil {
				t.Errorf("%s names %s: %v", document, path, err)
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d paths were found: the search is broken", found)
	}
}

package assets_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"latchkey/assets"
)

// TestTheProgramHoldsTheWordsAsTheyAreWritten, and of no other language.
func TestTheProgramHoldsTheWordsAsTheyAreWritten(t *testing.T) {
	written, err := filepath.Glob(filepath.Join("languages", "*.json"))
	if err != nil || len(written) == 0 {
		t.Fatalf("no language is written: %v", err)
	}
	held, err := assets.Languages()
	if err != nil {
		t.Fatal(err)
	}
	if len(held) != len(written) {
		t.Errorf("the program holds %q, written are %q. Run: make languages", held, written)
	}
	for _, file := range written {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, text); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		words, err := assets.Words(strings.TrimSuffix(filepath.Base(file), ".json"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(words, compact.Bytes()) {
			t.Errorf("the program holds other words than %s. Run: make languages", file)
		}
	}
}

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

// TestMacOSIsToldOfEveryLanguage: it offers those to choose from that a bundle lists.
func TestMacOSIsToldOfEveryLanguage(t *testing.T) {
	properties, err := os.ReadFile(filepath.Join("..", "packaging", "macos", "Info.plist"))
	if err != nil {
		t.Fatal(err)
	}
	_, listed, _ := strings.Cut(string(properties), "<key>CFBundleLocalizations</key>")
	listed, _, _ = strings.Cut(listed, "</array>")
	tags, err := assets.Languages()
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range tags {
		if !strings.Contains(listed, "<string>"+tag+"</string>") {
			t.Errorf("Info.plist lacks %s", tag)
		}
	}
}

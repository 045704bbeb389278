package main

import (
	"path/filepath"
	"strings"
	"testing"

	"latchkey/assets"
)

// TestTheProgramHoldsEveryLicence as it lies with the modules now.
func TestTheProgramHoldsEveryLicence(t *testing.T) {
	wanted, err := notices(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []string{"\nfyne.io/fyne/v2\n", "github.com/go-gl/glfw", "\nGo\n", "Apache License", "SIL OPEN FONT LICENSE"} {
		if !strings.Contains("\n"+wanted, one) {
			t.Errorf("the licences lack %q", one)
		}
	}
	held, err := assets.Notices()
	if err != nil {
		t.Fatal(err)
	}
	if held != wanted {
		t.Error("the program holds other licences than its modules. Run: make notices")
	}
}

// Command languages packs the words of each language, assets/languages/*.json, for the
// program to read.
//
//	go run ./packaging/languages
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"latchkey/packaging/packed"
)

func main() {
	if err := run(filepath.Join("assets", "languages")); err != nil {
		fmt.Fprintln(os.Stderr, "languages:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	written, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return err
	}
	for _, file := range written {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, text); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := packed.Write(filepath.Join(folder, "packed", filepath.Base(file)+".gz"), compact.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

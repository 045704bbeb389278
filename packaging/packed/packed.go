// Package packed packs texts for the program, which unpacks them when they are asked for.
package packed

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
)

// Write packs a text into a file. A file that holds the text already is left alone:
// another version of Go may pack it otherwise.
func Write(file string, text []byte) error {
	if holds(file, text) {
		return nil
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(text); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(file, packed.Bytes(), 0o644)
}

func holds(file string, text []byte) bool {
	content, err := os.ReadFile(file)
	if err != nil {
		return false
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return false
	}
	old, err := io.ReadAll(unpacked)
	return err == nil && bytes.Equal(old, text)
}

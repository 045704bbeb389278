// Package assets holds what is not code: the icon, the languages and the licences.
package assets

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
)

// Languages holds one file of words for each language, named by its tag, such
// as languages/en.json.
//
//go:embed languages/*.json
var Languages embed.FS

// Icon is the program's icon, 512 pixels square.
//
//go:embed icon.png
var Icon []byte

//go:embed notices.txt.gz
var notices []byte

// NoticeEnd is the line below each of the Notices.
const NoticeEnd = "\n----------------------------------------------------------------------\n"

// Notices are the licences of all that is in the program, which go wherever it goes.
// packaging/notices writes them: the names of what is under a licence, each in a
// line, an empty line, and the licence.
func Notices() (string, error) {
	unpacked, err := gzip.NewReader(bytes.NewReader(notices))
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(unpacked)
	return string(text), err
}

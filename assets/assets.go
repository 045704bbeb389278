// Package assets holds what is not code: the icon, the languages and the licences.
package assets

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"path"
	"strings"
)

// Eight languages as they are written would make the program a tenth larger, so each lies
// packed beside what is written: "make languages" packs them.
//
//go:embed languages/packed/*.gz
var languages embed.FS

const (
	packedWords = "languages/packed"
	packedName  = ".json.gz" // behind a language's tag
)

// Icon is icon.svg, 128 pixels square, which is as large as taskbars draw it on screens of double
// resolution. Larger, it is what a start waits for most: it is decoded and handed to the system as
// pixels before the first page.
//
//go:embed icon-128.png
var Icon []byte

//go:embed notices.txt.gz
var notices []byte

// NoticeEnd is the line below each of the Notices.
const NoticeEnd = "\n----------------------------------------------------------------------\n"

// Notices are the licences of all that is in the program, which go wherever it goes.
// packaging/notices writes them: the names of what is under a licence, each in a
// line, an empty line, and the licence.
func Notices() (string, error) {
	text, err := unpack(notices)
	return string(text), err
}

// Languages are the tags of the languages that there are words of, such as "pt-BR",
// sorted.
func Languages() ([]string, error) {
	entries, err := languages.ReadDir(packedWords)
	if err != nil {
		return nil, err
	}
	tags := make([]string, len(entries))
	for i, entry := range entries {
		tags[i] = strings.TrimSuffix(entry.Name(), packedName)
	}
	return tags, nil
}

// Words are the words of one language, by their ids: an object in JSON.
func Words(tag string) ([]byte, error) {
	packed, err := languages.ReadFile(path.Join(packedWords, tag+packedName))
	if err != nil {
		return nil, err
	}
	text, err := unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("unpacking the words of %s: %w", tag, err)
	}
	return text, nil
}

// Noto Sans Devanagari, of the family that Fyne's own font is of, under the SIL Open Font
// License 1.1. Of Debian's fonts-noto-core 20201225, with the letters of Hindi and the signs between them:
//
//	pyftsubset FONT --unicodes=U+0020-0040,U+005B-0060,U+007B-007E,U+00A0,U+0900-097F,U+200C-200D,U+2010-2027,U+25CC,U+20B9 --layout-features='*' --no-hinting --name-IDs='*'
//
// Its line is as high as that of Noto Sans (hhea and OS/2), so that words of both stand on one line.
var (
	//go:embed fonts/NotoSansDevanagari-Regular.ttf.gz
	devanagari []byte
	//go:embed fonts/NotoSansDevanagari-Bold.ttf.gz
	devanagariBold []byte
)

// Devanagari is the font of Hindi's letters, which Fyne's own lacks. Bare Windows and macOS have
// one of their own; a bare Linux has none, and the page would be a row of boxes.
func Devanagari(bold bool) ([]byte, error) {
	if bold {
		return unpack(devanagariBold)
	}
	return unpack(devanagari)
}

func unpack(packed []byte) ([]byte, error) {
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(unpacked)
}

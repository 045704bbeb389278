// Package assets holds what is not code: the icon and the languages.
package assets

import "embed"

// Languages holds one file of words for each language, named by its tag, such
// as languages/en.json.
//
//go:embed languages/*.json
var Languages embed.FS

// Icon is the program's icon, 512 pixels square.
//
//go:embed icon.png
var Icon []byte

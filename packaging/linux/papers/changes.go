package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"time"
)

// release is what CHANGELOG.md tells of one version.
type release struct {
	Version    string
	Date       time.Time
	Paragraphs []string
	Points     []string
}

// heading is a version's: "## 1.2.3, 2026-11-30". The one that is built now needs no
// date; it has the commit's.
var heading = regexp.MustCompile(`^## ([0-9]\S*?)(?:, ([0-9]{4}-[0-9]{2}-[0-9]{2}))?$`)

// releases reads CHANGELOG.md from the version that is built now downwards; what is not
// yet released is left out.
func releases(p papers) ([]release, error) {
	content, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		return nil, err
	}
	var found []release
	for _, section := range strings.Split("\n"+string(content), "\n## ")[1:] {
		title, body, _ := strings.Cut(section, "\n")
		named := heading.FindStringSubmatch("## " + title)
		if named == nil || len(found) == 0 && named[1] != p.version {
			continue
		}
		one := release{Version: named[1], Date: p.date}
		switch {
		case named[2] != "":
			if one.Date, err = time.Parse(time.DateOnly, named[2]); err != nil {
				return nil, fmt.Errorf("CHANGELOG.md, version %s: %w", one.Version, err)
			}
		case one.Version != p.version:
			return nil, fmt.Errorf("CHANGELOG.md does not say when version %s came out: write \"## %s, YEAR-MONTH-DAY\"", one.Version, one.Version)
		}
		one.read(body)
		found = append(found, one)
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("CHANGELOG.md tells nothing of version %s: give what is not yet released the heading \"## %s\"", p.version, p.version)
	}
	return found, nil
}

// read takes the paragraphs and points of a version, each of which may have several
// lines.
func (r *release) read(body string) {
	into := &r.Paragraphs
	begins := true
	for line := range strings.Lines(body) {
		line = strings.ReplaceAll(strings.TrimSpace(line), "`", "")
		point, isPoint := strings.CutPrefix(line, "- ")
		switch {
		case line == "":
			begins = true
		case isPoint:
			into, begins = &r.Points, false
			*into = append(*into, point)
		case begins:
			into, begins = &r.Paragraphs, false
			*into = append(*into, line)
		default:
			(*into)[len(*into)-1] += " " + line
		}
	}
}

// changes writes them as Debian reads them (deb-changelog(5)).
func (p papers) changes() error {
	found, err := releases(p)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	for _, one := range found {
		fmt.Fprintf(&out, "latchkey (%s) stable; urgency=medium\n\n", strings.ReplaceAll(one.Version, "-", "~"))
		for _, text := range append(one.Paragraphs, one.Points...) {
			fmt.Fprintf(&out, "  * %s\n", strings.Join(wrapped(text, 74), "\n    "))
		}
		fmt.Fprintf(&out, "\n -- %s  %s\n\n", maintainer, one.Date.Format(time.RFC1123Z))
	}
	return p.write("usr/share/doc/latchkey/changelog.gz", out.Bytes())
}

// wrapped breaks a text into lines.
func wrapped(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path"
	"regexp"
	"strings"

	"latchkey/packaging/licences"
)

// maintainer is who answers for the packages.
const maintainer = "Latchkey authors <latchkey-app@users.noreply.github.com>"

var rights = regexp.MustCompile(`(?mi)^[\s#*]*(copyright\s*(?:\(c\)|©|[0-9]).*)$`)

// licences writes the licence of the program and of every module in it, in full, and as
// Debian wants it (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/):
// without the texts that every Debian has. A module without one fails: it could not be
// passed on.
func (p papers) licences(program ...string) error {
	found, err := licences.Modules(".", "linux", program...)
	if err != nil {
		return err
	}
	var full bytes.Buffer
	fmt.Fprintf(&full, "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"+
		"Upstream-Name: Latchkey\nUpstream-Contact: %s\nSource: %s\n"+
		"Comment: The program is Latchkey's own code (Files: *) and that of the Go modules\n"+
		" named below it, each under its own licence.\n", maintainer, p.project)
	own, err := os.ReadFile("LICENSE")
	if err != nil {
		return err
	}
	paragraph(&full, "*", own)
	standard, err := licences.OfGo()
	if err != nil {
		return err
	}
	text, err := os.ReadFile(standard)
	if err != nil {
		return fmt.Errorf("the licence of Go's standard library: %w", err)
	}
	paragraph(&full, "go/*", text)
	for _, one := range found {
		files, err := one.Files()
		if err != nil {
			return err
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			below, err := one.Below(file)
			if err != nil {
				return err
			}
			paragraph(&full, path.Join(one.Path, below)+"/*", text)
		}
	}
	return errors.Join(
		p.write("usr/share/licenses/latchkey/LICENCES", full.Bytes()),
		p.write("usr/share/doc/latchkey/copyright", apache.ReplaceAll(full.Bytes(), []byte(
			"License: Apache-2.0\n On Debian and Ubuntu the text is in /usr/share/common-licenses/Apache-2.0.\n"))))
}

// apache is the text of one paragraph, to the next.
var apache = regexp.MustCompile(`License: Apache-2\.0\n(?: .*\n)+`)

func paragraph(out *bytes.Buffer, files string, licence []byte) {
	holders := "see the licence below"
	if named := rights.FindAllSubmatch(licence, -1); named != nil {
		var lines []string
		for _, one := range named {
			lines = append(lines, strings.TrimSpace(string(one[1])))
		}
		holders = strings.Join(lines, "\n ")
	}
	fmt.Fprintf(out, "\nFiles: %s\nCopyright: %s\nLicense: %s\n", files, holders, kind(string(licence)))
	for line := range strings.Lines(string(licence)) {
		line = strings.TrimRight(line, " \t\r\n\f")
		if line == "" {
			line = "."
		}
		fmt.Fprintln(out, " "+line)
	}
}

// kind is the short name of a licence (https://spdx.org/licenses/).
func kind(licence string) string {
	text := strings.Join(strings.Fields(licence), " ")
	for _, one := range [][2]string{
		{"Apache License", "Apache-2.0"},
		{"Mozilla Public License", "MPL-2.0"},
		{"SIL OPEN FONT LICENSE", "OFL-1.1"},
		{"Bitstream Vera", "Bitstream-Vera"},
		{"Attribution 4.0 International", "CC-BY-4.0"},
		{"Permission is hereby granted, free of charge", "Expat"},
		{"ltered source versions must be plainly marked", "Zlib"},
		{"either the name", "BSD-3-Clause"},
		{"Redistribution and use", "BSD-2-Clause"},
		{"Permission to use, copy, modify, and/or distribute", "ISC"},
	} {
		if strings.Contains(text, one[0]) {
			return one[1]
		}
	}
	return "other"
}

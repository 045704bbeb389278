package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// maintainer is who answers for the packages.
const maintainer = "Latchkey authors <latchkey-app@users.noreply.github.com>"

// module is a Go module with the folders of it that the program is made of.
type module struct {
	Path, Version, Dir string
	used               []string
}

// modules lists what a program is made of, by path. Arguments are those of go list.
func modules(arguments ...string) ([]*module, error) {
	list := exec.Command("go", append([]string{"list", "-deps", "-json=Dir,Module"}, arguments...)...)
	list.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=1")
	list.Stderr = os.Stderr
	told, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	found := map[string]*module{}
	for decoder := json.NewDecoder(bytes.NewReader(told)); ; {
		var one struct {
			Dir    string
			Module *struct {
				Path, Version, Dir string
				Main               bool
			}
		}
		if err := decoder.Decode(&one); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		if one.Module == nil || one.Module.Main {
			continue
		}
		if found[one.Module.Path] == nil {
			found[one.Module.Path] = &module{Path: one.Module.Path, Version: one.Module.Version, Dir: one.Module.Dir}
		}
		found[one.Module.Path].used = append(found[one.Module.Path].used, one.Dir)
	}
	var sorted []*module
	for _, one := range found {
		sorted = append(sorted, one)
	}
	slices.SortFunc(sorted, func(a, b *module) int { return strings.Compare(a.Path, b.Path) })
	return sorted, nil
}

var (
	licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)([._-].*)?$`)
	rights      = regexp.MustCompile(`(?mi)^[\s#*]*(copyright\s*(?:\(c\)|©|[0-9]).*)$`)
)

// licences writes the licence of the program and of every module in it, in full, and as
// Debian wants it (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/):
// without the texts that every Debian has. A module without one fails: it could not be
// passed on.
func (p papers) licences(program ...string) error {
	found, err := modules(program...)
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
	standard := filepath.Join(strings.TrimSpace(goroot()), "LICENSE")
	text, err := os.ReadFile(standard)
	if err != nil {
		return fmt.Errorf("the licence of Go's standard library: %w", err)
	}
	paragraph(&full, "go/*", text)
	for _, one := range found {
		files, err := one.licenceFiles()
		if err != nil {
			return err
		}
		if len(files) == 0 {
			return fmt.Errorf("no licence lies with %s in %s: such a module cannot be passed on", one.Path, one.Dir)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			below, err := filepath.Rel(one.Dir, filepath.Dir(file))
			if err != nil {
				return err
			}
			paragraph(&full, filepath.ToSlash(filepath.Join(one.Path, below))+"/*", text)
		}
	}
	return errors.Join(
		p.write("usr/share/licenses/latchkey/LICENCES", full.Bytes()),
		p.write("usr/share/doc/latchkey/copyright", apache.ReplaceAll(full.Bytes(), []byte(
			"License: Apache-2.0\n On Debian and Ubuntu the text is in /usr/share/common-licenses/Apache-2.0.\n"))))
}

// apache is the text of one paragraph, to the next.
var apache = regexp.MustCompile(`License: Apache-2\.0\n(?: .*\n)+`)

func goroot() string {
	told, _ := exec.Command("go", "env", "GOROOT").Output() // reading from nowhere fails next
	return string(told)
}

// licenceFiles are those that concern what is used of a module: at its top, on the way
// to a package, and below one, such as beside its fonts.
func (m *module) licenceFiles() ([]string, error) {
	var found []string
	err := filepath.WalkDir(m.Dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "cmd") { // programs of their own
			return fs.SkipDir
		}
		if entry.IsDir() || !licenceFile.MatchString(entry.Name()) {
			return nil
		}
		for _, used := range m.used {
			folder := filepath.Dir(path)
			if within(used, folder) || within(folder, used) {
				found = append(found, path)
				break
			}
		}
		return nil
	})
	return found, err
}

// within reports whether a folder is another one or lies below it.
func within(folder, other string) bool {
	return folder == other || strings.HasPrefix(folder, other+string(filepath.Separator))
}

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

// Command notices writes assets/notices.txt.gz: the licences of all that is in the
// program, on every system, as the program itself shows them.
//
//	go run ./packaging/notices
package main

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"latchkey/assets"
	"latchkey/packaging/licences"
	"latchkey/packaging/packed"
)

func main() {
	if err := run(filepath.Join("assets", "notices.txt.gz")); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

func run(file string) error {
	text, err := notices(".")
	if err != nil {
		return err
	}
	return packed.Write(file, []byte(text))
}

// notices is the text: each licence once, below the names of what is under it.
func notices(root string) (string, error) {
	files, err := everyLicence(root)
	if err != nil {
		return "", err
	}
	under := map[string][]string{} // by the licence's text
	for name, file := range files {
		licence, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		var lines []string
		for line := range strings.Lines(string(licence)) {
			lines = append(lines, strings.TrimRight(line, " \t\r\n\f"))
		}
		text := strings.Trim(strings.Join(lines, "\n"), "\n")
		under[text] = append(under[text], name)
	}
	for _, names := range under {
		slices.Sort(names)
	}
	var out strings.Builder
	for _, text := range slices.SortedFunc(maps.Keys(under), func(a, b string) int {
		return strings.Compare(under[a][0], under[b][0])
	}) {
		fmt.Fprintf(&out, "%s\n\n%s\n%s\n", strings.Join(under[text], "\n"), text, assets.NoticeEnd)
	}
	return strings.TrimSpace(strings.TrimSuffix(out.String(), assets.NoticeEnd+"\n")) + "\n", nil
}

// everyLicence are the files with the licences of Go and of every module in the program,
// by what is under them: a module, or a folder of it.
func everyLicence(root string) (map[string]string, error) {
	standard, err := licences.OfGo()
	if err != nil {
		return nil, err
	}
	files := map[string]string{"Go": standard}
	for _, system := range []string{"linux", "windows", "darwin"} {
		modules, err := licences.Modules(root, system, ".")
		if err != nil {
			return nil, err
		}
		for _, module := range modules {
			found, err := module.Files()
			if err != nil {
				return nil, err
			}
			for _, file := range found {
				below, err := module.Below(file)
				if err != nil {
					return nil, err
				}
				name := path.Join(module.Path, below)
				if base := filepath.Base(file); files[name] != "" && files[name] != file {
					name += " (" + base + ")"
				}
				files[name] = file
			}
		}
	}
	return files, nil
}
